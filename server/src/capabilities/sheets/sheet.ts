import { type SheetScore, scoreIfConfirmed, scoreSheet } from '@parindex/core';
import { bodyDataAt, type Cell, foldSheet, type Part, type Sheet, STAGES, type Stage, type Target, targetKey } from '@parindex/core/ledger/index';
import type { Body, BodyData } from '@parindex/core/snapshot/types';
import type { ReadyEdition } from '../editions/ready.ts';
import type { CellRow, PartRow, SheetContext, SheetPlace } from './queries/sheets.ts';

/** The sheet from its stored cells: equal to the fold of its entries. */
export function sheetOfCells(rows: readonly CellRow[], held: readonly PartRow[], place: Pick<SheetPlace, 'state' | 'seq'>): Sheet {
  const { columns } = foldSheet([]);
  for (const { stage, target_kind, target, fields, seqs } of rows) {
    const at: Target = { kind: target_kind, id: target };
    (columns[stage as Stage] as Map<string, Cell>).set(targetKey(at), { target: at, fields: fields as Cell['fields'], seqs });
  }
  const parts = new Map(
    held.map(({ target_kind, target, fields, seqs, standing, seq }): [string, Part] => {
      const at: Target = { kind: target_kind, id: target };
      return [targetKey(at), { target: at, fields: fields as Cell['fields'], seqs, standing, seq }];
    }),
  );
  return { columns, parts, state: place.state, seq: place.seq };
}

/** Stages that have entries; always the claimed one. */
export const stagesOf = (sheet: Sheet): Stage[] => STAGES.filter((stage) => stage === 'claimed' || sheet.columns[stage].size > 0);

/** A body as one stage sees it: its sheet with its context. */
export function dataAt({ scheme }: ReadyEdition, place: SheetPlace, sheet: Sheet, stage: Stage, beside: SheetContext | undefined): BodyData {
  const { body, code, name, type, block, ranked } = place;
  const scored: Body = { id: body, code, name, block, ranked, admission: { state: 'admitted' }, ...(type === null ? {} : { type }) };
  return bodyDataAt(scheme, scored, sheet, stage, { estimates: beside?.estimates, previous: beside?.previous });
}

/** Points of a sheet at one stage, computed by the core alone. */
export function scoreStage(edition: ReadyEdition, place: SheetPlace, sheet: Sheet, stage: Stage, beside: SheetContext | undefined): SheetScore {
  const { prepared, types } = edition;
  return scoreSheet(prepared, dataAt(edition, place, sheet, stage, beside), types, excludedIn(beside));
}

/** The same if all that the body claims not to have arisen were confirmed; null where it claims nothing. */
export function scoreStageIfConfirmed(
  edition: ReadyEdition,
  place: SheetPlace,
  sheet: Sheet,
  stage: Stage,
  beside: SheetContext | undefined,
): SheetScore | null {
  const { prepared, types } = edition;
  return scoreIfConfirmed(prepared, dataAt(edition, place, sheet, stage, beside), types, excludedIn(beside));
}

const excludedIn = (beside: SheetContext | undefined): ReadonlySet<string> => new Set(Object.keys(beside?.exclusions ?? {}));
