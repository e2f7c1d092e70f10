import { readFileSync } from 'node:fs';
import { Faults, figureTypesOf, itemsOfDomains, pointsOver, pointsText, prepareScheme, readScheme, readYaml, type Scheme } from '@parindex/core';
import { formRows } from '@parindex/core/imports/workbook/rows';
import { valueText } from '@parindex/core/imports/workbook/written';
import { answerForms, isAsked } from '@parindex/core/rules/answer-form';
import type { ReportContent } from '@parindex/core/submissions/report-content';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../documents/document.ts';
import { allAnswers } from '../../testing/answer-all.ts';
import { edition2022 } from '../../testing/world.ts';
import { briefOf } from '../review/brief-document.ts';
import { reviewOf, unexplainedIn } from '../review/review.ts';
import type { GroundDocument } from '../rounds/grounds.ts';
import { NO_ASSIGNMENTS } from '../sheets/assigned.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { sheetOfCells } from '../sheets/sheet.ts';
import { contentOf } from '../sheets/sheet-content.ts';
import { reportMatter } from './official-report.ts';

const { scheme } = edition2022();
const read = (name: string): Scheme =>
  readScheme(readYaml(readFileSync(new URL(`../../../../schemes/${name}/scheme.yaml`, import.meta.url), 'utf8')).value, new Faults()) as Scheme;

type Fields = Readonly<Record<string, unknown>>;

/** A sheet with the best answer everywhere, but for what is said of some items and figures: by default of the edition of 2022. */
const contentWith = (more: Readonly<Record<string, Fields>>, of = scheme): ReportContent => contentOf(sheetWith(more, of), new Map());

function sheetWith(more: Readonly<Record<string, Fields>>, of = scheme): OpenSheet {
  const edition = { id: of.id, scheme: of, prepared: prepareScheme(of), types: figureTypesOf(of) };
  const cells = allAnswers(of, 0).map(({ item, figure, changes }) => ({
    stage: 'claimed',
    target_kind: item === undefined ? ('figure' as const) : ('item' as const),
    target: (item ?? figure) as string,
    fields: more[item ?? figure ?? ''] ?? changes,
    seqs: {},
  }));
  const answered = new Set(cells.map(({ target }) => target));
  for (const [target, fields] of Object.entries(more))
    if (!answered.has(target)) cells.push({ stage: 'claimed', target_kind: 'item', target, fields, seqs: {} });
  const sheet = sheetOfCells(cells as never, [], { state: 'open', seq: 1 });
  const place = { round: 'ky', body: 'tinh', name: 'Tỉnh Minh họa 01', code: '01', type: null, block: null, ranked: true, year: 2022 };
  return { place, edition, sheet, beside: { previous: null, exclusions: {} } } as unknown as OpenSheet;
}

const textOf = (block: Block): string[] =>
  block.kind === 'table'
    ? block.rows.map(({ cells }) => cells.join(' | '))
    : block.kind === 'facts'
      ? block.facts.map((fact) => fact.join(': '))
      : block.kind === 'signature'
        ? [block.signature.position]
        : block.kind === 'letterhead'
          ? [block.name]
          : block.kind === 'qr'
            ? [block.link]
            : block.kind === 'sheet'
              ? []
              : [block.text];

const filed = (kind: 'plan' | 'guidance', number: string): GroundDocument => ({
  id: number,
  kind,
  version: 1,
  number,
  date: '2022-12-08',
  issuer: 'Bộ Minh họa',
  subject: 'Hướng dẫn tự đánh giá (minh họa)',
  files: [],
});

function said(
  content: ReportContent,
  {
    year = 2022,
    guidance = [],
    of = scheme,
    unexplained = [],
  }: { year?: number; guidance?: GroundDocument[]; of?: Scheme; unexplained?: ReturnType<typeof unexplainedIn> } = {},
) {
  const at = { title: 'Kỳ minh họa', owner: 'Bộ Minh họa', ownerKind: 'ministry', kind: 'province', above: null } as const;
  const texts = { difficulties: '', proposals: '' };
  const { body, sums, annexes } = reportMatter({
    body: { name: 'Tỉnh Minh họa 01', year },
    at,
    grounds: { plan: null, guidance },
    scheme: of,
    content,
    texts,
    documents: new Map(),
    unexplained,
  });
  const table = annexes?.[0]?.blocks[0];
  const rows = table?.kind === 'table' ? new Map(table.rows.map(({ cells }) => [cells[0] ?? '', cells.join(' | ')])) : new Map<string, string>();
  return { lines: body.flatMap(textOf), sums, rows };
}

/** A claim that the edition allows. */
const CLAIMED = { '5.3.3': { state: 'notApplicable', reason: 'Trong năm không có đơn vị phải sắp xếp (minh họa)' } };

/** No document anywhere: a justification, one that says nothing, sources, a source that names nothing, and 0 of 0. */
const NOWHERE_CITED = {
  '1.1': { justification: '.' },
  planTasksAssigned: { value: '1', source: '.' },
  inspectionIssuesFound: { value: '0' },
  inspectionIssuesHandled: { value: '0' },
  reviewedDocumentsToHandle: { value: '1', source: 'Sở Tư pháp' },
  petitionsToHandle: { value: '0', source: 'Văn phòng Ủy ban nhân dân' },
  petitionsOnTime: { value: '0' },
  '6.1.2': { justification: 'Theo quyết định đã ban hành trong năm (minh họa)' },
};

