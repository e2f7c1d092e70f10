import type { Language } from '@parindex/core';
import { deadlineText } from '@parindex/core/words/step-times';
import { NOT_SEEN_BY_BODY } from '@parindex/core/words/survey-words';
import { type Block, MARKS, type OfficialDocument, paragraph } from '../../documents/document.ts';
import { inertText } from '../../documents/inert-text.ts';
import { type Agency, called, issuedDocument, signatureOf } from '../../documents/issued.ts';
import { writeLists } from '../../documents/xlsx.ts';
import type { Invited } from './acts/make-links.ts';

/** What invitations to the forms of a survey say besides whom they invite. */
export interface Inviting {
  readonly owner: Agency;
  readonly round: { readonly title: string; readonly year: number };
  /** ISO 8601. */
  readonly closes: string;
  /** In Vietnamese where no language is said. */
  readonly groupTitle: (group: string, language?: Language) => string;
  readonly questionnaire: (group: string, language?: Language) => string;
  readonly bodyName: (body: string) => string;
  readonly illustrative: boolean;
}

const HOW_LONG = 'Mỗi liên kết chỉ dùng cho một người và gửi phiếu một lần; có thể trả lời dần, nội dung đã nhập được lưu lại.';

/** A message to be sent by telephone as it stands. */
const messageTo = ({ name, group, link }: Invited, { owner, closes, questionnaire }: Inviting): string =>
  `Kính gửi ông/bà ${name}, ${called(owner)} trân trọng mời ông/bà trả lời “${questionnaire(group)}” tại địa chỉ ${link} (hạn đến ${deadlineText(closes, 'vi')}). ${NOT_SEEN_BY_BODY.vi} Liên kết này dành riêng cho ông/bà, đề nghị không chuyển cho người khác.`;

const COLUMNS = [
  ['STT', 6],
  ['Cơ quan được đánh giá', 30],
  ['Nhóm đối tượng', 28],
  ['Họ và tên', 26],
  ['Chức vụ', 24],
  ['Đơn vị công tác', 30],
  ['Điện thoại', 15],
  ['Thư điện tử', 26],
  ['Địa chỉ nhận thư', 30],
  ['Liên kết trả lời phiếu', 60],
  ['Tin nhắn gửi người trả lời', 90],
] as const;

/** All links as a workbook, each with a message that is ready to be sent. */
export const linkList = (people: readonly Invited[], inviting: Inviting): Promise<Uint8Array> =>
  writeLists([
    {
      name: 'Liên kết trả lời phiếu',
      about: [
        'DANH SÁCH LIÊN KẾT TRẢ LỜI PHIẾU ĐIỀU TRA XÃ HỘI HỌC',
        inviting.round.title,
        `Hạn trả lời: ${deadlineText(inviting.closes, 'vi')}. Không cung cấp liên kết của một người cho người khác; danh sách này chỉ dùng để gửi từng người và được xóa sau khi gửi.`,
        ...(inviting.illustrative ? [MARKS.invented] : []),
      ],
      columns: COLUMNS.map(([head, width]) => ({ head, width, format: '@' })),
      rows: people.map((person, index) => ({
        cells: [
          index + 1,
          ...[inviting.bodyName(person.body), inviting.groupTitle(person.group), person.name, person.position, person.unit].map(inertText),
          ...[person.phone, person.mail, person.address, person.link, messageTo(person, inviting)].map(inertText),
        ],
      })),
    },
  ]);

const NAME = 'Giấy mời';
const LETTERS = 'GM';

/** A letter to each, a page of its own, with the link as a QR code: to be signed and given to them by name. */
export function invitationLetters(people: readonly Invited[], inviting: Inviting): OfficialDocument {
  const { owner, round, closes, illustrative } = inviting;
  const about = `trả lời phiếu điều tra xã hội học phục vụ xác định Chỉ số cải cách hành chính năm ${round.year}`;
  const issued = issuedDocument(owner, {
    ...{ title: `Giấy mời trả lời phiếu điều tra xã hội học – ${round.title}`, marks: illustrative ? [MARKS.invented] : [] },
    ...{ as: { name: NAME, letters: LETTERS }, about, form: null, to: [], size: 13, body: [] },
  });
  const letterOf = (person: Invited, index: number): Block[] => [
    ...(index === 0 || issued.letterhead === null ? [] : [{ kind: 'letterhead' as const, letterhead: issued.letterhead, name: NAME, about }]),
    { kind: 'paragraph', style: 'centred', text: `Kính gửi: Ông/Bà ${person.name}` },
    ...(person.position === null && person.unit === null
      ? []
      : [{ kind: 'paragraph' as const, style: 'centred' as const, text: [person.position, person.unit].filter(Boolean).join(', ') }]),
    paragraph(
      `${called(owner)} tổ chức điều tra xã hội học phục vụ ${round.title}. Ý kiến của Ông/Bà, thuộc nhóm “${inviting.groupTitle(person.group)}”, là một căn cứ để đánh giá ${inviting.bodyName(person.body)}.`,
    ),
    paragraph(
      `Trân trọng mời Ông/Bà trả lời “${inviting.questionnaire(person.group)}”, hạn đến ${deadlineText(closes, 'vi')}, bằng cách quét mã dưới đây hoặc mở địa chỉ:`,
    ),
    { kind: 'qr', link: person.link },
    { kind: 'paragraph', style: 'centred', text: person.link },
    { kind: 'paragraph', style: 'bold', text: NOT_SEEN_BY_BODY.vi },
    paragraph(HOW_LONG),
    { kind: 'signature', signature: { ...signatureOf(owner.kind, null), room: 18 }, last: index === people.length - 1 },
  ];
  return { ...issued, recipients: [], signatures: [], body: people.flatMap(letterOf) };
}
