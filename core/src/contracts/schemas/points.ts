import { z } from 'zod';
import { ROUNDING_MODES } from '../../quantity/rational.ts';
import { GROUP_KINDS, SOURCES } from '../../scheme/types.ts';
import { count, fraction } from './quantities.ts';

/** How points are rounded where they are shown: as the scheme rounds its index. */
export const rounding = z.object({ places: z.string(), mode: z.enum(ROUNDING_MODES) });

/** What a body scores itself: its items that count (asked) and those that have points or were refused (answered); of these, what is claimed not to have arisen (claims). */
export const ownPoints = z.object({ points: fraction, maximum: fraction, asked: count, answered: count, claims: count });

const source = z.object({
  source: z.enum(SOURCES),
  /** Of the items that the body scores itself, or of those that others settle. */
  own: z.boolean(),
  points: fraction.nullable().meta({ description: 'null: not released to whoever asks' }),
  maximum: fraction,
  asked: count,
  answered: count,
  claims: count,
});

const part = { own: ownPoints, sources: z.array(source) };
/** Points of one sheet, nothing added over what may not be added. */
export const partPoints = z.object(part);

const domain = { code: z.string(), group: z.enum(GROUP_KINDS), ...part };
const whole = { ...part, bonus: fraction, penalty: fraction };

/** Points of a sheet by source, down to its criteria; only the body's own are one sum. */
export const sheetPoints = z.object({ ...whole, domains: z.array(z.object({ ...domain, criteria: z.array(z.object({ code: z.string(), ...part })) })) });

/** The same down to its domains: in lists of sheets. */
export const sheetSums = z.object({ ...whole, domains: z.array(z.object(domain)) });
