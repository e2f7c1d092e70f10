import { computeIndex, type Raw } from '@parindex/core';
import { STAGES } from '@parindex/core/ledger/index';
import type { Reading } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import { readyEdition } from '../editions/ready.ts';
import { readLastName, readReasons, readRemarks } from '../explanation/queries/explanation.ts';
import type { BoardRound } from '../progress/queries/board.ts';
import { readGrounds } from '../rounds/grounds.ts';
import { readBodyResults, readKeptSnapshot } from '../rounds/queries/results.ts';
import { readHeadedBodies } from '../sheets/queries/report-place.ts';
import { NOT_CLOSED } from './closed.ts';
import { type ClosingLetterData, closedItems } from './closing-letter.ts';
import { said } from './read-final.ts';

interface Wanted {
  readonly body?: string;
  readonly illustrative: boolean;
}

/** What the letters of a closed round say, to one body or to each, in the order of their places; computed from the snapshot that was frozen. */
export async function readClosingLetters(
  db: Reading,
  plan: BoardRound,
  { body, illustrative }: Wanted,
): Promise<readonly { readonly body: string; readonly data: ClosingLetterData }[]> {
  const kept = plan.closedAt === null ? undefined : await readKeptSnapshot(db, plan.round);
  if (kept === undefined) throw new Problem('notNow', { detail: NOT_CLOSED });
  const { result } = computeIndex(JSON.parse(kept) as Raw);
  if (!result) throw new Error(`the kept snapshot of ${plan.round} cannot be computed`);
  const { scheme } = await readyEdition(db, plan.edition, plan.editionHash);
  const rows = await readBodyResults(db, plan.round, body);
  const headed = await readHeadedBodies(db, [plan.owner, ...rows.map((row) => row.body)]);
  const kindOf = (id: string) => headed.get(id)?.kind ?? 'ministry';
  const owner = { name: await readLastName(db, plan.owner), kind: kindOf(plan.owner), above: headed.get(plan.owner)?.above ?? null };
  const grounds = await readGrounds(db, plan.round);
  // The reason of the last stage is the last word on an item.
  const byStage = (await readReasons(db, plan.round, 'vi', body)).toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
  const reasons = new Map(byStage.map((reason) => [`${reason.body} ${reason.item}`, said(reason) ?? '']));
  const replies = new Map(
    (await readRemarks(db, plan.round, body)).flatMap(({ act, body: of, item, code, text }) =>
      act === 'reply' ? [[`${of} ${item}`, code === 'accepts' ? 'Thống nhất' : (text ?? '')] as const] : [],
    ),
  );
  return rows.flatMap(({ body: id, result: final }) => {
    const computed = result.bodies.find((one) => one.id === id);
    if (!computed) return [];
    const beside = { explained: (item: string) => replies.get(`${id} ${item}`) ?? '', reason: (item: string) => reasons.get(`${id} ${item}`) ?? '' };
    return [
      {
        body: id,
        data: {
          ...{ owner, body: { name: final.name, kind: kindOf(id) }, round: plan, plan: grounds.plan, scheme, result: final, illustrative },
          items: closedItems(scheme, computed, final, beside, 'vi'),
        },
      },
    ];
  });
}
