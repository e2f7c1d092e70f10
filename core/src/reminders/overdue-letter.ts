import { displayDate } from '../quantity/display.ts';
import { dayOf } from '../round/index.ts';
import type { OwnPoints } from '../scoring/sheet-points.ts';
import { leftText } from '../words/points-text.ts';
import { deadlineText } from '../words/step-times.ts';

/** A body that has not ended its self-assessment. */
export interface LateBody {
  readonly name: string;
  /** ISO 8601: when it closes for this body. */
  readonly closes: string;
  /** Whether that is past. */
  readonly late: boolean;
  /** Of what it scores itself. */
  readonly own: Pick<OwnPoints, 'asked' | 'answered'>;
  /** Parts that departments have in hand and their leaders have not approved. */
  readonly notApproved: number;
  /** Items with an error in figures or their grounds, as the board counts them. */
  readonly errors: number;
}

export interface OverdueLetter {
  readonly owner: string;
  readonly round: string;
  /** Milliseconds. */
  readonly moment: number;
  readonly bodies: readonly LateBody[];
}

/** What a body has still to do, as an overdue letter lists it. */
export function missingOf({ own, notApproved, errors }: Pick<LateBody, 'own' | 'notApproved' | 'errors'>): string {
  const parts = [
    ...(own.answered < own.asked ? [leftText(own, 'vi')] : []),
    ...(errors > 0 ? [`còn ${errors} lỗi số liệu, căn cứ`] : []),
    ...(notApproved > 0 ? [`còn ${notApproved} nội dung chưa được lãnh đạo đơn vị được giao duyệt`] : []),
    'chưa chốt số liệu',
  ];
  return parts.join('; ');
}

/** The overdue letter as a short text for messaging apps. */
export function overdueLetterText({ owner, round, moment, bodies }: OverdueLetter): string {
  const line = (body: LateBody, index: number) =>
    `${index + 1}. ${body.name}: ${missingOf(body)} (${body.late ? 'quá hạn, hạn' : 'hạn'} ${deadlineText(body.closes, 'vi')})`;
  return [
    `${owner} đôn đốc tự đánh giá, chấm điểm: ${round}.`,
    // Those that were chosen: there may be others.
    `Đến ngày ${displayDate(dayOf(moment))}, ${bodies.length === 1 ? 'cơ quan, đơn vị' : 'các cơ quan, đơn vị'} sau đây chưa hoàn thành:`,
    ...bodies.map(line),
    'Đề nghị khẩn trương hoàn thành và chốt số liệu trên hệ thống; trường hợp có vướng mắc, đề nghị phản ánh kịp thời để được hướng dẫn.',
  ].join('\n');
}
