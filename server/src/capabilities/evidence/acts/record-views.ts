import type { Acting } from '../../../audit/acting.ts';
import type { SheetPlace } from '../../sheets/queries/sheets.ts';
import type { PlacedEntry } from '../packed-files.ts';
import { holdsPersonalData } from '../personal-data.ts';
import { viewDocument } from './view-document.ts';

/** Records a view of each document with personal data whose file is included. */
export async function recordViews(acting: Acting, { round, body }: Pick<SheetPlace, 'round' | 'body'>, entries: readonly PlacedEntry[]): Promise<void> {
  for (const { document, version, path } of entries)
    if (path !== undefined && holdsPersonalData(document, version)) await viewDocument(acting, { id: document.id, round, body }, version.number);
}
