import type { Language } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/survey-draw';
import { may } from '@parindex/core/rights/index';
import { seedFault } from '@parindex/core/survey/draw/seed';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute, Overtaken } from '../../../http/route.ts';
import { findKnownRound, findRoundSubject } from '../../rounds/found.ts';
import { enterSeed } from '../acts/draw-sample.ts';
import { heldDraws, requireDraw } from '../held-draws.ts';
import { presentDraw, stateOfDraw } from '../present-draws.ts';
import { type DrawRow, readDraws, readFrameLines } from '../queries/draws.ts';
import { drawApart } from '../sampling/sample-apart.ts';
import type { DrawAnswer } from '../sampling/sampling.ts';
import { misfitting } from './sample-frames.ts';

const TOO_EARLY = {
  vi: 'Chưa đến thời điểm rút thăm công khai đã công bố nên chưa ghi được số khởi tạo ngẫu nhiên.',
  en: 'The public act that was declared is still to come: no seed is taken before its moment.',
};
const WITHDRAWN = { vi: 'Lần chọn mẫu này đã được hủy.', en: 'The draw was withdrawn.' };
const DRAWN_OTHERWISE = {
  vi: 'Số khởi tạo ngẫu nhiên của lần chọn mẫu này đã được ghi và không thay đổi được.',
  en: 'The seed of this draw was entered and cannot be changed.',
};

/** A keyboard may compose letters otherwise than the record that is typed in again. */
const composed = (seed: string): string => seed.normalize('NFC');

const sameResult = (draw: DrawRow, body: { seed: string; attended: string; minutes: { number: string; date: string } }): boolean =>
  draw.seed === composed(body.seed) && draw.attended === body.attended && draw.minutesNumber === body.minutes.number && draw.minutesDate === body.minutes.date;

function refuseSeed(seed: string, language: Language): void {
  const code = seedFault(seed);
  if (code) throw misfitting([{ code, details: {} }], '/seed', language);
}

/** The seed that a public act has fixed, and the draw by it. */
export function serveDrawResults(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.drawSample, {
    // Drawn before the transaction begins, and only where it will be kept.
    prepare: async ({ params, draft: { seed }, receivedAt, asCaller }): Promise<DrawAnswer | undefined> => {
      if (seed === undefined || seedFault(composed(seed))) return undefined;
      const found = await asCaller(async (db, { memberships }) => {
        const subject = await findRoundSubject({ db, params, receivedAt });
        if (!subject || !may(memberships, 'survey.draw', subject.of)) return undefined;
        const draw = (await readDraws(db, params.round)).find(({ number }) => number === params.number);
        const lines = draw && stateOfDraw(draw, receivedAt) === 'due' ? await readFrameLines(db, draw.frame) : undefined;
        return draw && lines && { draw, lines };
      });
      return found && drawApart({ frame: found.lines, hash: found.draw.frameHash, design: found.draw.design, seed: composed(seed) });
    },
    find: findKnownRound,
    handle: async ({ acting, found: { round }, params: { number }, body, prepared, receivedAt, language }) => {
      const draw = requireDraw(await heldDraws(acting.db, round, 'any'), number);
      if (draw.withdrawnAt !== null) throw new Problem('notNow', { detail: WITHDRAWN });
      if (draw.seed !== null) {
        if (!sameResult(draw, body)) throw new Problem('alreadyThere', { detail: DRAWN_OTHERWISE });
        return { status: 200, effect: 'unchanged', body: presentDraw(draw, receivedAt, language) };
      }
      if (receivedAt < draw.heldAt) throw new Problem('notNow', { detail: TOO_EARLY });
      refuseSeed(composed(body.seed), language);
      if (!prepared) throw new Overtaken();
      if ('misfits' in prepared) throw misfitting(prepared.misfits, '', language);
      const { attended, minutes } = body;
      await enterSeed(acting, round.id, {
        ...{ draw: draw.id, seed: composed(body.seed), attended, minutes },
        ...{ record: prepared.record, recordHash: prepared.hash },
      });
      return { status: 201, body: presentDraw(requireDraw(await readDraws(acting.db, round.id), number), receivedAt, language) };
    },
  });
}
