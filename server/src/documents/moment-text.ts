import { displayDate } from '@parindex/core';
import { clockOf, dayOf } from '@parindex/core/round/index';
import { inWords } from './document.ts';

/** A moment as documents write it: "09 giờ 30 phút, ngày 15/01/2023". */
export const momentText = (iso: string): string => `${clockOf(Date.parse(iso)).replace(':', ' giờ ')} phút, ngày ${dayText(iso)}`;

/** The same within sentences of a document: "09 giờ 30 phút, ngày 15 tháng 01 năm 2023". */
export const momentInWords = (iso: string): string => `${clockOf(Date.parse(iso)).replace(':', ' giờ ')} phút, ${inWords(dayOf(Date.parse(iso)))}`;

/** The day of a moment: "15/01/2023". */
export const dayText = (iso: string): string => displayDate(dayOf(Date.parse(iso)));
