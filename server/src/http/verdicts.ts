import { itemsOfDomains } from '@parindex/core';
import { newVerdict, savedAnswer, targetParams } from '@parindex/core/api/index';
import type { Changes, Stage, Target } from '@parindex/core/ledger/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { findSheetPlaces, type SheetPlace } from '../db/queries/sheets.ts';
import type { Reading } from '../db/transaction.ts';
import { type ReadyEdition, readyEdition } from '../editions/ready.ts';
import type { Subject } from '../policies/may.ts';
import { Problem } from '../problems.ts';
import { type OpenSheet, openSheet } from '../sheets/open-sheet.ts';
import { giveVerdict, judgeVerdict, stageNow } from '../use-cases/give-verdict.ts';
import { defineRoute } from './route.ts';

interface FoundTarget {
  readonly of: Subject;
  readonly place: SheetPlace;
  readonly target: Target;
}

/** An item or figure of a sheet; its appraisers are those who own a domain that it counts in. */
async function findTarget(db: Reading, params: { round: string; body: string; kind: 'items' | 'figures'; target: string }): Promise<FoundTarget | undefined> {
  const [place] = await findSheetPlaces(db, params.round, params.body);
  if (!place) return undefined;
  const edition = await readyEdition(db, place.edition, place.editionHash);
  const target: Target = { kind: params.kind === 'items' ? 'item' : 'figure', id: params.target };
  const codes = target.kind === 'item' ? new Set([target.id]) : itemsUsing(edition, target.id);
  const domains = edition.scheme.domains.filter((domain) => itemsOfDomains([domain]).some(({ code }) => codes.has(code)));
  if (domains.length === 0) return undefined;
  const owners = place.domainOwners.filter(({ domain }) => domains.some(({ code }) => code === domain));
  return { place, target, of: { body: place.body, roundOwner: place.roundOwner, domainOwners: owners.map(({ body }) => body) } };
}

function itemsUsing({ prepared }: ReadyEdition, figure: string): Set<string> {
  const uses = (rule: { uses: { figures: readonly string[] } } | 'notApplicable') => rule !== 'notApplicable' && rule.uses.figures.includes(figure);
  return new Set(
    prepared.items
      .filter(({ rule }) => ('cases' in rule ? [...rule.cases.map((one) => one.rule), rule.otherwise] : [rule]).some(uses))
      .map(({ item }) => item.code),
  );
}

/** Verdicts on what a body claims: by appraisers of the domain, and by the council. */
export function serveVerdicts(app: FastifyInstance, context: Context): void {
  const judged = new WeakMap<object, { open: OpenSheet; stage: Stage; changes: Changes | undefined }>();
  const verdict = (act: 'appraise' | 'conclude', ending: string, access: 'sheet.appraise' | 'sheet.conclude', summary: { vi: string; en: string }) =>
    defineRoute(app, context, {
      method: 'POST',
      url: `/api/rounds/{round}/sheets/{body}/{kind}/{target}/${ending}`,
      summary,
      tag: 'sheets',
      access,
      params: targetParams,
      body: newVerdict,
      answers: { 201: savedAnswer },
      find: ({ db, params }) => findTarget(db, params),
      judge: async ({ db, params, found, raw, receivedAt }, faults) => {
        const stage = stageNow(found, act, receivedAt);
        const open = await openSheet(db, params.round, params.body);
        if (!open) throw new Problem('notFound');
        judged.set(found, { open, stage, changes: judgeVerdict(open, found.target, stage, raw, faults) });
      },
      handle: async ({ acting, found, body, language }) => {
        const { open, stage, changes } = judged.get(found) as { open: OpenSheet; stage: Stage; changes: Changes };
        return { status: 201, body: await giveVerdict(acting, open, found.target, stage, body, changes, act, language) };
      },
    });
  verdict('appraise', 'appraisal', 'sheet.appraise', { vi: 'Thẩm định: chấp nhận hoặc sửa, có lý do', en: 'Appraise: accept or change, with a reason' });
  verdict('conclude', 'conclusion', 'sheet.conclude', { vi: 'Hội đồng kết luận, có lý do', en: 'The council concludes, with a reason' });
}
