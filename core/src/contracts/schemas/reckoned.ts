import { z } from 'zod';
import { moment, slug } from './fields.ts';
import { rounding } from './points.ts';

/** What stands above all that is reckoned of a round that runs: of which round, rounded how, and as of which moment. */
export const reckoned = { round: slug, rounding, at: moment };

/** The same above what is taken out of the workspace too. */
export const reckonedOf = {
  ...reckoned,
  title: z.string(),
  year: z.number(),
  closedAt: moment.nullable().meta({ description: 'null while the round is open' }),
};
