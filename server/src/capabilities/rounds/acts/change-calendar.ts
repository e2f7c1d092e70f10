import type { Language } from '@parindex/core';
import { type ConsequenceCode, consequencesOfCalendar, STEP_CHANGE_TEXTS, type Step, stepChangeRefusal } from '@parindex/core/round/index';
import { STEP_NAMES } from '@parindex/core/words/steps';
import type { Acting } from '../../../audit/acting.ts';
import { Problem } from '../../../http/problems.ts';
import { iso } from '../../../iso.ts';
import { readExtensions } from '../queries/extensions.ts';
import { putSteps, removeSteps, type StepRow } from '../queries/round-plan.ts';
import { type RoundRow, readPlan } from '../queries/rounds.ts';
import { requireTold } from '../require-told.ts';
import { recordRoundChange } from './record-round-change.ts';

interface Refused {
  readonly step: Step;
  readonly refusal: keyof typeof STEP_CHANGE_TEXTS;
}

function refuse(refused: readonly Refused[]): void {
  const [first] = refused;
  if (first) throw new Problem('notNow', { detail: STEP_CHANGE_TEXTS[first.refusal], more: { steps: refused } });
}

/**
 * Sets the calendar of a round whose steps are locked: all of it or, with `keepOthers`, single steps. Once the round is
 * open, what has passed neither opens nor closes again, and no closing moves into the past.
 */
export async function changeCalendar(
  acting: Acting,
  round: RoundRow,
  steps: readonly StepRow[],
  { keepOthers, told, language }: { readonly keepOthers: boolean; readonly told: readonly ConsequenceCode[]; readonly language: Language },
): Promise<void> {
  const { db, receivedAt } = acting;
  const now = receivedAt.getTime();
  const before = (await readPlan(db, round.id)).steps.map(({ step, opens, closes }) => ({ step, opens: Date.parse(opens), closes: Date.parse(closes) }));
  const wanted = steps.map(({ step, opens, closes }) => ({ step, opens: opens.getTime(), closes: closes.getTime() }));
  const had = new Map(before.map((times) => [times.step, times]));
  const removed = keepOthers ? [] : before.filter(({ step }) => !wanted.some((times) => times.step === step));
  if (round.state !== 'draft') {
    const extended = new Set((await readExtensions(db, round.id)).map(({ step }) => step));
    refuse([
      ...wanted.flatMap((times): Refused[] => {
        const was = had.get(times.step);
        const refusal = was ? stepChangeRefusal(was, times, now) : times.closes <= now ? 'closesInThePast' : undefined;
        return refusal ? [{ step: times.step, refusal }] : [];
      }),
      ...removed.flatMap(({ step, opens }): Refused[] => (opens <= now || extended.has(step) ? [{ step, refusal: 'hasOpened' }] : [])),
    ]);
  }
  if (round.state !== 'draft') {
    const kept = before.filter(({ step }) => !removed.some((gone) => gone.step === step) && !wanted.some((times) => times.step === step));
    requireTold(
      consequencesOfCalendar(before, [...kept, ...wanted], (step) => ({ vi: STEP_NAMES.vi[step], en: STEP_NAMES.en[step] })),
      told,
      language,
    );
  }
  await removeSteps(
    db,
    round.id,
    removed.map(({ step }) => step),
  );
  await putSteps(db, round.id, steps);
  await recordRoundChange(acting, round, {
    act: 'round.calendar',
    confirms: ['steps'],
    touched: ['round_step'],
    content: {
      removed: removed.map(({ step }) => step),
      changed: wanted.flatMap(({ step, opens, closes }) => {
        const was = had.get(step);
        return was?.opens === opens && was.closes === closes ? [] : [{ step, opens: [iso(was?.opens), iso(opens)], closes: [iso(was?.closes), iso(closes)] }];
      }),
    },
  });
}
