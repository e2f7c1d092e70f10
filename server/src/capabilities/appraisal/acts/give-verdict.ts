import { affectedItems, at, type Faults, isObject, type Language, type Raw, ROOT, type SheetScore, sheetTotal } from '@parindex/core';
import { type Changes, changeCell, checkChanges, fieldsAt, pinnedChanges, STAGES, type Stage, type Target, targetKey } from '@parindex/core/ledger/index';
import { isOpen, type Step } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import { Problem } from '../../../http/problems.ts';
import type { ReadyEdition } from '../../editions/ready.ts';
import { refuseUnseen } from '../../sheets/acts/declare.ts';
import { isSaidAgain } from '../../sheets/acts/replay.ts';
import { writeEntries } from '../../sheets/acts/write-entries.ts';
import { calendarOf } from '../../sheets/calendar.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { presentItem } from '../../sheets/present.ts';
import type { CellRow, StoredEntry } from '../../sheets/queries/sheets.ts';
import { scoreStage } from '../../sheets/sheet.ts';

interface Verdict {
  readonly id: string;
  readonly base: number;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly reason: { readonly code: string; readonly text: string };
}

const STAGE_OF_STEP: Readonly<Partial<Record<Step, Stage>>> = { appraisal: 'appraised', secondAppraisal: 'second', council: 'council' };

/** The stage that a verdict belongs to at this moment; refused where none of its steps is open for this body and item. */
export function stageNow({ place }: Pick<OpenSheet, 'place'>, target: Target, act: 'appraise' | 'conclude', moment: Date): Stage {
  const steps: Step[] = act === 'appraise' ? ['secondAppraisal', 'appraisal'] : ['council'];
  const calendar = calendarOf(place);
  const own = calendar.steps.filter(({ step }) => steps.includes(step));
  const open = own.filter((times) => isOpen(times, calendar.extensions, place.body, target.kind === 'item' ? target.id : null, moment.getTime()));
  const stage = steps.find((step) => open.some((times) => times.step === step));
  if (place.roundState !== 'open' || !stage) {
    const told = own.map(({ step, opens, closes }) => ({ step, opens: new Date(opens).toISOString(), closes: new Date(closes).toISOString() }));
    throw new Problem('stepClosed', { more: { steps: told, receivedAt: moment.toISOString() } });
  }
  return STAGE_OF_STEP[stage] as Stage;
}

/** What the scheme says to a verdict's changes, laid over what stands there. */
export function judgeVerdict({ edition, sheet }: OpenSheet, target: Target, stage: Stage, raw: Raw, faults: Faults): Changes | undefined {
  refuseUnseen(isObject(raw) ? raw['base'] : undefined, sheet, ROOT, faults);
  const changes = isObject(raw) ? raw['changes'] : undefined;
  if (changes === undefined) return undefined;
  if (isObject(changes) && changes['justification'] !== undefined) faults.add('notAllowedHere', at(ROOT, 'changes', 'justification'), { key: 'justification' });
  return checkChanges(edition.door, target, fieldsAt(sheet, stage, target), changes, stage, ROOT, faults);
}

/** A verdict that is stored already: the same answer as when it came first; refused where its id was used for something else. */
export function repeatVerdict(
  acting: Acting,
  open: OpenSheet,
  target: Target,
  verdict: Verdict,
  stored: StoredEntry,
  act: 'appraise' | 'conclude',
  language: Language,
) {
  const { place, edition, sheet, beside } = open;
  const { base, changes, reason } = verdict;
  if (!isSaidAgain(stored, { round: place.round, body: place.body, account: acting.account, act, kind: target.kind, target: target.id, base, changes, reason }))
    throw new Problem('idReused', { more: { id: verdict.id } });
  acting.recorded += 1;
  const score = scoreStage(edition, place, sheet, stored.stage, beside);
  return { seq: sheet.seq, entries: [{ id: verdict.id, seq: stored.seq, replayed: true }], ...affectedScores(edition, score, target, language) };
}

const affectedScores = (edition: ReadyEdition, score: SheetScore, target: Target, language: Language) => {
  const affected = affectedItems(edition.prepared, [target]);
  return {
    items: score.result.items.filter(({ code }) => affected.has(code)).map((item) => presentItem(score, item, language)),
    total: sheetTotal(score.result),
  };
};

/** An appraiser or the council accepts or changes what stands in an item or figure, with a reason; the fold pins what was seen. */
export async function giveVerdict(
  acting: Acting,
  open: OpenSheet,
  target: Target,
  stage: Stage,
  verdict: Verdict,
  changes: Changes,
  act: 'appraise' | 'conclude',
  language: Language,
) {
  const { place, edition, sheet, beside } = open;
  const key = targetKey(target);
  const newer = STAGES.flatMap((one) => {
    const cell = sheet.columns[one].get(key);
    return Object.entries(cell?.seqs ?? {}).flatMap(([field, seq]) =>
      seq > verdict.base ? [{ field, seq, stage: one, theirs: cell?.fields[field] ?? null, yours: changes[field] ?? null }] : [],
    );
  });
  if (newer.length > 0)
    throw new Problem('conflict', { more: { seq: sheet.seq, conflicts: newer.map((conflict) => ({ entry: verdict.id, target, ...conflict })) } });

  const cell = changeCell(sheet.columns[stage].get(key), target, pinnedChanges(sheet, stage, target, changes), sheet.seq + 1);
  const after = { ...sheet, columns: { ...sheet.columns, [stage]: new Map(sheet.columns[stage]).set(key, cell) } };
  const score = scoreStage(edition, place, after, stage, beside);
  const item = target.kind === 'item' ? score.result.items.find(({ code }) => code === target.id) : undefined;
  const row: CellRow = { stage, target_kind: target.kind, target: target.id, fields: { ...cell.fields }, seqs: { ...cell.seqs } };
  const [seq] = await writeEntries(
    acting,
    { round: place.round, body: place.body, edition: edition.id, seq: sheet.seq },
    [
      {
        id: verdict.id,
        target,
        act,
        stage,
        base: verdict.base,
        changes,
        points: item && item.state !== 'notAnswered' ? item.points : null,
        reason: { code: verdict.reason.code, text: verdict.reason.text },
        origin: 'api',
      },
    ],
    [row],
  );
  return { seq: seq as number, entries: [{ id: verdict.id, seq: seq as number, replayed: false }], ...affectedScores(edition, score, target, language) };
}
