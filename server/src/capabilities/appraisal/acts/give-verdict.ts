import { at, type Faults, isClaim, isObject, isRefused, type Language, type Raw, ROOT } from '@parindex/core';
import { type Changes, checkChanges, conflictsOfTarget, fieldsAt, foundAbsent, type Stage, sheetDataAt, type Target } from '@parindex/core/ledger/index';
import { stepsOf } from '@parindex/core/rights/index';
import type { Step } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import type { ActDescription, EntryCommand } from '../../sheets/act-description.ts';
import { appendToSheet } from '../../sheets/append-to-sheet.ts';
import { stepClosed, stepsOpenAt } from '../../sheets/in-time.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { presentSaved } from '../../sheets/present-saved.ts';
import type { StoredEntry } from '../../sheets/queries/sheets.ts';
import { refuseUnseen } from '../../sheets/sent-entry.ts';
import { scoreStage } from '../../sheets/sheet.ts';

interface Verdict {
  readonly id: string;
  readonly base: number;
  readonly changes: Readonly<Record<string, unknown>>;
  /** null: it accepts what stands there. */
  readonly reason: { readonly code: string; readonly text: string } | null;
}

const STAGE_OF_STEP: Readonly<Partial<Record<Step, Stage>>> = { appraisal: 'appraised', secondAppraisal: 'second', council: 'council' };

/** The stage of a verdict at this moment; refused if none of its steps is open for this body and item. */
export function stageNow({ place }: Pick<OpenSheet, 'place'>, target: Target, act: 'appraise' | 'conclude', moment: Date): Stage {
  const steps = stepsOf(`sheet.${act}`);
  const [step] = place.roundState === 'open' ? stepsOpenAt(place, moment)(steps, target) : [];
  if (!step) throw stepClosed(place, steps, moment);
  return STAGE_OF_STEP[step] as Stage;
}

/** What the scheme says about a verdict's changes, laid over the current values. */
export function judgeVerdict(open: OpenSheet, target: Target, stage: Stage, raw: Raw, faults: Faults): Changes | undefined {
  const { edition, sheet } = open;
  refuseUnseen(isObject(raw) ? raw['base'] : undefined, sheet, ROOT, faults);
  const changes = isObject(raw) ? raw['changes'] : undefined;
  if (changes === undefined) return undefined;
  if (isObject(changes) && changes['justification'] !== undefined) faults.add('notAllowedHere', at(ROOT, 'changes', 'justification'), { key: 'justification' });
  refuseUndecided(open, target, stage, changes, faults);
  refuseWithoutReason(stage, raw, changes, faults);
  return checkChanges(edition.entryRules, target, fieldsAt(sheet, stage, target), changes, stage, ROOT, faults);
}

/**
 * A verdict on an item whose body says that nothing arose, in words or by figures of 0, decides that: it confirms it, refuses
 * it with its own words, or scores the item; the last not where the figures leave nothing to score. To accept the values as
 * they are would let it through unseen.
 */
function refuseUndecided({ edition, place, sheet, beside }: OpenSheet, target: Target, stage: Stage, changes: Raw, faults: Faults): void {
  if (target.kind !== 'item' || !isObject(changes)) return;
  const result = scoreStage(edition, place, sheet, stage, beside).result.items.find(({ code }) => code === target.id);
  if (!result || !(isClaim(result) || isRefused(result))) return;
  const state = changes['state'];
  if (state === undefined) faults.add('missingKey', at(ROOT, 'changes', 'state'), { key: 'state' });
  if (state === null && foundAbsent(edition.scheme, sheetDataAt(edition.scheme, sheet, stage).figures).includes(target.id))
    faults.add('unknownValue', at(ROOT, 'changes', 'state'), { found: 'null', expected: 'notApplicable, notAccepted' });
  if (state === 'notAccepted' && changes['reason'] === undefined) faults.add('missingKey', at(ROOT, 'changes', 'reason'), { key: 'reason' });
}

/** To accept what stands there needs no reason; a change does, and the council always says why. */
function refuseWithoutReason(stage: Stage, raw: Raw, changes: Raw, faults: Faults): void {
  const changed = isObject(changes) && Object.keys(changes).length > 0;
  if ((changed || stage === 'council') && isObject(raw) && (raw['reason'] ?? null) === null) faults.add('missingKey', at(ROOT, 'reason'), { key: 'reason' });
}

/** A verdict with its checked changes. */
interface VerdictCommand extends EntryCommand {
  readonly target: Target;
  readonly judged: Changes | undefined;
}

/** What an appraiser or the council decides: in their step, and only over values that they have seen. The fold pins what was seen. */
const givingVerdict = ({ sheet }: OpenSheet, stage: Stage): ActDescription<VerdictCommand> => ({
  origin: 'api',
  // The step was checked together with the changes, as the stage depends on it.
  admit: () => undefined,
  contentOf: ({ judged }) => ({ stage, standing: 'effective', changes: judged as Changes }),
  conflictsOf: ({ target, base }, { changes }) => conflictsOfTarget(sheet, target, changes, base),
});

/** An appraiser or the council accepts or changes the values of an item or figure, with a reason. */
export async function giveVerdict(
  acting: Acting,
  open: OpenSheet,
  target: Target,
  stage: Stage,
  { id, base, changes, reason }: Verdict,
  judged: Changes | undefined,
  stored: StoredEntry | undefined,
  act: 'appraise' | 'conclude',
  language: Language,
) {
  const command: VerdictCommand = { id, act, target, base, changes, judged, ...(reason === null ? {} : { reason }) };
  const appended = await appendToSheet(acting, open, [command], givingVerdict(open, stage), new Map(stored ? [[stored.id, stored]] : []));
  return presentSaved(open, appended, [command], null, language);
}
