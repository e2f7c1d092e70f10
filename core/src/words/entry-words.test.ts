import { describe, expect, it } from 'vitest';
import { ACTS } from '../ledger/entry.ts';
import { type HistoryEntry, type Run, runsOf } from '../ledger/runs.ts';
import type { Scheme } from '../scheme/types.ts';
import { readSchemeOf } from '../testing/documents.ts';
import { domain, item, scheme as schemeWith } from '../testing/small-round.ts';
import { ACT_PHRASES } from './entry-phrases.ts';
import { fieldName, runWords } from './entry-words.ts';
import { LANGUAGES, type Language } from './index.ts';
import { schemeNames } from './scheme-names.ts';

const levels = [
  { id: 'a', title: { vi: 'Đầy đủ', en: 'In full' }, points: 1 },
  { id: 'b', upTo: '0.5' },
];
const checks = [
  { id: 'k', title: { vi: 'Có kế hoạch', en: 'Planned' }, points: '0.5' },
  { id: 'l', points: '0.5' },
];
const scheme = readSchemeOf(
  schemeWith({
    figures: [
      { id: 'inspected', type: 'amount', title: { vi: 'Số đơn vị được kiểm tra', en: 'Units inspected' } },
      { id: 'issued', type: 'date', title: { vi: 'Ngày ban hành', en: 'Date of issue' } },
    ],
    domains: [
      domain('1', [
        item('1.1', { conditions: [{ id: 'late', title: { vi: 'Gửi muộn', en: 'Sent late' }, when: true, points: 0 }] }),
        item('1.2', { rule: { kind: 'levels', levels } }),
        item('1.3', { rule: { kind: 'checks', checks } }),
      ]),
    ],
  }),
).scheme as Scheme;

const names = { vi: schemeNames(scheme, 'vi'), en: schemeNames(scheme, 'en') };

const entry = (seq: number, changes: Record<string, unknown>, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: `e${seq}`,
  seq,
  target: { kind: 'figure', id: 'inspected' },
  act: 'declare',
  stage: 'claimed',
  standing: 'effective',
  actor: { id: 'an', name: 'An' },
  role: 'clerk',
  onBehalfOf: null,
  receivedAt: new Date(seq * 3_600_000).toISOString(),
  edition: 'e1',
  changes,
  erased: [],
  points: null,
  reason: { code: null, text: null },
  origin: 'web',
  ...more,
});

const tell = (entries: HistoryEntry[], language: Language = 'vi', fromStart = true) =>
  runWords(runsOf(entries, { fromStart })[0] as Run, names[language], 'Tỉnh Minh họa 01').text;
const ofItem = (id: string, changes: Record<string, unknown>, more: Partial<HistoryEntry> = {}) => entry(2, changes, { target: { kind: 'item', id }, ...more });

