import type { Pace } from '../progress/pace.ts';
import type { Wait } from '../progress/waits.ts';
import { counted, type Language } from './language.ts';
import { leftText } from './points-text.ts';
import { ROLE_NAMES } from './roles.ts';
import { TIME_NAMES } from './states.ts';
import { texts } from './texts.ts';

const left = (count: number, language: Language) => leftText({ asked: count, answered: 0 }, language);

const PROGRESS = texts({
  waits: {
    notBegun: {
      vi: (count: number) => `${ROLE_NAMES.vi.clerk}: chưa nhập nội dung nào, ${left(count, 'vi')}`,
      en: (count: number) => `${ROLE_NAMES.en.clerk}: nothing entered, ${left(count, 'en')}`,
    },
    unanswered: {
      vi: (count: number) => `${ROLE_NAMES.vi.clerk}: ${left(count, 'vi')}`,
      en: (count: number) => `${ROLE_NAMES.en.clerk}: ${left(count, 'en')}`,
    },
    mustMend: {
      vi: (count: number) => `${ROLE_NAMES.vi.clerk}: ${count} lỗi số liệu, căn cứ`,
      en: (count: number) => `${ROLE_NAMES.en.clerk}: ${counted(count, 'error')} to be mended`,
    },
    partsReturned: {
      vi: (count: number) => `Đơn vị được giao: ${count} phần việc bị trả lại`,
      en: (count: number) => `Departments: ${counted(count, 'part')} returned`,
    },
    partsProposed: {
      vi: (count: number) => `Lãnh đạo đơn vị được giao: ${count} phần việc chờ duyệt`,
      en: (count: number) => `Department leaders: ${counted(count, 'part')} to approve`,
    },
    partsLate: {
      vi: (count: number) => `Đơn vị được giao: ${count} phần việc quá hạn`,
      en: (count: number) => `Departments: ${counted(count, 'part')} overdue`,
    },
    head: { vi: () => `${ROLE_NAMES.vi.head}: đã tự chấm xong, chờ chốt số liệu`, en: () => `${ROLE_NAMES.en.head}: all is scored, to be frozen` },
    sending: { vi: () => 'Đã chốt số liệu, chờ gửi', en: () => 'Frozen, to be sent' },
    appraisal: {
      vi: (count: number, domain: string) => `Cơ quan thẩm định: còn ${count} nội dung thuộc lĩnh vực ${domain}`,
      en: (count: number, domain: string) => `${ROLE_NAMES.en.appraiser}: ${counted(count, 'item')} left in domain ${domain}`,
    },
  },
  paces: {
    none: { vi: () => '', en: () => '' },
    unknown: { vi: () => TIME_NAMES.vi.unknown, en: () => TIME_NAMES.en.unknown },
    inTime: {
      vi: (needed: number, left: number) => `${TIME_NAMES.vi.inTime}: cần khoảng ${needed} ngày làm việc, còn ${left} ngày`,
      en: (needed: number, left: number) => `${TIME_NAMES.en.inTime}: needs some ${counted(needed, 'working day')}, ${left} left`,
    },
    tooSlow: {
      vi: (needed: number, left: number) => `${TIME_NAMES.vi.tooSlow}: cần khoảng ${needed} ngày làm việc, còn ${left} ngày`,
      en: (needed: number, left: number) => `${TIME_NAMES.en.tooSlow}: needs some ${counted(needed, 'working day')}, ${left} left`,
    },
  },
  untold: {
    vi: (left: number) => `${TIME_NAMES.vi.tooSlow}: chưa đủ số liệu để dự báo, chỉ còn ${left} ngày làm việc`,
    en: (left: number) => `${TIME_NAMES.en.tooSlow}: too little to foretell, and only ${counted(left, 'working day')} left`,
  },
});

/** Whose turn it is, and what is left, in a phrase. */
export const waitText = ({ kind, count, domain }: Wait, language: Language): string => PROGRESS[language].waits[kind](count, domain ?? '');

/** Whether a body is late, or may be; empty where there is nothing to say, as of one that has finished. */
export function timeText({ late, pace }: { readonly late: boolean; readonly pace: Pace }, language: Language): string {
  if (late) return TIME_NAMES[language].late;
  const { kind, daysNeeded, daysLeft } = pace;
  if (daysNeeded === 0) return '';
  const said = PROGRESS[language];
  return kind === 'tooSlow' && daysNeeded === null ? said.untold(daysLeft ?? 0) : said.paces[kind](daysNeeded ?? 0, daysLeft ?? 0);
}
