import { at, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/progress';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { bytesAnswer, renderedDocument } from '../../../http/document-answer.ts';
import { defineRoute } from '../../../http/route.ts';
import { keepMadeLetter } from '../../rounds/acts/keep-made-letter.ts';
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
      const name = `cong-van-don-doc-${round.id}`;
      // Within the transaction: what is kept is what is answered, and of a letter that was not kept nothing is told.
      const bytes = await renderedDocument(letter, body.format);
      const kept = { round: round.id, bytes, kind: body.format, name: `${name}.${body.format}`, bodies: bodies.map((item) => item.body.id) };
      await keepMadeLetter(acting, context.evidence.storage, kept);
      return bytesAnswer(bytes, body.format, name);
    },
  });
}
