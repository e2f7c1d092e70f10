import { ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/appraisal';
import type { Target } from '@parindex/core/ledger/index';
import type { Subject } from '@parindex/core/rights/index';
import { COUNCIL_REFUSAL_TEXTS } from '@parindex/core/words/council-words';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { readyEdition } from '../../editions/ready.ts';
import { answerSaved } from '../../sheets/answers.ts';
import { appraisersOf, itemsCounting } from '../../sheets/appraisers.ts';
import { type FoundPlace, findPlace, type SheetRequest, type SheetSubject } from '../../sheets/found.ts';
import { judgeCitations } from '../../sheets/judge-citations.ts';
import { openSheet } from '../../sheets/open-sheet.ts';
import { findEntries } from '../../sheets/queries/sheets.ts';
import { giveVerdict, judgeVerdict, stageNow } from '../acts/give-verdict.ts';
import { hasSessions } from '../queries/verdicts.ts';

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

/** Verdicts on what a body claims: by whoever appraises the item, and by the council. */
export function serveVerdicts(app: FastifyInstance, context: Context): void {
  const verdict = (act: 'appraise' | 'conclude', contract: typeof contracts.appraise | typeof contracts.conclude) =>
    defineRoute(app, context, contract, {
      find: findTarget,
      judge: async ({ db, params, found, raw, draft: { id }, receivedAt }, faults) => {
        // Everything is judged once nobody else can write: calendar, edition, the item itself.
        const open = await openSheet(db, params.round, params.body);
        if (!open) throw new Problem('notFound');
        const [stored] = id === undefined ? [] : await findEntries(db, [id]);
        // Where the council has sessions, it concludes by their votes alone.
        if (!stored && act === 'conclude' && (await hasSessions(db, params.round)))
          throw new Problem('notNow', { detail: COUNCIL_REFUSAL_TEXTS.inSession, more: { why: 'inSession' } });
        // A later edition took over meanwhile: the item may be elsewhere, and belong to others.
        if (!stored && open.edition.id !== found.place.edition) throw new Problem('staleVersion', { more: { edition: open.edition.id } });
        const stage = stored ? ('claimed' as const) : stageNow(open, found.target, act, receivedAt);
        const changes = stored ? undefined : judgeVerdict(open, found.target, stage, raw, faults);
        await judgeCitations(db, open.place, [{ changes, path: ROOT }], faults);
        return { open, stored, stage, changes };
      },
      handle: async ({ acting, found, judged: { open, stored, stage, changes }, body, language }) =>
        answerSaved(await giveVerdict(acting, open, found.target, stage, body, changes, stored, act, language)),
    });
  verdict('appraise', contracts.appraise);
  verdict('conclude', contracts.conclude);
}
