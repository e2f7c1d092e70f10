import type { Respondent } from '@parindex/core/survey/respondents/index';
import { planInFull } from '../../documents/citing.ts';
import { type Block, type OfficialDocument, paragraph } from '../../documents/document.ts';
import { type Agency, called, draftMarks, issuedDocument } from '../../documents/issued.ts';
import type { RoundOfLetters } from '../rounds/round-of-letters.ts';

/** As many letters of a list's hash as its page shows: enough to tell two lists apart. */
const SHOWN_OF_HASH = 16;

export interface ListConfirmationData extends RoundOfLetters {
  /** Whose list it is. */
  readonly by: Agency;
  /** Groups with somebody on the list. */
  readonly groups: readonly { readonly title: string; readonly rows: readonly Pick<Respondent, 'name' | 'position' | 'unit'>[] }[];
  readonly hash: string;
}

const groupBlocks = ({ title, rows }: ListConfirmationData['groups'][number], index: number): Block[] => [
  { kind: 'heading', level: 2, text: `${index + 1}. ${title} (${rows.length} người)` },
  {
    kind: 'table',
    columns: [
      { head: 'STT', width: 7, align: 'center' },
      { head: 'Họ và tên', width: 31 },
      { head: 'Chức vụ', width: 27 },
      { head: 'Đơn vị công tác', width: 35 },
    ],
    rows: rows.map(({ name, position, unit }, row) => ({ cells: [String(row + 1), name, position ?? '', unit ?? ''] })),
  },
];

/**
 * The document by which a body stands for its list of respondents (công văn xác nhận danh sách), to be numbered and signed outside. It names people and how
 * nobody is reached: its scanned copy is read by the owner of the round.
 */
export function listConfirmation({ owner, by, round, plan, bases, scheme, illustrative, groups, hash }: ListConfirmationData): OfficialDocument {
  const [to, from] = [called(owner), called(by)];
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const work = `điều tra xã hội học phục vụ xác định Chỉ số cải cách hành chính năm ${round.year}`;
  const parts = groups.map(({ title, rows }) => `${title}: ${rows.length} người`).join('; ');
  return issuedDocument(by, {
    title: `Công văn xác nhận danh sách người được lấy ý kiến – ${round.title}`,
    marks: draftMarks(illustrative, scheme.status),
    as: 'letter',
    about: `xác nhận danh sách người được lấy ý kiến ${work}`,
    form: null,
    to: [to],
    body: [
      paragraph(`Thực hiện ${planInFull({ plan, bases, round })}, ${from} đã lập danh sách người được lấy ý kiến ${work}, gồm ${count} người (${parts}).`),
      paragraph(`${from} xác nhận danh sách tại Phụ lục đúng đối tượng, đúng người, và chịu trách nhiệm về danh sách này.`),
      paragraph(`Mã kiểm tra của danh sách trên phần mềm: ${hash.slice(0, SHOWN_OF_HASH)}./.`),
    ],
    annexes: [{ about: 'danh sách người được lấy ý kiến', blocks: groups.flatMap(groupBlocks) }],
  });
}
