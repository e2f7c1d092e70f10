import { ownItems } from '../../scoring/own-items.ts';
import type { Kind } from '../kind.ts';
import { lacksDocument } from '../lacks-document.ts';

/** Points that rest on nothing: no document is cited for the item or its figures, no figure names where it comes from, and nothing is said of why. */
export const pointsWithoutProof: Kind<'pointsWithoutProof'> = {
  severity: 'mustExplain',
  *find(sheet, checks) {
    const own = ownItems(sheet.prepared, checks);
    for (const { item, result } of sheet.items) {
      const { code, points } = result;
      // Full points of 0 of 0 are told by a kind of their own.
      if (result.explanation.because === 'whenNothing') continue;
      if (sheet.isJustified(code) || !lacksDocument(item, result, { own, figureTypes: sheet.figureTypes, fields: (target) => sheet.fields(target) })) continue;
      yield { where: { item: code }, items: [code], details: { points } };
    }
  },
};
