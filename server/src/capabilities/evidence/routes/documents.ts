import { at, Faults, ROOT, searchKey } from '@parindex/core';
import type { Body } from '@parindex/core/contracts/contract';
import * as contracts from '@parindex/core/contracts/evidence';
import { may } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { effectOf } from '../../../audit/acting.ts';
import type { Context } from '../../../context.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import type { BodyOf } from '../../../http/answer.ts';
import { cursorOf, readCursor } from '../../../http/cursor.ts';
import type { Draft } from '../../../http/draft.ts';
import { etag } from '../../../http/etag.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { refuseStale } from '../../../http/seen-version.ts';
import { type FoundPlace, findPlace, type SheetRequest } from '../../sheets/found.ts';
import { bringersOf } from '../../sheets/within-the-body.ts';
import { addReferences } from '../acts/add-references.ts';
import { compareDocument } from '../acts/compare-document.ts';
import { describeDocument } from '../acts/describe-document.ts';
import { setDocumentAccess } from '../acts/set-document-access.ts';
import { withdrawDocument } from '../acts/withdraw-document.ts';
import { type LibraryView, type Opening, viewLibrary } from '../library.ts';
import { bytesHeld, type DocumentRow, findDocument, listDocuments, lockDocument } from '../queries/documents.ts';
import { usedBytes } from '../quota.ts';
import { bringingOf, mustUpload, uploadWindowNow } from '../upload-window.ts';

export const EVIDENCE = 'evidence';

const documentOrder = z.tuple([z.iso.datetime(), z.uuid()]);

export interface FoundDocument extends FoundPlace {
  readonly document: DocumentRow;
}

/** A document of a library, if the caller may see it. */
export async function findInLibrary(request: SheetRequest & { readonly params: { readonly document: string } }): Promise<FoundDocument | undefined> {
  const { db, params } = request;
  const found = await findPlace(request);
  const document = found && (await findDocument(db, params.round, params.body, params.document.toLowerCase()));
  return found && document && { ...found, document };
}

/** The same with who brought it, on which the right to change it hangs. */
async function findToChange(request: SheetRequest & { readonly params: { readonly document: string } }) {
  const found = await findInLibrary(request);
  return found && { ...found, of: { ...found.of, bringers: await bringersOf(request.db, found.place, found.document.id) } };
}

