import { bodiesWith, type Membership, may } from '@parindex/core/rights/index';
import type { Reading } from '../../db/transaction.ts';
import type { Caller } from '../../http/admission.ts';
import { countWaitingRequests } from '../accounts/queries/account-requests.ts';
import { readSessionsOf } from '../council/queries/council.ts';
import { readMentions } from '../discussion/queries/comments.ts';
import { readQuestions } from '../discussion/queries/notices.ts';
import { readWaitingEditionRequests } from '../editions/queries/edition-requests.ts';
import { readMarksToGive } from '../quality/queries/second-marking.ts';
import { copiesOfRemoved, countErasuresToDecide } from '../retention/queries/erasures.ts';
import { readWaitingRoundRequests } from '../rounds/queries/round-requests.ts';
import { itemNow } from '../sheets/item-now.ts';
import { readTakeovers, type TakeoverRow } from '../sheets/queries/takeovers.ts';
import { countMailsToDecide } from './queries/work.ts';
import { type Task, task, told } from './task.ts';

/** How many comments and questions are told: the next ones come as these are answered. */
const MOST_TOLD = 8;

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
    ...(await readWaitingEditionRequests(db, offices)).flatMap(({ kind, edition, askedBy, askedAt, reason, lapsesAt }) =>
      task('editionRequest', 1, {
        ...{ edition: { ...edition, request: kind }, closes: lapsesAt.toISOString() },
        first: [told({ text: reason, by: askedBy.name, at: askedAt.toISOString() })],
      }),
    ),
    ...(await councilTasks(db, account)),
    ...(await readMarksToGive(db, account)).flatMap(({ round, waiting, closes }) =>
      task('markSecond', waiting, { round, closes: closes?.toISOString() ?? null }),
    ),
    ...task('copiesWaiting', copies.filter(({ decidedAt }) => decidedAt === null).length),
    ...task('copiesRemoved', copies.filter(({ becomes }) => becomes === 'removed').length),
    ...task('mail', may(memberships, 'mail.decide', {}) ? await countMailsToDecide(db) : 0),
    ...(await discussionTasks(db, account, memberships)),
  ];
}

/** Sessions of councils to which somebody is called, and what they have not voted on in those that are held. */
async function councilTasks(db: Reading, account: string): Promise<Task[]> {
  return (await readSessionsOf(db, account)).flatMap(({ round, number, state, startsAt, waiting }) => {
    const first = [told({ name: String(number), at: startsAt?.toISOString() ?? null })];
    return state === 'held' ? task('councilVote', waiting, { round, first }) : task('councilSession', 1, { round, first });
  });
}

/** Comments that name somebody, the newest first; open questions to the rounds that they run, the oldest first. */
async function discussionTasks(db: Reading, account: string, memberships: readonly Membership[]): Promise<Task[]> {
  const mentions = await readMentions(db, account, MOST_TOLD);
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
    // Who has waited longest comes first.
    ...questions
      .toReversed()
      .slice(0, MOST_TOLD)
      .flatMap((question) =>
        task('question', 1, {
          ...{ round: question.round, body: question.body, item: itemOf(question), question: question.id },
          first: [told({ text: question.text, by: question.askedBy.name, at: question.askedAt.toISOString() })],
        }),
      ),
  ];
}
