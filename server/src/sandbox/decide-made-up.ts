import { Faults } from '@parindex/core';
import type { Body } from '@parindex/core/contracts/contract';
import type { changeSession as changeContract } from '@parindex/core/contracts/council';
import type { AgendaMove, SessionMove } from '@parindex/core/council/session-states';
import type pg from 'pg';
import type { Acting } from '../audit/acting.ts';
import { changeSession, draftSession, judgeChange } from '../capabilities/council/acts/change-session.ts';
import { concludeItem } from '../capabilities/council/acts/conclude-item.ts';
import { keepPapers } from '../capabilities/council/acts/keep-papers.ts';
import { moveAgendaItem, moveSession } from '../capabilities/council/acts/move-session.ts';
import { vote } from '../capabilities/council/acts/vote.ts';
import { holdSession } from '../capabilities/council/open-session.ts';
import { readMaterial } from '../capabilities/council/session-material.ts';
import { readRemarks, stands } from '../capabilities/explanation/queries/explanation.ts';
import { findBoardRound } from '../capabilities/progress/queries/board.ts';
import { askOfRound, decideOfRound } from '../capabilities/rounds/acts/decide-round-request.ts';
import { NO_OPEN_ITEMS, readOpenAtClosing } from '../capabilities/rounds/open-at-closing.ts';
import { readRoundRequests } from '../capabilities/rounds/queries/round-requests.ts';
import { holdRound, type RoundRow } from '../capabilities/rounds/queries/rounds.ts';
import { holdSheet } from '../capabilities/sheets/open-sheet.ts';
import type { Context } from '../context.ts';
import { idOf } from './declare-made-up.ts';
import type { Happening } from './happening.ts';
import { actIn, type Office, officesOf } from './in-office.ts';
import type { InventedRound } from './invented-rounds.ts';
import { oneAfterAnother, type PastDays } from './past-days.ts';

type Wanted = Body<typeof changeContract>;

const HOUR_MS = 3_600_000;

/** What the members are outside of the council. */
const POSTS = [
  { post: 'Phó Chủ tịch', agency: 'Ủy ban nhân dân (minh họa)' },
  { post: 'Giám đốc', agency: 'Sở Nội vụ (minh họa)' },
  { post: 'Phó Chánh Văn phòng', agency: 'Văn phòng Ủy ban nhân dân (minh họa)' },
] as const;

/**
 * The council of a round sits on what bodies contest, with all its members: the first has not voted yet while the round stands there; else
 * all are for the claim of the first body, and against those of the others, which then stay as appraised.
 */
