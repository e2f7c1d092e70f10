import { ownItems } from '../scoring/own-items.ts';
import type { ItemResult } from '../scoring/result.ts';
import type { SheetChecks } from './checks.ts';
import type { ReviewedSheet } from './reviewed-sheet.ts';
import { type Undocumented, undocumented } from './undocumented.ts';

/** The items of a sheet whose points rest on no document, each with what they rest on instead. */
export function* undocumentedIn(sheet: ReviewedSheet, checks: SheetChecks): Iterable<{ readonly by: Undocumented; readonly result: ItemResult }> {
  const declared = { own: ownItems(sheet.prepared, checks), figureTypes: sheet.figureTypes, fields: sheet.fields };
  for (const { item, result } of sheet.items) {
    const by = undocumented(item, result, declared);
    if (by !== undefined) yield { by, result };
  }
}
