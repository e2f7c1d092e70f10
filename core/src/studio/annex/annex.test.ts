import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReadWorkbook, WorkbookCell } from '../../imports/workbook/cells.ts';
import { Faults } from '../../reading/faults.ts';
import { readJson } from '../../reading/json.ts';
import { hashOf } from '../../reading/normal-form.ts';
import type { Raw } from '../../reading/raw.ts';
import { readYaml } from '../../reading/yaml.ts';
import { readScheme } from '../../scheme/read.ts';
import { Random } from '../../testing/random.ts';
import { textOf } from '../../testing/random-document.ts';
import { randomScheme } from '../../testing/random-scheme.ts';
import { ANNEX_HEADS, ANNEX_TOTAL } from '../../words/annex-words.ts';
import { readSchemeTables, withRulesOf } from '../import/index.ts';
import { jsonText } from '../operations/draft-text.ts';
import { ANNEX_COLUMNS, type AnnexColumn, annexOf } from './annex.ts';
import { CARRIED_SHEET, piecesOf } from './carried.ts';
import { carriedDraft } from './carried-draft.ts';
import { saysSo } from './seen-rows.ts';

const TEXT = readFileSync(new URL('../../../../schemes/department-illustrative/scheme.yaml', import.meta.url), 'utf8');

type Cells = Partial<Record<AnnexColumn, string>>;

/** The tables of an annex as a file has them, and what it carries. */
class AnnexFile {
  columns: AnnexColumn[];
  rows: Cells[];
  carried: readonly string[];

  constructor(text: string, document: Raw = readYaml(text).value) {
    const { columns, rows, total } = annexOf(document);
    this.columns = [...columns];
    this.rows = [...rows.map(({ cells }) => ({ ...cells })), ...(total === undefined ? [] : [{ title: ANNEX_TOTAL, points: total }])];
    this.carried = piecesOf(text);
  }

  row(code: string): Cells {
    return this.rows.find((row) => row.code === code) as Cells;
  }

  read() {
    const cells = [ANNEX_HEADS as Cells, ...this.rows].flatMap((row, r) =>
      this.columns.map((column, c): WorkbookCell => {
        const text = row[column] ?? '';
        return { row: r + 1, column: c + 1, kind: column === 'points' && r > 0 && text !== '' ? 'number' : 'text', format: 'general', text };
      }),
    );
    const hidden = this.carried.map((text, r): WorkbookCell => ({ row: r + 1, column: 1, kind: 'text', format: 'general', text }));
    const sheets = [
      { name: 'Phụ lục', hidden: false, merges: [], cells: cells.filter(({ text }) => text !== '') },
      { name: CARRIED_SHEET, hidden: true, merges: [], cells: hidden },
    ];
    return readSchemeTables({ sheets } satisfies ReadWorkbook, { id: 'tep', title: 'Tệp' });
  }

  /** The address of a cell. */
  place(row: Cells, column: AnnexColumn): string {
    return `Phụ lục!${'ABCDEFGHI'[this.columns.indexOf(column)]}${this.rows.indexOf(row) + 2}`;
  }
}

const told = ({ doubts }: { doubts: readonly { code: string; place: string }[] }) => doubts.map(({ code, place }) => `${place} ${code}`);
const printed = (file: ReturnType<AnnexFile['read']>, code: string) => annexOf(file.document).rows.find(({ cells }) => cells.code === code)?.cells;

