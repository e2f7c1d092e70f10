import type { SURVEY_STATES } from '../contracts/schemas/survey.ts';
import type { DRAW_STATES } from '../contracts/schemas/survey-draw.ts';
import type { MAILING_STATES, MailingKind, UNREACHED_STATES } from '../contracts/schemas/survey-mail.ts';
import type { RespondentColumn } from '../survey/respondents/types.ts';
import type { Language } from './language.ts';
import { RESPONDENT_COLUMN_NAMES } from './respondent-list-words.ts';
import { type Names, texts } from './texts.ts';

/** How the survey of a round stands. */
export const SURVEY_STATE_NAMES = texts<Names<(typeof SURVEY_STATES)[number]>>({
  notOpened: { vi: 'Chưa mở', en: 'Not opened' },
  open: { vi: 'Đang điều tra', en: 'Open' },
  ending: { vi: 'Đang kết thúc', en: 'Ending' },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
});

/** How the draw of a sample stands. */
export const DRAW_STATE_NAMES = texts<Names<(typeof DRAW_STATES)[number]>>({
  declared: { vi: 'Đã công bố, chờ rút thăm công khai', en: 'Declared, its public act is to come' },
  due: { vi: 'Chờ ghi số khởi tạo ngẫu nhiên', en: 'Awaits the seed' },
  drawn: { vi: 'Đã chọn mẫu', en: 'Drawn' },
  withdrawn: { vi: 'Đã hủy', en: 'Withdrawn' },
});

/** What mails to respondents are for. */
export const MAILING_KIND_NAMES = texts<Names<MailingKind>>({
  invitation: { vi: 'Thư mời', en: 'Invitations' },
  reminder: { vi: 'Thư nhắc người chưa trả lời', en: 'Reminders to those who have not answered' },
  again: { vi: 'Gửi lại thư chưa rõ kết quả', en: 'Sent again, as not known to have gone' },
});

/** How a call of such mails stands. */
export const MAILING_STATE_NAMES = texts<Names<(typeof MAILING_STATES)[number]>>({
  going: { vi: 'Đang gửi', en: 'Being sent' },
  done: { vi: 'Đã gửi xong', en: 'Sent' },
  stopped: { vi: 'Đã dừng', en: 'Stopped' },
});

/** Why a mail does not reach somebody. */
export const UNREACHED_STATE_NAMES = texts<Names<(typeof UNREACHED_STATES)[number]>>({
  withoutAddress: { vi: 'Không có thư điện tử', en: 'Without an address' },
  undeliverable: { vi: 'Không gửi được', en: 'Not deliverable' },
  unsure: { vi: 'Chưa rõ đã gửi hay chưa', en: 'Not known whether it went' },
});

/** Citizens are no group of an edition; their form bears this name. */
export const CITIZENS_NAME = { vi: 'Người dân, tổ chức', en: 'Citizens and organisations' } as const;

/** What stands in every invitation to a form: whoever has listed a person never sees what they answer. */
export const NOT_SEEN_BY_BODY = {
  vi: 'Cơ quan của ông/bà không xem được câu trả lời.',
  en: 'The agency that you work for cannot see your answers.',
} as const;

const PLACE = texts({
  line: { vi: (line: number) => `Dòng ${line}`, en: (line: number) => `Line ${line}` },
  column: { vi: (name: string) => `cột “${name}”`, en: (name: string) => `column “${name}”` },
});

/** Where in a list of respondents something stands: "Dòng 5, cột “Điện thoại”"; null where it is about the whole. */
export function respondentPlace(line: number | null, column: RespondentColumn | null, language: Language): string | null {
  if (line === null) return null;
  const words = PLACE[language];
  return [words.line(line), ...(column === null ? [] : [words.column(RESPONDENT_COLUMN_NAMES[language][column])])].join(', ');
}
