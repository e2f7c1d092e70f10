import { at, Faults, isObject, type Language, type Raw, ROOT, sheetTotal } from '@parindex/core';
import { type DecisionRefusal, outcomeOf } from '@parindex/core/assignments/index';
import type { newPartDecision } from '@parindex/core/contracts/index';
import {
  type Changes,
  changeCell,
  checkChanges,
  conflictsOf,
  type FoldedEntry,
  partAfter,
  proposedChanges,
  type Target,
  takenOut,
  targetKey,
} from '@parindex/core/ledger/index';
import { displayDate } from '@parindex/core/quantity/display';
import type { Membership } from '@parindex/core/rights/index';
import type { z } from 'zod';
import type { Acting } from '../../../audit/acting.ts';
import { Problem } from '../../../http/problems.ts';
import { refuseOutsideTime, targetNamed, targetOf } from '../../sheets/acts/declare.ts';
import { isSaidAgain } from '../../sheets/acts/replay.ts';
import { type EntryToWrite, writeEntries } from '../../sheets/acts/write-entries.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { presentItem } from '../../sheets/present.ts';
import { type CellRow, findEntries, type PartRow } from '../../sheets/queries/sheets.ts';
import { partsOf } from '../../sheets/rebuild.ts';
import { scoreStage } from '../../sheets/sheet.ts';
import { decidersOf, type Hands } from '../assigned.ts';

export type NewPartDecision = z.output<typeof newPartDecision>;

/** Why a decision was not taken, for whoever wanted it. */
const REFUSALS: Readonly<Record<DecisionRefusal, Readonly<Record<Language, string>>>> = {
  nothingEntered: { vi: 'Nội dung này chưa có số liệu mới chờ duyệt.', en: 'Nothing new awaits a decision here.' },
  notPassed: { vi: 'Trưởng phòng chưa thông qua nội dung này.', en: 'The head of the division has not passed it yet.' },
  noDivision: { vi: 'Quy trình duyệt của cơ quan không có bước của trưởng phòng.', en: 'The body’s chain of approval has no step for a division.' },
  approvedAlready: { vi: 'Lãnh đạo đơn vị đã duyệt nội dung này.', en: 'The department’s leader has approved it already.' },
  documentNeeded: {
    vi: 'Lãnh đạo đơn vị chưa duyệt; hãy ghi số, ngày của văn bản mà lãnh đạo đơn vị đã ký.',
    en: 'The department’s leader has not approved it; name the document by which they did.',
  },
  notApproved: { vi: 'Lãnh đạo đơn vị chưa duyệt nội dung này.', en: 'The department’s leader has not approved it.' },
};

/** The reason of an entry that records a document: its number and date are kept as its code says. */
const BY_DOCUMENT = 'document';
const reasonOf = ({ reason, document }: NewPartDecision) => {
  if (document)
    return { code: BY_DOCUMENT, text: `Văn bản số ${document.number} ngày ${displayDate(document.date)}${reason === undefined ? '' : `: ${reason}`}` };
  return reason === undefined ? undefined : { code: null, text: reason };
};

/** Adds a fault for each decision that lacks what it must say, or names the same part twice. */
export function judgeDecisions(raw: Raw, faults: Faults): void {
  const seen = new Set<string>();
  (isObject(raw) && Array.isArray(raw['decisions']) ? raw['decisions'] : []).forEach((decision: Raw, index) => {
    if (!isObject(decision)) return;
    const path = at(ROOT, 'decisions', index);
    const target = targetNamed(decision, path, faults);
    if (target && seen.has(targetKey(target))) faults.add('duplicateId', at(path, target.kind), { found: target.id });
    if (target) seen.add(targetKey(target));
    if (decision['act'] === 'return' && decision['reason'] === undefined) faults.add('missingKey', at(path, 'reason'), { key: 'reason' });
    if (decision['act'] === 'return' && decision['document'] !== undefined) faults.add('notAllowedHere', at(path, 'document'), { key: 'document' });
  });
}

