import type { erasureAnswer } from '@parindex/core/contracts/schemas/index';
import { bodiesAtWork, type Membership, may } from '@parindex/core/rights/index';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { decidingMembership, type ErasureRow, readReaches, runRounds } from './queries/erasures.ts';

export type ShownErasure = z.output<typeof erasureAnswer>;

/** Which documents of a record somebody may know of: those of their own body, those of rounds they own, or all, if they may read the whole trail. */
async function knows(db: Reading, memberships: readonly Membership[]): Promise<(document: { round: string; body: { id: string } }) => boolean> {
  if (may(memberships, 'audit.read', {})) return () => true;
  const own = new Set(bodiesAtWork(memberships));
  const run = await runRounds(db);
  return ({ round, body }) => own.has(body.id) || run.has(round);
}

/** Erasures as one person may see them: documents in libraries that they may not know of are only counted. */
export async function presentErasures(db: Reading, rows: readonly ErasureRow[], memberships: readonly Membership[]): Promise<ShownErasure[]> {
  const known = await knows(db, memberships);
  const offices = memberships.map(({ id }) => id);
  const shown: ShownErasure[] = [];
  for (const { roundOwner, documents, record, ...row } of rows) {
    const office = row.decided === null ? await decidingMembership(db, row.id, offices) : undefined;
    const reaches = office !== undefined && row.kind === 'removal' ? await readReaches(db, row.id, office) : null;
    const there = record?.documents.filter(known) ?? [];
    shown.push({
      ...row,
      document: row.kind === 'removal' ? (documents[0] ?? null) : null,
      documents: documents.length,
      record: record && { ...record, documents: there, elsewhere: record.documents.length - there.length },
      mayDecide: office !== undefined,
      reaches: reaches && { ...reaches, choices: reaches.choices.map((choice) => ({ ...choice, bodies: [...choice.bodies] })) },
    });
  }
  return shown;
}
