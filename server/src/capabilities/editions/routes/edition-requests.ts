import { at, type Faults, type Language, ROOT } from '@parindex/core';
import type { Body } from '@parindex/core/contracts/contract';
import * as contracts from '@parindex/core/contracts/editions-adoption';
import { EDITION_REQUEST_KINDS, type editionRequest, type roundFile } from '@parindex/core/contracts/schemas/index';
import { safeFileName } from '@parindex/core/evidence/index';
import { may } from '@parindex/core/rights/index';
import { dayOf } from '@parindex/core/round/index';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Context } from '../../../context.ts';
import { decidingOffice } from '../../../db/second-person.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import type { Caller } from '../../../http/admission.ts';
import type { Draft } from '../../../http/draft.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import { refuseStale } from '../../../http/seen-version.ts';
import { arrivedDocument, documentTaker } from '../../../http/take-document.ts';
import { reportKey } from '../../../storage/keys.ts';
import { faultsOfAdoption } from '../acts/adopt-edition.ts';
import { bringEditionFile } from '../acts/bring-edition-file.ts';
import { askOfEdition, decideOfEdition, stopEditionRequest, waits } from '../acts/decide-edition-request.ts';
import { checkEdition } from '../check.ts';
import type { AuthoredFault } from '../check-texts.ts';
import { findKnownEdition } from '../found.ts';
import { presentEdition } from '../present.ts';
import { canRequest, type EditionFileRow, type EditionRequestRow, findEditionFile, readEditionRequests } from '../queries/edition-requests.ts';
import { type EditionWithSchemeRow, findEdition, holdEdition } from '../queries/editions.ts';

interface Reader {
  readonly db: Reading;
  readonly caller: Caller | null;
  readonly receivedAt: Date;
}

const officesOf = (caller: Caller | null): string[] => (caller?.memberships ?? []).map(({ id }) => id);

const presentFile = ({ id, name, kind, bytes, sha256, scanned, broughtAt }: EditionFileRow): z.output<typeof roundFile> => ({
  ...{ id, name, kind, bytes, sha256, scanned },
  broughtAt: broughtAt.toISOString(),
});

async function present(row: EditionRequestRow, edition: EditionWithSchemeRow, { db, caller, receivedAt }: Reader): Promise<z.output<typeof editionRequest>> {
  const { id, kind, effectiveFrom, effectiveTo, replacedBy, reason, askedBy, askedAt, role, body, lapsesAt, decision, note, decided } = row;
  const isWaiting = waits(row, edition, receivedAt);
  return {
    ...{ id, kind, effectiveFrom, effectiveTo, replacedBy, reason },
    decision: { number: row.decisionNumber, date: row.decisionDate },
    file: presentFile((await findEditionFile(db, row.file)) as EditionFileRow),
    asked: { by: askedBy, at: askedAt.toISOString(), role, body },
    lapsesAt: lapsesAt.toISOString(),
    overtaken: decision === null && row.version !== edition.version,
    decided: decision !== null && decided !== null ? { ...decided, decision, note } : null,
    mayDecide: isWaiting && 'office' in (await decidingOffice(db, 'edition', id, officesOf(caller))),
    mayStop: isWaiting && askedBy.id === caller?.account,
  };
}

async function findRequest(db: Reading, edition: string, id: string): Promise<EditionRequestRow> {
  const [found] = await readEditionRequests(db, edition, id);
  if (!found) throw new Problem('notFound');
  return found;
}

async function held(db: Writing, id: string): Promise<EditionWithSchemeRow> {
  const row = await holdEdition(db, id);
  if (!row) throw new Problem('notFound');
  return row;
}

const placesOf = (faults: readonly AuthoredFault[]) =>
  faults.map(({ in: part, fault, place }) => ({ path: `/${part}${fault.path}`, line: place.line, column: place.column }));

/** Refuses what has faults or cases that do not come out: reported here and not by the schema, so that each comes with its line in the authored text. */
async function requireSound(edition: EditionWithSchemeRow, faults: Faults): Promise<void> {
  const checked = await checkEdition(edition);
  const inTexts = faultsOfAdoption(checked);
  faults.addAll(inTexts);
  if (!inTexts.none) throw new Problem('faulty', { faults, more: { places: placesOf(checked.faults) } });
}

const SAME_DECISION = {
  vi: 'Tệp này là quyết định ban hành bộ tiêu chí; đề nghị gửi quyết định bãi bỏ hoặc thay thế.',
  en: 'This file is the decision by which the edition was adopted; bring the decision that withdraws or replaces it.',
};

interface Asking {
  readonly db: Reading;
  readonly edition: EditionWithSchemeRow;
  readonly receivedAt: Date;
}