/** Accepts or returns parts that departments have in hand; all of them, or none. */
export async function decideParts(
  acting: Acting,
  open: OpenSheet,
  hands: Hands,
  memberships: readonly Membership[],
  decisions: readonly NewPartDecision[],
  language: Language,
) {
  const { place, edition, beside } = open;
  const stored = new Map(
    (
      await findEntries(
        acting.db,
        decisions.map(({ id }) => id),
      )
    ).map((entry) => [entry.id, entry]),
  );
  const replays = new Map<string, number>();
  for (const decision of decisions) {
    const there = stored.get(decision.id);
    if (!there) continue;
    const target = targetOf(decision);
    const reason = reasonOf(decision);
    const said = {
      ...{ round: place.round, body: place.body, account: acting.account, act: decision.act, kind: target.kind, target: target.id, base: decision.base },
      // What it made of the sheet was judged when it came first.
      changes: { ...there.changes, ...Object.fromEntries(there.texts.map((field) => [field, there.content?.[field]])) },
      ...(reason ? { reason } : {}),
    };
    if (!isSaidAgain(there, said)) throw new Problem('idReused', { more: { id: decision.id } });
    replays.set(decision.id, there.seq);
  }
  const fresh = decisions.filter(({ id }) => !replays.has(id));
  let sheet = open.sheet;
  const decided: EntryToWrite[] = [];
  if (fresh.length > 0) refuseOutsideTime(open, fresh.map(targetOf), fresh.some(({ act }) => act === 'return') ? 'return' : 'accept', acting.receivedAt);
  for (const decision of fresh) {
    const target = targetOf(decision);
    const step = decide(open, sheet, hands, memberships, decision, target);
    const seq = sheet.seq + 1;
    const { act, stage, standing = 'effective', changes } = step;
    const key = targetKey(target);
    const folded: FoldedEntry & { readonly target: Target } = { seq, act, stage, standing, edition: edition.id, target, changes };
    const part = partAfter(sheet.parts.get(key), sheet.columns.claimed.get(key), folded);
    const claimed =
      standing === 'effective'
        ? new Map(sheet.columns.claimed).set(key, changeCell(sheet.columns.claimed.get(key), target, changes, seq))
        : sheet.columns.claimed;
    sheet = { ...sheet, seq, parts: part ? new Map(sheet.parts).set(key, part) : sheet.parts, columns: { ...sheet.columns, claimed } };
    decided.push(step);
  }
  const score = scoreStage(edition, place, sheet, 'claimed', beside);
  if (fresh.length > 0) {
    const pointsOf = new Map(score.result.items.map((item) => [item.code, item]));
    const keys = new Set(fresh.map((decision) => targetKey(targetOf(decision))));
    const cells = [...sheet.columns.claimed].flatMap(([key, { target, fields, seqs }]): CellRow[] =>
      keys.has(key) ? [{ stage: 'claimed', target_kind: target.kind, target: target.id, fields: { ...fields }, seqs: { ...seqs } }] : [],
    );
    const parts: PartRow[] = partsOf({ parts: new Map([...sheet.parts].filter(([key]) => keys.has(key))) });
    await writeEntries(
      acting,
      { round: place.round, body: place.body, edition: edition.id, seq: open.sheet.seq },
      decided.map((entry) => {
        const item = entry.target?.kind === 'item' ? pointsOf.get(entry.target.id) : undefined;
        return { ...entry, points: item?.state === 'scored' ? item.points : null };
      }),
      cells,
      parts,
    );
  } else acting.recorded += 1; // All of it was recorded when it came first.
  const seqOf = new Map(fresh.map(({ id }, index) => [id, open.sheet.seq + index + 1]));
  return {
    seq: sheet.seq,
    entries: decisions.map(({ id }) => ({ id, seq: replays.get(id) ?? (seqOf.get(id) as number), replayed: replays.has(id) })),
    items: score.result.items.map((item) => presentItem(score, item, language)),
    total: sheetTotal(score.result),
  };
}

/** One decision on a part as it stands now; refused where nobody may take it, where others have written since, or where the scheme does not take it. */
function decide(
  { place, edition }: OpenSheet,
  sheet: OpenSheet['sheet'],
  hands: Hands,
  memberships: readonly Membership[],
  decision: NewPartDecision,
  target: Target,
): EntryToWrite {
  const key = targetKey(target);
  const [part, cell] = [sheet.parts.get(key), sheet.columns.claimed.get(key)];
  const deciders = decidersOf(hands, place, target, memberships);
  if (deciders.length === 0) throw new Problem('notInHand', { more: { targets: [target] } });
  const byDocument = decision.document !== undefined;
  const outcomes = deciders
    .filter(({ by }) => !byDocument || by === 'body')
    .map((decider) => ({ decider, outcome: outcomeOf({ act: decision.act, by: decider.by, byDocument }, part, hands.chain) }));
  const taken = outcomes.find(({ outcome }) => !('refused' in outcome));
  if (!taken || 'refused' in taken.outcome) {
    const [first] = outcomes.flatMap(({ outcome }) => ('refused' in outcome ? [outcome.refused] : []));
    throw new Problem('notNow', { ...(first ? { detail: REFUSALS[first] } : {}), more: { targets: [target], refusal: first ?? null } });
  }
  const changes: Changes = taken.outcome.changes === 'proposed' && part ? proposedChanges(part) : taken.outcome.changes === 'takenOut' ? takenOut(cell) : {};
  if (part && part.seq > decision.base) {
    const theirs = { entry: decision.id, target, field: '', yours: null, theirs: part.standing, seq: part.seq };
    throw new Problem('conflict', { more: { seq: sheet.seq, conflicts: [theirs] } });
  }
  const conflicts = conflictsOf(cell, changes, decision.base).map((conflict) => ({ entry: decision.id, target, ...conflict }));
  if (conflicts.length > 0) throw new Problem('conflict', { more: { seq: sheet.seq, conflicts } });
  if (Object.keys(changes).length > 0) {
    const faults = new Faults();
    checkChanges(edition.door, target, cell?.fields ?? {}, changes as unknown as Raw, 'claimed', ROOT, faults);
    if (!faults.none) throw new Problem('faulty', { faults });
  }
  const reason = reasonOf(decision);
  return {
    ...{ id: decision.id, target, act: decision.act, stage: 'claimed', standing: taken.outcome.standing, base: decision.base, changes, points: null },
    ...{ origin: 'api', office: taken.decider.office },
    ...(reason ? { reason } : {}),
  };
}
