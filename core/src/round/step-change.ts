import type { Names } from '../words/texts.ts';
import type { StepTimes } from './steps.ts';

/** Why the calendar of an open round cannot change in this way; more time after a closing needs a document, as an extension. */
export const STEP_CHANGE_REFUSALS = ['hasClosed', 'hasOpened', 'closesInThePast'] as const;
export type StepChangeRefusal = (typeof STEP_CHANGE_REFUSALS)[number];

export const STEP_CHANGE_TEXTS: Names<StepChangeRefusal> = {
  hasClosed: {
    vi: 'Bước đã đóng; muốn có thêm thời gian thì ghi nhận gia hạn kèm văn bản cho phép.',
    en: 'The step has closed; for more time record an extension with the document that grants it.',
  },
  hasOpened: { vi: 'Bước đã mở nên thời điểm mở không đổi được nữa.', en: 'The step has opened; when it opened can no longer change.' },
  closesInThePast: { vi: 'Thời điểm đóng mới phải sau thời điểm hiện tại.', en: 'The new closing must lie in the future.' },
};

/** What forbids this change of a step's times in an open round, if anything; moments in milliseconds. */
export function stepChangeRefusal(before: StepTimes, after: Pick<StepTimes, 'opens' | 'closes'>, now: number): StepChangeRefusal | undefined {
  const [opens, closes] = [after.opens !== before.opens, after.closes !== before.closes];
  if ((opens || closes) && before.closes <= now) return 'hasClosed';
  if (opens && before.opens <= now) return 'hasOpened';
  return closes && after.closes <= now ? 'closesInThePast' : undefined;
}