describe('[F8] an annex that is brought back', () => {
  it('gives the document letter by letter, whatever scheme it is', () => {
    for (let stream = 0; stream < 50; stream += 1) {
      const text = textOf(randomScheme(new Random(Number(process.env['SEED'] ?? 7), stream)).doc);
      const imported = new AnnexFile(text, readJson(text).value).read();
      expect([imported.text, imported.doubts], `stream ${stream}`).toEqual([text, []]);
      const scheme = readScheme(readJson(text).value, new Faults());
      expect(hashOf(readScheme(imported.document, new Faults()) as never)).toBe(hashOf(scheme as never));
      expect(withRulesOf(imported, new Set())).toEqual(imported.document);
    }
  });

  it('says what is seen, or tells of the cell, whatever is written into one', () => {
    const random = new Random(Number(process.env['SEED'] ?? 11), 0);
    const words = ['', '1', '2,5', 'Đúng hạn: 0,5 điểm; không đúng: 0', 'Điều tra xã hội học', '<b>x</b>', '# y: [', 'Kế hoạch\nnăm', '1.1.1', 'Tổng cộng'];
    for (let each = 0; each < 40; each += 1) {
      const text = textOf(randomScheme(new Random(Number(process.env['SEED'] ?? 11), each)).doc);
      const file = new AnnexFile(text, readJson(text).value);
      const row = random.pick(file.rows.slice(0, -1));
      const column = random.pick(file.columns);
      row[column] = random.pick(words);
      const imported = file.read();
      const said = printed(imported, row.code ?? '');
      const isTold = imported.doubts.some(({ place, part }) => place === file.place(row, column) || part === row.code || place === 'Phụ lục');
      const kind = column === 'points' && row[column] !== '' ? 'number' : 'text';
      const isSeen = saysSo({ kind, text: row[column] ?? '', place: '', fromAbove: false }, column, said?.[column] ?? '');
      expect(isTold || isSeen, `${row.code} ${column} ${row[column]}`).toBe(true);
    }
  });

  it('takes what was changed in its cells, each told, and leaves the rest as it was written', () => {
    const file = new AnnexFile(TEXT);
    const row = file.row('1.1.1');
    row.title = 'Ban hành kế hoạch của sở';
    row.evidence = 'Quyết định ban hành kế hoạch';
    row.appraisedBy = '';
    file.row('1.2').points = '1.5';
    const imported = file.read();
    expect(printed(imported, '1.1.1')).toMatchObject({ title: 'Ban hành kế hoạch của sở', evidence: 'Quyết định ban hành kế hoạch' });
    expect(printed(imported, '1.2')?.points).toBe('1.5');
    expect(told(imported)).toEqual(
      expect.arrayContaining([
        `${file.place(row, 'title')} cellChanged`,
        `${file.place(row, 'title')} englishKept`,
        `${file.place(row, 'evidence')} cellChanged`,
        `${file.place(file.row('1.2'), 'points')} cellChanged`,
        // The sentence of the rule names the maximum: it says something else now than what is seen.
        `${file.place(file.row('1.2'), 'rule')} cellDiffers`,
      ]),
    );
    expect(imported.text).toContain('# Cách đọc');
    expect(imported.text?.split('\n').length).toBeGreaterThan(1_000);
  });

  it('reads a rule in other words anew, as a proposal; what is not understood is no rule', () => {
    const file = new AnnexFile(TEXT);
    const [plain, odd] = [file.row('1.1.1'), file.row('1.2')];
    plain.rule = 'Đúng thời hạn: 1 điểm; không đúng: 0 điểm';
    odd.rule = 'Theo hướng dẫn của Sở Minh họa';
    const imported = file.read();
    const part = (code: string) => imported.parts.find((each) => each.code === code);
    expect(told(imported)).toEqual([
      `${file.place(plain, 'rule')} ruleProposed`,
      `${file.place(plain, 'note')} otherCellKept`,
      `${file.place(odd, 'rule')} ruleToChoose`,
    ]);
    expect(part('1.1.1')?.rule?.rule.kind).toBe('yesNo');
    expect(part('1.2')?.item?.['rule']).toBeUndefined();
    expect(JSON.stringify(part('1.2')?.item?.['guidance'])).toContain('Theo hướng dẫn của Sở Minh họa');
    expect(imported.counts.rules).toEqual({ read: 45, doubtful: 1, toChoose: 1 });
    // A proposal that nobody confirms is not kept; the rules that were carried are.
    const rules = (text: string) => text.match(/^ +rule:/gm)?.length;
    const draft = (confirmed: readonly number[]) => carriedDraft(imported.text ?? '', imported, new Set(confirmed), { id: 'ban-sao', title: 'Bản sao' });
    const [unconfirmed, confirmed] = [draft([]), draft([imported.parts.findIndex(({ rule }) => rule)])];
    expect([rules(unconfirmed), rules(confirmed)]).toEqual([45, 46]);
    expect(readYaml(unconfirmed).value).toMatchObject({ id: 'ban-sao', title: { vi: 'Bản sao' } });
    expect(unconfirmed).toContain('# Cách đọc');
  });

  it('tells what was left as it was beside what was changed: the note beside the rule, the rule beside the note and the points', () => {
    const bands = 'từ 35% trở lên: 1,5 điểm; từ 20% đến dưới 35%: 0,75 điểm; còn lại: 0 điểm';
    const changed = (column: 'rule' | 'note' | 'points', text: string) => {
      const file = new AnnexFile(TEXT);
      const row = file.row('1.3.1');
      row[column] = text;
      return told(file.read())
        .filter((each) => /otherCellKept|pointsAlone/.test(each))
        .map((each) => each.replace(file.place(row, 'rule'), 'rule').replace(file.place(row, 'note'), 'note'));
    };
    expect(changed('rule', bands)).toEqual(['note otherCellKept']);
    expect(changed('note', `Tỷ lệ: ${bands}.`)).toEqual(['rule otherCellKept']);
    expect(changed('points', '2')).toEqual(['rule pointsAlone']);
  });

  it('a draft says in the cell of a rule that there is none yet, or that it has faults; brought back, it is as it was', () => {
    const text = TEXT.replace(/( +)rule:\n +kind: bands\n(?:\1 .*\n)+/, '').replace('kind: proportional', 'kind: proportion');
    const file = new AnnexFile(text);
    expect(file.rows.filter(({ rule }) => rule === '[chưa chọn cách tính]')).toHaveLength(1);
    expect(file.rows.filter(({ rule }) => rule === '[cách tính còn lỗi]')).toHaveLength(1);
    const imported = file.read();
    expect([imported.text, imported.doubts]).toEqual([text, []]);
  });

  it('a document that is JSON is changed as JSON: what is told of a rule is what was written into the cell', () => {
    const json = jsonText(readYaml(TEXT).value);
    const file = new AnnexFile(json, readJson(json).value);
    file.row('1.3.1').rule = 'Từ 40% trở lên: 1,5 điểm; từ 20% đến dưới 40%: 0,75 điểm; dưới 20%: 0 điểm';
    const imported = file.read();
    const at = imported.parts.findIndex(({ code }) => code === '1.3.1');
    expect(printed(imported, '1.3.1')?.rule).toContain('từ 40% trở lên: 1,5 điểm');
    for (const confirmed of [[], [at]]) {
      const draft = readJson(carriedDraft(imported.text ?? '', imported, new Set(confirmed), { id: 'ban-sao', title: 'Bản sao' })).value;
      const scheme = draft as unknown as { id: string; domains: { criteria: { subCriteria: { rule?: { bands: unknown[] } }[] }[] }[] };
      expect(scheme.id).toBe('ban-sao');
      expect(scheme.domains[0]?.criteria[2]?.subCriteria[0]?.rule === undefined).toBe(confirmed.length === 0);
    }
  });

  it('takes rows that were added, removed and moved, and says so', () => {
    const file = new AnnexFile(TEXT);
    const at = (code: string) => file.rows.findIndex((row) => row.code === code);
    file.rows.splice(at('1.1.1') + 1, 0, { code: '1.1.9', title: 'Tổ chức hội nghị', points: '0.5', rule: 'Có: 0,5 điểm; không: 0 điểm' });
    const [removed] = file.rows.splice(at('1.2'), 1);
    // Out of its criterion, into the domain.
    const [moved] = file.rows.splice(at('1.3.2'), 1) as [Cells];
    file.rows.splice(at('1.3'), 0, moved);
    const imported = file.read();
    const codes = annexOf(imported.document).rows.map(({ cells }) => cells.code);
    expect(removed?.code).toBe('1.2');
    expect(codes).toEqual(file.rows.slice(0, -1).map(({ code }) => code));
    expect(imported.doubts.map(({ code, part }) => `${part} ${code}`)).toEqual(
      expect.arrayContaining(['1.1.9 rowAdded', '1.1.9 ruleProposed', '1.2 rowRemoved', '1.3.2 rowMoved']),
    );
    expect(printed(imported, '1.1.9')).toMatchObject({ title: 'Tổ chức hội nghị', points: '0.5' });
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('keeps what a column held that is no longer there, and says so', () => {
    const file = new AnnexFile(TEXT);
    file.columns = file.columns.filter((column) => column !== 'evidence');
    const imported = file.read();
    expect(told(imported)).toEqual(['Phụ lục columnGone']);
    expect(printed(imported, '1.1.1')?.evidence).toBe('Kế hoạch cải cách hành chính năm');
  });

  it('is read as any table where what it carries is torn, of another scheme, or nothing', () => {
    const codes = (change: (file: AnnexFile) => void) => {
      const file = new AnnexFile(TEXT);
      change(file);
      const imported = file.read();
      expect(imported.text).toBeUndefined();
      expect(imported.counts.items).toBe(47);
      return imported.doubts.map(({ code }) => code).filter((code) => code.startsWith('carried'));
    };
    const carrying = (carried: readonly string[]) => (file: AnnexFile) => {
      file.carried = carried;
    };
    const first = piecesOf('')[0] as string;
    expect(codes(carrying([]))).toEqual([]);
    expect(codes(carrying([first, '"không hết']))).toEqual(['carriedUnreadable']);
    expect(codes(carrying([first, '{"domains":[]}']))).toEqual(['carriedUnreadable']);
    expect(codes(carrying(piecesOf('a: &x [*x]')))).toEqual(['carriedUnreadable']);
    expect(codes(carrying(piecesOf('domains: []')))).toEqual(['carriedOfAnother']);
    const other = TEXT.replaceAll(/code: "(\d)/g, 'code: "9$1');
    expect(codes(carrying(piecesOf(other)))).toEqual(['carriedOfAnother']);
  });

  it('prints a draft with faults as far as it goes', () => {
    const { rows } = annexOf(readYaml(TEXT.replace('kind: checks', 'kind: odd')).value);
    expect(rows.length).toBe(62);
    expect(rows.filter(({ level, cells }) => level === 'item' && cells.rule === '[cách tính còn lỗi]')).toHaveLength(1);
    expect(annexOf({ domains: [{ code: '1', criteria: 'x' }, null] }).rows.map(({ cells }) => cells.code)).toEqual(['1', '']);
    expect(annexOf(null).columns).toEqual(ANNEX_COLUMNS.filter((column) => ['code', 'title', 'points', 'rule', 'source'].includes(column)));
  });
});
