import { z } from 'zod';
import { CONCLUSIONS } from '../../appraisal/conclusions.ts';
import { moment, slug } from './fields.ts';
import { fieldValue } from './sheets.ts';

const changes = z.record(z.string(), fieldValue);
const figure = z.object({ figure: z.string(), changes });
const body = z.object({ id: slug, name: z.string() });

/** What a workbook of one item would decide for a body; each part is sent as the page sends it, over `seq`. */
const line = z.object({
  /** "Thẩm định!A7". */
  cell: z.string(),
  body,
  /** The sheet's last entry when this was told. */
  seq: z.number(),
  /** What others wrote of the item since the workbook was made, in sentences; empty: nothing. */
  since: z.array(z.string()),
  /** Official figures that would be recorded beside the claimed ones, and what that does in a sentence each. */
  official: z.array(figure.extend({ said: z.string() })),
  /** The verdict that would be given; null: none. */
  verdict: z
    .object({
      conclusion: z.enum(CONCLUSIONS),
      changes,
      figures: z.array(figure),
      reason: z.object({ code: z.string(), text: z.string() }).nullable(),
      /** What it changes, in words; empty: nothing. */
      said: z.string(),
      /** Its reason in words; empty: none is needed. */
      why: z.string(),
      /** Points as they stand, and as they would be by the rule. */
      now: z.string(),
      after: z.string(),
      /** Whether it waits for a second person. */
      second: z.boolean(),
    })
    .nullable(),
});

/** What a workbook of one item over all bodies would decide: nothing of it is written. */
export const itemWorkbookPreview = z.object({
  /** When the workbook was made; null where it is not this item's. */
  madeAt: moment.nullable(),
  lines: z.array(line),
  /** Bodies on which the asker does not decide now, though the workbook says something of them, and why. */
  left: z.array(z.object({ cell: z.string(), body, message: z.string() })),
  /** Not taken: with its place, a code that never changes its meaning, and a sentence. */
  refused: z.array(z.object({ cell: z.string().nullable(), code: z.string(), message: z.string() })),
});
