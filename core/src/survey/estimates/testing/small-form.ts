import { Faults } from '../../../reading/faults.ts';
import { readJson } from '../../../reading/json.ts';
import { readScheme } from '../../../scheme/read.ts';
import type { Scheme } from '../../../scheme/types.ts';
import type { JsonObject } from '../../../testing/documents.ts';
import { scheme } from '../../../testing/small-round.ts';
import type { Option, Question, Questionnaire } from '../../questionnaire/types.ts';

const LEVELS = [
  ['a', 'Tốt', '1'],
  ['b', 'Khá', '0.6'],
  ['c', 'Trung bình', '0.2'],
  ['d', 'Chưa tốt', '0'],
] as const;

export const LEVEL_OPTIONS: Option[] = LEVELS.map(([id, vi]) => ({ id, title: { vi } }));
export const WEIGHTED = LEVELS.map(([id, vi, weight]) => ({ id, weight, title: { vi } }));

const asked = { required: true, noOpinion: true, when: [] };

/** A question with one answer, by the four levels. */
export const single = (id: string, changes: Partial<Question> = {}): Question =>
  ({ ...asked, id, kind: 'single', title: { vi: `Câu ${id}` }, options: LEVEL_OPTIONS, shuffled: false, ...changes }) as Question;

/** A matrix by the four levels. */
export const matrix = (id: string, rows: readonly string[], changes: Partial<Question> = {}): Question =>
  ({
    ...asked,
    id,
    kind: 'matrix',
    title: { vi: `Bảng ${id}` },
    options: LEVEL_OPTIONS,
    shuffled: false,
    rows: rows.map((row) => ({ id: row, title: { vi: `Dòng ${row}` } })),
    ...changes,
  }) as Question;

/** A form of one page, changed as said. */
export const form = (questions: Question[], changes: Partial<Questionnaire> = {}): Questionnaire => ({
  format: 'parindex-questionnaire/1',
  scheme: 'minh-hoa',
  group: 'councillors',
  title: { vi: 'Phiếu điều tra minh họa' },
  status: 'illustrative',
  consent: { purpose: { vi: 'Minh họa' }, keptDays: '90' },
  pages: [{ id: 'p1', title: { vi: 'Trang 1' }, shuffled: false, questions }],
  ...changes,
});

/** Everything that a form asks. */
export const everything = ({ pages }: Questionnaire): ReadonlySet<string> => new Set(pages.flatMap(({ questions }) => questions.map(({ id }) => id)));

/** A sound edition, changed as said. */
export const edition = (changes: JsonObject): Scheme => {
  const faults = new Faults();
  const read = readScheme(readJson(JSON.stringify(scheme(changes))).value, faults);
  if (!read) throw new Error(faults.list.map(({ code, path }) => `${code} ${path}`).join(', '));
  return read;
};
