import type { Changes, Stage, Target } from '../ledger/entry.ts';
import { foldEntries, type Sheet } from '../ledger/fold.ts';

/** What a verdict changes of an item or figure; nothing: it accepts what stands there. */
export interface VerdictOn {
  readonly target: Target;
  readonly changes: Changes;
}

/** A sheet as if verdicts counted at a stage: what they come to before they are given. */
export const layVerdicts = (sheet: Sheet, stage: Stage, edition: string, verdicts: readonly VerdictOn[]): Sheet =>
  foldEntries(
    sheet,
    verdicts.map((verdict, index) => ({ ...verdict, seq: sheet.seq + 1 + index, act: 'appraise', stage, standing: 'effective', edition })),
  );
