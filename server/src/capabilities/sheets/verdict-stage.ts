import type { Stage, Target } from '@parindex/core/ledger/index';
import { type Permission, stepsOf } from '@parindex/core/rights/index';
import type { Step } from '@parindex/core/round/index';
import { stepClosed, stepsOpenAt } from './in-time.ts';
import type { OpenSheet } from './open-sheet.ts';

export type VerdictAct = 'appraise' | 'conclude';

/** By which right each is given, in whose steps: the council concludes in its sessions. */
const RIGHTS = { appraise: 'sheet.appraise', conclude: 'council.conclude' } as const satisfies Readonly<Record<VerdictAct, Permission>>;

const STAGE_OF_STEP: Readonly<Partial<Record<Step, Stage>>> = { appraisal: 'appraised', secondAppraisal: 'second', council: 'council' };

/** The stage of a verdict in an open round, by the steps that are open to a body; undefined if none of its steps is, for this target. */
export function stageAt(openTo: ReturnType<typeof stepsOpenAt>, target: Target, act: VerdictAct): Stage | undefined {
  const [step] = openTo(stepsOf(RIGHTS[act]), target);
  return step && STAGE_OF_STEP[step];
}

/** The same; refused if there is none. */
export function stageNow({ place }: Pick<OpenSheet, 'place'>, target: Target, act: VerdictAct, moment: Date): Stage {
  const stage = place.roundState === 'open' ? stageAt(stepsOpenAt(place, moment), target, act) : undefined;
  if (!stage) throw stepClosed(place, stepsOf(RIGHTS[act]), moment);
  return stage;
}
