import { z } from 'zod';
import { TARGET_KINDS } from '../../ledger/entry.ts';
import { moment } from './fields.ts';

const seq = z.number().int().min(0).max(2_147_483_647);
const value = z.union([z.string(), z.boolean(), z.array(z.string()), z.null()]);

const change = z.object({
  /** "Bảng tự chấm điểm!F12"; null where it comes along with another change of the item. */
  cell: z.string().nullable(),
  target: z.object({ kind: z.enum(TARGET_KINDS), id: z.string() }),
  field: z.string(),
  /** What the field is called. */
  name: z.string(),
  before: value,
  after: value,
  /** The same in words; empty where there is nothing. */
  beforeText: z.string(),
  afterText: z.string(),
});

/** What a workbook would change in its sheet: nothing of it is written. */
export const workbookPreview = z.object({
  /** The sheet's last entry when this was told. */
  seq,
  /** The last entry that the workbook was made from; null where it is not this sheet's. */
  base: seq.nullable(),
  /** When the workbook was made. */
  madeAt: moment.nullable(),
  /** Entries for these, with `base`, say what the workbook says. */
  changes: z.array(change),
  /** Others wrote there since: `before` is theirs, `after` the workbook's; whoever keeps the latter enters it over `seq`. */
  conflicts: z.array(change.extend({ seq })),
  /** Not taken: with its place, a code that never changes its meaning, and a sentence. */
  refused: z.array(z.object({ cell: z.string().nullable(), code: z.string(), message: z.string() })),
});