/** The documents that prove a score: a library per body and round. */
export function serveDocuments(app: FastifyInstance, context: Context): void {
  const { evidence } = context;

  /** A library as the caller reads it. */
  const view = (db: Reading, { place }: FoundPlace, request: Opening): Promise<LibraryView> => viewLibrary(db, place, request, evidence.scanner !== undefined);

  /** The answer to every write of a document: the whole document with its new version. */
  async function answerDocument(
    db: Reading,
    found: FoundDocument,
    request: Opening,
  ): Promise<{ readonly body: BodyOf<typeof contracts.readDocument>; readonly headers: Readonly<Record<string, string>> }> {
    const library = await view(db, found, request);
    const document = (await findDocument(db, found.place.round, found.place.body, found.document.id)) as DocumentRow;
    return { body: await library.present(document), headers: etag(document.version) };
  }

  /** Locks a document for writing; refuses if the writer saw an older version. */
  async function hold(db: Writing, found: FoundDocument, version: number | undefined, request: Opening): Promise<DocumentRow> {
    await lockDocument(db, found.document.id);
    const document = (await findDocument(db, found.place.round, found.place.body, found.document.id)) as DocumentRow;
    await refuseStale(version, document.version, async () => (await answerDocument(db, found, request)).body);
    if (document.withdrawn) throw new Problem('notNow', { more: { withdrawn: document.withdrawn.at } });
    if (document.held || document.gone) throw new Problem('notNow', { more: { held: document.held, gone: document.gone } });
    return document;
  }

  defineRoute(app, context, contracts.listDocuments, {
    find: findPlace,
    handle: async ({ db, params: { round, body }, query, caller, found, receivedAt, language }) => {
      const library = await view(db, found, { caller, receivedAt, language });
      const target = query.item ?? query.figure;
      const kind = query.item === undefined ? 'figure' : 'item';
      const rows = await listDocuments(db, round, body, {
        key: query.q === undefined ? undefined : searchKey(query.q),
        ids: target === undefined ? undefined : library.citedIn(kind, target),
        after: readCursor(query.after, documentOrder),
        limit: query.limit + 1,
      });
      const page = rows.slice(0, query.limit);
      const last = page.at(-1);
      // Withheld documents are not found by their words either.
      const told = query.q === undefined ? page : page.filter((row) => !library.withholds(row));
      const by = await bringingOf(db, caller?.memberships ?? [], found);
      const bringing = by ? await uploadWindowNow(db, found.place, receivedAt, by) : undefined;
      const listed = {
        items: await library.presentAll(told),
        next: rows.length > page.length && last ? cursorOf([last.created.at, last.id]) : null,
        quota: {
          usedBytes: by ? await usedBytes(db, { round, body }) : await bytesHeld(db, round, body),
          mostBytes: evidence.mostBodyBytes,
          mostFileBytes: evidence.mostFileBytes,
        },
        open: bringing ? { until: bringing.until.toISOString(), late: bringing.lateBy !== null } : null,
      };
      return { after: async () => ({ body: { ...listed, scanner: await evidence.scannerState.now() } }) };
    },
  });

  defineRoute(app, context, contracts.readDocument, {
    find: findInLibrary,
    handle: (request) => answerDocument(request.db, request.found, request),
  });

  defineRoute(app, context, contracts.addReferences, {
    find: findPlace,
    judge: async ({ db, draft: { documents }, found: { place } }, faults) => {
      const seen = new Set<string>();
      let stored = 0;
      for (const [index, sent] of (documents ?? []).entries()) {
        const path = at(ROOT, 'documents', index);
        const id = sent?.id;
        if (id !== undefined && seen.has(id)) faults.add('duplicateId', at(path, 'id'), { found: id });
        if (id !== undefined) seen.add(id);
        if (id !== undefined && (await findDocument(db, place.round, place.body, id))) stored += 1;
        if (sent) judgeReference(sent, path, faults);
      }
      return { stored, sent: seen.size };
    },
    handle: async ({ acting, body, found, judged: { stored, sent }, caller, receivedAt, language }) => {
      // A repeated save returns what was stored; a save that is new only in part cannot be a repetition.
      if (stored > 0 && stored !== sent) throw new Problem('idReused');
      if (stored === 0) await addReferences(acting, found.place, await mustUpload(acting.db, found.place, receivedAt), body.documents);
      const library = await view(acting.db, found, { caller, receivedAt, language });
      const rows = await listDocuments(acting.db, found.place.round, found.place.body, {
        key: undefined,
        ids: body.documents.map(({ id }) => id),
        after: undefined,
        limit: body.documents.length,
      });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return { status: 201, effect: effectOf(stored > 0), body: { items: await library.presentAll(body.documents.flatMap(({ id }) => byId.get(id) ?? [])) } };
    },
  });

  defineRoute(app, context, contracts.describeDocument, {
    find: findToChange,
    judge: async (request, faults) => {
      const { db, draft, found, receivedAt } = request;
      await mustUpload(db, found.place, receivedAt);
      const document = await hold(db, found, draft.version, request);
      refuseOfAppraiser(document);
      if (document.form === 'secretMail') throw new Problem('notNow', { more: { form: document.form } });
      const { validFrom: from, validTo: to } = draft.facts ?? {};
      if (from != null && to != null && to < from) faults.add('outOfRange', at(ROOT, 'facts', 'validTo'), { found: to, expected: `≥ ${from}` });
      return document;
    },
    handle: async ({ acting, body, found, judged: document, caller, receivedAt, language }) => {
      const version = document.versions.find(({ number }) => number === body.number);
      if (!version) throw faulty('number', String(body.number));
      await describeDocument(acting, document, version, body.facts);
      return answerDocument(acting.db, found, { caller, receivedAt, language });
    },
  });

  defineRoute(app, context, contracts.setDocumentAccess, {
    find: findInLibrary,
    judge: (request) => hold(request.db, request.found, request.draft.version, request),
    handle: async ({ acting, body, found, judged: document, caller, receivedAt, language }) => {
      const personalData = body.personalData ?? document.personalData;
      // Anybody in the body may restrict access; only the head may open it: to the public, or to all readers of a library with personal data.
      const closes = personalData && !document.personalData && body.access === undefined && !isRedacted(document);
      const access = closes ? 'restricted' : (body.access ?? document.access);
      const wasFound = document.versions.some(({ file }) => (file?.personalFound.length ?? 0) > 0);
      const opens = (access === 'released' && document.access !== 'released') || (document.personalData && !personalData && wasFound);
      if (opens && !may(caller?.memberships ?? [], 'evidence.release', found.of)) throw new Problem('refused');
      if (access === 'released') refuseRelease(document, personalData);
      await setDocumentAccess(acting, document, { access, personalData, reason: body.reason });
      return answerDocument(acting.db, found, { caller, receivedAt, language });
    },
  });

  defineRoute(app, context, contracts.compareDocument, {
    find: findInLibrary,
    judge: (request) => hold(request.db, request.found, request.draft.version, request),
    handle: async ({ acting, found, judged: document, caller, receivedAt, language }) => {
      if (document.form !== 'secretMail') throw new Problem('notNow', { more: { form: document.form } });
      await compareDocument(acting, document);
      return { ...(await answerDocument(acting.db, found, { caller, receivedAt, language })), status: 201 };
    },
  });

  defineRoute(app, context, contracts.withdrawDocument, {
    find: findInLibrary,
    judge: async (request) => {
      const { db, draft, found, caller, receivedAt } = request;
      const isOfBody = may(caller?.memberships ?? [], 'evidence.access', found.of);
      // Whoever only sees the library is told nothing of it by being refused.
      if (!isOfBody) refuseTakingBack(found.document);
      await mustUpload(db, found.place, receivedAt, isOfBody ? 'body' : 'appraiser');
      // While a body explains it adds documents, and takes none away.
      if (isOfBody && found.place.state !== 'open') throw new Problem('sheetFrozen');
      const document = await hold(db, found, draft.version, request);
      if (isOfBody) refuseOfAppraiser(document);
      else refuseTakingBack(document);
      return document;
    },
    handle: async ({ acting, found, judged: document, caller, receivedAt, language }) => {
      const library = await view(acting.db, found, { caller, receivedAt, language });
      const cited = library.citationsOf(document.id);
      if (cited.length > 0) throw new Problem('notNow', { more: { cited: cited.map(({ kind, target }) => ({ kind, target })) } });
      // What an explanation cites is no part of the claim, and stays.
      if (library.saidWith(document.id).length > 0) throw new Problem('notNow', { more: { cited: [] } });
      await withdrawDocument(acting, document);
      return { ...(await answerDocument(acting.db, found, { caller, receivedAt, language })), status: 201 };
    },
  });
}

