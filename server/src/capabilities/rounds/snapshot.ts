import { isObject, type Raw, type Scheme } from '@parindex/core';
import { STAGES, type Stage, sheetDataAt } from '@parindex/core/ledger/index';
import type { SheetRow } from '../sheets/queries/sheets.ts';
import { sheetOfCells, stagesOf } from '../sheets/sheet.ts';

/**
 * A round in the present state of its sheets, each at its latest stage, or the latest up to one: everything that decides its numbers
 * (parindex-snapshot/1), so that anybody can recompute it.
 */
export function snapshotOf(round: string, scheme: Scheme, rows: readonly SheetRow[], upTo: Stage = 'council'): Raw {
  const [figures, sheets, estimates, previous]: Record<string, unknown>[] = [{}, {}, {}, {}];
  for (const row of rows) {
    const sheet = sheetOfCells(row.cells, row.parts, row);
    const data = sheetDataAt(scheme, sheet, stagesOf(sheet).findLast((stage) => STAGES.indexOf(stage) <= STAGES.indexOf(upTo)) ?? 'claimed');
    if (Object.keys(data.figures).length > 0) Object.assign(figures as object, { [row.body]: data.figures });
    if (Object.keys(data.sheet).length > 0) Object.assign(sheets as object, { [row.body]: data.sheet });
    if (Object.keys(row.estimates).length > 0) Object.assign(estimates as object, { [row.body]: row.estimates });
    if (row.previous) Object.assign(previous as object, { [row.body]: { figures: row.previous.figures, items: row.previous.items } });
  }
  const before = rows.find((row) => row.previous)?.previous?.year;
  const snapshot = {
    format: 'parindex-snapshot/1',
    scheme,
    round: { id: round, year: String(rows[0]?.year ?? '') },
    bodies: rows.map(({ body, code, name, type, block, ranked }) => ({ id: body, code, name, ...(type === null ? {} : { type }), block, ranked })),
    exclusions: rows.flatMap(({ body, exclusions }) => Object.entries(exclusions).map(([item, legalBasis]) => ({ body, item, legalBasis }))),
    ...{ figures, sheets, estimates },
    ...(before === undefined ? {} : { previous: { round: String(before), bodies: previous } }),
  };
  const raw = JSON.parse(JSON.stringify(snapshot)) as Raw;
  if (!isObject(raw)) throw new Error('a snapshot is an object');
  return raw;
}
