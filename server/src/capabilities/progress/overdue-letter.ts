import type { BodyKind } from '@parindex/core/bodies/types';
import { type LateBody, missingOf } from '@parindex/core/reminders/index';
import { dayOf } from '@parindex/core/round/index';
import type { SchemeStatus } from '@parindex/core/scheme/types';
import type { ReportForm } from '@parindex/core/submissions/report-form';
import { capital } from '@parindex/core/text/capital';
import { deadlineText } from '@parindex/core/words/step-times';
import { planInFull, type RoundBases } from '../../documents/citing.ts';
import { inWords, type OfficialDocument } from '../../documents/document.ts';
import { type Agency, called, draftMarks, issuedDocument } from '../../documents/issued.ts';

/** Most bodies listed after "Kính gửi"; with more, they are only named in the table. */
const MOST_NAMED = 10;

/** A body that the letter is sent to. */
interface UrgedBody extends LateBody {
  readonly kind: BodyKind;
}

interface OverdueLetterData extends RoundBases {
  readonly owner: Agency;
  /** Who signs it, where, and who gets it besides; null: left blank. */
  readonly form: ReportForm | null;
  /** Milliseconds. */
  readonly moment: number;
  readonly bodies: readonly UrgedBody[];
  readonly illustrative: boolean;
  /** Of the edition. */
  readonly status: SchemeStatus;
}

/** A letter urging bodies to complete their self-assessment (công văn đôn đốc), to be numbered and signed outside; the product does not send it. */
export function overdueLetter({ owner, round, plan, bases, form, moment, bodies, illustrative, status }: OverdueLetterData): OfficialDocument {
  const late = bodies.filter((body) => body.late).length;
  const overdue =
    late === 0 ? '' : late === bodies.length ? (bodies.length === 1 ? ', đã quá hạn' : ', đều đã quá hạn') : `, trong đó ${late} cơ quan, đơn vị đã quá hạn`;
  const many = bodies.length > MOST_NAMED;
  const names = bodies.map(called);
  const work = `tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm ${round.year}`;
  const from = called(owner);
  const [only] = names;
  const one = names.length === 1 ? only : undefined;
  const missing = bodies.map(missingOf);
  return issuedDocument(owner, {
    title: `Công văn đôn đốc tự đánh giá, chấm điểm – ${round.title}`,
    marks: draftMarks(illustrative, status),
    as: 'letter',
    about: `đôn đốc ${work}`,
    form,
    to: many ? ['Các cơ quan, đơn vị có tên trong danh sách dưới đây'] : names,
    body: [
      {
        kind: 'paragraph',
        text: `Thực hiện ${planInFull({ plan, bases, round })}, các cơ quan, đơn vị tham gia phải hoàn thành việc ${work}, chốt số liệu và gửi báo cáo đúng thời hạn. Qua theo dõi, đến ${inWords(dayOf(moment))} ${one ?? 'các cơ quan, đơn vị sau đây'} chưa hoàn thành${overdue}:`,
      },
      {
        kind: 'table',
        columns: [
          { head: 'STT', width: 7, align: 'center' },
          { head: 'Cơ quan, đơn vị', width: 31 },
          { head: 'Thời hạn hoàn thành', width: 25 },
          { head: 'Nội dung chưa hoàn thành', width: 37 },
        ],
        rows: bodies.map((body, index) => ({
          cells: [
            String(index + 1),
            names[index] ?? body.name,
            `${capital(deadlineText(body.closes, 'vi'))}${body.late ? '\n(đã quá hạn)' : ''}`,
            capital(missing[index] ?? ''),
          ],
        })),
      },
      { kind: 'paragraph', text: `${from} đề nghị ${one ?? 'các cơ quan, đơn vị có tên nêu trên'} khẩn trương:` },
      { kind: 'paragraph', text: '- Hoàn thành việc tự đánh giá, chấm điểm các tiêu chí còn lại;' },
      { kind: 'paragraph', text: '- Bổ sung tài liệu kiểm chứng, giải trình đối với tiêu chí chưa có tài liệu;' },
      { kind: 'paragraph', text: `- Chốt số liệu, ký số và gửi Báo cáo ${work} về ${from} theo đúng quy định.` },
      {
        kind: 'paragraph',
        text: `Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị ${one ?? 'các cơ quan, đơn vị'} phản ánh kịp thời về ${from} để được hướng dẫn./.`,
      },
    ],
  });
}
