import type { Body, BodyData, BodyEstimates, BodyFigures, BodySheet, PreviousBody } from '../snapshot/types.ts';
import type { Cell } from './cell.ts';
import { STAGES, type Stage, type Target } from './entry.ts';
import { sheetData } from './fields.ts';
import { fieldsAt, type Sheet } from './fold.ts';

type Columns = Pick<Sheet, 'columns'>;

/** All items and figures with values at any stage up to this one, with their fields there. */
function* targetsAt(sheet: Columns, stage: Stage): Generator<readonly [Target, Cell['fields']]> {
  const seen = new Set<string>();
  for (const earlier of STAGES) {
    for (const [key, { target, fields }] of sheet.columns[earlier]) {
      if (seen.has(key)) continue;
      seen.add(key);
      yield [target, stage === 'claimed' ? fields : fieldsAt(sheet, stage, target)];
    }
    if (earlier === stage) return;
  }
}

/** Figures and answers of a sheet at a stage, in the form of a snapshot. */
export const sheetDataAt = (sheet: Columns, stage: Stage): { figures: BodyFigures; sheet: BodySheet } => sheetData(targetsAt(sheet, stage));

/** What belongs to a sheet but is not declared in it. */
export interface DataBeside {
  readonly estimates: Readonly<Record<string, Readonly<Record<string, BodyEstimates[string][string]>>>> | undefined;
  readonly previous: Readonly<PreviousBody> | null | undefined;
}

/** A body with its sheet at a stage, from which its points are computed. */
export const bodyDataAt = (body: Body, sheet: Columns, stage: Stage, { estimates, previous }: DataBeside): BodyData => ({
  body,
  ...sheetDataAt(sheet, stage),
  estimates,
  previous: previous ? { figures: previous.figures, items: previous.items } : undefined,
});
