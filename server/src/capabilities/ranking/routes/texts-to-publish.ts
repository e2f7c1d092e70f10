import { at, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/ranking';
import { spansOf } from '@parindex/core/evidence/masked-text';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { pageById } from '../../../http/cursor.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import { readyEdition } from '../../editions/ready.ts';
import { findBoard } from '../../progress/poll.ts';
import { readBodyItems, readBodyResults } from '../../rounds/queries/results.ts';
import { maskText } from '../acts/mask-text.ts';
import { printTexts } from '../print-texts.ts';
import { presentText, readTextsToPublish, searchedText, searchTexts, shownTexts } from '../read-texts-to-publish.ts';

/** Reasons and explanations of a closed round, to be published once personal data in them are masked. */
export function serveTextsToPublish(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listTextsToPublish, {
    find: findBoard,
    handle: async ({ db, found: { plan }, query: { show, ...wanted }, language }) => {
      const texts = await readTextsToPublish(db, plan, { language });
      // They are searched after the transaction, so that no connection waits for it.
      return {
        after: async () => {
          const searched = await searchTexts(texts);
          const counted = (shown: typeof show) => shownTexts(searched, shown).length;
          const masked = searched.filter(({ mask }) => mask !== null && mask.spans.length > 0).length;
          const { page, next } = pageById(shownTexts(searched, show), wanted);
          return {
            body: {
              round: plan.round,
              counts: { found: counted('found'), open: counted('open'), looked: counted('looked'), all: searched.length, masked },
              items: page.map(presentText),
              next,
            },
          };
        },
      };
    },
  });

  defineRoute(app, context, contracts.maskText, {
    find: findBoard,
    judge: async ({ db, draft: { passages }, found: { plan }, params: { body, text: id }, language }, faults) => {
      const text = (await readTextsToPublish(db, plan, { language, body })).find((one) => one.id === id);
      if (text)
        passages?.forEach((passage, index) => {
          if (typeof passage === 'string' && spansOf(text.text, [passage]).length === 0)
            faults.add('notInText', at(ROOT, 'passages', index), { found: passage });
        });
      return text;
    },
    handle: async ({ acting, found: { plan }, judged, body, params, language }) => {
      if (!judged) throw new Problem('notFound');
      const effect = await maskText(acting, plan.round, judged, body);
      const text = (await readTextsToPublish(acting.db, plan, { language, body: params.body })).find(({ id }) => id === params.text);
      if (!text) throw new Problem('notFound');
      return { effect, body: presentText(searchedText(text)) };
    },
  });

  defineRoute(app, context, contracts.downloadTextsToPublish, {
    find: findBoard,
    handle: async ({ db, found: { plan }, language }) => {
      const texts = await readTextsToPublish(db, plan, { language });
      const { scheme } = await readyEdition(db, plan.edition, plan.editionHash);
      const [results, items] = [await readBodyResults(db, plan.round), await readBodyItems(db, plan.round)];
      return {
        after: async () => {
          const printed = await printTexts({ plan, scheme, results, items, texts: await searchTexts(texts), invented: context.kind === 'sandbox', language });
          return { body: Buffer.from(printed), headers: sandboxed(KINDS.xlsx.mediaType, `ly-do-giai-trinh-de-cong-bo-${plan.round}.xlsx`) };
        },
      };
    },
  });
}