const faulty = (key: string, found: string): Problem => {
  const faults = new Faults();
  faults.add('unknownId', at(ROOT, key), { found });
  return new Problem('faulty', { faults });
};

type ReferenceDraft = NonNullable<NonNullable<Draft<Body<typeof contracts.addReferences>>['documents']>[number]>;

/** A reference needs a number; a paper sent by secret mail leaves none here. */
function judgeReference(sent: ReferenceDraft, path: ReturnType<typeof at>, faults: Faults): void {
  const secret = sent.form === 'secretMail';
  const told = (['number', 'date', 'issuer', 'subject'] as const).filter((key) => Object.hasOwn(sent, key) && sent[key] !== null);
  if (secret) for (const key of told) faults.add('notAllowedHere', at(path, key), { key });
  else if (!told.includes('number')) faults.add('missingKey', at(path, 'number'), { key: 'number' });
}

/** Whether there is a redacted copy. */
const isRedacted = ({ versions }: Pick<DocumentRow, 'versions'>): boolean => versions.some(({ redacted }) => redacted);

/** What an appraiser brought, as the minutes of a check on site, its body keeps as it is (decision 0122). */
export function refuseOfAppraiser({ byAppraiser }: Pick<DocumentRow, 'byAppraiser'>): void {
  if (byAppraiser)
    throw new Problem('refused', {
      detail: {
        vi: 'Tài liệu do người thẩm định đưa vào kho. Đề nghị cơ quan chủ trì kỳ đánh giá xem xét nếu tài liệu có sai sót.',
        en: 'An appraiser brought this document. If something is wrong with it, ask the body that runs the round.',
      },
    });
}

/** An appraiser takes back what they brought themselves, and what nobody was told of. */
function refuseTakingBack({ mayTakeBack }: Pick<DocumentRow, 'mayTakeBack'>): void {
  if (!mayTakeBack)
    throw new Problem('refused', {
      detail: {
        vi: 'Người thẩm định chỉ rút được tài liệu do chính mình đưa vào kho, chưa được dẫn ở đâu và chưa có thông báo kết quả thẩm định nào gửi cơ quan kể từ khi đưa vào.',
        en: 'An appraiser takes back what they brought themselves, as long as nothing cites it and no notice of the appraisal went to the body since.',
      },
    });
}

/** A document with personal data can only be released with a redacted copy. */
function refuseRelease({ form, versions }: DocumentRow, personalData: boolean): void {
  if (form === 'secretMail') throw new Problem('notNow', { more: { form } });
  if (personalData && !isRedacted({ versions }))
    throw new Problem('notNow', {
      detail: {
        vi: 'Tài liệu có dữ liệu cá nhân: hãy tải lên bản đã che dữ liệu cá nhân trước khi cho công khai.',
        en: 'The document holds personal data: upload a copy with them blacked out before it is released.',
      },
    });
}
