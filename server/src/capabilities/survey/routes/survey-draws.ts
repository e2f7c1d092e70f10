import { at, faultsOfReading, hashOf, ROOT, readYaml, Unreadable } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/survey-draw';
import { readDrawDesign } from '@parindex/core/survey/draw/read-design';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../../../context.ts';
import { cursorOf, readCursor } from '../../../http/cursor.ts';
import { Problem, unreadableProblem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findKnownRound, findRoundWithin } from '../../rounds/found.ts';
import { bringDesign, declareDraw, withdrawDraw } from '../acts/draw-sample.ts';
import { heldDraws, requireDraw } from '../held-draws.ts';
import { presentDraw, presentSampleDesign, presentSampleFrame, presentUnit } from '../present-draws.ts';
import { findDesign, findFrame, readDraws, readUnits } from '../queries/draws.ts';

const NOT_AHEAD = {
  vi: 'Thời điểm rút thăm công khai phải sau thời điểm công bố.',
  en: 'The public act must come after its declaration.',
};
const NO_FRAME = {
  vi: 'Chưa nạp dàn mẫu theo thiết kế hiện hành, hoặc dàn mẫu đã được thay; đề nghị xem lại trước khi công bố.',
  en: 'No frame was brought for the present design, or it was replaced: look at it again before you declare.',
};
const WITHDRAWN_OTHERWISE = { vi: 'Lần chọn mẫu này đã được hủy vì lý do khác.', en: 'The draw was withdrawn for another reason.' };

const byPlace = z.tuple([z.int().min(0)]);

/** The draws of a survey: their design, their declaration, their end, and the units that were drawn. */
export function serveSurveyDraws(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.readSurveyDraws, {
    find: findRoundWithin,
    handle: async ({ db, params: { round }, receivedAt, language }) => {
      const design = await findDesign(db, round);
      const frame = design && (await findFrame(db, round, design.id));
      return {
        body: {
          design: design ? presentSampleDesign(design, language) : null,
          frame: frame ? presentSampleFrame(frame) : null,
          draws: (await readDraws(db, round)).map((draw) => presentDraw(draw, receivedAt, language)),
        },
      };
    },
  });

  defineRoute(app, context, contracts.bringSampleDesign, {
    find: findKnownRound,
    judge: async ({ draft }, faults) => {
      if (draft.document === undefined) return undefined;
      try {
        const raw = readYaml(draft.document);
        const own = faultsOfReading(raw);
        const design = readDrawDesign(raw.value, own);
        for (const { code, keys, details } of own.list) faults.add(code, at(ROOT, 'document', ...keys), { ...details, line: String(raw.locate(keys).line) });
        return own.none ? design : undefined;
      } catch (error) {
        throw error instanceof Unreadable ? unreadableProblem(error) : error;
      }
    },
    handle: async ({ acting, found: { round }, body: { document }, judged: design, language }) => {
      await heldDraws(acting.db, round, 'none');
      if (!design) throw new Problem('unreadable');
      const [hash, there] = [hashOf(design), await findDesign(acting.db, round.id)];
      if (there?.hash === hash) return { status: 200, effect: 'unchanged', body: presentSampleDesign(there, language) };
      await bringDesign(acting, round.id, { document, design, hash });
      const kept = await findDesign(acting.db, round.id);
      if (!kept) throw new Error('a design is not there that was kept');
      return { status: 201, body: presentSampleDesign(kept, language) };
    },
  });

  defineRoute(app, context, contracts.declareDraw, {
    find: findKnownRound,
    handle: async ({ acting, found: { round }, body, receivedAt, language }) => {
      const draws = await heldDraws(acting.db, round, 'any');
      const [latest] = draws;
      const event = { what: body.what, place: body.place, at: new Date(body.at) };
      if (latest && latest.withdrawnAt === null) {
        const same =
          latest.frame === body.frame && latest.event === event.what && latest.place === event.place && latest.heldAt.getTime() === event.at.getTime();
        if (!same) throw new Problem('alreadyThere', { detail: DECLARED });
        return { status: 200, effect: 'unchanged', body: presentDraw(latest, receivedAt, language) };
      }
      if (event.at <= receivedAt) throw new Problem('notNow', { detail: NOT_AHEAD });
      const design = await findDesign(acting.db, round.id);
      const frame = design && (await findFrame(acting.db, round.id, design.id));
      if (!design || frame?.id !== body.frame) throw new Problem('notNow', { detail: NO_FRAME });
      const number = (latest?.number ?? 0) + 1;
      await declareDraw(acting, round.id, number, design, frame, event);
      return { status: 201, body: presentDraw(requireDraw(await readDraws(acting.db, round.id), number), receivedAt, language) };
    },
  });

  defineRoute(app, context, contracts.withdrawDraw, {
    find: findKnownRound,
    handle: async ({ acting, found: { round }, params: { number }, body: { reason } }) => {
      const draw = requireDraw(await heldDraws(acting.db, round, 'any'), number);
      if (draw.withdrawnAt !== null) {
        if (draw.reason !== reason) throw new Problem('alreadyThere', { detail: WITHDRAWN_OTHERWISE });
        return { status: 204, effect: 'unchanged' };
      }
      if (draw.enteredBy?.id === acting.account) throw new Problem('notNow', { detail: BY_ANOTHER });
      await withdrawDraw(acting, round.id, draw, reason);
      return { status: 204 };
    },
  });

  defineRoute(app, context, contracts.listDrawUnits, {
    find: findKnownRound,
    handle: async ({ db, params: { round, number }, query: { after, limit }, language }) => {
      const draw = requireDraw(await readDraws(db, round), number);
      const [from = 0] = readCursor(after, byPlace) ?? [];
      const page = await readUnits(db, draw.id, from, limit);
      if (!page) throw new Problem('notFound');
      const next = from + limit;
      return {
        body: { items: page.units.map((unit) => presentUnit(unit, language)), total: page.total, next: next < page.total ? cursorOf([next]) : null },
      };
    },
  });
}

const BY_ANOTHER = {
  vi: 'Mẫu đã được chọn, nên người đã ghi số khởi tạo không tự hủy được: người khác của cơ quan chủ trì hủy lần chọn mẫu này.',
  en: 'The sample is drawn: whoever entered the seed cannot withdraw it; somebody else of the owner does.',
};
const DECLARED = {
  vi: 'Đã có một lần chọn mẫu được công bố; muốn công bố lần khác phải hủy lần này, có lý do.',
  en: 'A draw is declared already; another one takes its withdrawal, with a reason.',
};
