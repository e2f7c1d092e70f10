import { z } from 'zod';
import { LONGEST_SEED } from '../../survey/draw/seed.ts';
import { decision, longText, moment, pageOf, personName, shortText, uuid } from './fields.ts';
import { count, fraction } from './quantities.ts';
import { roundParams } from './sheets.ts';

/** How a draw stands: its act is still to come, it waits for the seed, the sample is drawn, it counts no more. */
export const DRAW_STATES = ['declared', 'due', 'drawn', 'withdrawn'] as const;

/** What of a draw is downloaded: all that another needs to check it, and the sample as a table. */
export const DRAW_FILES = ['design', 'frame', 'record', 'sample-csv', 'sample-xlsx'] as const;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Most characters of a design as it is written. */
const MOST_DESIGN = 200_000;

export const broughtDesign = z.strictObject({
  document: z.string().min(1).max(MOST_DESIGN).meta({ description: 'A parindex-draw-design/1 document, YAML or JSON' }),
});

export const frameQuery = z.strictObject({ name: shortText.meta({ description: 'What the file is called' }) });

/** A design in sentences, by the reader's language. */
const design = { title: z.string(), sentences: z.array(z.string()), hash };

/** What a design takes of a frame: the same for every seed. */
const population = {
  hash,
  clusters: count,
  households: count,
  strata: z.array(z.object({ stratum: z.string(), units: count, households: count, drawn: count })),
  /** Units of the sample and in reserve over all stages, where each unit has as many within as are taken. */
  sample: count,
};

/** Brought and not yet declared. */
export const sampleDesign = z.object({ ...design, broughtBy: personName, broughtAt: moment });
export const sampleFrame = z.object({ id: uuid, fileName: z.string(), ...population, broughtBy: personName, broughtAt: moment });

const by = { by: personName, at: moment };

const event = { what: longText, place: shortText };

export const surveyDraw = z.object({
  number: z.number().int(),
  state: z.enum(DRAW_STATES),
  design: z.object(design),
  frame: z.object(population),
  /** The public act that fixes the seed. */
  event: z.object({ what: z.string(), place: z.string(), at: moment }),
  declared: z.object(by),
  result: z
    .object({
      seed: z.string(),
      /** Who was there. */
      attended: z.string(),
      minutes: decision,
      recordHash: hash,
      ...by,
    })
    .nullable(),
  withdrawn: z.object({ reason: z.string(), ...by }).nullable(),
});

export const surveyDraws = z.object({
  /** What is declared next, for whoever leads or audits the survey. */
  design: sampleDesign.nullable(),
  frame: sampleFrame.nullable(),
  /** The newest first. */
  draws: z.array(surveyDraw),
});

export const newDraw = z.strictObject({
  frame: uuid.meta({ description: 'The frame that was seen; its design goes with it' }),
  ...event,
  at: moment.meta({ description: 'When the act is held: after the declaration' }),
});

export const drawParams = roundParams.extend({ number: z.coerce.number().int().min(1).max(32_767) });

export const drawResult = z.strictObject({
  seed: z
    .string()
    .min(1)
    .max(2 * LONGEST_SEED)
    .meta({ description: 'As it came out, to the letter' }),
  attended: longText,
  minutes: decision,
});

export const drawWithdrawal = z.strictObject({ reason: longText });

export const drawFileParams = drawParams.extend({ file: z.enum(DRAW_FILES) });

export const drawUnits = pageOf(
  z.object({
    stage: z.string(),
    stratum: z.string(),
    path: z.string(),
    name: z.string().nullable(),
    order: count,
    reserve: z.boolean(),
    /** Neither a reserve nor within one. */
    sample: z.boolean(),
    /** The chance to be in the sample, over all stages. */
    overall: z.object({ exact: fraction, rounded: z.string() }),
  }),
).extend({ total: count });
