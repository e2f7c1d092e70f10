import type { Language } from '@parindex/core';
import { reasonName } from '@parindex/core/appraisal/reasons';
import * as contracts from '@parindex/core/contracts/quality';
import type { Target } from '@parindex/core/ledger/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import { citedIn, judgeVerdict } from '../../appraisal/acts/give-verdict.ts';
import { readyEdition } from '../../editions/ready.ts';
import { titlesOf } from '../../editions/titles.ts';
import { boardMaking } from '../../progress/making.ts';
import { findBoard } from '../../progress/poll.ts';
import type { BoardRound } from '../../progress/queries/board.ts';
import type { RoundRequest } from '../../rounds/found.ts';
import { readAppraisalTerms } from '../../rounds/queries/appraisal-terms.ts';
import { holdRound } from '../../rounds/queries/rounds.ts';
import { judgeCitations } from '../../sheets/judge-citations.ts';
import { holdSheet } from '../../sheets/open-sheet.ts';
import { refuseOwnCause } from '../../sheets/own-cause.ts';
import { drawSecondMarking, giveSecondMarksAnew } from '../acts/draw-second-marking.ts';
import { giveSecondMark } from '../acts/give-second-mark.ts';
import { handBackSecondMark } from '../acts/hand-back-second-mark.ts';
import { readAppraisedRound } from '../appraised-items.ts';
import { printQuality } from '../print-quality.ts';
import { findDraw, type OwnMark, readOwnMarks } from '../queries/second-marking.ts';
import { presentDraw, readQuality } from '../read-quality.ts';

const CLOSED = { vi: 'Kỳ đánh giá đã đóng.', en: 'The round is closed.' };
const LAPSED = {
  vi: 'Kỳ đánh giá đã đóng, đã chuyển sang bộ tiêu chí khác, hoặc Ông/Bà nay giữ vai trò được xem kết quả thẩm định, nên không chấm lại tiêu chí này nữa.',
  en: 'The round is closed, uses another edition by now, or you hold a role that sees what was decided: this item is marked no more.',
};

