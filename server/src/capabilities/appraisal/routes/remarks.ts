import { at, isObject, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/appraisal';
import { CITATIONS, SITE_CHECK } from '@parindex/core/ledger/index';
import { dayOf } from '@parindex/core/round/index';
import type { FastifyInstance } from 'fastify';
import { type Acting, effectOf } from '../../../audit/acting.ts';
import type { Context } from '../../../context.ts';
import { defineRoute } from '../../../http/route.ts';
import { addRemark, type NewRemark } from '../../explanation/acts/remark.ts';
import { findItem } from '../../explanation/found-item.ts';
import { judgeCitationsOfRemark } from '../../sheets/judge-citations.ts';
import { holdSheet, type OpenSheet } from '../../sheets/open-sheet.ts';
import { refuseUnseenTargets } from '../../sheets/unseen.ts';
import { judgeOfficialFigures, recordOfficialFigures } from '../acts/record-official-figures.ts';
import { refuseOtherDeciders } from '../given-work.ts';

/** What whoever decides on an item says of it beside their verdict: that its body is to explain it, what they found on site, what is officially known of its figures. */
export function serveRemarksOfAppraisal(app: FastifyInstance, context: Context): void {
  const say = async (acting: Acting, open: OpenSheet, remark: NewRemark) => {
    await refuseOtherDeciders(acting, open, { kind: 'item', id: remark.item }, 'appraise');
    await refuseUnseenTargets(acting.db, open, [{ kind: 'item', id: remark.item }]);
    const { entries: _, ...said } = await addRemark(acting, open, remark);
    return { status: 201 as const, effect: effectOf(said.replayed), body: said };
  };

  defineRoute(app, context, contracts.askExplanation, {
    find: findItem,
    handle: async ({ acting, params: { item, ...place }, body }) => say(acting, await holdSheet(acting.db, place), { ...body, item, act: 'ask' }),
  });

  defineRoute(app, context, contracts.recordSiteCheck, {
    find: findItem,
    judge: async ({ db, params: { item: _, ...place }, draft: { check }, receivedAt }, faults) => {
      const open = await holdSheet(db, place);
      const today = dayOf(receivedAt.getTime());
      if (check?.date !== undefined && check.date > today) faults.add('outOfRange', at(ROOT, 'check', 'date'), { found: check.date, expected: `≤ ${today}` });
      const cited = (check?.citations ?? []).filter((one) => one !== undefined);
      await judgeCitationsOfRemark(db, open.place, cited, at(ROOT, 'check', CITATIONS), faults);
      return open;
    },
    handle: async ({ acting, params: { item }, judged: open, body: { id, base, check } }) =>
      say(acting, open, {
        ...{ id, base, item, act: 'siteCheck', text: check?.found ?? null },
        changes: check ? { [SITE_CHECK.date]: check.date, [SITE_CHECK.team]: check.team, [CITATIONS]: check.citations } : {},
      }),
  });

  defineRoute(app, context, contracts.recordOfficialFigures, {
    find: findItem,
    judge: async ({ db, params: { item, ...place }, raw }, faults) => {
      const open = await holdSheet(db, place);
      return { open, judged: judgeOfficialFigures(open, item, isObject(raw) ? raw['figures'] : undefined, faults) };
    },
    handle: async ({ acting, params: { item }, judged: { open, judged }, body }) => {
      await refuseUnseenTargets(
        acting.db,
        open,
        body.figures.map(({ figure: id }) => ({ kind: 'figure' as const, id })),
      );
      const said = await recordOfficialFigures(acting, open, item, body, judged);
      return { status: 201, effect: effectOf(said.replayed), body: said };
    },
  });
}