/** What is wrong with what was asked for, beside the edition itself. */
async function judgeTerms(
  { db, edition: { id: edition, decision_file }, receivedAt }: Asking,
  draft: Draft<Body<typeof contracts.askOfEdition>>,
  faults: Faults,
) {
  const { kind, file, effectiveFrom: from, effectiveTo: to, replacedBy } = draft;
  const brought = file === undefined ? undefined : await findEditionFile(db, file);
  if (file !== undefined && brought?.edition !== edition) faults.add('unknownId', at(ROOT, 'file'), { found: file });
  const [date, today] = [draft.decision?.date, dayOf(receivedAt.getTime())];
  if (date !== undefined && date > today) faults.add('outOfRange', at(ROOT, 'decision', 'date'), { found: date, expected: `≤ ${today}` });
  if (kind === 'adopt' && (from === undefined || from === null)) faults.add('missingKey', at(ROOT, 'effectiveFrom'), { key: 'effectiveFrom' });
  if (kind === 'adopt' && replacedBy) faults.add('unknownKey', at(ROOT, 'replacedBy'), { key: 'replacedBy' });
  for (const [key, day] of Object.entries({ effectiveFrom: from, effectiveTo: to }))
    if (kind === 'withdraw' && day) faults.add('unknownKey', at(ROOT, key), { key });
  if (from && to && to < from) faults.add('outOfRange', at(ROOT, 'effectiveTo'), { found: to, expected: `≥ ${from}` });
  if (kind === 'withdraw' && replacedBy) {
    const other = replacedBy === edition ? undefined : await findEdition(db, replacedBy);
    if (other?.state !== 'adopted' || other.withdrawn_at !== null) faults.add('unknownId', at(ROOT, 'replacedBy'), { found: replacedBy });
  }
  if (faults.none && kind === 'withdraw' && decision_file !== null && brought?.sha256 === (await findEditionFile(db, decision_file))?.sha256)
    throw new Problem('notNow', { detail: SAME_DECISION });
}

/** Adopting an edition by two persons, and withdrawing it: the signed decision, who asks, who decides. */
export function serveEditionRequests(app: FastifyInstance, context: Context): void {
  serveFiles(app, context);

  defineRoute(app, context, contracts.listEditionRequests, {
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    handle: async ({ db, caller, found: { row }, receivedAt }) => {
      let possible: (typeof EDITION_REQUEST_KINDS)[number] | null = null;
      for (const kind of EDITION_REQUEST_KINDS) if (await canRequest(db, kind, row.id)) possible = kind;
      const requests = await readEditionRequests(db, row.id);
      return { body: { possible, requests: await Promise.all(requests.map((request) => present(request, row, { db, caller, receivedAt }))) } };
    },
  });

  defineRoute(app, context, contracts.askOfEdition, {
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    judge: async ({ db, params, draft, language, receivedAt }, faults) => {
      const edition = await held(db, params.edition);
      const [known] = draft.id === undefined ? [] : await readEditionRequests(db, edition.id, draft.id);
      if (known) return { edition };
      await refuseStale(draft.version, edition.version, async () => presentEdition(edition, language as Language));
      await judgeTerms({ db, edition, receivedAt }, draft, faults);
      if (draft.kind === 'adopt' && edition.state === 'draft') await requireSound(edition, faults);
      return { edition };
    },
    handle: async ({ acting, caller, body, judged: { edition }, receivedAt }) => {
      const { decision, version, ...wanted } = body;
      const effect = await askOfEdition(acting, edition, { ...wanted, version, decisionNumber: decision.number, decisionDate: decision.date });
      const row = await findRequest(acting.db, edition.id, body.id);
      return { status: 201, effect, body: await present(row, edition, { db: acting.db, caller, receivedAt }) };
    },
  });

  defineRoute(app, context, contracts.decideOfEdition, {
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    judge: async ({ db, params, draft }, faults) => {
      const edition = await held(db, params.edition);
      const request = await findRequest(db, edition.id, params.request);
      // What was sound when it was asked for is looked at again: the program that checks may be another by now.
      if (draft.decision === 'carriedOut' && request.kind === 'adopt' && edition.state === 'draft') await requireSound(edition, faults);
      return { edition, request };
    },
    handle: async ({ acting, caller, params, body, judged, receivedAt }) => {
      const effect = await decideOfEdition(acting, { ...judged, keys: context.keys }, officesOf(caller), body);
      const edition = (await findEdition(acting.db, params.edition)) as EditionWithSchemeRow;
      return { effect, body: await present(await findRequest(acting.db, edition.id, params.request), edition, { db: acting.db, caller, receivedAt }) };
    },
  });

  defineRoute(app, context, contracts.stopEditionRequest, {
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    handle: async ({ acting, caller, params, body, receivedAt }) => {
      const { db } = acting;
      const edition = await held(db, params.edition);
      const effect = await stopEditionRequest(acting, await findRequest(db, edition.id, params.request), body.note);
      return { effect, body: await present(await findRequest(db, edition.id, params.request), edition, { db, caller, receivedAt }) };
    },
  });
}

/** Signed decisions, kept as they came. */
function serveFiles(app: FastifyInstance, context: Context): void {
  const { storage } = context.evidence;
  const take = documentTaker(context);

  defineRoute(app, context, contracts.bringEditionFile, {
    prepare: (request) =>
      take(request, request.query.name, async (db, { memberships }) => {
        const row = await findEdition(db, request.params.edition);
        return row !== undefined && may(memberships, 'edition.adopt', { roundOwner: row.owner_body });
      }),
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    handle: async ({ acting, params, query, prepared }) => {
      const row = { ...(await arrivedDocument(acting.db, prepared, query)), edition: params.edition };
      const effect = await bringEditionFile(acting, row);
      const kept = await findEditionFile(acting.db, query.id);
      if (!kept) throw new Problem('notFound');
      return { status: 201, effect, body: presentFile(kept) };
    },
  });

  defineRoute(app, context, contracts.downloadEditionFile, {
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    handle: async ({ db, params }) => {
      const file = await findEditionFile(db, params.file);
      if (file?.edition !== params.edition) throw new Problem('notFound');
      return {
        after: async () => ({
          body: await storage.read(reportKey(file.sha256)),
          headers: { ...sandboxed(KINDS[file.kind].mediaType, safeFileName(file.name)), 'content-length': String(file.bytes) },
        }),
      };
    },
  });
}
