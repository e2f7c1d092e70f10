import { at, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/progress';
import type { FastifyInstance } from 'fastify';
import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import { fileAnswer } from '../../../http/document-answer.ts';
import { defineRoute } from '../../../http/route.ts';
import { findKnownRound } from '../../rounds/found.ts';
import { readGrounds } from '../../rounds/grounds.ts';
import { type HeadedBody, readHeadedBodies } from '../../sheets/queries/report-place.ts';
import { readNotEnded } from '../not-ended.ts';
import { overdueLetter } from '../overdue-letter.ts';

const kindIn = (headed: ReadonlyMap<string, HeadedBody>, id: string) => headed.get(id)?.kind ?? 'ministry';

/** Who is late with the self-assessment, and the overdue letter to them. */
export function serveOverdueLetters(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listOverdue, {
    find: findKnownRound,
    handle: async ({ db, found: { round }, receivedAt }) => ({
      body: {
        owner: round.ownerName,
        ownerKind: kindIn(await readHeadedBodies(db, [round.ownerBody]), round.ownerBody),
        items: (await readNotEnded(db, round, context.checks, receivedAt)).items,
        askedAt: receivedAt.toISOString(),
      },
    }),
  });

  defineRoute(app, context, contracts.makeOverdueLetter, {
    find: findKnownRound,
    judge: async ({ draft, db, found: { round }, receivedAt }, faults) => {
      const notEnded = await readNotEnded(db, round, context.checks, receivedAt);
      draft.bodies?.forEach((id, index) => {
        if (id !== undefined && !notEnded.items.some(({ body }) => body.id === id)) faults.add('unknownId', at(ROOT, 'bodies', index), { found: id });
      });
      return notEnded;
    },
    handle: async ({ acting, found: { round }, judged: { items, edition }, body, receivedAt }) => {
      const bodies = items.filter((item) => body.bodies.includes(item.body.id));
      const headed = await readHeadedBodies(acting.db, [round.ownerBody, ...body.bodies]);
      const kindOf = (id: string) => kindIn(headed, id);
      const letter = overdueLetter({
        owner: { name: round.ownerName, kind: kindOf(round.ownerBody), above: headed.get(round.ownerBody)?.above ?? null },
        round,
        plan: (await readGrounds(acting.db, round.id)).plan,
        form: body.form ?? null,
        moment: receivedAt.getTime(),
        bodies: bodies.map((item) => ({ ...item, name: item.body.name, kind: kindOf(item.body.id) })),
        illustrative: context.kind === 'sandbox',
        status: edition?.scheme.status ?? 'reconstruction',
      });
      await recordAct(acting, { act: 'round.urge', subject: `round:${round.id}`, round: round.id, content: { bodies: bodies.map((item) => item.body.id) } });
      return fileAnswer(letter, body.format, `cong-van-don-doc-${round.id}`);
    },
  });
}
