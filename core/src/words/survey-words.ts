import type { SURVEY_STATES } from '../contracts/schemas/survey.ts';
import type { DRAW_STATES } from '../contracts/schemas/survey-draw.ts';
import type { QuotaStratum } from '../survey/quotas.ts';
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

/** Of whom a quota is. */
export const QUOTA_STRATUM_NAMES = texts<Names<QuotaStratum>>({
  whole: { vi: 'Cả nhóm đối tượng', en: 'The whole group' },
  position: { vi: 'Chức vụ', en: 'Position' },
  unit: { vi: 'Đơn vị công tác', en: 'Workplace' },
  cluster: { vi: 'Thôn, tổ dân phố', en: 'Village' },
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
