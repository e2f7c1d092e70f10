import { z } from 'zod';
import { CONSEQUENCES } from '../../round/consequences.ts';

/** What an act brings with it, as whoever does it was told: all of it must be named, or nothing is done. */
export const toldConsequences = z
  .array(z.enum(CONSEQUENCES))
  .max(CONSEQUENCES.length)
  .default([])
  .meta({ description: 'The codes of the consequences that whoever asks was told; missing ones are answered with `consequencesUntold`' });

export const consequence = z.object({ code: z.enum(CONSEQUENCES), text: z.string(), about: z.array(z.string()) });