describe('what entries did, in words', () => {
  it('a figure changed, with its reason', () => {
    const history = [entry(1, { value: '3' }), entry(2, { value: '1234.5' }, { reason: { code: null, text: 'Bổ sung báo cáo' } })];
    expect(tell(history)).toBe('An (Tỉnh Minh họa 01) đổi số liệu “Số đơn vị được kiểm tra” từ 3 thành 1.234,5, nêu lý do: “Bổ sung báo cáo”.');
    expect(tell(history, 'en')).toBe('An (Tỉnh Minh họa 01) changed the figure “Units inspected” from 3 to 1,234.5, giving the reason “Bổ sung báo cáo”.');
  });

  it.each<[string, HistoryEntry[], string]>([
    ['entered', [entry(1, { value: '3', source: 'Báo cáo' })], 'nhập số liệu “Số đơn vị được kiểm tra” là 3; ghi nguồn của số liệu “Số đơn vị được kiểm tra”.'],
    ['taken away', [entry(1, { value: '3' }), entry(2, { value: null })], 'xóa số liệu “Số đơn vị được kiểm tra” (trước đó là 3).'],
    ['a date', [entry(1, { value: '2025-03-05' }, { target: { kind: 'figure', id: 'issued' } })], 'nhập số liệu “Ngày ban hành” là 05/03/2025.'],
    [
      'an answer',
      [ofItem('1.1', { 'answer.yes': true, 'answer.conditions.late': false })],
      'nhập nội dung tự chấm là “Có”; nhập nội dung kê khai về điều kiện “Gửi muộn” là “Không” tại tiêu chí 1.1.',
    ],
    ['a level', [ofItem('1.2', { 'answer.level': 'a' })], 'nhập mức đã chọn là “Đầy đủ” tại tiêu chí 1.2.'],
    ['points', [ofItem('1.2', { 'answer.points': '0.25' })], 'nhập điểm chấm là 0,25 điểm tại tiêu chí 1.2.'],
    ['ticks', [ofItem('1.3', { 'answer.checks': ['k', 'l'] })], 'nhập nội dung đã xác nhận là “Có kế hoạch”, “l” tại tiêu chí 1.3.'],
    ['no ticks', [ofItem('1.3', { 'answer.checks': [] })], 'nhập nội dung đã xác nhận là không có nội dung nào tại tiêu chí 1.3.'],
    [
      'a state',
      [ofItem('1.1', { state: 'notApplicable', reason: 'Không có' })],
      'nhập trạng thái là “Không đánh giá”; ghi lý do của trạng thái tại tiêu chí 1.1.',
    ],
    [
      'a text',
      [ofItem('1.1', { justification: 'a' }), { ...ofItem('1.1', { justification: 'b' }), seq: 9, receivedAt: entry(9, {}).receivedAt }],
      'sửa nội dung giải trình tại tiêu chí 1.1.',
    ],
    [
      'a text erased by law',
      [ofItem('1.1', {}, { erased: ['justification'] })],
      'ghi nội dung giải trình (văn bản đã được xóa theo quy định) tại tiêu chí 1.1.',
    ],
    ['a verdict', [ofItem('1.1', {}, { act: 'appraise', stage: 'appraised' })], 'thẩm định: chấp nhận nội dung đã khai tại tiêu chí 1.1.'],
    ['the whole sheet', [entry(1, {}, { act: 'freeze', target: null })], 'chốt số liệu của Bảng chấm điểm.'],
    [
      'entered again as it stood',
      [entry(1, { value: '3' }), entry(2, { value: '3' }, { origin: 'import' })],
      'ghi lại số liệu “Số đơn vị được kiểm tra” như trước, là 3.',
    ],
  ])('%s', (_what, history, said) => {
    expect(tell(history)).toBe(`An (Tỉnh Minh họa 01) ${said}`);
  });

  it('says nothing of what stood before where that is not known', () => {
    expect(tell([entry(5, { value: '3' })], 'vi', false)).toBe('An (Tỉnh Minh họa 01) nhập số liệu “Số đơn vị được kiểm tra” là 3.');
  });

  it('names who acted for whom, and leaves out an office that is not known', () => {
    const run = runsOf([entry(1, { value: '3' }, { onBehalfOf: { id: 'b', name: 'Bình' } })], { fromStart: true })[0] as Run;
    expect(runWords(run, names.vi).text).toBe('An, thay mặt Bình, nhập số liệu “Số đơn vị được kiểm tra” là 3.');
  });

  it('has a sentence for every act, with and without changes, in both languages', () => {
    for (const language of LANGUAGES) {
      for (const each of ACTS) for (const changes of [undefined, 'x']) expect(ACT_PHRASES[language][each](changes)).toMatch(/\S/);
    }
  });

  it('calls a field that the edition does not know by its own name', () => {
    expect(fieldName({ kind: 'item', id: '9.9' }, 'answer.conditions.x', names.vi)).toBe('nội dung kê khai về điều kiện “x”');
    expect(fieldName({ kind: 'figure', id: 'gone' }, 'value', names.vi)).toBe('số liệu “gone”');
    expect(fieldName({ kind: 'item', id: '1.1' }, 'toString', names.vi)).toBe('toString');
  });
});
