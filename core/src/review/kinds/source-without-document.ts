import type { Kind } from '../kind.ts';
import { undocumentedIn } from '../undocumented-in.ts';

/** Points of figures that name their source and cite no document: appraisers have nothing to open. */
export const sourceWithoutDocument: Kind<'sourceWithoutDocument'> = {
  severity: 'told',
  *find(sheet, checks) {
    for (const { by, result } of undocumentedIn(sheet, checks)) {
      if (by === 'sourced') yield { where: { item: result.code }, items: [result.code], details: { points: result.points } };
    }
  },
};