export async function councilMadeUp(context: Context, owner: pg.Pool, round: InventedRound, days: PastDays): Promise<Happening[]> {
  const [secretary] = (await officesOf(owner, round.ownerBody, 'owner')) as [Office];
  const members = (await officesOf(owner, round.ownerBody, 'council')) as [Office, ...Office[]];
  const session = idOf(round.id, 'session');
  const itemId = (body: string) => idOf(`${round.id} session`, body);
  const moments = oneAfterAnother(days, 6, `${round.id} council`);
  const startsAt = moments[3] as Date;
  const plan = {
    ...{ way: 'meeting' as const, startsAt: new Date(startsAt.getTime() - HOUR_MS / 2).toISOString(), place: 'Phòng họp số 1 (minh họa)' },
    ...{ secretary: secretary.account },
  };
  const held = async (acting: Acting) => holdSession(acting.db, round.id, session);
  const disputes = async (acting: Acting) => (await readRemarks(acting.db, round.id)).filter((remark) => remark.act === 'dispute' && stands(remark));
  const change = async (acting: Acting, presence: Wanted['members'][number]['presence']) => {
    const open = await held(acting);
    const wanted: Wanted = {
      ...{ version: open.session.version, ...plan, chair: members[0].account },
      members: members.map(({ account }, index) => ({
        ...{ account, position: index === 0 ? 'chair' : 'member', presence, absence: null },
        ...(POSTS[index % POSTS.length] as (typeof POSTS)[number]),
      })),
      agenda: (await disputes(acting)).map(({ body, item: code }, index) => ({
        ...{ item: itemId(body), body, code, proposal: index === 0 ? ('asClaimed' as const) : ('asAppraised' as const), words: null, targets: [] },
      })),
    };
    const faults = new Faults();
    await judgeChange(acting.db, open, wanted, faults);
    if (!faults.none) throw new Error(`a made-up session has faults: ${JSON.stringify(faults.list)}`);
    await changeSession(acting, open, wanted);
  };
  const move = async (acting: Acting, to: SessionMove) => {
    const open = await held(acting);
    const keep = async () => {
      const found = await findBoardRound(acting.db, round.id);
      if (!found) throw new Error(`there is no round ${round.id}`);
      const of = { account: acting.account as string, leads: true, language: 'vi', moment: acting.receivedAt, illustrative: true } as const;
      return keepPapers(acting, context.evidence.storage, await readMaterial(acting.db, found, open, of));
    };
    return moveSession(acting, open, to, keep);
  };
  const moveItem = async (acting: Acting, item: string, to: AgendaMove) => moveAgendaItem(acting, await held(acting), item, to);
  const by = (office: Office, index: number, work: (acting: Acting) => Promise<unknown>, after = 0): Happening => {
    const at = new Date((moments[index] as Date).getTime() + after);
    return { at, happen: () => actIn(context, office, at, work) };
  };
  const voting = round.reached === 'closed' ? members : members.slice(1);
  const sat = [
    by(secretary, 0, (acting) => draftSession(acting, round.id, { id: session, ...plan, chair: null })),
    by(secretary, 1, (acting) => change(acting, 'expected')),
    by(secretary, 2, (acting) => move(acting, 'convene')),
    by(secretary, 3, async (acting) => {
      await change(acting, 'present');
      await move(acting, 'open');
    }),
    ...voting.map((member, index) =>
      by(
        member,
        3,
        async (acting) => {
          const { agenda } = await held(acting);
          // Where votes are still being given, only the first item has some.
          for (const { id } of round.reached === 'closed' ? agenda : agenda.slice(0, 1))
            await vote(acting, await held(acting), id, { account: member.account, way: 'self', file: null }, { choice: 'for', opinion: null });
        },
        (index + 1) * 60_000,
      ),
    ),
  ];
  if (round.reached !== 'closed') return sat;
  const conclude = async (acting: Acting) => {
    for (const { id, body } of (await held(acting)).agenda) {
      await moveItem(acting, id, 'closeVote');
      const { place } = await holdSheet(acting.db, { round: round.id, body: body.id });
      const reason = 'Hội đồng thống nhất sau khi xem xét tài liệu kiểm chứng (minh họa)';
      await concludeItem(acting, await held(acting), id, { id: idOf(id, 'concluded'), base: place.seq, reason }, 'vi');
    }
    const { session: sat } = await held(acting);
    const began = sat.startsAt ?? acting.receivedAt;
    const ended = new Date(Math.min(began.getTime() + 2 * HOUR_MS, acting.receivedAt.getTime()));
    const ending = { began: began.toISOString(), ended: ended.toISOString(), minutesRead: true };
    await moveSession(acting, await held(acting), 'conclude', async () => ({ papers: '', files: [] }), ending);
  };
  return [...sat, by(secretary, 4, conclude)];
}

/** What is made up can be computed. */
const FORETELLING = { language: 'vi', readOpenItems: async () => NO_OPEN_ITEMS } as const;

/** Two owners close a round: its result is final. */
export async function closingMadeUp(context: Context, owner: pg.Pool, round: InventedRound, days: PastDays): Promise<Happening[]> {
  const [asks, decides] = (await officesOf(owner, round.ownerBody, 'owner')) as [Office, Office];
  const id = idOf(round.id, 'closing');
  // A request lapses after some days.
  const [askedAt, decidedAt] = oneAfterAnother({ ...days, atWork: days.atWork.slice(0, 2) }, 2, `${round.id} closing`) as [Date, Date];
  const told = async ({ db, receivedAt }: Acting) => (await readOpenAtClosing(db, round.id, receivedAt)).map(({ code }) => code);
  const ask = async (acting: Acting) => {
    const asked = { id, kind: 'close' as const, reason: 'Các bước của kỳ đánh giá đã hoàn thành (minh họa)', told: await told(acting) };
    await askOfRound(acting, (await holdRound(acting.db, round.id)) as RoundRow, asked, FORETELLING);
  };
  const decide = async (acting: Acting) => {
    await holdRound(acting.db, round.id);
    const [request] = await readRoundRequests(acting.db, round.id, id);
    if (!request) throw new Error(`nobody has asked for ${round.id} to be closed`);
    await decideOfRound(acting, request, [decides.membership], { decision: 'carriedOut', note: null, told: await told(acting) }, FORETELLING);
  };
  return [
    { at: askedAt, happen: () => actIn(context, asks, askedAt, ask) },
    { at: decidedAt, happen: () => actIn(context, decides, decidedAt, decide) },
  ];
}
