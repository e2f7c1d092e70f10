import { at, type Faults, isClaim, isObject, isRefused, itemsUsing, type Language, type Raw, ROOT } from '@parindex/core';
import { keepsContested } from '@parindex/core/appraisal/explanation';
import { layVerdicts, type VerdictOn } from '@parindex/core/appraisal/lay-verdict';
import { movedTooFar } from '@parindex/core/appraisal/second-person';
import type { appraise } from '@parindex/core/contracts/appraisal';
import type { Body } from '@parindex/core/contracts/contract';
import {
  type Changes,
  checkChanges,
  conflictsOfTarget,
  fieldsAt,
  foundAbsent,
  type Origin,
  type Sheet,
  type Stage,
  type Standing,
  sheetDataAt,
  type Target,
} from '@parindex/core/ledger/index';
import type { Acting } from '../../../audit/acting.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import type { AppraisalTerms } from '../../rounds/queries/appraisal-terms.ts';
import type { ActDescription, EntryCommand } from '../../sheets/act-description.ts';
import { appendToSheet } from '../../sheets/append-to-sheet.ts';
import { isOpenToBody } from '../../sheets/in-time.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { presentSaved } from '../../sheets/present-saved.ts';
import type { StoredEntry } from '../../sheets/queries/sheets.ts';
import { refuseUnseen } from '../../sheets/sent-entry.ts';
import { scoreStage } from '../../sheets/sheet.ts';
import { refuseUnseenTargets } from '../../sheets/unseen.ts';
import type { VerdictAct } from '../../sheets/verdict-stage.ts';
import { refuseOtherDeciders } from '../given-work.ts';
import { type ProposedEntry, readProposedEntries } from '../queries/proposed-verdicts.ts';
import { countFiguresOf, readToldByNotice } from '../queries/verdicts.ts';

type Verdict = Body<typeof appraise>;
/** What a verdict writes, in this order: its figures, then the item or figure that it is on. */
export interface JudgedVerdict {
  readonly stage: Stage;
  /** Whether it counts at once, or waits for a second person. */
  readonly standing: Standing;
  readonly writes: readonly VerdictOn[];
}

/**
 * What the scheme says about a verdict's changes, laid over the current values: the figures first, as the item is decided by
 * what they come to. Undefined if something has faults. Without terms: what a session of the council concludes.
 */
export function judgeVerdict(open: OpenSheet, target: Target, stage: Stage, terms: AppraisalTerms | null, raw: Raw, faults: Faults): JudgedVerdict | undefined {
  const { edition, sheet } = open;
  if (!isObject(raw)) return undefined;
  refuseUnseen(raw['base'], sheet, ROOT, faults);
  const figures = judgeFigures(open, target, stage, raw['figures'], faults);
  const laid = { ...open, sheet: layVerdicts(sheet, stage, edition.id, figures) };
  const changes = raw['changes'];
  if (changes === undefined) return undefined;
  if (isObject(changes) && changes['justification'] !== undefined) faults.add('notAllowedHere', at(ROOT, 'changes', 'justification'), { key: 'justification' });
  refuseUndecided(laid, target, stage, changes, faults);
  const changed = figures.length > 0 || (isObject(changes) && Object.keys(changes).length > 0);
  if (changed || stage === 'council' || keepsWhatIsContested(open, target, stage)) refuseWithoutReason(raw, faults);
  refuseUnknownReason(terms, raw['reason'], faults);
  const judged = checkChanges(edition.entryRules, target, fieldsAt(laid.sheet, stage, target), changes, stage, ROOT, faults);
  if (!judged) return undefined;
  const writes = [...figures, { target, changes: judged }];
  return { stage, standing: needsSecondPerson(open, stage, terms, writes) ? 'proposed' : 'effective', writes };
}

/** The changes of a verdict with their places in its request. */
export const citedIn = (judged: JudgedVerdict | undefined) =>
  (judged?.writes ?? []).map(({ changes }, index, { length }) => ({ changes, path: index === length - 1 ? ROOT : at(ROOT, 'figures', index) }));

