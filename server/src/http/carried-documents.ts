import { at, isObject, ROOT } from '@parindex/core';
import { carriableList, carriableQuery, carriedDocuments, savedDocuments, sheetParams } from '@parindex/core/api/index';
import { NumberToken } from '@parindex/core/reading/raw';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { carriedHere, earlierLibrary, findDocument, listDocuments } from '../db/queries/documents.ts';
import { findRound } from '../db/queries/rounds.ts';
import { findSheetPlaces, lockSheet } from '../db/queries/sheets.ts';
import { mustBring } from '../evidence/bringing.ts';
import { findLibrary, viewLibrary } from '../evidence/library.ts';
import { Problem } from '../problems.ts';
import { type CarriedDocument, carryDocuments } from '../use-cases/carry-documents.ts';
import { EVIDENCE } from './documents.ts';
import { asUuid, listIn, textIn } from './raw-texts.ts';
import { defineRoute } from './route.ts';

/** Most documents of the round before that are offered at once. */
const MOST_OFFERED = 1_000;

/** Documents of the round before, taken over one by one where somebody says that they hold still. */
export function serveCarriedDocuments(app: FastifyInstance, context: Context): void {
  const scans = context.evidence.scanner !== undefined;

  defineRoute(app, context, {
    method: 'GET',
    url: '/api/rounds/{round}/sheets/{body}/carriable',
    summary: { vi: 'Tài liệu của kỳ trước, để hỏi còn hiệu lực hay không', en: 'Documents of the round before, to be asked whether they hold still' },
    tag: EVIDENCE,
    access: 'evidence.write',
    params: sheetParams,
    query: carriableQuery,
    answers: { 200: carriableList },
    find: ({ db, params }) => findLibrary(db, params),
    handle: async ({ db, params: { round, body }, query, caller, receivedAt, language }) => {
      const newest = await earlierLibrary(db, round, body);
      const from =
        query.from === undefined || query.from === newest?.round
          ? newest
          : await findRound(db, query.from).then((row) => row && { round: row.id, title: row.title, year: row.year });
      const [place] = from ? await findSheetPlaces(db, from.round, body) : [];
      if (!from || !place) return { body: { from: null, items: [] } };
      const library = await viewLibrary(db, place, { caller, receivedAt, language }, scans);
      const carried = await carriedHere(db, round, body);
      const rows = await listDocuments(db, from.round, body, { key: undefined, ids: undefined, after: undefined, limit: MOST_OFFERED });
      const offered = await library.presentAll(rows.filter(({ form, held, gone }) => form !== 'secretMail' && !held && !gone));
      return { body: { from, items: offered.map(({ id, form, versions, cited }) => ({ id, form, versions, cited, carried: carried.has(id) })) } };
    },
  });

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/rounds/{round}/sheets/{body}/carried-documents',
    summary: { vi: 'Đưa sang kỳ này các tài liệu còn hiệu lực', en: 'Take over documents that hold still' },
    tag: EVIDENCE,
    access: 'evidence.write',
    params: sheetParams,
    body: carriedDocuments,
    answers: { 201: savedDocuments },
    find: ({ db, params }) => findLibrary(db, params),
    judge: async ({ db, raw, found: { place } }, faults) => {
      const from = textIn(raw, 'from');
      // Two who take over at the same moment see each other's.
      await lockSheet(db, place.round, place.body);
      const already = await carriedHere(db, place.round, place.body);
      const carried: CarriedDocument[] = [];
      const stored: string[] = [];
      for (const [index, sent] of listIn(raw, 'documents').entries()) {
        const path = at(ROOT, 'documents', index);
        const [id, document] = [asUuid(textIn(sent, 'id')), asUuid(textIn(sent, 'document'))];
        if (from === undefined || id === undefined || document === undefined) continue;
        if (await findDocument(db, place.round, place.body, id)) {
          stored.push(id);
          continue;
        }
        const row = await findDocument(db, from, place.body, document);
        const number = isObject(sent) && sent['version'] instanceof NumberToken ? Number(sent['version'].text) : undefined;
        const version = row?.versions.find((candidate) => candidate.number === number);
        if (!row || row.withdrawn || row.held || row.gone || row.form === 'secretMail') faults.add('unknownId', at(path, 'document'), { found: document });
        else if (!version || version.file?.gone) faults.add('unknownId', at(path, 'version'), { found: String(number) });
        else if (already.has(row.id)) faults.add('duplicateId', at(path, 'document'), { found: row.id });
        else {
          carried.push({ id, from: row, version });
          already.add(row.id);
        }
      }
      return { carried, stored };
    },
    handle: async ({ acting, body, found, judged: { carried, stored }, caller, receivedAt, language }) => {
      if (carried.length > 0) await carryDocuments(acting, found.place, await mustBring(acting.db, found.place, receivedAt), carried);
      else if (stored.length === body.documents.length) acting.recorded += 1;
      else throw new Problem('notNow');
      const library = await viewLibrary(acting.db, found.place, { caller, receivedAt, language }, scans);
      const ids = body.documents.map(({ id }) => id);
      const rows = await listDocuments(acting.db, found.place.round, found.place.body, { key: undefined, ids, after: undefined, limit: ids.length });
      return { status: 201, body: { items: await library.presentAll(rows) } };
    },
  });
}
