import type { Body } from '@parindex/core/contracts/contract';
import type { voteOnItem } from '@parindex/core/contracts/council';
import { type VoteWay, whyNotVote } from '@parindex/core/council/votes';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { itemOf, movingOf, type OpenSession, standingOf, votesOn } from '../open-session.ts';
import { whatStands } from '../present-session.ts';
import { putVote } from '../queries/council.ts';
import { refuse } from '../refuse.ts';

/** A member votes on an item of a session that is held, or the secretariat enters their written ballot with its scanned copy; until the vote is closed it replaces the one before. The vote is on what stands now. */
export async function vote(
  acting: Acting,
  open: OpenSession,
  item: string,
  { account, way, file }: { readonly account: string; readonly way: VoteWay; readonly file: string | null },
  { choice, opinion, seen }: Body<typeof voteOnItem>,
): Promise<Effect> {
  const { id, round } = open.session;
  const row = itemOf(open, item);
  refuse(whyNotVote(movingOf(open), standingOf(open, row), account, way));
  const stands = await whatStands(acting.db, round, row);
  // Whoever says what they saw votes on that, and on nothing that has changed since.
  if (seen !== undefined && seen !== stands) refuse('valuesMoved');
  const before = votesOn(open, row).find(({ person }) => person.id === account);
  const same = before && before.choice === choice && before.opinion === opinion && before.way === way && before.seen === stands;
  if (same && (before.file?.id ?? null) === file) return 'unchanged';
  await putVote(acting.db, {
    item,
    ballot: row.ballot,
    account,
    choice,
    opinion,
    way,
    file,
    seen: stands,
    by: acting.account as string,
    at: acting.receivedAt,
  });
  const rows = await readRowStates(acting.db, { council_vote: [`${item}/${row.ballot}/${account}`] });
  await recordAct(acting, { act: 'council.vote', subject: `councilSession:${id}`, round, body: row.body.id, content: { item: row.item, stands: rows } });
  return 'done';
}
