import type { Scheme } from '../scheme/types.ts';
import type { Body, BodyData, BodyEstimates, BodyFigures, BodySheet, PreviousBody } from '../snapshot/types.ts';
import type { Cell } from './cell.ts';
import { STAGES, type Stage, type Target, targetKey } from './entry.ts';
import { sheetData } from './fields.ts';
import { fieldsAt, type Sheet } from './fold.ts';
import { foundAbsent } from './nothing-found.ts';

type Columns = Pick<Sheet, 'columns'>;

/**
 * What a state at a stage says: written by the body alone it is a claim; a verdict decides it, and one given before the
 * body claimed anything is not altered by the claim.
 */
function asDecided({ columns }: Columns, stage: Stage, target: Target, fields: Cell['fields']): Cell['fields'] {
  if (fields['state'] === undefined) return fields;
  const verdicts = STAGES.slice(1, STAGES.indexOf(stage) + 1).flatMap((each) => columns[each].get(targetKey(target)) ?? []);
  if (verdicts.some(({ seqs }) => seqs['state'] !== undefined)) return fields;
  const { state, reason, ...rest } = fields;
  return verdicts.length > 0 ? rest : { ...fields, state: 'claimedNotApplicable' };
}

/** All items and figures with values at any stage up to this one, with their fields there. */
function* targetsAt(sheet: Columns, stage: Stage): Generator<readonly [Target, Cell['fields']]> {
  const seen = new Set<string>();
  for (const earlier of STAGES) {
    for (const [key, { target, fields }] of sheet.columns[earlier]) {
      if (seen.has(key)) continue;
      seen.add(key);
      yield [target, asDecided(sheet, stage, target, stage === 'claimed' ? fields : fieldsAt(sheet, stage, target))];
    }
    if (earlier === stage) return;
  }
}

/**
 * Figures and answers of a sheet at a stage, in the form of a snapshot. That figures find nothing is the body's word as a tick
 * is, until a verdict says of the item itself what it is: one that accepted its values may be older than the 0.
 */
export function sheetDataAt(scheme: Scheme, columns: Columns, stage: Stage): { figures: BodyFigures; sheet: BodySheet } {
  const { figures, sheet } = sheetData(targetsAt(columns, stage));
  for (const code of foundAbsent(scheme, figures)) if (!sheet[code]?.state) sheet[code] = { ...sheet[code], whenNothing: 'claimed' };
  return { figures, sheet };
}

/** What belongs to a sheet but is not declared in it. */
export interface DataBeside {
  readonly estimates: Readonly<Record<string, Readonly<Record<string, BodyEstimates[string][string]>>>> | undefined;
  readonly previous: Readonly<PreviousBody> | null | undefined;
}

/** A body with its sheet at a stage, from which its points are computed. */
export const bodyDataAt = (scheme: Scheme, body: Body, sheet: Columns, stage: Stage, { estimates, previous }: DataBeside): BodyData => ({
  body,
  ...sheetDataAt(scheme, sheet, stage),
  estimates,
  previous: previous ? { figures: previous.figures, items: previous.items } : undefined,
});
