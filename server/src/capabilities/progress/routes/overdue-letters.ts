import { at, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/progress';
import type { InBoth, Names } from '@parindex/core/words/texts';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { bytesAnswer, renderedDocument } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { keepMadeLetter } from '../../rounds/acts/keep-made-letter.ts';
import { findKnownRound } from '../../rounds/found.ts';
import { readGrounds } from '../../rounds/grounds.ts';
import type { RoundRow } from '../../rounds/queries/rounds.ts';
import { readAgencies } from '../../sheets/queries/report-place.ts';
import { boardMaking } from '../making.ts';
import { type NotUrged, readNotEnded } from '../not-ended.ts';
import { overdueLetter } from '../overdue-letter.ts';

const NOT_OPEN: Names<Exclude<RoundRow['state'], 'open'>> = {
  draft: { vi: 'Kỳ đánh giá chưa mở, nên chưa lập công văn đôn đốc.', en: 'The round is not open yet, so nobody is urged.' },
  closed: { vi: 'Kỳ đánh giá đã đóng, nên không lập công văn đôn đốc nữa.', en: 'The round is closed, so nobody is urged any more.' },
};

/** Why a body is not urged: the page that named it is older than what it has done since. */
const notUrged = ({ name, state }: NotUrged): InBoth => {
  switch (state) {
    case 'frozen':
      return { vi: `${name} đã chốt số liệu, nên không đôn đốc nữa.`, en: `${name} has frozen its sheet and is not urged any more.` };
    case 'sent':
      return { vi: `${name} đã gửi báo cáo, nên không đôn đốc nữa.`, en: `${name} has sent its report and is not urged any more.` };
    case 'open':
      return { vi: `${name} chưa đến bước tự đánh giá, nên chưa đôn đốc.`, en: `The self-assessment of ${name} has not begun, so it is not urged yet.` };
  }
};

/** Who is late with the self-assessment, and the overdue letter to them. */
export function serveOverdueLetters(app: FastifyInstance, context: Context): void {
  const making = boardMaking(context);

  defineRoute(app, context, contracts.listOverdue, {
    find: findKnownRound,
    handle: async ({ db, found: { round }, receivedAt }) => ({
      body: {
        owner: round.ownerName,
        ownerKind: (await readAgencies(db, [round.ownerBody]))(round.ownerBody).kind,
        items: (await readNotEnded(db, round, making, receivedAt)).items,
        askedAt: receivedAt.toISOString(),
      },
    }),
  });

  defineRoute(app, context, contracts.makeOverdueLetter, {
    find: findKnownRound,
    judge: async ({ draft, db, found: { round }, receivedAt }, faults) => {
      const notEnded = await readNotEnded(db, round, making, receivedAt);
      draft.bodies?.forEach((id, index) => {
        const known = round.state !== 'open' || [...notEnded.items.map(({ body }) => body), ...notEnded.others].some((body) => body.id === id);
        if (id !== undefined && !known) faults.add('unknownId', at(ROOT, 'bodies', index), { found: id });
      });
      return notEnded;
    },
    handle: async ({ acting, found: { round }, judged: { items, others, edition }, body, receivedAt }) => {
      if (round.state !== 'open') throw new Problem('notNow', { detail: NOT_OPEN[round.state], more: { state: round.state } });
      const [done] = others.filter(({ id }) => body.bodies.includes(id));
      if (done) throw new Problem('notNow', { detail: notUrged(done), more: { body: done.id, state: done.state } });
      const bodies = items.filter((item) => body.bodies.includes(item.body.id));
      const agencyOf = await readAgencies(acting.db, [round.ownerBody, ...body.bodies]);
      const letter = overdueLetter({
        owner: { ...agencyOf(round.ownerBody), name: round.ownerName },
        round,
        plan: (await readGrounds(acting.db, round.id)).plan,
        bases: edition?.scheme.legalBasis ?? [],
        form: body.form ?? null,
        moment: receivedAt.getTime(),
        bodies: bodies.map((item) => ({ ...item, name: item.body.name, kind: agencyOf(item.body.id).kind })),
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
