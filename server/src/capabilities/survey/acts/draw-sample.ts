import { randomUUID } from 'node:crypto';
import type { DrawDesign } from '@parindex/core/survey/draw/design';
import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import {
  type DesignRow,
  type DrawRow,
  type FrameRow,
  insertDesign,
  insertDraw,
  insertFrame,
  insertResult,
  insertWithdrawal,
  type NewFrame,
  type NewResult,
} from '../queries/draws.ts';

const bringing = ({ account, receivedAt }: Acting) => ({ by: account as string, at: receivedAt });

/** Keeps a design, in place of one that was not declared. */
export async function bringDesign(acting: Acting, round: string, design: { document: string; design: DrawDesign; hash: string }): Promise<void> {
  await insertDesign(acting.db, { round, ...bringing(acting) }, { id: randomUUID(), ...design });
  await recordAct(acting, { act: 'survey.bringDesign', subject: `survey:${round}`, round, content: { hash: design.hash } });
}

/** Keeps a frame as it was read by a design. */
export async function bringFrame(acting: Acting, round: string, frame: Omit<NewFrame, 'id'>): Promise<void> {
  await insertFrame(acting.db, { round, ...bringing(acting) }, { id: randomUUID(), ...frame });
  await recordAct(acting, {
    ...{ act: 'survey.bringFrame', subject: `survey:${round}`, round },
    content: { hash: frame.hash, fileHash: frame.fileHash, rows: frame.clusters },
  });
}

/** The public act that will fix the seed. */
export interface DeclaredEvent {
  readonly what: string;
  readonly place: string;
  readonly at: Date;
}

/** Declares a draw: from then on its design, its frame and its act stand. */
export async function declareDraw(
  acting: Acting,
  round: string,
  number: number,
  design: DesignRow,
  { id: frame, hash: frameHash, clusters, households, strata, sample }: FrameRow,
  event: DeclaredEvent,
): Promise<void> {
  const id = randomUUID();
  await insertDraw(
    acting.db,
    { round, ...bringing(acting) },
    {
      ...{ id, number, frame, design: design.design, designHash: design.hash, frameHash, clusters, households, strata, sample },
      ...{ event: event.what, place: event.place, heldAt: event.at },
    },
  );
  await recordAct(acting, {
    ...{ act: 'survey.declareDraw', subject: `sampleDraw:${id}`, round },
    content: { stands: await readRowStates(acting.db, { sample_draw: [id] }) },
  });
}

/** Enters the seed of a draw, with what was drawn by it. */
export async function enterSeed(acting: Acting, round: string, result: NewResult): Promise<void> {
  await insertResult(acting.db, bringing(acting), result);
  await recordAct(acting, {
    ...{ act: 'survey.drawSample', subject: `sampleDraw:${result.draw}`, round },
    content: { stands: await readRowStates(acting.db, { sample_draw_result: [result.draw] }) },
  });
}

/** Withdraws a draw: it counts no more, and stays to be seen. */
export async function withdrawDraw(acting: Acting, round: string, draw: Pick<DrawRow, 'id'>, reason: string): Promise<void> {
  await insertWithdrawal(acting.db, bringing(acting), draw.id, reason);
  await recordAct(acting, {
    ...{ act: 'survey.withdrawDraw', subject: `sampleDraw:${draw.id}`, round },
    content: { stands: await readRowStates(acting.db, { sample_draw_withdrawal: [draw.id] }) },
  });
}
