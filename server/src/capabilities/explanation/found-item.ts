import type { Subject } from '@parindex/core/rights/index';
import { readyEdition } from '../editions/ready.ts';
import { appraisersOf, itemsCounting } from '../sheets/appraisers.ts';
import { type FoundPlace, findPlace, type SheetRequest, type SheetSubject } from '../sheets/found.ts';

interface FoundItem extends FoundPlace {
  readonly of: SheetSubject & Pick<Subject, 'itsAppraisers'>;
}

/** An item of a sheet, with who appraises it. */
export async function findItem(request: SheetRequest & { readonly params: { readonly item: string } }): Promise<FoundItem | undefined> {
  const found = await findPlace(request);
  if (!found) return undefined;
  const edition = await readyEdition(request.db, found.place.edition, found.place.editionHash);
  const items = itemsCounting(edition, [{ kind: 'item', id: request.params.item }]);
  return items.length === 0 ? undefined : { ...found, of: { ...found.of, itsAppraisers: appraisersOf(found.place, items) } };
}
