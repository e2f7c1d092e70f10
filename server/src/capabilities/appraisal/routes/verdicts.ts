import { at, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/appraisal';
import type { Target } from '@parindex/core/ledger/index';
import type { Subject } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { readyEdition } from '../../editions/ready.ts';
import { readAppraisalTerms } from '../../rounds/queries/appraisal-terms.ts';
import { answerSaved } from '../../sheets/answers.ts';
import { storedEntries } from '../../sheets/append-to-sheet.ts';
import { appraisersOf, itemsCounting } from '../../sheets/appraisers.ts';
import { type FoundPlace, findPlace, type SheetRequest, type SheetSubject } from '../../sheets/found.ts';
import { judgeCitations } from '../../sheets/judge-citations.ts';
import { holdSheet } from '../../sheets/open-sheet.ts';
import { stageNow } from '../../sheets/verdict-stage.ts';
import { decideProposed } from '../acts/decide-proposed.ts';
import { citedIn, giveVerdict, judgeVerdict } from '../acts/give-verdict.ts';
import { verdictsIn } from '../proposed-verdicts.ts';
import { findProposal } from '../queries/proposed-verdicts.ts';

interface FoundTarget extends FoundPlace {
  readonly of: SheetSubject & Pick<Subject, 'itsAppraisers'>;
  readonly target: Target;
}

/** An item or figure of a sheet, with who appraises it. */
async function findTarget(
  request: SheetRequest & { readonly params: { readonly kind: 'items' | 'figures'; readonly target: string } },
): Promise<FoundTarget | undefined> {
  const { db, params } = request;
  const found = await findPlace(request);
  if (!found) return undefined;
  const { place, of } = found;
  const edition = await readyEdition(db, place.edition, place.editionHash);
  const target: Target = { kind: params.kind === 'items' ? 'item' : 'figure', id: params.target };
  const items = itemsCounting(edition, [target]);
  return items.length === 0 ? undefined : { place, target, of: { ...of, itsAppraisers: appraisersOf(place, items) } };
}

/** Verdicts on what a body claims, by whoever appraises the item. What the council concludes is recorded in its sessions. */
export function serveVerdicts(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.appraise, {
    find: findTarget,
    judge: async ({ db, params, found, raw, draft: { id, figures = [] }, receivedAt }, faults) => {
      // Everything is judged once nobody else can write: calendar, edition, the item itself.
      const open = await holdSheet(db, params);
      const stored = await storedEntries(
        db,
        [id, ...figures.map((figure) => figure?.id)].flatMap((one) => one ?? []),
      );
      if (stored.size > 0) return { open, stored, judged: undefined };
      // A later edition took over meanwhile: the item may be elsewhere, and belong to others.
      if (open.edition.id !== found.place.edition) throw new Problem('staleVersion', { more: { edition: open.edition.id } });
      const stage = stageNow(open, found.target, 'appraise', receivedAt);
      const judged = judgeVerdict(open, found.target, stage, await readAppraisalTerms(db, params.round), raw, faults);
      await judgeCitations(db, open.place, citedIn(judged), faults);
      return { open, stored, judged };
    },
    handle: async ({ acting, found, judged: { open, stored, judged }, body, language }) =>
      answerSaved(await giveVerdict(acting, open, found.target, body, judged, stored, 'appraise', language)),
  });

  defineRoute(app, context, contracts.decideProposedVerdict, {
    find: findTarget,
    judge: async ({ db, params, found: { target }, draft: { proposal, act, text } }, faults) => {
      if (act === 'return' && (text ?? null) === null) faults.add('missingKey', at(ROOT, 'text'), { key: 'text' });
      const open = await holdSheet(db, params);
      const [verdict] = proposal === undefined ? [] : verdictsIn(await findProposal(db, params.round, params.body, proposal));
      if (proposal !== undefined && (verdict?.head.kind !== target.kind || verdict.head.target !== target.id)) throw new Problem('notFound');
      return { open, verdict };
    },
    handle: async ({ acting, caller, found, judged: { open, verdict }, body, language, receivedAt }) => {
      if (!verdict) throw new Problem('notFound');
      const { account, memberships } = { account: acting.account, memberships: caller?.memberships ?? [] };
      const deciding = { verdict, account, memberships, stageNow: () => stageNow(open, found.target, 'appraise', receivedAt) };
      return answerSaved(await decideProposed(acting, open, body, deciding, language));
    },
  });
}
