import { z } from 'zod';
import { DAY_KINDS } from '../../round/working-days.ts';
import { day, shortText } from './fields.ts';

const year = z.number().int().min(2000).max(2200);

export const daysOffQuery = z.strictObject({ year: z.coerce.number().int().min(2000).max(2200) });

const dayOff = { date: day, kind: z.enum(DAY_KINDS), name: shortText, source: shortText };

/** A year's whole list; version 0 where there was none. */
export const daysOffList = z.strictObject({
  year,
  version: z.number().int().min(0).max(2_147_483_647),
  days: z.array(z.strictObject(dayOff)).max(366),
});

export const daysOffAnswer = z.object({ year, version: z.number(), days: z.array(z.object(dayOff)) });
