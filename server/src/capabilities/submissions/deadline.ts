import { deadlineOf } from '@parindex/core/round/index';
import { Problem } from '../../http/problems.ts';
import { calendarOf } from '../sheets/calendar.ts';
import type { SheetPlace } from '../sheets/queries/sheets.ts';

/** The deadline of a body for its whole sheet; null if the round sets none. */
export function deadlineFor(place: SheetPlace): Date | null {
  const { steps, extensions } = calendarOf(place);
  const until = deadlineOf(steps, extensions, place.body, place.reopening?.until ? Date.parse(place.reopening.until) : null);
  return until === null ? null : new Date(until);
}

const WORDS = {
  freeze: { vi: 'Đã hết hạn chốt số liệu.', en: 'The time for freezing is over.' },
  send: { vi: 'Đã hết hạn gửi.', en: 'The time for sending is over.' },
  takeBack: { vi: 'Đã hết hạn rút lại.', en: 'The time for taking back is over.' },
} as const;

/** Refuses acts after the deadline: freezing and sending if the round requires it, taking back always. */
export function refuseAfterDeadline(place: SheetPlace, act: keyof typeof WORDS, moment: Date): void {
  const held = act === 'takeBack' || place.deadlineAct === act || (place.deadlineAct === 'send' && act === 'freeze');
  const deadline = deadlineFor(place);
  if (!held || deadline === null || moment < deadline) return;
  throw new Problem('stepClosed', { detail: WORDS[act], more: { deadline: deadline.toISOString(), receivedAt: moment.toISOString() } });
}
