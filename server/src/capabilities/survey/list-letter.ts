import { RESPONDENT_COLUMNS, type RespondentColumn } from '@parindex/core/survey/respondents/index';
import { REPLACEMENT_REASON_NAMES, RESPONDENT_COLUMN_NAMES } from '@parindex/core/words/respondent-list-words';
import { deadlineText, openingText } from '@parindex/core/words/step-times';
import { planInFull } from '../../documents/citing.ts';
import { BLANK_DAY, type Block, inWords, type OfficialDocument, paragraph } from '../../documents/document.ts';
import { type Agency, called, draftMarks, issuedDocument } from '../../documents/issued.ts';
import type { RoundOfLetters } from '../rounds/round-of-letters.ts';
import { REPLACEMENT_RULE } from './replacement-rule.ts';

/** Most bodies listed after "Kính gửi"; more are called together. */
const MOST_NAMED = 10;

export interface ListLetterData extends RoundOfLetters {
  /** Who is asked for a list. */
  readonly bodies: readonly Agency[];
  /** yyyy-mm-dd by which lists are asked for; null: filled in outside. */
  readonly until: string | null;
  /** The step of the survey, ISO 8601; null where the calendar has none. */
  readonly step: { readonly opens: string; readonly closes: string } | null;
  readonly groups: readonly { readonly title: string; readonly questionnaire: string }[];
  /** Of a group with fewer answers nothing is worked out. */
  readonly threshold: number;
}

/** What is written into a column of the form. */
const HOW: Readonly<Record<RespondentColumn, string>> = {
  number: 'Số thứ tự.',
  name: 'Họ và tên đầy đủ; bắt buộc.',
  position: 'Chức vụ, chức danh.',
  unit: 'Đơn vị công tác.',
  group: 'Một trong các nhóm đối tượng nêu tại mục 1; bắt buộc, trừ trường hợp cả tệp thuộc một nhóm.',
  phone: 'Số điện thoại di động.',
  mail: 'Địa chỉ thư điện tử công vụ hoặc cá nhân.',
  address: 'Địa chỉ nhận thư giấy, nếu không có điện thoại và thư điện tử.',
  note: 'Nội dung khác cần lưu ý, nếu có.',
};

const annexBlocks = ({ groups, threshold }: Pick<ListLetterData, 'groups' | 'threshold'>): Block[] => [
  { kind: 'heading', level: 2, text: '1. Nhóm đối tượng được lấy ý kiến' },
  {
    kind: 'table',
    columns: [
      { head: 'STT', width: 7, align: 'center' },
      { head: 'Nhóm đối tượng', width: 40 },
      { head: 'Phiếu điều tra', width: 53 },
    ],
    rows: groups.map(({ title, questionnaire }, index) => ({ cells: [String(index + 1), title, questionnaire] })),
  },
  paragraph(
    `Lập danh sách gồm đủ những người thuộc mỗi nhóm, không chọn riêng người cho ý kiến thuận. Nhóm có ít hơn ${threshold} phiếu trả lời không được tính kết quả, nên cần nhiều hơn ${threshold} người.`,
  ),
  { kind: 'heading', level: 2, text: '2. Mẫu danh sách' },
  {
    kind: 'table',
    columns: [
      { head: 'Cột', width: 30 },
      { head: 'Cách ghi', width: 70 },
    ],
    rows: RESPONDENT_COLUMNS.map((column) => ({ cells: [RESPONDENT_COLUMN_NAMES.vi[column], HOW[column]] })),
  },
  paragraph('Mỗi người ghi ít nhất một cách liên hệ: điện thoại, thư điện tử hoặc địa chỉ nhận thư. Không ghi một người hai lần.'),
];

/** A letter that asks bodies for their lists of respondents (công văn đề nghị lập danh sách), to be numbered and signed outside. */
export function listLetter({ owner, bodies, round, plan, bases, scheme, illustrative, until, step, groups, threshold }: ListLetterData): OfficialDocument {
  const [from, names] = [called(owner), bodies.map(called)];
  const work = `điều tra xã hội học phục vụ xác định Chỉ số cải cách hành chính năm ${round.year}`;
  const [only] = names;
  const asked = names.length === 1 && only !== undefined ? only : 'các cơ quan, đơn vị';
  const time = step === null ? '' : `, thời gian trả lời phiếu từ ${openingText(step.opens, 'vi')} đến ${deadlineText(step.closes, 'vi')}`;
  const reasons = REPLACEMENT_RULE.reasons.map((reason) => REPLACEMENT_REASON_NAMES.vi[reason].toLocaleLowerCase('vi')).join(', ');
  return issuedDocument(owner, {
    title: `Công văn đề nghị lập danh sách người được lấy ý kiến – ${round.title}`,
    marks: draftMarks(illustrative, scheme.status),
    as: 'letter',
    about: `lập danh sách người được lấy ý kiến ${work}`,
    form: null,
    to: names.length > MOST_NAMED ? ['Các cơ quan, đơn vị tham gia đánh giá'] : names,
    body: [
      paragraph(`Thực hiện ${planInFull({ plan, bases, round })}, ${from} tổ chức ${work}${time}. Để gửi phiếu đúng đối tượng, ${from} đề nghị ${asked}:`),
      paragraph('- Lập danh sách người được lấy ý kiến theo từng nhóm đối tượng, đúng mẫu danh sách tại Phụ lục (tệp XLSX hoặc CSV gửi kèm);'),
      paragraph(
        `- Nạp danh sách vào phần mềm Chỉ số cải cách hành chính, mục Điều tra xã hội học, chậm nhất ${until === null ? BLANK_DAY : inWords(until)}; phần mềm kiểm tra và chỉ rõ từng dòng có lỗi để sửa trước khi nhận;`,
      ),
      paragraph(
        '- Xác nhận danh sách bằng văn bản có chữ ký, đóng dấu và tải bản chụp (PDF) lên phần mềm. Danh sách thay đổi sau khi xác nhận phải được xác nhận lại.',
      ),
      paragraph(`Người đã có trong danh sách chỉ được thay vì các lý do: ${reasons}. Sau khi phiếu đã được gửi, đề nghị liên hệ ${from} để thay người.`),
      paragraph(
        'Thông tin liên hệ chỉ dùng để gửi phiếu và được xóa theo thời hạn ghi trên phiếu. Cơ quan lập danh sách không xem được câu trả lời và không biết ai đã trả lời./.',
      ),
    ],
    annexes: [{ about: 'nhóm đối tượng và mẫu danh sách người được lấy ý kiến', blocks: annexBlocks({ groups, threshold }) }],
  });
}
