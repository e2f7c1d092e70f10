import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readYaml } from '../../reading/yaml.ts';
import { conflictText, operationText, refusalText } from '../../words/draft-words.ts';
import { applyOperation } from './apply.ts';
import { valueAt } from './change.ts';
import { layOntoText } from './document-text.ts';
import type { Operation } from './operation.ts';
import { placeOfCode } from './places.ts';
import { conflicts } from './rebase.ts';
import { treeOf } from './testing/random-operation.ts';

const TEXT = `
figures:
  - { id: planned, type: count, title: { vi: "Số nhiệm vụ" } }
  - { id: done, type: count, title: { vi: "Số nhiệm vụ đã xong" } }
  - { id: spare, type: date }
domains:
  - code: "I"
    title: { vi: "Chỉ đạo, điều hành" }
    criteria:
      - code: "1"
        title: { vi: "Kế hoạch" }
        maximum: 2
        source: appraised
        rule: { kind: yesNo }
        lineage: [{ edition: nam-truoc, item: "1.1", comparable: "yes" }]
      - code: "2"
        title: { vi: "Thực hiện" }
        subCriteria:
          - code: "2.a"
            title: { vi: "Đúng hạn" }
            maximum: 1.5
            source: appraised
            rule: { kind: bands, of: { ratio: [done, planned], whenNothing: zero, over: cap }, bands: [{ from: 1, points: 1.5 }], otherwise: 0 }
            lineage: [{ edition: nam-truoc, item: "1.2", comparable: "yes" }]
          - code: "2.b"
            title: { vi: "Tiến độ" }
            maximum: 0.5
            source: appraised
            rule: { kind: branch, on: { item: "1" }, cases: [{ is: true, rule: { kind: formula, expression: "min(done, planned) * 0.5" } }], otherwise: notApplicable }
            lineage: [{ edition: nam-truoc, item: "1.3", comparable: "no" }]
  - code: "II"
    title: { vi: "Thể chế" }
    criteria:
      - { code: "3", title: { vi: "Văn bản" }, maximum: 1, source: appraised, rule: { kind: given } }
`;
const draft = readYaml(TEXT).value;
const at = (code: string) => placeOfCode(draft, code) ?? [];

function done(operation: Operation) {
  const applied = applyOperation(draft, operation);
  if ('refusal' in applied) throw new Error(refusalText(applied.refusal, draft, 'vi'));
  return { ...applied, plain: parse(layOntoText(TEXT, applied.changes)) };
}

