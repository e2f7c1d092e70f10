import type { Body } from '@parindex/core/contracts/contract';
import type { voteOnItem } from '@parindex/core/contracts/council';
import { type VoteWay, whyNotVote } from '@parindex/core/council/votes';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { itemOf, movingOf, type OpenSession, standingOf, votesOn } from '../open-session.ts';
import { putVote, readOwnCauses } from '../queries/council.ts';
import { refuse } from '../refuse.ts';

const OWN_CAUSE = {
  vi: 'Thành viên có liên quan đến cơ quan được đánh giá nên không biểu quyết nội dung này.',
  en: 'The member has a cause of their own in the body, and does not vote on this.',
};

/** A member votes on an item of a session that is held, or the secretariat enters their written ballot; until the vote is closed it replaces the one before. */
export async function vote(
  acting: Acting,
  open: OpenSession,
  item: string,
  { account, way }: { readonly account: string; readonly way: VoteWay },
  { choice, opinion }: Body<typeof voteOnItem>,
): Promise<Effect> {
  const { id, round } = open.session;
  const row = itemOf(open, item);
  refuse(whyNotVote(movingOf(open), standingOf(open, row), account, way));
  const causes = await readOwnCauses(acting.db, round, [account], [row.body.id]);
  if (causes.get(account)?.has(row.body.id)) throw new Problem('refused', { detail: OWN_CAUSE, more: { why: 'ownCause' } });
  const before = votesOn(open, row).find(({ person }) => person.id === account);
  if (before && before.choice === choice && before.opinion === opinion) return 'unchanged';
  await putVote(acting.db, { item, ballot: row.ballot, account, choice, opinion, way, by: acting.account as string, at: acting.receivedAt });
  const stands = await readRowStates(acting.db, { council_vote: [`${item}/${row.ballot}/${account}`] });
  await recordAct(acting, { act: 'council.vote', subject: `councilSession:${id}`, round, body: row.body.id, content: { item: row.item, stands } });
  return 'done';
}