describe('[F34] what a report to be signed says', () => {
  it('counts what is left as every place does: a claim is an answer, and nothing is left below zero', () => {
    const content = contentWith(CLAIMED);
    expect(content.sums.own).toMatchObject({ asked: 74, answered: 74, claims: 1 });
    expect(content.notArisen.map(({ code }) => code)).toEqual(['5.3.3']);
    const { lines } = said(content);
    expect(lines.join('\n')).toContain('đã tự chấm 73/74 nội dung, đề nghị không đánh giá 1 nội dung chấm điểm');
    expect(lines.join('\n')).not.toMatch(/còn -?\d+ (?:nội dung|tiêu chí)/iu);
    const unfinished = contentWith({ '5.3.3': {}, '2.4.1': {} });
    const { asked, answered } = unfinished.sums.own;
    expect(answered).toBeLessThan(asked);
    expect(said(unfinished).lines).toContain(`Còn ${asked - answered} nội dung chưa chấm.`);
  });

  it('adds up by source, and says both readings of what did not arise', () => {
    const content = contentWith(CLAIMED);
    const { lines, sums } = said(content);
    const cell = (row: string, at: number) =>
      Number(
        lines
          .find((line) => line.includes(row))
          ?.split(' | ')
          [at]?.replace(',', '.'),
      );
    for (const column of [2, 3])
      expect(cell('| Cộng |', column)).toBeCloseTo(cell('Nội dung tự chấm, thẩm định', column) + cell('theo số liệu thống kê', column), 2);
    expect([cell('| Cộng |', 2), cell('Nội dung tự chấm, thẩm định', 2), cell('theo số liệu thống kê', 2)]).toEqual([68, 61.5, 6.5]);
    const confirmed = lines.find((line) => line.includes('đề nghị xác định là không phát sinh')) ?? '';
    expect(confirmed).toMatch(/nếu được xác nhận, tổng điểm tự chấm là [\d,]+\/67,5 điểm/);
    expect(sums?.map(([name]) => name)).toEqual(['Điểm tự chấm', 'Nếu xác nhận không phát sinh']);
    expect(sums?.[0]?.[1]).toMatch(/\/68 điểm\n- .*\/61,5 điểm\n- .*\/6,5 điểm$/);
  });

  it('names what others score by its source, with numbers that the edition has', () => {
    const all = said(contentWith({})).lines.join('\n');
    expect(all).toContain('điều tra xã hội học (19 nội dung, tối đa 22 điểm); chỉ số hài lòng (SIPAS) (1 nội dung, tối đa 10 điểm)');
    expect(all).not.toMatch(/cơ quan khác|tiêu chí thành phần/);
  });

  it('says of no point that a document proves it where none is cited: a source is none, and a full stop explains nothing', () => {
    const sheet = sheetWith(NOWHERE_CITED);
    const content = contentOf(sheet, new Map());
    const { lines } = said(content);
    const { items, sourced, unexplained } = briefOf(sheet, new Map(), 3).undocumented;
    expect(items).toBe(content.domains.flatMap(({ criteria }) => criteria.flatMap(({ rows }) => rows)).filter(({ points }) => points !== '0/1').length);
    const explained = items - sourced - unexplained.length;
    expect([explained, sourced > 0, unexplained.includes('1.1')]).toEqual([1, true, true]);
    expect(lines.join('\n')).not.toContain('đều đã dẫn');
    expect(lines).toContain(
      `Có ${items} nội dung tự chấm có điểm nhưng chưa dẫn tài liệu kiểm chứng, gồm ${explained} nội dung có giải trình; ${sourced} nội dung có nguồn số liệu, chưa dẫn tài liệu; ${unexplained.length} nội dung chưa có tài liệu, nguồn số liệu và giải trình:`,
    );
    expect(lines.find((line) => line.startsWith('1.1 |') && line.includes('giải trình'))).toMatch(/Chưa có giải trình \(chỉ ghi “\.”\)$/);
    // Full points of 0 of 0 are among them; their own kind of finding asks for reason and document.
    expect(content.unproven.map(({ code }) => code)).toEqual(expect.arrayContaining(content.fullFromNothing.map(({ code }) => code)));
    const found = reviewOf(sheet, new Map(), [], NO_ASSIGNMENTS).findings;
    const at = (...codes: string[]) => found.flatMap(({ code, where }) => (codes.includes(code) ? [where.item] : []));
    expect(new Set([...at('pointsWithoutProof', 'fullFromNothing')])).toEqual(new Set([...unexplained, ...content.fullFromNothing.map(({ code }) => code)]));
    expect(at('sourceWithoutDocument')).toHaveLength(sourced);
    // As many as the leader is told of before freezing, each by its number.
    const toExplain = unexplainedIn(sheet, new Map());
    expect(toExplain).toHaveLength(reviewOf(sheet, new Map(), [], NO_ASSIGNMENTS).totals.mustExplain.count);
    const named = said(content, { unexplained: toExplain }).lines;
    expect(named).toContain(`Có ${toExplain.length} nội dung cần giải trình theo kết quả rà soát trước khi gửi nhưng chưa có giải trình:`);
    for (const { item, said: why } of toExplain) expect(named.some((line) => line.startsWith(`${item} | `) && line.endsWith(why.join('\n')))).toBe(true);
  });
});

