import { explanationAllows } from '@parindex/core/round/index';
import type pg from 'pg';
import type { Acting } from '../audit/acting.ts';
import { assign } from '../capabilities/assignments/acts/assign.ts';
import { recordNotices } from '../capabilities/explanation/acts/record-notices.ts';
import { addRemark } from '../capabilities/explanation/acts/remark.ts';
import { type ReplyPartStep, stepReplyPart } from '../capabilities/explanation/acts/reply-part.ts';
import { hashOfExplanation } from '../capabilities/explanation/hash-of-explanation.ts';
import { makeExplanation } from '../capabilities/explanation/make-explanation.ts';
import { makeNoticeLetters } from '../capabilities/explanation/read-notices.ts';
import { boardMaking } from '../capabilities/progress/making.ts';
import { findBoardRound } from '../capabilities/progress/queries/board.ts';
import { holdSheet, type OpenSheet } from '../capabilities/sheets/open-sheet.ts';
import { findExplanationState } from '../capabilities/sheets/queries/explanation-states.ts';
import { changeSheetState } from '../capabilities/submissions/acts/change-sheet-state.ts';
import { permitUnsigned } from '../capabilities/submissions/acts/permit-unsigned.ts';
import type { Context } from '../context.ts';
import { ASKED, confirmMadeUp, contestedItems, decideMadeUp, REFUSED } from './appraise-made-up.ts';
import { idOf, MADE_UP } from './declare-made-up.ts';
import type { Happening } from './happening.ts';
import { actIn, type Office, officeOf, officesOf } from './in-office.ts';
import type { InventedRound } from './invented-rounds.ts';
import { oneAfterAnother, type PastDays } from './past-days.ts';
import { sendMade } from './send-made-up.ts';

const ANSWER = 'Kết quả thể hiện tại Báo cáo đã nêu trong tài liệu kiểm chứng, phần II (minh họa)';
const CONTEST = 'Đề nghị Hội đồng xem xét lại: văn bản được ban hành trong năm đánh giá (minh họa)';

/** The owner sends all bodies the notice of an appraisal, and records its number. */
export async function noticesMadeUp(
  context: Context,
  owner: pg.Pool,
  round: InventedRound,
  { stage, number, at }: { readonly stage: 'appraised' | 'second'; readonly number: string; readonly at: Date },
): Promise<Happening> {
  const office = await officeOf(owner, round.ownerBody, 'owner');
  const document = { number, date: at.toISOString().slice(0, 10) };
  const sent = { id: idOf(round.id, `notices ${stage}`), round: round.id, stage, bodies: round.participants, document, numbers: [] };
  const record = async (acting: Acting) => {
    const plan = await findBoardRound(acting.db, round.id);
    if (!plan) throw new Error(`no round ${round.id}`);
    const make = () => makeNoticeLetters(acting.db, plan, { making: boardMaking(context), stage, form: null, illustrative: true });
    return recordNotices(acting, { storage: context.evidence.storage, make }, sent);
  };
  return { at, happen: () => actIn(context, office, at, record) };
}

/** How far a body has come with its explanation: nothing, one answer, all of them, sent. */
export type Explained = 'not' | 'begun' | 'sent';

const OF_A_DEPARTMENT = 'Văn bản do Sở ban hành trong năm đánh giá, số và trang đã nêu trong tài liệu kiểm chứng (minh họa)';

/**
 * A body that has begun gives the rest of its explanation to two departments: the first has written its item, which its leader has approved and
 * the body is to take; the second has not answered yet.
 */
export async function departmentsExplainMadeUp(context: Context, owner: pg.Pool, round: InventedRound, body: string, days: PastDays): Promise<Happening[]> {
  const departments = ['so-minh-hoa-a', 'so-minh-hoa-b'] as const;
  const place = { round: round.id, body };
  const id = (what: string) => idOf(`${round.id} ${body} departments explain`, what);
  const [clerk, specialist, leader] = [
    await officeOf(owner, body, 'clerk'),
    await officeOf(owner, departments[0], 'clerk'),
    await officeOf(owner, departments[0], 'head'),
  ];
  const itemIn = (open: OpenSheet, number: number) => contestedItems(open, round, body)[number] as string;
  const give = async (acting: Acting) => {
    for (const [index, number] of [REFUSED[1], ASKED].entries()) {
      const open = await holdSheet(acting.db, place);
      const to = departments[index] as string;
      const targets = [{ id: id(`give ${to}`), item: itemIn(open, number) }];
      await assign(acting, open.place, [], { matter: 'explanation', to, note: 'Đề nghị nêu rõ số văn bản, trang (minh họa)', targets });
    }
  };
  const step = (of: Office, role: 'clerk' | 'head', said: Omit<ReplyPartStep, 'id' | 'base' | 'item'>) => async (acting: Acting) => {
    const open = await holdSheet(acting.db, place);
    const memberships = [{ id: of.membership, role, body: departments[0] }];
    await stepReplyPart(acting, open, memberships, { ...said, id: id(said.act), base: open.place.seq, item: itemIn(open, REFUSED[1]) });
  };
  const works: readonly (readonly [Office, (acting: Acting) => Promise<unknown>])[] = [
    [clerk, give],
    [specialist, step(specialist, 'clerk', { act: 'proposeReply', kind: 'explains', text: OF_A_DEPARTMENT })],
    [specialist, step(specialist, 'clerk', { act: 'submitReply', text: null })],
    [leader, step(leader, 'head', { act: 'acceptReply', text: null })],
  ];
  const moments = oneAfterAnother(days, works.length, `${round.id} ${body} departments explain`);
  return works.map(([office, work], index) => {
    const at = moments[index] as Date;
    return { at, happen: () => actIn(context, office, at, work) };
  });
}

