import type { Membership } from '@parindex/core/rights/index';
import type { Reading } from '../../db/transaction.ts';
import { readyEdition } from '../editions/ready.ts';
import { readSheetAssignments } from './assigned.ts';
import { targetNow } from './item-now.ts';
import { findProposed, findSheetPlaces, type HistoryQuery, type HistoryRow } from './queries/sheets.ts';
import { readTakeovers } from './queries/takeovers.ts';
import { partsSeen, seesAllParts, seesPart } from './within-the-body.ts';

/** Whose proposals of a sheet somebody reads: the body's own people all, a department those of its part, others none. */
export async function readProposalsSeen(
  db: Reading,
  { round, body }: { readonly round: string; readonly body: string },
  memberships: readonly Membership[],
): Promise<HistoryQuery['proposals']> {
  if (seesAllParts(body, memberships)) return 'all';
  const [place] = await findSheetPlaces(db, round, body);
  if (!place) return [];
  const seen = partsSeen(await readSheetAssignments(db, place, await readyEdition(db, place.edition, place.editionHash), memberships), place, memberships);
  if (typeof seen !== 'function') return seen === 'all' ? 'all' : [];
  const takeovers = await readTakeovers(db, place.round);
  return (await findProposed(db, place.round, place.body)).filter(({ kind, target, edition }) => {
    const now = targetNow({ kind, id: target }, edition, takeovers);
    return now !== undefined && seesPart(seen, now);
  });
}

/** An entry for a reader: its texts put back in place, or marked as erased. */
export function presentEntry(row: HistoryRow) {
  const { content } = row;
  const texts = content === null ? [] : row.texts.map((field) => [field, content[field]] as const);
  return {
    id: row.id,
    seq: row.seq,
    target: row.kind === null || row.target === null ? null : { kind: row.kind, id: row.target },
    act: row.act,
    stage: row.stage,
    standing: row.standing,
    actor: row.actor,
    role: row.role,
    onBehalfOf: row.onBehalfOf,
    receivedAt: row.receivedAt.toISOString(),
    base: row.base,
    edition: row.edition,
    changes: { ...row.changes, ...Object.fromEntries(texts) },
    erased: content === null ? row.texts : [],
    points: row.points,
    reason: { code: row.reasonCode, text: (content?.['reason.text'] as string | undefined) ?? null },
    origin: row.origin,
  };
}