/** Whether a verdict of an appraiser moves some item by more than the round leaves to one person; the council decides together. */
function needsSecondPerson({ edition, place, sheet, beside }: OpenSheet, stage: Stage, terms: AppraisalTerms | null, writes: readonly VerdictOn[]): boolean {
  if (!terms || terms.secondPersonOver === null || stage === 'council') return false;
  const items = (of: Sheet, at: Stage) => scoreStage(edition, place, of, at, beside).result.items;
  const after = layVerdicts(sheet, stage, edition.id, writes);
  return movedTooFar(terms.secondPersonOver, items(sheet, 'claimed'), items(sheet, stage), items(after, stage)).length > 0;
}

/** The figures that a verdict on an item changes: of this item, each once. */
function judgeFigures({ edition, sheet }: OpenSheet, of: Target, stage: Stage, raw: Raw | undefined, faults: Faults): VerdictOn[] {
  const seen = new Set<string>();
  return (Array.isArray(raw) ? raw : []).flatMap((one: Raw, index): VerdictOn[] => {
    const path = at(ROOT, 'figures', index);
    if (!isObject(one) || typeof one['figure'] !== 'string' || one['changes'] === undefined) return [];
    const target: Target = { kind: 'figure', id: one['figure'] };
    if (of.kind !== 'item' || !itemsUsing(edition.prepared, target.id).includes(of.id)) faults.add('notAllowedHere', at(path, 'figure'), { key: 'figure' });
    if (seen.has(target.id)) faults.add('duplicateId', at(path, 'figure'), { found: target.id });
    seen.add(target.id);
    const changes = checkChanges(edition.entryRules, target, fieldsAt(sheet, stage, target), one['changes'], stage, path, faults);
    return changes ? [{ target, changes }] : [];
  });
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

/** To accept what is claimed needs no reason; a change does, the council always says why, and so does the second appraisal that keeps to the first. */
function refuseWithoutReason(raw: Readonly<Record<string, Raw>>, faults: Faults): void {
  if ((raw['reason'] ?? null) === null) faults.add('missingKey', at(ROOT, 'reason'), { key: 'reason' });
}

/** Whether a verdict that changes nothing would keep an item otherwise than its body claims it, at the second appraisal. */
function keepsWhatIsContested({ edition, place, sheet, beside }: OpenSheet, target: Target, stage: Stage): boolean {
  if (stage !== 'second' || target.kind !== 'item') return false;
  const of = (at: Stage) => scoreStage(edition, place, sheet, at, beside).result.items.find(({ code }) => code === target.id);
  const [claimed, now] = [of('claimed'), of(stage)];
  return claimed !== undefined && now !== undefined && keepsContested(stage, claimed, now);
}

/** A reason is one of those that the owner of the round offers. */
function refuseUnknownReason(terms: AppraisalTerms | null, reason: Raw | undefined, faults: Faults): void {
  const code = isObject(reason) ? reason['code'] : undefined;
  const reasons = terms?.reasons.filter(({ retired }) => !retired);
  if (typeof code !== 'string' || !reasons || reasons.some((one) => one.code === code)) return;
  faults.add('unknownValue', at(ROOT, 'reason', 'code'), { found: code, expected: reasons.map((one) => one.code).join(', ') });
}

/** One target of a verdict, with its checked changes. */
interface VerdictCommand extends EntryCommand {
  readonly target: Target;
  readonly judged: Changes | undefined;
}

/** What an appraiser or the council decides: in their step, once its body can no longer change it, and only over values that they have seen. The fold pins what was seen. */
const givingVerdict = (
  open: OpenSheet,
  judged: JudgedVerdict | undefined,
  waiting: readonly ProposedEntry[],
  origin: Origin,
): ActDescription<VerdictCommand> => ({
  origin,
  // The step was checked together with the changes, as the stage depends on it.
  admit: (commands, moment) => {
    const targets = commands.flatMap(({ target }) => (isOpenToBody(open, target, moment) ? [target] : []));
    if (targets.length > 0) throw new Problem('stillScoring', { more: { targets } });
    const waits = waiting.filter(
      ({ kind, target, stage }) => stage === judged?.stage && commands.some((one) => one.target.kind === kind && one.target.id === target),
    );
    if (waits.length > 0) throw new Problem('verdictWaits', { more: { targets: waits.map(({ kind, target: id }) => ({ kind, id })) } });
  },
  contentOf: (command) => ({ stage: judged?.stage ?? 'claimed', standing: judged?.standing ?? 'effective', changes: command.judged as Changes }),
  conflictsOf: ({ target, base }, { changes }) => conflictsOfTarget(open.sheet, target, changes, base),
  // What waits keeps the points that it would come to.
  ...(judged?.standing === 'proposed' ? { scored: (sheet: Sheet) => layVerdicts(sheet, judged.stage, open.edition.id, judged.writes) } : {}),
});

/** What a request says of one target each, in the order in which it is written. */
const commandsOf = (target: Target, { id, base, changes, figures, reason }: Verdict, act: VerdictAct, judged: JudgedVerdict | undefined): VerdictCommand[] =>
  [
    ...figures.map((one) => ({ id: one.id, target: { kind: 'figure' as const, id: one.figure }, changes: one.changes, cause: id })),
    { id, target, changes },
  ].map((one, index) => ({ ...one, act, base, judged: judged?.writes[index]?.changes, ...(reason === null ? {} : { reason }) }));

const TOLD_BY_NOTICE = {
  vi: 'Kết quả thẩm định nội dung này đã được thông báo cho cơ quan được thẩm định nên không quyết định lại ở lần thẩm định này.',
  en: 'The body was notified of what was decided on this, so it is not decided anew at this appraisal.',
};

/** What a notice told its body stands at that stage, however long its step is extended: the body reads what it was told (decision 0122). */
export async function refuseTold(db: Reading, place: OpenSheet['place'], stage: Stage, commands: readonly { readonly target: Target }[]): Promise<void> {
  const targets = await readToldByNotice(
    db,
    place,
    stage,
    commands.map(({ target }) => target),
  );
  if (targets.length > 0) throw new Problem('notNow', { detail: TOLD_BY_NOTICE, more: { targets } });
}

/** An appraiser or the council accepts or changes the values of an item with its figures, or of a figure, with a reason: all of it, or nothing. */
export async function giveVerdict(
  acting: Acting,
  open: OpenSheet,
  target: Target,
  verdict: Verdict,
  judged: JudgedVerdict | undefined,
  stored: ReadonlyMap<string, StoredEntry>,
  act: VerdictAct,
  language: Language,
) {
  if (judged) await refuseOtherDeciders(acting, open, target, act);
  const commands = commandsOf(target, verdict, act, judged);
  await refuseUnseenTargets(
    acting.db,
    open,
    commands.map((command) => command.target),
  );
  if (judged && stored.size === 0) await refuseTold(acting.db, open.place, judged.stage, commands);
  // What was sent before is not sent again with more in it, or less.
  if (stored.size > 0 && (stored.size < commands.length || (await countFiguresOf(acting.db, open.place, verdict.id)) > verdict.figures.length))
    throw new Problem('idReused', { more: { id: verdict.id } });
  const waiting = judged ? await readProposedEntries(acting.db, open.place.round, open.place.body) : [];
  const appended = await appendToSheet(acting, open, commands, givingVerdict(open, judged, waiting, verdict.origin), stored);
  // What waits is answered with what stands, now and when it is said again.
  const { edition, place, beside } = open;
  const stands = judged?.standing === 'proposed' ? { score: () => scoreStage(edition, place, appended.sheet, appended.stage, beside) } : {};
  return presentSaved(open, { ...appended, ...stands }, commands, null, language);
}
