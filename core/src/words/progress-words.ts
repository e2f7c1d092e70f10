import type { Pace, PaceKind } from '../progress/pace.ts';
import type { Wait, WaitKind } from '../progress/waits.ts';
import type { SheetState } from '../round/sheet-states.ts';
import type { Language } from './language.ts';

interface ProgressPhrases {
  readonly states: Readonly<Record<SheetState, string>>;
  readonly late: string;
  readonly waits: Readonly<Record<WaitKind, (count: number, domain: string) => string>>;
  readonly paces: Readonly<Record<PaceKind, (needed: number, left: number) => string>>;
}

/** English counts one thing otherwise than many. */
const many = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

const PROGRESS: Readonly<Record<Language, ProgressPhrases>> = {
  vi: {
    states: { open: 'Đang tự chấm', frozen: 'Đã chốt số liệu', sent: 'Đã gửi' },
    late: 'Quá hạn',
    waits: {
      notBegun: (count) => `Công chức đầu mối: chưa nhập nội dung nào (${count} tiêu chí)`,
      unanswered: (count) => `Công chức đầu mối: còn ${count} tiêu chí chưa trả lời đủ`,
      mustMend: (count) => `Công chức đầu mối: ${count} nội dung phải sửa`,
      partsReturned: (count) => `Đơn vị được giao: ${count} phần việc bị trả lại`,
      partsProposed: (count) => `Lãnh đạo đơn vị được giao: ${count} phần việc chờ duyệt`,
      partsLate: (count) => `Đơn vị được giao: ${count} phần việc quá hạn`,
      head: () => 'Người đứng đầu: đã trả lời đủ, chờ chốt số liệu',
      sending: () => 'Đã chốt số liệu, chờ gửi',
      appraisal: (count, domain) => `Cơ quan thẩm định: còn ${count} tiêu chí thuộc lĩnh vực ${domain}`,
    },
    paces: {
      none: () => '',
      unknown: () => 'Chưa đủ căn cứ dự báo',
      inTime: (needed, left) => `Kịp hạn: cần khoảng ${needed} ngày làm việc, còn ${left} ngày`,
      tooSlow: (needed, left) => `Có nguy cơ chậm: cần khoảng ${needed} ngày làm việc, còn ${left} ngày`,
    },
  },
  en: {
    states: { open: 'Being scored', frozen: 'Frozen', sent: 'Sent' },
    late: 'Overdue',
    waits: {
      notBegun: (count) => `Clerk: nothing entered yet (${many(count, 'item')})`,
      unanswered: (count) => `Clerk: ${many(count, 'item')} not fully answered`,
      mustMend: (count) => `Clerk: ${many(count, 'finding')} to be mended`,
      partsReturned: (count) => `Departments: ${many(count, 'part')} returned`,
      partsProposed: (count) => `Department leaders: ${many(count, 'part')} to approve`,
      partsLate: (count) => `Departments: ${many(count, 'part')} overdue`,
      head: () => 'Head: all is answered, to be frozen',
      sending: () => 'Frozen, to be sent',
      appraisal: (count, domain) => `Appraiser: ${many(count, 'item')} left in domain ${domain}`,
    },
    paces: {
      none: () => '',
      unknown: () => 'Too little to foretell',
      inTime: (needed, left) => `In time: needs some ${many(needed, 'working day')}, ${left} left`,
      tooSlow: (needed, left) => `May be late: needs some ${many(needed, 'working day')}, ${left} left`,
    },
  },
};

/** A sheet's state in a word, for the board. */
export const sheetStateText = (state: SheetState, language: Language): string => PROGRESS[language].states[state];

/** Whose turn it is, and what is left, in a phrase. */
export const waitText = ({ kind, count, domain }: Wait, language: Language): string => PROGRESS[language].waits[kind](count, domain ?? '');

/** Whether a body is late, or will be by its pace; empty where there is nothing to say. */
export const timeText = ({ late, pace }: { readonly late: boolean; readonly pace: Pace }, language: Language): string =>
  late ? PROGRESS[language].late : PROGRESS[language].paces[pace.kind](pace.daysNeeded ?? 0, pace.daysLeft ?? 0);
