import { bodiesWith, type Membership, may } from '@parindex/core/rights/index';
import type { Reading } from '../../db/transaction.ts';
import type { Caller } from '../../http/admission.ts';
import { countWaitingRequests } from '../accounts/queries/account-requests.ts';
import { readMentions } from '../discussion/queries/comments.ts';
import { readQuestions } from '../discussion/queries/notices.ts';
import { copiesOfRemoved, countErasuresToDecide } from '../retention/queries/erasures.ts';
import { readWaitingRoundRequests } from '../rounds/queries/round-requests.ts';
import { itemNow } from '../sheets/item-now.ts';
import { readTakeovers, type TakeoverRow } from '../sheets/queries/takeovers.ts';
import { countMailsToDecide } from './queries/work.ts';
import { TOLD, type Task, task, told } from './task.ts';

const MOST_MENTIONS = 8;

/** What waits for somebody whatever rounds they work in: as the second person of two, as one who is asked or named. */
export async function personTasks(db: Reading, { account, memberships }: Caller): Promise<Task[]> {
  const offices = memberships.map(({ id }) => id);
  const requests = await countWaitingRequests(db, account, offices);
  const ofRounds = await readWaitingRoundRequests(db, offices);
  const copies = await copiesOfRemoved(db);
  return [
    ...task('aboutAccount', requests.aboutMe),
    ...task('accountRequest', requests.toDecide),
    ...task('erasure', await countErasuresToDecide(db, offices)),
    ...ofRounds.flatMap(({ kind, round, askedBy, askedAt, reason, lapsesAt }) =>
      task('roundRequest', 1, {
        ...{ round, request: kind, closes: lapsesAt.toISOString() },
        first: [told({ text: reason, by: askedBy.name, at: askedAt.toISOString() })],
      }),
    ),
    ...task('copiesWaiting', copies.filter(({ decidedAt }) => decidedAt === null).length),
    ...task('copiesRemoved', copies.filter(({ becomes }) => becomes === 'removed').length),
    ...task('mail', may(memberships, 'mail.decide', {}) ? await countMailsToDecide(db) : 0),
    ...(await discussionTasks(db, account, memberships)),
  ];
}

/** Comments that name somebody, each by itself; open questions to the rounds that they run, by round. */
async function discussionTasks(db: Reading, account: string, memberships: readonly Membership[]): Promise<Task[]> {
  const mentions = await readMentions(db, account, MOST_MENTIONS);
  const owners = bodiesWith(memberships, 'round.write');
  const questions = owners.length === 0 ? [] : await readQuestions(db, { bodies: [], owners }, { state: 'open' });
  const takeovers = new Map<string, readonly TakeoverRow[]>();
  for (const { round } of [...mentions, ...questions]) if (!takeovers.has(round.id)) takeovers.set(round.id, await readTakeovers(db, round.id));
  const itemOf = ({ item, edition, round }: { item: string | null; edition: string | null; round: { id: string } }) =>
    item === null || edition === null ? null : (itemNow({ item, edition }, takeovers.get(round.id) ?? []) ?? null);
  return [
    ...mentions.flatMap((mention) =>
      task('mention', 1, {
        ...{ round: mention.round, body: mention.body, item: itemOf(mention), thread: mention.thread },
        first: [told({ text: mention.text, by: mention.by.name, at: mention.at.toISOString() })],
      }),
    ),
    ...[...Map.groupBy(questions, ({ round }) => round.id).values()].flatMap((ofRound) => {
      // Who has waited longest comes first.
      const [oldest, ...others] = ofRound.toReversed();
      if (!oldest) return [];
      return task('question', ofRound.length, {
        ...{ round: oldest.round, body: oldest.body, item: itemOf(oldest), question: oldest.id },
        first: [oldest, ...others].slice(0, TOLD).map(({ body, text, askedBy, askedAt }) =>
          told({ name: body.name, text, by: askedBy.name, at: askedAt.toISOString() }),
        ),
      });
    }),
  ];
}
