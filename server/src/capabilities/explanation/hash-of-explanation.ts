import { explanationHash } from '@parindex/core/submissions/explanation-hash';
import type { Reading } from '../../db/transaction.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { findExplanationState } from '../sheets/queries/explanation-states.ts';
import { findLastFreeze } from '../submissions/queries/sendings.ts';
import type { Frozen } from '../submissions/sheet-hash.ts';
import { kindOf } from './explained-items.ts';
import { readRemarks } from './queries/explanation.ts';

/** The hash of an explanation that is frozen or sent, as far as the reader is told of it; undefined while it is open. */
export async function hashOfExplanation(db: Reading, { place: { round, body }, edition }: OpenSheet): Promise<Frozen | undefined> {
  if ((await findExplanationState(db, round, body)) === 'open') return undefined;
  const freeze = await findLastFreeze(db, round, body, 'freezeExplanation');
  if (!freeze) return undefined;
  const replies = (await readRemarks(db, round, body)).filter(({ act }) => act === 'reply');
  const hashed = replies.map((reply) => ({ item: reply.item, kind: kindOf(reply), text: reply.text ?? '', citations: reply.citations }));
  return { ...freeze, hash: explanationHash({ round, body, edition: edition.id, seq: freeze.seq, replies: hashed }) };
}
