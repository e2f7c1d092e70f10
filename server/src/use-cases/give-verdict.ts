import { at, type Faults, isObject, type Language, type Raw, ROOT } from '@parindex/core';
import { type Changes, changeCell, checkChanges, fieldsAt, isText, STAGES, type Stage, type Target, targetKey } from '@parindex/core/ledger/index';
import type { Step } from '@parindex/core/round/index';
import type { Acting } from '../acting.ts';
import { type CellRow, findEntries } from '../db/queries/sheets.ts';
import { Problem } from '../problems.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { presentItem, presentTotal } from '../sheets/present.ts';
import { scoreStage } from '../sheets/sheet.ts';
import { affectedItems } from './declare.ts';
import { writeEntries } from './write-entries.ts';

interface Verdict {
  readonly id: string;
  readonly base: number;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly reason: { readonly code: string; readonly text: string };
}

const STAGE_OF_STEP: Readonly<Partial<Record<Step, Stage>>> = { appraisal: 'appraised', secondAppraisal: 'second', council: 'council' };

/** The stage that a verdict belongs to at this moment; refused where none of its steps is open. */
export function stageNow({ place }: Pick<OpenSheet, 'place'>, act: 'appraise' | 'conclude', moment: Date): Stage {
  const steps: Step[] = act === 'appraise' ? ['secondAppraisal', 'appraisal'] : ['council'];
  const open = place.steps.filter(
    ({ step, opens, closes }) => steps.includes(step) && Date.parse(opens) <= moment.getTime() && moment.getTime() < Date.parse(closes),
  );
  const stage = steps.find((step) => open.some((times) => times.step === step));
  if (place.roundState !== 'open' || !stage)
    throw new Problem('stepClosed', { more: { steps: place.steps.filter(({ step }) => steps.includes(step)), receivedAt: moment.toISOString() } });
  return STAGE_OF_STEP[stage] as Stage;
}

/** What the scheme says to a verdict's changes, laid over what stands there. */
export function judgeVerdict({ edition, sheet }: OpenSheet, target: Target, stage: Stage, raw: Raw, faults: Faults): Changes | undefined {
  const changes = isObject(raw) ? raw['changes'] : undefined;
  if (changes === undefined) return undefined;
  if (isObject(changes) && changes['justification'] !== undefined) faults.add('notAllowedHere', at(ROOT, 'changes', 'justification'), { key: 'justification' });
  return checkChanges(edition.door, target, fieldsAt(sheet, stage, target), changes, stage, ROOT, faults);
}

/**
 * An appraiser or the council accepts or changes what stands in an item or figure, with a reason. What was seen is pinned:
 * a later change of the claim, by an extension, does not slip under a verdict.
 */
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
  const [stored] = await findEntries(acting.db, [verdict.id]);
  if (stored) {
    const same =
      stored.round === place.round &&
      stored.body === place.body &&
      stored.act === act &&
      stored.actor === acting.account &&
      stored.kind === target.kind &&
      stored.target === target.id &&
      stored.base === verdict.base;
    if (!same || Object.keys(changes).some((field) => !isText(field) && JSON.stringify(stored.changes[field] ?? null) !== JSON.stringify(changes[field])))
      throw new Problem('idReused', { more: { id: verdict.id } });
    acting.recorded += 1;
    return {
      seq: sheet.seq,
      entries: [{ id: verdict.id, seq: stored.seq, replayed: true }],
      items: [],
      total: presentTotal(scoreStage(edition, place, sheet, stage, beside)),
    };
  }
  const key = targetKey(target);
  const newer = STAGES.flatMap((one) => {
    const cell = sheet.columns[one].get(key);
    return Object.entries(cell?.seqs ?? {}).flatMap(([field, seq]) =>
      seq > verdict.base ? [{ field, seq, stage: one, theirs: cell?.fields[field] ?? null, yours: changes[field] ?? null }] : [],
    );
  });
  if (newer.length > 0)
    throw new Problem('conflict', { more: { seq: sheet.seq, conflicts: newer.map((conflict) => ({ entry: verdict.id, target, ...conflict })) } });

  const { justification, ...seen } = fieldsAt(sheet, stage, target);
  const pinned: Changes = { ...seen, ...changes };
  const cell = changeCell(sheet.columns[stage].get(key), target, pinned, sheet.seq + 1);
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
        changes: pinned,
        points: item && item.state !== 'notAnswered' ? item.points : null,
        reason: { code: verdict.reason.code, text: verdict.reason.text },
        origin: 'api',
      },
    ],
    [row],
  );
  const affected = affectedItems(edition, [target]);
  return {
    seq: seq as number,
    entries: [{ id: verdict.id, seq: seq as number, replayed: false }],
    items: score.result.items.filter(({ code }) => affected.has(code)).map((one) => presentItem(score, one, language)),
    total: presentTotal(score),
  };
}
