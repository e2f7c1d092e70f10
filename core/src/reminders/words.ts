import { displayDate } from '../quantity/display.ts';
import { dayOf, deadlineDay } from '../round/index.ts';
import { REMINDER_KIND_NAMES } from '../words/kinds.ts';
import type { Language } from '../words/language.ts';
import { STEP_WORK_NAMES } from '../words/steps.ts';
import type { SentReminder } from './due.ts';
import type { Duty, ReminderKind } from './duty.ts';

/** Midnight in Asia/Ho_Chi_Minh. */
const MIDNIGHT = /T17:00:00/;
/** Hours of Asia/Ho_Chi_Minh before UTC, in milliseconds. */
const ZONE = 7 * 3_600_000;

/** A closing (ISO 8601) as a deadline is written: "hết ngày 31/01/2023", "17 giờ 00 phút, ngày 31/01/2023". */
export function deadlineText(closes: string, language: Language): string {
  const moment = Date.parse(closes);
  const [vi, day] = [language === 'vi', displayDate(MIDNIGHT.test(closes) ? deadlineDay(moment) : dayOf(moment))];
  if (MIDNIGHT.test(closes)) return vi ? `hết ngày ${day}` : `the end of ${day}`;
  const clock = new Date(moment + ZONE).toISOString().slice(11, 16);
  return vi ? `${clock.replace(':', ' giờ ')} phút, ngày ${day}` : `${clock} on ${day}`;
}

/** A duty as a calendar shows it: "Hạn tự đánh giá, chấm điểm: Tỉnh Minh họa 01". */
export const dutyTitle = ({ step, part, body }: Pick<Duty, 'step' | 'part' | 'body'>): string =>
  part === null ? `Hạn ${STEP_WORK_NAMES.vi[step]}: ${body.name}` : `Hạn các nội dung được giao trong bảng điểm của ${body.name}`;

/** One reminder as a sentence. */
export function reminderSentence({ kind, round, body, step, parts, closes, target }: SentReminder, language: Language): string {
  const [name, until] = [STEP_WORK_NAMES[language][step], deadlineText(closes, language)];
  if (language === 'vi') {
    const what = parts === null ? `Việc ${name} của ${body.name}` : `${parts} nội dung được giao trong bảng điểm của ${body.name}`;
    const where = `(${round.title})`;
    switch (kind) {
      case 'dueSoon':
        return `${what} ${where} sắp đến hạn: ${until}.`;
      case 'lastDay':
        return `${what} ${where} đến ngày cuối: hạn ${until}.`;
      case 'overdue':
        return `${what} ${where} đã quá hạn (${until}) mà chưa ${parts === null ? 'chốt số liệu' : 'được lãnh đạo đơn vị duyệt'}.`;
      case 'returned':
        return `Nội dung ${target} trong bảng điểm của ${body.name} ${where} được trả lại để sửa.`;
      case 'extended':
        return `Việc ${name} của ${body.name} ${where}${target === null ? '' : `, tiêu chí ${target},`} được gia hạn đến ${until}.`;
      case 'reopened':
        return `Bảng điểm của ${body.name} ${where} được mở lại để sửa đổi, bổ sung.`;
    }
  }
  const what = parts === null ? `The ${name} of ${body.name}` : `Parts given to you in the sheet of ${body.name}: ${parts}`;
  const where = `(${round.title})`;
  switch (kind) {
    case 'dueSoon':
      return `${what} ${where}, due soon: ${until}.`;
    case 'lastDay':
      return `${what} ${where}, last day: until ${until}.`;
    case 'overdue':
      return `${what} ${where}, overdue since ${until}: ${parts === null ? 'the sheet is not frozen' : 'not approved by your leader'}.`;
    case 'returned':
      return `Part ${target} in the sheet of ${body.name} ${where} was returned to be mended.`;
    case 'extended':
      return `The ${name} of ${body.name} ${where}${target === null ? '' : `, item ${target},`} was extended until ${until}.`;
    case 'reopened':
      return `The sheet of ${body.name} ${where} was opened again.`;
  }
}

/** In which order a mail has them. */
const ORDER: readonly ReminderKind[] = ['overdue', 'lastDay', 'returned', 'reopened', 'dueSoon', 'extended'];

export interface MailToWrite {
  readonly name: string;
  /** yyyy-mm-dd, of which the mail is. */
  readonly day: string;
  readonly reminders: readonly SentReminder[];
  /** How people reach the product; undefined: no link. */
  readonly origin: string | undefined;
  readonly illustrative: boolean;
}

const linesOf = (reminders: readonly SentReminder[], language: Language): string[] =>
  ORDER.flatMap((kind) => {
    const sentences = reminders.filter((reminder) => reminder.kind === kind).map((reminder) => `- ${reminderSentence(reminder, language)}`);
    return sentences.length === 0 ? [] : [`${REMINDER_KIND_NAMES[language][kind].toLocaleUpperCase('vi')} (${sentences.length})`, ...sentences, ''];
  });

/** The one mail of a person and day: Vietnamese, English below; plain text without anything that tells whether it was read. */
export function reminderMail({ name, day, reminders, origin, illustrative }: MailToWrite): { readonly subject: string; readonly text: string } {
  const mark = illustrative ? ['DỮ LIỆU MINH HỌA: con người và số liệu đều không có thật. (Illustrative data.)', ''] : [];
  const urgent = reminders.some(({ kind }) => kind === 'lastDay') ? ' (ngày cuối)' : '';
  return {
    subject: `[ParIndex] Nhắc việc ngày ${displayDate(day)}${urgent}: ${reminders.length} việc`,
    text: [
      ...mark,
      `Kính gửi Ông/Bà ${name},`,
      '',
      `Các việc cần lưu ý, tính đến ngày ${displayDate(day)}:`,
      '',
      ...linesOf(reminders, 'vi'),
      ...(origin === undefined ? [] : [`Mở công việc: ${origin}/lam-viec`, '']),
      'Thư được gửi tự động, mỗi ngày nhiều nhất một thư, không cần trả lời. Nếu việc đã làm xong sau khi thư được soạn, xin bỏ qua.',
      '',
      '----',
      `As of ${displayDate(day)}:`,
      '',
      ...linesOf(reminders, 'en'),
      'Sent by itself, at most one mail a day; please do not answer.',
      '',
    ].join('\n'),
  };
}
