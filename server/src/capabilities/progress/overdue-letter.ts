import { displayDate } from '@parindex/core';
import { missingOf, type OverdueLetter } from '@parindex/core/reminders/index';
import { dayOf } from '@parindex/core/round/index';
import type { SchemeStatus } from '@parindex/core/scheme/types';
import { deadlineText } from '@parindex/core/words/step-times';
import { LEFT_BLANK, MARKS, type OfficialDocument, schemeMarks } from '../../documents/document.ts';

/** Most bodies listed after "Kính gửi"; with more, they are only named in the table. */
const MOST_NAMED = 10;

interface OverdueLetterData extends OverdueLetter {
  readonly illustrative: boolean;
  /** Of the edition. */
  readonly status: SchemeStatus;
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** A letter urging bodies to complete their self-assessment (công văn đôn đốc), to be numbered and signed outside; the product does not send it. */
export function overdueLetter({ owner, round, moment, bodies, illustrative, status }: OverdueLetterData): OfficialDocument {
  const today = displayDate(dayOf(moment));
  const late = bodies.filter((body) => body.late).length;
  const overdue = late === 0 ? '' : late === bodies.length ? ', đều đã quá hạn' : `, trong đó ${late} cơ quan, đơn vị đã quá hạn`;
  return {
    title: `Công văn đôn đốc tự đánh giá, chấm điểm – ${round}`,
    marks: [...(illustrative ? [MARKS.invented] : []), ...schemeMarks(status), MARKS.draft],
    letterhead: { issuer: { above: null, name: owner }, number: null, symbol: LEFT_BLANK, place: null, day: null },
    subject: { as: 'letter', about: 'V/v đôn đốc tự đánh giá, chấm điểm' },
    to: bodies.length > MOST_NAMED ? ['Các cơ quan, đơn vị có tên trong danh sách dưới đây'] : bodies.map(({ name }) => name),
    across: false,
    body: [
      {
        kind: 'paragraph',
        text: `Thực hiện kế hoạch của “${round}”, các cơ quan, đơn vị tham gia phải hoàn thành việc tự đánh giá, chấm điểm và chốt số liệu trên hệ thống đúng thời hạn. Qua theo dõi, đến ngày ${today} còn ${bodies.length} cơ quan, đơn vị chưa hoàn thành${overdue}, cụ thể như sau:`,
      },
      {
        kind: 'table',
        columns: [
          { head: 'STT', width: 7, align: 'center' },
          { head: 'Cơ quan, đơn vị', width: 31 },
          { head: 'Hạn hoàn thành', width: 25 },
          { head: 'Nội dung chưa hoàn thành', width: 37 },
        ],
        rows: bodies.map((body, index) => ({
          cells: [String(index + 1), body.name, `${capital(deadlineText(body.closes, 'vi'))}${body.late ? '\n(đã quá hạn)' : ''}`, capital(missingOf(body))],
        })),
      },
      {
        kind: 'paragraph',
        text: `${owner} đề nghị các cơ quan, đơn vị có tên nêu trên khẩn trương hoàn thành việc tự đánh giá, chấm điểm, bổ sung tài liệu kiểm chứng, chốt số liệu và gửi kết quả theo quy định.`,
      },
      {
        kind: 'paragraph',
        text: `Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh kịp thời về ${owner} để được hướng dẫn./.`,
      },
    ],
    recipients: ['Như trên', 'Lưu: VT'],
    // Who signs, and in what capacity, is filled in by whoever numbers the letter.
    signatures: [{ authority: null, position: 'Quyền hạn, chức vụ của người ký', name: null }],
    annexes: [],
    footer: null,
  };
}
