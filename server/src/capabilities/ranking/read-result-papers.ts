import { attendingOf } from '@parindex/core/council/votes';
import { dayOf } from '@parindex/core/round/index';
import type { Reading } from '../../db/transaction.ts';
import { memberText } from '../council/council-documents.ts';
import { type OpenSession, readSession, votesOn } from '../council/open-session.ts';
import { readSessions } from '../council/queries/council.ts';
import { type CheckFiles, ownItemsOf } from '../editions/checks.ts';
import { readyEdition } from '../editions/ready.ts';
import { counting } from '../explanation/explained-items.ts';
import { readReasons, readRemarks, stands } from '../explanation/queries/explanation.ts';
import { type BoardRound, readBoardSheets } from '../progress/queries/board.ts';
import { findRoundResult, readBodyItems } from '../rounds/queries/results.ts';
import { readExplanationStates } from '../sheets/queries/explanation-states.ts';
import { type ClosedBody, readClosedItems, readClosedRound } from './read-closed-round.ts';
import type { ConcludedItem, ResultMaterial } from './result-papers.ts';

/** The sessions of a round's council that are over, in the order in which they were held. */
async function readHeld(db: Reading, round: string): Promise<OpenSession[]> {
  const sessions: OpenSession[] = [];
  for (const { id, state } of (await readSessions(db, round)).toReversed()) {
    const open = state === 'concluded' ? await readSession(db, round, id) : undefined;
    if (open) sessions.push(open);
  }
  return sessions;
}

/** What the council concluded, with the votes on it; what it concluded outside of sessions is known by what it moved. */
async function readConcluded(db: Reading, round: string, bodies: readonly ClosedBody[], sessions: readonly OpenSession[]): Promise<ConcludedItem[]> {
  const votes = new Map(
    sessions.flatMap((open) => open.agenda.flatMap((row) => (row.state === 'concluded' ? [[`${row.body.id} ${row.item}`, votesOn(open, row)] as const] : []))),
  );
  const moved = bodies.flatMap(({ id, result }) =>
    result.steps.flatMap(({ stage, moved: items }) => (stage === 'council' ? items.map(({ code }) => `${id} ${code}`) : [])),
  );
  const concluded = new Set([...votes.keys(), ...moved]);
  const having = bodies.filter(({ id }) => [...concluded].some((key) => key.startsWith(`${id} `)));
  const items = await readClosedItems(db, round, having);
  return having.flatMap(({ id, result }) =>
    (items.get(id) ?? [])
      .filter(({ code }) => concluded.has(`${id} ${code}`))
      .map((item) => ({ ...item, body: result.name, votes: votes.get(`${id} ${item.code}`) ?? [] })),
  );
}

/** How many items bodies scored themselves, and on how many of them somebody decided. */
async function countDecided(db: Reading, { round, edition, editionHash }: BoardRound, checks: CheckFiles): Promise<Pick<ResultMaterial, 'scored' | 'decided'>> {
  const own = ownItemsOf(checks, await readyEdition(db, edition, editionHash));
  const decided = new Set((await readReasons(db, round, 'vi')).map(({ body, item }) => `${body} ${item}`));
  const scored = (await readBodyItems(db, round)).flatMap(({ body, items }) =>
    (items ?? [])
      .filter(({ code, state }) => own.has(code) && (state !== 'notApplicable' || decided.has(`${body} ${code}`)))
      .map(({ code }) => `${body} ${code}`),
  );
  return { scored: scored.length, decided: scored.filter((key) => decided.has(key)).length };
}

/** Everything that the papers of a closed round are made of, all from what was recorded and frozen. */
export async function readResultMaterial(
  db: Reading,
  plan: BoardRound,
  { illustrative, checks }: { readonly illustrative: boolean; readonly checks: CheckFiles },
): Promise<ResultMaterial> {
  const closed = await readClosedRound(db, plan, { illustrative });
  const made = await findRoundResult(db, plan.round);
  if (!made) throw new Error(`the result of ${plan.round} is not seen by who makes its papers`);
  const sessions = await readHeld(db, plan.round);
  const states = await readExplanationStates(db, plan.round);
  const remarks = counting(await readRemarks(db, plan.round), states);
  const replies = remarks.filter(({ act }) => act === 'reply');
  const accepts = replies.filter(({ code }) => code === 'accepts').length;
  return {
    ...closed,
    ...{ closedAt: made.closedAt, resultHash: made.resultHash },
    hasCouncil: sessions.length > 0 || plan.steps.some(({ step }) => step === 'council'),
    sent: (await readBoardSheets(db, plan.round, undefined)).filter(({ state }) => state === 'sent').length,
    explained: [...states.values()].filter((state) => state === 'sent').length,
    ...(await countDecided(db, plan, checks)),
    ...{ accepts, explains: replies.length - accepts },
    disputes: remarks.filter((remark) => remark.act === 'dispute' && stands(remark)).length,
    sessions: sessions.map(({ session, members, agenda }) => ({
      ...{ number: session.number, way: session.way },
      day: session.openedAt === null ? null : dayOf(session.openedAt.getTime()),
      members: members.length,
      there: members.filter(({ presence }) => presence === 'present' || presence === 'writing').map(memberText),
      attending: attendingOf(members.map(({ person, presence }) => ({ account: person.id, presence }))).length,
      concluded: agenda.filter(({ state }) => state === 'concluded').length,
    })),
    concluded: await readConcluded(db, plan.round, closed.bodies, sessions),
  };
}