/** A body answers what was refused and what was asked; its head freezes and sends it. */
export async function explanationMadeUp(
  context: Context,
  owner: pg.Pool,
  round: InventedRound,
  body: string,
  explained: Explained,
  days: PastDays,
): Promise<Happening[]> {
  if (explained === 'not') return [];
  const [clerk, head, owns] = [await officeOf(owner, body, 'clerk'), await officeOf(owner, body, 'head'), await officeOf(owner, round.ownerBody, 'owner')];
  const place = { round: round.id, body };
  const id = (what: string | number) => idOf(`${round.id} ${body} explanation`, `${what}`);
  const reply = (number: number) => async (acting: Acting) => {
    const open = await holdSheet(acting.db, place);
    const item = contestedItems(open, round, body)[number];
    // What weighs less is accepted, so that not all is contested.
    const said = number === REFUSED[1] ? ({ kind: 'accepts', text: null } as const) : ({ kind: 'explains', text: ANSWER } as const);
    if (item) await addRemark(acting, open, { id: id(number), base: open.place.seq, item, act: 'reply', ...said });
  };
  const freeze = async (acting: Acting) => {
    const open = await holdSheet(acting.db, place);
    const state = await findExplanationState(acting.db, round.id, body);
    await changeSheetState(acting, open, 'freezeExplanation', { id: id('freeze'), base: open.place.seq }, () => {
      if (!explanationAllows(state, 'freezeExplanation')) throw new Error(`the explanation of ${body} is ${state}`);
    });
  };
  const permit = async (acting: Acting) => permitUnsigned(acting, await holdSheet(acting.db, place), { id: id('permission'), reason: MADE_UP });
  const send = async (acting: Acting) => {
    const open = await holdSheet(acting.db, place);
    const frozen = await hashOfExplanation(acting.db, open);
    const toSend = { matter: 'explanation', act: 'sendExplanation', frozen, refuse: () => undefined } as const;
    await sendMade(context, acting, open, toSend, { ...(await makeExplanation(acting.db, open, context)), id: id('send') });
  };
  const works: readonly (readonly [Office, (acting: Acting) => Promise<unknown>])[] = [
    [clerk, reply(REFUSED[0])],
    [clerk, reply(REFUSED[1])],
    [clerk, reply(ASKED)],
    [head, freeze],
    [owns, permit],
    [head, send],
  ];
  const moments = oneAfterAnother(days, works.length, `${round.id} ${body} explanation`);
  return works.slice(0, explained === 'begun' ? 1 : works.length).map(([office, work], index) => {
    const at = moments[index] as Date;
    return { at, happen: () => actIn(context, office, at, work) };
  });
}

/** Whether a body at this place, from 0, is believed at the second appraisal; the others still contest. */
export const isBelieved = (place: number): boolean => place % 2 === 1;

/** The second appraisal decides on what a body explained. */
export async function secondAppraisalMadeUp(context: Context, owner: pg.Pool, round: InventedRound, body: string, days: PastDays): Promise<Happening[]> {
  const [office = ''] = round.appraisers;
  const [first, second] = (await officesOf(owner, office, 'appraiser')) as [Office, Office];
  const place = { round: round.id, body };
  const believed = isBelieved(round.participants.indexOf(body));
  const [at, confirmedAt] = oneAfterAnother(days, 2, `${round.id} ${body} second`) as [Date, Date];
  const decide = async (acting: Acting) => {
    for (const number of [REFUSED[0], ASKED]) {
      const open = await holdSheet(acting.db, place);
      const item = contestedItems(open, round, body)[number];
      const given = number === REFUSED[0] && believed;
      const text = given ? 'Giải trình đã làm rõ kết quả (minh họa)' : 'Giải trình chưa có tài liệu chứng minh (minh họa)';
      const reason = number === REFUSED[0] ? { code: 'other', text } : null;
      const verdict = { id: idOf(`${round.id} ${body} second`, `${number}`), changes: given ? { 'answer.yes': true } : {}, reason };
      if (item) await decideMadeUp(acting, open, { ...verdict, item });
    }
  };
  return [
    { at, happen: () => actIn(context, first, at, decide) },
    { at: confirmedAt, happen: () => actIn(context, second, confirmedAt, (acting) => confirmMadeUp(acting, second, office, place)) },
  ];
}

/** What a body still contests after the second notice it brings before the council. */
export async function disputeMadeUp(context: Context, owner: pg.Pool, round: InventedRound, body: string, at: Date): Promise<Happening> {
  const head = await officeOf(owner, body, 'head');
  const happen = () =>
    actIn(context, head, at, async (acting) => {
      const open = await holdSheet(acting.db, { round: round.id, body });
      const item = contestedItems(open, round, body)[REFUSED[0]];
      if (item) await addRemark(acting, open, { id: idOf(`${round.id} ${body}`, 'dispute'), base: open.place.seq, item, act: 'dispute', text: CONTEST });
    });
  return { at, happen };
}