describe('[F34] what a body answered', () => {
  it.each(['province-2022', 'department-illustrative', 'commune-illustrative'])('stands in the annex in the words of the workbook: %s', (name) => {
    const of = read(name);
    const { prepared, answers } = { prepared: prepareScheme(of), answers: new Map(allAnswers(of, 0).map(({ item, changes }) => [item, changes as Fields])) };
    const content = contentWith({}, of);
    const { rows } = said(content, { of });
    const items = content.domains.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.rows));
    const forms = answerForms(prepared);
    const values = items.flatMap(({ code, taken }) =>
      (formRows(of, new Map([[code, forms.get(code) as never]])).items ?? []).flatMap(({ takes: { answer }, item }) => {
        const field = answer?.variants.find((one) => isAsked(one, taken, answers.get(code)?.['answer.level']));
        return item.code === code && answer && field ? [[code, valueText(answer, answers.get(code)?.[answer.field] as never, 'vi')] as const] : [];
      }),
    );
    expect(values.length).toBeGreaterThan(12);
    for (const [code, value] of values) expect(rows.get(code)).toContain(value);
    for (const { code, state } of items) if (state === 'scored') expect(rows.get(code)?.split(' | ').at(-3), code).not.toBe('');
  });

  it('stands beside a claim in words too, in part II: Có, nothing of a list', () => {
    const { lines } = said(contentWith({ '4.2.1': { ...CLAIMED['5.3.3'], 'answer.yes': true } }));
    expect(lines.find((line) => line.startsWith('4.2.1 | '))).toContain('Kê khai: Có');
  });
});

describe('[F34] a claim beside figures', () => {
  it('does not hide them: annex and part II print what was declared', () => {
    const figures = {
      documentsIssuedOnTime: { value: '177', source: 'Báo cáo (minh họa)' },
      documentsScheduled: { value: '220', source: 'Báo cáo (minh họa)' },
    };
    const { lines, rows } = said(contentWith({ ...figures, '2.4.1': CLAIMED['5.3.3'] }));
    for (const text of [rows.get('2.4.1'), lines.find((line) => line.startsWith('2.4.1 | '))]) {
      expect(text).toMatch(/: 177\b/);
      expect(text).toMatch(/: 220\b/);
    }
  });
});

describe('[F34] full points of 0 of 0', () => {
  it('stand with both readings, in part II and in the sums for the receipt; without any nothing is said', () => {
    const zero = { value: '0', source: 'Báo cáo (minh họa)' };
    const content = contentWith({ inspectionIssuesHandled: zero, inspectionIssuesFound: zero });
    const { lines, sums } = said(content);
    const [own, less] = [content.sums.own, content.ifUnconfirmed].map((part) => Number(part && pointsText(part.points, scheme, 'en')));
    expect((own ?? 0) - (less ?? 0)).toBeCloseTo(Number(itemsOfDomains(scheme.domains).find(({ code }) => code === '1.3.2')?.maximum), 2);
    const told = pointsOver(content.ifUnconfirmed as never, scheme, 'vi');
    expect(lines.find((line) => line.includes('mẫu số bằng 0'))).toContain(`nếu không được cơ quan thẩm định xác nhận, tổng điểm tự chấm là ${told} điểm`);
    expect(sums?.at(-1)).toEqual(['Nếu mẫu số bằng 0 không được xác nhận', `${told} điểm`]);
    expect(contentWith({}).ifUnconfirmed).toBeNull();
  });
});

describe('[F34] the grounds of a report', () => {
  const groundsIn = (lines: readonly string[]) => lines.filter((line) => /^(?:Căn cứ|Thực hiện) /.test(line));

  it('name a document once: what the round files stands in the place of what the edition has', () => {
    const grounds = groundsIn(said(contentWith({}), { guidance: [filed('guidance', '6203/BNV-CCHC')] }).lines);
    expect(grounds.filter((line) => line.includes('6203/BNV-CCHC'))).toHaveLength(1);
    expect(grounds.at(-1)).toMatch(/^Thực hiện Công văn số 6203\/BNV-CCHC .*\.$/);
    expect(grounds.join('\n')).toContain('876/QĐ-BNV');
  });

  it('name the plan and the guidance of no other year', () => {
    const grounds = groundsIn(said(contentWith({}), { year: 2023 }).lines);
    expect(grounds).toHaveLength(1);
    expect(grounds[0]).toMatch(/^Căn cứ Quyết định số 876\/QĐ-BNV .*2022-2030\.$/);
    expect(groundsIn(said(contentWith({})).lines)).toHaveLength(3);
  });
});
