import { displayDate } from '@parindex/core';
import { clockOf, dayOf } from '@parindex/core/round/index';

/** A moment as documents write it: "09 giờ 30 phút, ngày 15/01/2023". */
export const momentText = (iso: string): string => `${clockOf(Date.parse(iso)).replace(':', ' giờ ')} phút, ngày ${dayText(iso)}`;

/** The day of a moment: "15/01/2023". */
export const dayText = (iso: string): string => displayDate(dayOf(Date.parse(iso)));
