import { displayDate } from '../quantity/display.ts';
import { EDITION_REQUEST_KIND_NAMES, REMINDER_KIND_NAMES, ROUND_REQUEST_KIND_NAMES } from '../words/kinds.ts';
import type { Language } from '../words/language.ts';
import { mailOf } from '../words/mail.ts';
import { deadlineText } from '../words/step-times.ts';
import { STEP_WORK_NAMES } from '../words/steps.ts';
import type { SentReminder } from './due.ts';
import type { AskedOfOwner, Duty } from './duty.ts';
import { reminderRule } from './kinds.ts';

const requestName = ({ kind }: AskedOfOwner, language: Language): string =>
  ({ ...ROUND_REQUEST_KIND_NAMES[language], ...EDITION_REQUEST_KIND_NAMES[language] })[kind];

/** What is to be decided, with who asks for it: "Đề nghị đóng kỳ của Mai Thị Oanh". */
const requestOf = (asked: AskedOfOwner, language: Language): string => `${requestName(asked, language)} ${language === 'vi' ? 'của' : 'by'} ${asked.by}`;

/** A duty as a calendar shows it: "Hạn tự đánh giá, chấm điểm: Tỉnh Minh họa 01". */
export function dutyTitle({ step, part, asked, body }: Pick<Duty, 'step' | 'part' | 'asked' | 'body'>): string {
  if (asked !== null) return `Hạn quyết định: ${requestOf(asked, 'vi')}`;
  return part === null && step !== null ? `Hạn ${STEP_WORK_NAMES.vi[step]}: ${body.name}` : `Hạn các nội dung được giao ${ofWhat(step, body.name, 'vi')}`;
}

/** Of what a department has a part: the sheet of a body, or its explanation. */
function ofWhat(step: Duty['step'], body: string, language: Language): string {
  if (step === 'explanation') return language === 'vi' ? `trong giải trình của ${body}` : `in the explanation of ${body}`;
  return language === 'vi' ? `trong bảng chấm điểm của ${body}` : `in the sheet of ${body}`;
}

/** One reminder as a sentence. */
export function reminderSentence({ kind, about, body, step, parts, asked, closes, target }: SentReminder, language: Language): string {
  const work = step === null ? '' : STEP_WORK_NAMES[language][step];
  const [ofTheStep, ofParts] =
    language === 'vi'
      ? [`Việc ${work} của ${body.name}`, `${parts} nội dung được giao ${ofWhat(step, body.name, language)}`]
      : [`The ${work} of ${body.name}`, `Parts given to you ${ofWhat(step, body.name, language)}: ${parts}`];
  return reminderRule(kind).sentence[language]({
    what: asked ? requestOf(asked, language) : parts === null ? ofTheStep : ofParts,
    work,
    where: `(${about.title})`,
    body: body.name,
    ofWhat: ofWhat(step, body.name, language),
    until: deadlineText(closes, language),
    target,
    request: asked ? requestName(asked, language) : '',
    decided: asked?.decided,
    reason: asked?.reason ?? null,
    ofParts: parts !== null,
  });
}

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
  Object.entries(REMINDER_KIND_NAMES[language]).flatMap(([kind, name]) => {
    const sentences = reminders.filter((reminder) => reminder.kind === kind).map((reminder) => `- ${reminderSentence(reminder, language)}`);
    return sentences.length === 0 ? [] : [`${name.toLocaleUpperCase('vi')} (${sentences.length})`, ...sentences, ''];
  });

/** The one mail of a person and day. */
export function reminderMail({ name, day, reminders, origin, illustrative }: MailToWrite): { readonly subject: string; readonly text: string } {
  const urgent = reminders.some(({ kind }) => kind === 'lastDay') ? ' (ngày cuối)' : '';
  return mailOf({
    subject: `Nhắc việc ngày ${displayDate(day)}${urgent}: ${reminders.length} việc`,
    name,
    illustrative,
    vi: [
      `Các việc cần lưu ý, tính đến ngày ${displayDate(day)}:`,
      '',
      ...linesOf(reminders, 'vi'),
      ...(origin === undefined ? [] : [`Mở công việc: ${origin}/lam-viec`, '']),
      'Thư được gửi tự động, mỗi ngày nhiều nhất một thư, không cần trả lời. Nếu việc đã làm xong sau khi thư được soạn, xin bỏ qua.',
    ],
    en: [`As of ${displayDate(day)}:`, '', ...linesOf(reminders, 'en'), 'Sent by itself, at most one mail a day; please do not answer.'],
  });
}
