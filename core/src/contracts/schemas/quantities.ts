import { z } from 'zod';

export const fraction = z.string().meta({ description: 'n/d in lowest terms' });
export const count = z.number().int().min(0);
/** As it is reckoned, and as it is written. */
export const index = z.object({ exact: fraction, rounded: z.string() });
