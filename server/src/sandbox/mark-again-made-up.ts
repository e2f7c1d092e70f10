import { Faults, type ItemResult, type Raw } from '@parindex/core';
import type pg from 'pg';
import type { Acting } from '../audit/acting.ts';
import { judgeVerdict } from '../capabilities/appraisal/acts/give-verdict.ts';
import { scoredSheet } from '../capabilities/progress/count-sheets.ts';
import { boardMaking } from '../capabilities/progress/making.ts';
import { findBoardRound } from '../capabilities/progress/queries/board.ts';
import { drawSecondMarking } from '../capabilities/quality/acts/draw-second-marking.ts';
import { giveSecondMark } from '../capabilities/quality/acts/give-second-mark.ts';
import { readAppraisedRound } from '../capabilities/quality/appraised-items.ts';
import { type OwnMark, readOwnMarks } from '../capabilities/quality/queries/second-marking.ts';
import { readAppraisalTerms } from '../capabilities/rounds/queries/appraisal-terms.ts';
import { holdSheet } from '../capabilities/sheets/open-sheet.ts';
import type { Context } from '../context.ts';
import { asClaimed, NOT_ENOUGH, plainItems } from './appraise-made-up.ts';
import { idOf } from './declare-made-up.ts';
import type { Happening } from './happening.ts';
import { actIn, type Office, officeOf, officesOf } from './in-office.ts';
import type { InventedRound } from './invented-rounds.ts';
import { shareOf } from './past-days.ts';

const LOTTERY = 'Xổ số kiến thiết Minh họa, giải đặc biệt 40951 (minh họa)';
/** How often a second mark is another one than the claim. */
const OTHERWISE = 0.2;
const ENOUGH = { code: 'other', text: 'Tài liệu kiểm chứng thể hiện đã hoàn thành trong năm đánh giá (minh họa)' };

/** The owner draws items that were appraised, to be marked a second time. */
export async function sampleMadeUp(context: Context, owner: pg.Pool, round: InventedRound, count: number, at: Date): Promise<Happening> {
  const office = await officeOf(owner, round.ownerBody, 'owner');
  const draw = async (acting: Acting) => {
    const plan = await findBoardRound(acting.db, round.id);
    if (!plan) throw new Error(`no round ${round.id}`);
    const appraised = await readAppraisedRound(acting.db, plan, boardMaking(context), 'vi');
    const drawn = { id: idOf(round.id, 'second marking'), seed: LOTTERY, count: Math.min(count, appraised.items.length), listHash: appraised.hash };
    await drawSecondMarking(acting, round.id, appraised, drawn);
  };
  return { at, happen: () => actIn(context, office, at, draw) };
}

/** Whoever was given them marks them, mostly as they are claimed; the first appraiser, who has seen all, has none. */
export async function markAgainMadeUp(context: Context, owner: pg.Pool, round: InventedRound, at: Date): Promise<Happening> {
  const [, second] = (await officesOf(owner, round.appraisers[0] ?? '', 'appraiser')) as [Office, Office];
  const markAll = async (acting: Acting) => {
    for (const own of await readOwnMarks(acting.db, round.id)) await markMadeUp(acting, round, own);
  };
  return { at, happen: () => actIn(context, second, at, markAll) };
}

async function markMadeUp(acting: Acting, round: InventedRound, own: OwnMark): Promise<void> {
  const open = await holdSheet(acting.db, { round: round.id, body: own.body.id });
  const plain = plainItems(open, round, own.body.id).find(({ code }) => code === own.item);
  const claimed = scoredSheet(open).score.result.items.find(({ code }) => code === own.item) as ItemResult;
  const otherwise = shareOf(`${own.body.id} ${own.item} second mark`) < OTHERWISE;
  const mark = {
    ...{ base: open.place.seq, figures: [] },
    ...(plain && otherwise ? { changes: { 'answer.yes': !plain.yes }, reason: plain.yes ? NOT_ENOUGH : ENOUGH } : asClaimed(claimed)),
  };
  const [faults, terms] = [new Faults(), await readAppraisalTerms(acting.db, round.id)];
  const verdict = judgeVerdict(open, { kind: 'item', id: own.item }, 'appraised', terms, mark as unknown as Raw, faults);
  if (!verdict || !faults.none) throw new Error(`a made-up mark on ${own.item} has faults: ${JSON.stringify(faults.list)}`);
  await giveSecondMark(acting, own, { open, verdict }, mark);
}
