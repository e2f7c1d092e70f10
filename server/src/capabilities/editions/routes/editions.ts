import { at, type Faults, type Language, ROOT } from '@parindex/core';
import type { Body } from '@parindex/core/contracts/contract';
import * as contracts from '@parindex/core/contracts/editions';
import { readDraftText } from '@parindex/core/studio/operations/read-draft-text';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Writing } from '../../../db/transaction.ts';
import { schemeAnnex } from '../../../documents/scheme-annex.ts';
import { keptAnswer } from '../../../http/compression.ts';
import { madeAnswer } from '../../../http/document-answer.ts';
import type { Draft } from '../../../http/draft.ts';
import { etag } from '../../../http/etag.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { refuseStale } from '../../../http/seen-version.ts';
import { readNamedBodies } from '../../bodies/queries/bodies.ts';
import { changeDraft, keepDraft } from '../acts/keep-draft.ts';
import { removeDraft } from '../acts/remove-draft.ts';
import { checkEdition } from '../check.ts';
import type { CheckedEdition } from '../check-texts.ts';
import { type FoundEdition, findKnownEdition } from '../found.ts';
import { holdDraft } from '../hold-draft.ts';
import { ownerOfDraft } from '../owner.ts';
import { presentEdition, presentEditionRow } from '../present.ts';
import { type EditionWithSchemeRow, findEdition, listEditions, readNormalForms } from '../queries/editions.ts';

/** Reads the texts that were sent, if both are there, and reports a missing or different id. */
async function judgeTexts(
  { document, cases }: Draft<Body<typeof contracts.draftEdition>>,
  wanted: string | undefined,
  faults: Faults,
): Promise<CheckedEdition | undefined> {
  if (document === undefined || cases === undefined) return undefined;
  if (document.trim() === '') {
    faults.add('emptyText', at(ROOT, 'document'));
    return undefined;
  }
  const checked = await checkEdition({ document, cases });
  const path = at(ROOT, 'document', 'id');
  if (checked.id === undefined) faults.add('missingKey', path, { key: 'id:' });
  else if (wanted !== undefined && checked.id !== wanted) faults.add('unknownValue', path, { found: checked.id, expected: wanted });
  return checked;
}

interface DraftRequest {
  readonly db: Writing;
  readonly found: FoundEdition;
  readonly draft: { readonly version?: number | undefined };
  readonly language: Language;
}

/** The same, for a write that names the version it saw. */
async function holdSeenDraft({ db, found, draft, language }: DraftRequest): Promise<EditionWithSchemeRow> {
  const held = await holdDraft(db, found);
  await refuseStale(draft.version, held.version, async () => presentEdition(held, language));
  return held;
}

/** An adopted edition never changes and each sheet needs it, so browsers may cache it for a day. */
const ADOPTED_IS_KEPT = 'private, max-age=86400';

/** Normal forms by their hash, packed once for all who ask. */
const keptForms = new Map<string, Buffer>();

/** Editions: drafts stored and checked, adopted for good, read as authored and in normal form. */
export function serveEditions(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listEditions, {
    handle: async ({ db, query: { limit, after } }) => {
      const rows = await listEditions(db, limit, after);
      return { body: { items: rows.slice(0, limit).map(presentEditionRow), next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null } };
    },
  });

  defineRoute(app, context, contracts.readEdition, {
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    handle: async ({ found: { row }, language }) => ({ body: await presentEdition(row, language), headers: etag(row.version) }),
  });

  for (const [name, contract] of [
    ['document', contracts.readEditionDocument],
    ['cases', contracts.readEditionCases],
  ] as const)
    defineRoute(app, context, contract, {
      find: ({ db, params }) => findKnownEdition(db, params.edition),
      handle: async ({ found: { row } }) => ({ body: row[name], headers: { ...etag(row.version), 'content-type': 'text/plain; charset=utf-8' } }),
    });

  defineRoute(app, context, contracts.readEditionNormalForm, {
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    handle: async ({ db, found: { row } }) => {
      const kept = keptForms.get(row.hash ?? '');
      const text = kept ? undefined : (await readNormalForms(db, [row.id])).get(row.id);
      const form = kept ?? (text === undefined ? undefined : keptAnswer(text));
      if (form === undefined || row.hash === null)
        throw new Problem('notNow', {
          detail: { vi: 'Bản dự thảo chưa có dạng chuẩn hóa.', en: 'A draft has no normal form yet.' },
          more: { state: row.state },
        });
      keptForms.set(row.hash, form);
      return { body: form, headers: { ...etag(row.version), 'content-type': 'application/json; charset=utf-8', 'cache-control': ADOPTED_IS_KEPT } };
    },
  });

  defineRoute(app, context, contracts.downloadEditionAnnex, {
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    handle: async ({ db, found: { row }, query: { format } }) => {
      const [owner = null] = row.owner_body === null ? [] : await readNamedBodies(db, [row.owner_body], undefined);
      const { id, document: text, state, hash, decision_number: number, decision_date: date } = row;
      const edition = {
        text,
        document: readDraftText(text).value,
        isDraft: state === 'draft',
        hash,
        decision: number === null ? null : { number, date },
        owner,
      };
      return madeAnswer(() => schemeAnnex(edition, format), format, `phu-luc-${id}`);
    },
  });

  defineRoute(app, context, contracts.listSchemeTemplates, {
    handle: async () => ({ body: { items: context.templates().map(({ id, title, status, items }) => ({ id, title, status, items })) } }),
  });

  defineRoute(app, context, contracts.readSchemeTemplate, {
    handle: async ({ params }) => {
      const template = context.templates().find(({ id }) => id === params.template);
      if (!template) throw new Problem('notFound');
      return { body: template };
    },
  });

  defineRoute(app, context, contracts.draftEdition, {
    find: async ({ draft: { ownerBody }, caller }) => ownerOfDraft(ownerBody, caller),
    judge: async ({ found, draft }, faults) => {
      if (!found.chosen) faults.add('missingKey', at(ROOT, 'ownerBody'), { key: 'ownerBody' });
      return judgeTexts(draft, undefined, faults);
    },
    handle: async ({ acting, body, found, judged, language }) => {
      const id = await keepDraft(acting, body, judged, found.ownerBody ?? null);
      const row = (await findEdition(acting.db, id)) as EditionWithSchemeRow;
      return { status: 201, body: await presentEdition(row, language), headers: { ...etag(row.version), location: `/api/editions/${id}` } };
    },
  });

  defineRoute(app, context, contracts.changeEdition, {
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    judge: async (request, faults) => {
      const held = await holdSeenDraft(request);
      return judgeTexts(request.draft, held.id, faults);
    },
    handle: async ({ acting, body: { document, cases, version }, found, judged, language }) => {
      await changeDraft(acting, { id: found.row.id, version }, { document, cases }, judged);
      const row = (await findEdition(acting.db, found.row.id)) as EditionWithSchemeRow;
      return { body: await presentEdition(row, language), headers: etag(row.version) };
    },
  });

  defineRoute(app, context, contracts.removeEdition, {
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    handle: async ({ acting, found, query, language }) => {
      const held = await holdDraft(acting.db, found);
      if (held.version !== query.version) throw new Problem('staleVersion', { more: { version: held.version, current: await presentEdition(held, language) } });
      await removeDraft(acting, held.id);
      return {};
    },
  });
}