/** How well items of a round are appraised; the sample that is marked a second time, and those marks. */
export function serveQuality(app: FastifyInstance, context: Context): void {
  const making = boardMaking(context);

  defineRoute(app, context, contracts.readQuality, {
    find: findBoard,
    handle: async ({ db, caller, found: { of, plan }, language, receivedAt: moment }) => ({
      body: await readQuality(db, plan, { memberships: caller?.memberships ?? [], of, making, moment, language }),
    }),
  });

  defineRoute(app, context, contracts.downloadQuality, {
    find: findBoard,
    handle: async ({ db, caller, found: { of, plan }, language, receivedAt: moment }) => {
      const quality = await readQuality(db, plan, { memberships: caller?.memberships ?? [], of, making, moment, language });
      return {
        after: async () => ({
          body: Buffer.from(await printQuality(quality, { invented: context.kind === 'sandbox', language })),
          headers: sandboxed(KINDS.xlsx.mediaType, `chat-luong-tham-dinh-${plan.round}.xlsx`),
        }),
      };
    },
  });

  defineRoute(app, context, contracts.drawSecondMarking, {
    find: findBoard,
    handle: async ({ acting, found: { plan }, body, language }) => {
      const round = await holdRound(acting.db, plan.round);
      if (round?.state !== 'open') throw new Problem('notNow', { detail: CLOSED });
      const effect = await drawSecondMarking(acting, plan.round, await readAppraisedRound(acting.db, plan, making, language), body);
      const draw = await findDraw(acting.db, body.id);
      if (!draw) throw new Problem('notFound');
      return { status: 201, effect, body: presentDraw(draw) };
    },
  });

  defineRoute(app, context, contracts.listSecondMarks, {
    find: findBoard,
    handle: async ({ db, found: { plan }, language }) => ({ body: await listMarks(db, plan, language) }),
  });

  defineRoute(app, context, contracts.giveSecondMarksAnew, {
    find: async (request) => {
      const found = await findBoard(request);
      const draw = found && (await findDraw(request.db, request.params.draw));
      return found && draw?.round === found.plan.round ? { ...found, draw } : undefined;
    },
    handle: async ({ acting, found: { plan, draw }, language }) => {
      const round = await holdRound(acting.db, plan.round);
      if (round?.state !== 'open') throw new Problem('notNow', { detail: CLOSED });
      const edition = await readyEdition(acting.db, plan.edition, plan.editionHash);
      const effect = await giveSecondMarksAnew(acting, draw, { edition, titles: titlesOf(edition, language) });
      return { status: 201, effect, body: presentDraw((await findDraw(acting.db, draw.id)) ?? draw) };
    },
  });

  /** Somebody's own piece; of others none is known. */
  const findOwn = async (request: RoundRequest & { readonly params: { readonly mark: string } }) => {
    const found = await findBoard(request);
    const own = found && (await findMark(request.db, request.params.round, request.params.mark));
    return found && own && { ...found, own };
  };

  defineRoute(app, context, contracts.handBackSecondMark, {
    find: findOwn,
    handle: async ({ acting, found: { plan, own }, params, body: { reason }, language }) => {
      const now = (await findMark(acting.db, params.round, params.mark)) ?? own;
      if (now.returned === null && now.mark === null && !now.open) throw new Problem('notNow', { detail: LAPSED });
      const effect = await handBackSecondMark(acting, plan.round, now, reason);
      return { status: 201, effect, body: await listMarks(acting.db, plan, language) };
    },
  });

  defineRoute(app, context, contracts.giveSecondMark, {
    find: findOwn,
    judge: async ({ db, found: { own }, raw, params }, faults) => {
      if (own.mark) return undefined;
      const open = await holdSheet(db, { round: params.round, body: own.body.id });
      // Asked once nobody else can change the sheet.
      if (!(await findMark(db, params.round, own.id))?.open) throw new Problem('notNow', { detail: LAPSED });
      await refuseOwnCause(db, open);
      const target: Target = { kind: 'item', id: own.item };
      // No second person is asked for: what is marked here moves nothing.
      const verdict = judgeVerdict(open, target, 'appraised', { ...(await readAppraisalTerms(db, params.round)), secondPersonOver: null }, raw, faults);
      await judgeCitations(db, open.place, citedIn(verdict), faults);
      return verdict && { open, verdict };
    },
    handle: async ({ acting, found: { own }, params, judged, body }) => {
      const effect = await giveSecondMark(acting, own, judged, body);
      const after = await findMark(acting.db, params.round, params.mark);
      if (!after?.mark) throw new Problem('notFound');
      return { effect, body: { id: own.id, points: after.mark.points, maximum: after.mark.maximum, at: new Date(after.mark.at).toISOString() } };
    },
  });
}

/** What the asker marks a second time, or has, or has handed back. */
async function listMarks(db: Reading, plan: BoardRound, language: Language) {
  const [edition, { reasons }] = [await readyEdition(db, plan.edition, plan.editionHash), await readAppraisalTerms(db, plan.round)];
  const titles = titlesOf(edition, language);
  return {
    ...{ round: plan.round, title: plan.title, rounding: edition.scheme.rounding },
    reasons: reasons.flatMap(({ code, retired }) => (retired ? [] : [{ code, name: reasonName(reasons, code, language) ?? code }])),
    marks: (await readOwnMarks(db, plan.round)).map((one) => ({
      ...{ id: one.id, body: one.body, item: { code: one.item, title: titles.get(one.item)?.title ?? one.item }, open: one.open },
      mark: one.mark && { points: one.mark.points, maximum: one.mark.maximum, at: new Date(one.mark.at).toISOString() },
      returned: one.returned && { reason: one.returned.reason, at: new Date(one.returned.at).toISOString() },
    })),
  };
}

const findMark = async (db: Reading, round: string, id: string): Promise<OwnMark | undefined> => (await readOwnMarks(db, round, id))[0];
