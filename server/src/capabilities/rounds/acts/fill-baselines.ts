import type { Scheme } from '@parindex/core';
import { sheetDataAt } from '@parindex/core/ledger/index';
import { baselineOf } from '@parindex/core/round/index';
import { estimatedItems } from '@parindex/core/scoring/own-items';
import type { Writing } from '../../../db/transaction.ts';
import { type ReadyEdition, readyEdition } from '../../editions/ready.ts';
import { type CellRow, findSheetPlaces, readCells, readSheetContexts, type SheetContextRow, type SheetPlace } from '../../sheets/queries/sheets.ts';
import { scoreStage, sheetOfCells, stagesOf } from '../../sheets/sheet.ts';
import { addBaselines, type BaselineRow, removeBaselines } from '../queries/baselines.ts';
import { participantsOf } from '../queries/round-plan.ts';
import { schemeOfEdition } from '../scheme.ts';

const NOTHING_SEALED: ReadonlySet<string> = new Set();

/**
 * The final values of a sheet of last year's round, translated to this year's scheme. Who sees this round's sheets sees them, so
 * points from estimates that are still sealed are not among them.
 */
function baselineFrom(scheme: Scheme, before: ReadyEdition, place: SheetPlace, cells: readonly CellRow[], beside: SheetContextRow | undefined): BaselineRow {
  const sheet = sheetOfCells(cells, [], place);
  const final = stagesOf(sheet).at(-1) ?? 'claimed';
  const { figures } = sheetDataAt(before.scheme, sheet, final);
  const { result } = scoreStage(before, place, sheet, final, beside);
  const sealed = beside?.estimatesReleasedAt ? NOTHING_SEALED : estimatedItems(before.prepared);
  const told = result.items.filter(({ code }) => !sealed.has(code));
  const baseline = baselineOf(scheme, before.scheme, figures, told);
  return {
    body: place.body,
    year: place.year,
    figures: Object.fromEntries(Object.entries(baseline.figures).map(([id, { value }]) => [id, { value }])),
    items: baseline.items,
    source: `round:${place.round}`,
    stage: final,
  };
}

/**
 * Fills in last year's values of each body that takes part in both rounds, by body id: for merged bodies nothing is
 * guessed. In a draft they are replaced each time; an open round only gets what is missing.
 */
export async function fillBaselines(
  db: Writing,
  { id, copiedFrom, edition, state }: { readonly id: string; readonly copiedFrom: string | null; readonly edition: string | null; readonly state: string },
): Promise<number> {
  if (copiedFrom === null) return 0;
  if (state === 'draft') await removeBaselines(db, id, `round:${copiedFrom}`);
  const scheme = await schemeOfEdition(db, edition);
  const places = await findSheetPlaces(db, copiedFrom);
  const [first] = places;
  if (!scheme || !first) return 0;
  const before = await readyEdition(db, first.edition, first.editionHash);
  const here = new Set(await participantsOf(db, id));
  const cells = Map.groupBy(await readCells(db, copiedFrom), ({ body_id }) => body_id);
  const beside = await readSheetContexts(db, copiedFrom);
  const rows = places.flatMap((place) => {
    const written = cells.get(place.body);
    return written && here.has(place.body) ? [baselineFrom(scheme, before, place, written, beside.get(place.body))] : [];
  });
  await addBaselines(db, id, rows);
  return rows.length;
}
