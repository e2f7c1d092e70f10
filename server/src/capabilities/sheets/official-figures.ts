import { itemsUsing } from '@parindex/core';
import type { officialFigure } from '@parindex/core/contracts/schemas/index';
import { fieldsAt, type Stage } from '@parindex/core/ledger/index';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import type { ReadyEdition } from '../editions/ready.ts';
import { type OfficialFigureRow, readFiguresBeside, readOfficialFigures } from './queries/official-figures.ts';
import { sheetOfCells } from './sheet.ts';

/** The official figures that stand, by body and figure: the last of each, unless it was taken back. `upTo`: as they stood after an entry of each sheet. */
export function standingFigures(rows: readonly OfficialFigureRow[], upTo: (body: string) => number = () => Number.MAX_SAFE_INTEGER) {
  const last = new Map(rows.filter(({ body, seq }) => seq <= upTo(body)).map((row) => [`${row.body} ${row.figure}`, row]));
  return (body: string, figure: string): OfficialFigureRow | undefined => {
    const row = last.get(`${body} ${figure}`);
    return row && row.value !== null ? row : undefined;
  };
}

/** An official figure as it is told. */
export const presentOfficial = ({ value, source, date, seq, by, at }: OfficialFigureRow): z.output<typeof officialFigure> => ({
  ...{ value: value as string | boolean, source, date, seq, by },
  at: at.toISOString(),
});

/** An official figure beside what the body claims. */
export interface FigureBeside {
  readonly figure: string;
  /** Codes of the items that use it. */
  readonly items: readonly string[];
  readonly claimed: string | boolean | null;
  readonly official: OfficialFigureRow;
}

type FiguresOf = (body: string) => readonly FigureBeside[];

/** The official figures that are other than the claimed ones: by body, in the scheme's order. `takenAt`: those of them that a verdict put in their place by a stage. */
async function readFigures(
  db: Reading,
  round: string,
  { id: edition, scheme, prepared }: ReadyEdition,
  { takenAt, body }: { readonly takenAt?: Stage; readonly body?: string | undefined },
): Promise<FiguresOf> {
  const official = standingFigures(await readOfficialFigures(db, { round, edition }, body === undefined ? {} : { body }));
  const cells = Map.groupBy(await readFiguresBeside(db, round, body), (cell) => cell.body);
  return (of) => {
    const sheet = sheetOfCells(cells.get(of) ?? [], [], { state: 'open', seq: 0 });
    return scheme.figures.flatMap(({ id: figure }) => {
      const known = official(of, figure);
      const at = (stage: Stage) => fieldsAt(sheet, stage, { kind: 'figure', id: figure })['value'];
      const claimed = at('claimed');
      if (!known || known.value === claimed || (takenAt !== undefined && at(takenAt) !== known.value)) return [];
      return [{ figure, items: [...itemsUsing(prepared, figure)], claimed: (claimed as string | boolean | undefined) ?? null, official: known }];
    });
  };
}

/** Official figures other than the claimed ones, of a round or of one body of it. */
export const readFiguresApart = (db: Reading, round: string, edition: ReadyEdition, body?: string): Promise<FiguresOf> =>
  readFigures(db, round, edition, { body });

/** Those of them that a verdict has put in the place of what is claimed by a stage. */
export const readReplacedFigures = (db: Reading, round: string, edition: ReadyEdition, stage: Stage, body?: string): Promise<FiguresOf> =>
  readFigures(db, round, edition, { takenAt: stage, body });
