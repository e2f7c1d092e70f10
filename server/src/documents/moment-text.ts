import { displayDate } from '@parindex/core';
import { dayOf } from '@parindex/core/round/index';

/** Vietnam's clock is seven hours ahead, all year. */
const AHEAD_MS = 7 * 3_600_000;

/** A moment as documents write it: "09 giờ 30 phút, ngày 15/01/2023". */
export const momentText = (iso: string): string =>
  `${new Date(Date.parse(iso) + AHEAD_MS).toISOString().slice(11, 16).replace(':', ' giờ ')} phút, ngày ${dayText(iso)}`;

/** The day of a moment: "15/01/2023". */
export const dayText = (iso: string): string => displayDate(dayOf(Date.parse(iso)));
