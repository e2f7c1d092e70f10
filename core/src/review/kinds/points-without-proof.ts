import type { Kind } from '../kind.ts';
import { undocumentedIn } from '../undocumented-in.ts';

/** Points that rest on nothing: no document is cited for the item or its figures, no figure names where it comes from, and nothing is said of why. */
export const pointsWithoutProof: Kind<'pointsWithoutProof'> = {
  severity: 'mustExplain',
  *find(sheet, checks) {
    for (const { by, result } of undocumentedIn(sheet, checks)) {
      // Full points of 0 of 0 are told by a kind of their own, which asks for more.
      if (by !== 'unexplained' || result.explanation.because === 'whenNothing') continue;
      yield { where: { item: result.code }, items: [result.code], details: { points: result.points } };
    }
  },
};