describe('[F1] writing a draft', () => {
  it('gives a figure another id, and every rule follows: a ratio, a formula within a branch', () => {
    const { plain, renamed } = done({ operation: 'rename', at: ['figures', 1], to: 'finished' });
    const [first, second] = plain.domains[0].criteria[1].subCriteria;
    expect(first.rule.of.ratio).toEqual(['finished', 'planned']);
    expect(second.rule.cases[0].rule.expression).toBe('min(finished, planned) * 0.5');
    expect(renamed).toEqual([{ what: 'figure', from: 'done', to: 'finished' }]);
  });

  it('numbers all parts by their order; a branch goes on naming the item that it hangs on', () => {
    const { document, plain, renamed } = done({ operation: 'renumber' });
    expect(treeOf(document)).toEqual(['I', ' I.1', ' I.2', '  I.2.1', '  I.2.2', 'II', ' II.1']);
    expect(plain.domains[0].criteria[1].subCriteria[1].rule.on.item).toBe('I.1');
    expect(renamed).toContainEqual({ what: 'item', from: '2.a', to: 'I.2.1' });
  });

  it('moves an item into another domain, where it becomes a criterion', () => {
    const { document } = done({ operation: 'move', at: at('2.b'), into: ['domains', 1, 'criteria'], index: 0 });
    expect(treeOf(document)).toEqual(['I', ' 1', ' 2', '  2.a', 'II', ' 2.b', ' 3']);
  });

  it('splits an item beside itself: both parts come from the same forebear, and can be compared in part only', () => {
    const parts = [
      { code: '2.a', maximum: '1' },
      { code: '2.c', title: { vi: 'Trước hạn' }, maximum: '0.5' },
    ];
    const { plain } = done({ operation: 'split', at: at('2.a'), parts, within: false });
    const [first, second] = plain.domains[0].criteria[1].subCriteria;
    expect([first.code, first.maximum, first.title.vi, first.rule.kind]).toEqual(['2.a', '1', 'Đúng hạn', 'bands']);
    expect([second.code, second.source, second.rule]).toEqual(['2.c', 'appraised', undefined]);
    expect([first.lineage, second.lineage]).toEqual(Array(2).fill([{ edition: 'nam-truoc', item: '1.2', comparable: 'partly' }]));
  });

  it('splits a criterion into sub-criteria, of which the first keeps its rule', () => {
    const parts = [
      { code: '3.1', title: { vi: 'Ban hành' } },
      { code: '3.2', title: { vi: 'Rà soát' } },
    ];
    const { plain } = done({ operation: 'split', at: at('3'), parts, within: true });
    expect(plain.domains[1].criteria[0]).toEqual({
      code: '3',
      title: { vi: 'Văn bản' },
      maximum: 1,
      subCriteria: [
        { source: 'appraised', rule: { kind: 'given' }, code: '3.1', title: { vi: 'Ban hành' } },
        { source: 'appraised', code: '3.2', title: { vi: 'Rà soát' } },
      ],
    });
  });

  it('merges two items: points add up, forebears of both are kept, one that could not be compared stays so', () => {
    const { document, plain } = done({ operation: 'merge', at: at('2.a'), others: [at('2.b')] });
    expect(treeOf(document)).toEqual(['I', ' 1', ' 2', '  2.a', 'II', ' 3']);
    const [merged] = plain.domains[0].criteria[1].subCriteria;
    expect(merged.maximum).toBe(2);
    expect(merged.lineage.map(({ item, comparable }: Record<string, string>) => `${item} ${comparable}`)).toEqual(['1.2 partly', '1.3 no']);
  });

  it.each<{ operation: Operation; why: string; english: string }>([
    {
      operation: { operation: 'remove', at: ['figures', 1] },
      why: 'Chưa xóa được số liệu “Số nhiệm vụ đã xong”: tiêu chí thành phần 2.a, tiêu chí thành phần 2.b đang dùng.',
      english: 'Figure “Số nhiệm vụ đã xong” cannot be removed: it is used by sub-criterion 2.a, sub-criterion 2.b.',
    },
    {
      operation: { operation: 'remove', at: ['domains', 0, 'criteria', 0] },
      why: 'Chưa xóa được tiêu chí 1: tiêu chí thành phần 2.b đang dùng.',
      english: 'Criterion 1 cannot be removed: it is used by sub-criterion 2.b.',
    },
    {
      operation: { operation: 'add', into: ['domains', 0, 'criteria', 0, 'subCriteria'], index: 0, value: { code: '1.1' } },
      why: 'Tiêu chí 1 đang được chấm điểm trực tiếp. Cần tách thành các tiêu chí thành phần trước.',
      english: 'Criterion 1 gets points itself. Split it into sub-criteria first.',
    },
    {
      operation: { operation: 'rename', at: ['figures', 0], to: 'done' },
      why: 'Mã “done” đã có.',
      english: 'The code “done” is taken.',
    },
    {
      operation: { operation: 'move', at: ['domains', 0], into: ['domains', 1, 'criteria'], index: 0 },
      why: 'Lĩnh vực II không đặt được ở vị trí này.',
      english: 'Domain II cannot stand there.',
    },
    {
      operation: { operation: 'remove', at: ['domains', 7] },
      why: 'Không tìm thấy vị trí này trong bản dự thảo.',
      english: 'There is no such place in the draft.',
    },
  ])('changes nothing and says why: $why', ({ operation, why, english }) => {
    const applied = applyOperation(draft, operation);
    if (!('refusal' in applied)) throw new Error('it was applied');
    expect([refusalText(applied.refusal, draft, 'vi'), refusalText(applied.refusal, draft, 'en')]).toEqual([why, english]);
  });

  it.each<{ operation: Operation; text: string }>([
    { operation: { operation: 'set', at: ['domains', 0, 'criteria', 0, 'maximum'], value: '3' }, text: 'Sửa điểm tối đa của tiêu chí 1' },
    {
      operation: { operation: 'set', at: ['domains', 0, 'criteria', 0, 'guidance', 'evidence', 'vi'], value: 'Kế hoạch' },
      text: 'Sửa tài liệu kiểm chứng của tiêu chí 1',
    },
    { operation: { operation: 'add', into: ['domains'], index: 2, value: { code: 'III' } }, text: 'Thêm lĩnh vực III' },
    { operation: { operation: 'rename', at: ['figures', 0], to: 'plan' }, text: 'Đổi mã của số liệu “Số nhiệm vụ” thành “plan”' },
    { operation: { operation: 'renumber' }, text: 'Đánh lại số thứ tự trong bộ tiêu chí' },
  ])('is told in words: $text', ({ operation, text }) => expect(operationText(operation, draft, 'vi')).toBe(text));

  it('tells where one author deleted what another wrote in', () => {
    const removed = done({ operation: 'remove', at: ['domains', 1] });
    const changed = done({ operation: 'set', at: [...at('3'), 'title', 'vi'], value: 'Văn bản mới' });
    const found = conflicts(removed.changes, changed.changes);
    expect(found.map((conflict) => conflictText(conflict, draft, 'vi'))).toEqual(['Một người xóa, một người sửa lĩnh vực II.']);
    expect(valueAt(draft, at('3'))).toBeDefined();
  });
});
