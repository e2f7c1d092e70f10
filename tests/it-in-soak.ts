import { it } from 'vitest';
import { SOAK } from './soak.ts';

/** A story that `npm run soak` alone tells: what it is made of is told piece by piece elsewhere. */
export const itInSoak = (SOAK ? it : () => undefined) as typeof it;
