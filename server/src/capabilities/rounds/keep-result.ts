import { setImmediate } from 'node:timers/promises';
import { canonicalText, Faults, hashOf, prepareScheme, rankBodies, readSnapshot, scoreBodies } from '@parindex/core';
import { resultOf } from '@parindex/core/compute-index';
import { STAGES, type Stage } from '@parindex/core/ledger/index';
import { type FinalItem, finalItems } from '@parindex/core/ranking/final-items';
import { finalBodies } from '@parindex/core/ranking/final-result';
import { dataOf } from '@parindex/core/snapshot/read';
import type { Acting } from '../../audit/acting.ts';
import { Problem } from '../../http/problems.ts';
import { type ReadyEdition, readyEdition } from '../editions/ready.ts';
import { readSheets, type SheetRow } from '../sheets/queries/sheets.ts';
import { sheetOfCells, stagesOf } from '../sheets/sheet.ts';
import { findClosing, findRoundResult, insertRoundResult } from './queries/results.ts';
import { snapshotOf } from './snapshot.ts';

/** Bodies that are explained at a time. */
const AT_ONCE = 20;

/** A round scored as its sheets stood at a stage, with the snapshot that it was scored from. */
function scoreAt(round: string, edition: ReadyEdition, rows: readonly SheetRow[], stage: Stage) {
  const faults = new Faults();
  const { snapshot } = readSnapshot(snapshotOf(round, edition, rows, stage), faults);
  if (!snapshot) throw new Problem('faulty', { faults });
  const prepared = prepareScheme(snapshot.scheme);
  const scores = scoreBodies(prepared, snapshot, faults);
  // What cannot be computed is not final: it is named, and nothing is closed.
  if (!faults.none) throw new Problem('faulty', { faults });
  return { stage, snapshot, prepared, scores };
}

/** What was kept, as the trail tells it. */
export interface KeptHashes {
  readonly snapshotHash: string;
  readonly resultHash: string;
}

/**
 * Freezes the snapshot of a round that is closed, computes it through the core, at each stage too, and keeps both. Only for whoever runs the round and so sees all
 * of it; undefined where it is somebody else who acts, or there is no sheet. Of one closing there is one result.
 */
export async function keepResult({ db, account, receivedAt }: Acting, round: string): Promise<KeptHashes | undefined> {
  const closedAt = await findClosing(db, round);
  const rows = closedAt ? await readSheets(db, round, { withoutParts: true }) : [];
  const [first] = rows;
  if (!closedAt || !first || account === null) return undefined;
  const before = await findRoundResult(db, round);
  if (before) return { snapshotHash: before.snapshotHash, resultHash: before.resultHash };
  const edition = await readyEdition(db, first.edition, first.editionHash);
  const reached = new Set(rows.flatMap((row) => stagesOf(sheetOfCells(row.cells, row.parts, row))));
  const scored: ReturnType<typeof scoreAt>[] = [];
  for (const stage of STAGES.filter((one) => one === 'claimed' || reached.has(one))) {
    scored.push(scoreAt(round, edition, rows, stage));
    await setImmediate();
  }
  const final = scored.at(-1) as ReturnType<typeof scoreAt>;
  const result = resultOf(final.snapshot, final.prepared, final.scores);
  const kept = { snapshotHash: result.snapshot, resultHash: hashOf(result) };
  const items = new Map<string, readonly FinalItem[]>();
  for (const [position, { id, items: of }] of result.bodies.entries()) {
    const body = final.snapshot.bodies.find((one) => one.id === id);
    if (body) items.set(id, finalItems(final.prepared, dataOf(final.snapshot, body), edition.types, of));
    // Others have their turn.
    if (position % AT_ONCE === AT_ONCE - 1) await setImmediate();
  }
  await insertRoundResult(db, {
    ...{ round, closedAt, by: account, at: receivedAt },
    snapshot: canonicalText(final.snapshot),
    ...kept,
    bodies: finalBodies(
      scored.map((at) => ({ stage: at.stage, bodies: at === final ? result.bodies : rankBodies(at.prepared, at.scores).bodies })),
      edition.prepared,
      new Set(rows.flatMap(({ body, ranked }) => (ranked ? [] : [body]))),
    ),
    items,
  });
  return kept;
}
