import { at, type Faults, type Path, ROOT } from '@parindex/core';
import type { Body } from '@parindex/core/contracts/contract';
import * as contracts from '@parindex/core/contracts/evidence';
import type { FastifyInstance } from 'fastify';
import { effectOf } from '../../../audit/acting.ts';
import type { Context } from '../../../context.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import { type Caller, requireRight } from '../../../http/admission.ts';
import type { Draft } from '../../../http/draft.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findRound } from '../../rounds/queries/rounds.ts';
import { findPlace } from '../../sheets/found.ts';
import { lockSheet, type SheetPlace } from '../../sheets/queries/sheets.ts';
import { type CarriedDocument, carryDocuments } from '../acts/carry-documents.ts';
import { viewLibrary } from '../library.ts';
import { carriedHere, type DocumentRow, earlierLibrary, findDocument, listDocuments, type VersionRow } from '../queries/documents.ts';
import { refuseOverQuota } from '../quota.ts';
import { mustUpload } from '../upload-window.ts';

/** Most documents of the previous round offered at once. */
const MOST_OFFERED = 1_000;

/** Only from another round that is not of a later year. */
const isBefore = (round: { readonly id: string; readonly year: number }, place: SheetPlace) => round.id !== place.round && round.year <= place.year;

/** Withdrawn, held or erased documents, and papers sent by secret mail, cannot be carried over. */
const isClosedTo = ({ withdrawn, held, gone, form }: DocumentRow) => withdrawn || held || gone || form === 'secretMail';

/** The named version if it is readable; a fault otherwise. */
function versionIn(number: number | undefined, { versions }: DocumentRow, faults: Faults, path: Path): VersionRow[] {
  const found = versions.filter((version) => version.number === number && !version.file?.gone);
  if (found.length === 0) faults.add('unknownId', at(path, 'version'), { found: String(number) });
  return found;
}

/** The sheet that something is taken from, judged like the one that it goes to; undefined if there is none. */
async function findSource(
  { db, params: { body }, caller, receivedAt }: { db: Reading; params: { body: string }; caller: Caller | null; receivedAt: Date },
  round: string,
): Promise<SheetPlace | undefined> {
  const found = await findPlace({ db, params: { round, body }, receivedAt });
  if (found) requireRight(caller?.memberships ?? [], contracts.carryDocuments.access, found.of);
  return found?.place;
}

/** Which of the sent documents are to be carried over, and which already were by the same request. */
async function judgeCarried(
  db: Writing,
  place: SheetPlace,
  from: string,
  documents: Draft<Body<typeof contracts.carryDocuments>>['documents'],
  faults: Faults,
): Promise<{ carried: CarriedDocument[]; stored: string[] }> {
  // Locks, so that two simultaneous requests see each other's documents.
  await lockSheet(db, place.round, place.body);
  const already = await carriedHere(db, place.round, place.body);
  const carried: CarriedDocument[] = [];
  const stored: string[] = [];
  for (const [index, { id, document, version: number } = {}] of (documents ?? []).entries()) {
    const path = at(ROOT, 'documents', index);
    if (id === undefined || document === undefined) continue;
    if (await findDocument(db, place.round, place.body, id)) {
      stored.push(id);
      continue;
    }
    const there = await findDocument(db, from, place.body, document);
    const row = there && !isClosedTo(there) ? there : undefined;
    if (!row) faults.add('unknownId', at(path, 'document'), { found: document });
    else if (already.has(row.id)) faults.add('duplicateId', at(path, 'document'), { found: row.id });
    else carried.push(...versionIn(number, row, faults, path).map((version) => ({ id, from: row, version })));
    already.add(document);
  }
  return { carried, stored };
}

/** Documents of the previous round, carried over one by one once somebody confirms that they are still valid. */
export function serveCarriedDocuments(app: FastifyInstance, context: Context): void {
  const scans = context.evidence.scanner !== undefined;

  defineRoute(app, context, contracts.listCarriable, {
    find: findPlace,
    handle: async (request) => {
      const { db, params, query, caller, found, receivedAt, language } = request;
      const { round, body } = params;
      const chosen = query.from === undefined ? undefined : await findRound(db, query.from);
      const from =
        query.from === undefined
          ? await earlierLibrary(db, round, body)
          : chosen && isBefore(chosen, found.place) && { round: chosen.id, title: chosen.title, year: chosen.year };
      const place = from ? await findSource(request, from.round) : undefined;
      if (!from || !place) return { body: { from: null, items: [] } };
      const library = await viewLibrary(db, place, { caller, receivedAt, language }, scans);
      const carried = await carriedHere(db, round, body);
      const rows = await listDocuments(db, from.round, body, { key: undefined, ids: undefined, after: undefined, limit: MOST_OFFERED });
      const offered = await library.presentAll(rows.filter(({ form, held, gone }) => form !== 'secretMail' && !held && !gone));
      return { body: { from, items: offered.map(({ id, form, versions, cited }) => ({ id, form, versions, cited, carried: carried.has(id) })) } };
    },
  });

  defineRoute(app, context, contracts.carryDocuments, {
    find: findPlace,
    judge: async (request, faults) => {
      const {
        db,
        draft: { from, documents },
        found: { place },
      } = request;
      const earlier = from === undefined ? undefined : await findRound(db, from);
      if (!earlier || !isBefore(earlier, place)) {
        if (from !== undefined) faults.add('unknownId', at(ROOT, 'from'), { found: from });
        return { carried: [], stored: [] };
      }
      await findSource(request, earlier.id);
      return judgeCarried(db, place, earlier.id, documents, faults);
    },
    handle: async ({ acting, body, found, judged: { carried, stored }, caller, receivedAt, language }) => {
      if (carried.length > 0) {
        const bytes = carried.reduce((sum, { version }) => sum + (version.file?.bytes ?? 0), 0);
        await refuseOverQuota(acting.db, found.place, bytes, context.evidence.mostBodyBytes);
        await carryDocuments(acting, found.place, await mustUpload(acting.db, found.place, receivedAt), carried);
      } else if (stored.length !== body.documents.length) throw new Problem('notNow');
      const library = await viewLibrary(acting.db, found.place, { caller, receivedAt, language }, scans);
      const ids = body.documents.map(({ id }) => id);
      const rows = await listDocuments(acting.db, found.place.round, found.place.body, { key: undefined, ids, after: undefined, limit: ids.length });
      return { status: 201, effect: effectOf(carried.length === 0), body: { items: await library.presentAll(rows) } };
    },
  });
}
