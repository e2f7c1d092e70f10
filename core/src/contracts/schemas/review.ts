import { z } from 'zod';
import { FINDING_CODES, SEVERITIES } from '../../review/finding.ts';
import { SHEET_STATES } from '../../round/sheet-states.ts';
import { slug } from './fields.ts';
import { fraction } from './quantities.ts';

/** One thing that the check before sending found, and where it leads. */
const finding = z.object({
  code: z.enum(FINDING_CODES),
  severity: z.enum(SEVERITIES),
  item: z.string().nullable(),
  figure: z.string().nullable(),
  /** Of the item. */
  domain: z.string().nullable(),
  /** Points that are lost, or that rest on it; null where it says nothing of points. */
  costs: fraction.nullable(),
  message: z.string(),
});

/** What a sheet lacks before it is sent, worst first. */
export const reviewAnswer = z.object({
  round: slug,
  body: slug,
  edition: z.string(),
  seq: z.number().int().min(0),
  state: z.enum(SHEET_STATES),
  findings: z.array(finding),
  totals: z.record(z.enum(SEVERITIES), z.object({ count: z.number(), costs: fraction })),
});
