import { searchKey } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/evidence';
import type { FileKind } from '@parindex/core/evidence/file-codes';
import { safeFileName } from '@parindex/core/evidence/index';
import { judgeRight } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { Acting } from '../../../audit/acting.ts';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { requireRight } from '../../../http/admission.ts';
import { byteRange } from '../../../http/byte-range.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import { objectKey, previewKey } from '../../../storage/keys.ts';
import { findRoundSubject } from '../../rounds/found.ts';
import { findSheetPlaces } from '../../sheets/queries/sheets.ts';
import { viewDocument } from '../acts/view-document.ts';
import { excerpt } from '../excerpt.ts';
import { type LibraryView, type Opening, viewLibrary } from '../library.ts';
import { holdsPersonalData } from '../personal-data.ts';
import { fileState, isReadable } from '../present.ts';
import { type PageHit, readPages, searchPages, type VersionRow } from '../queries/documents.ts';
import { type FoundDocument, findInLibrary } from './documents.ts';

type File = NonNullable<VersionRow['file']>;

/** Most pages of one answer. */
const MOST_PAGES = 20;
/** Most page matches that one search examines for visible ones. */
const MOST_LOOKED_THROUGH = 2_000;

/** The files of documents: bytes, previews, pages; and full-text search. */
export function serveDocumentFiles(app: FastifyInstance, context: Context): void {
  const { storage, scanner } = context.evidence;
  const scans = scanner !== undefined;

  /** The file of a version that the caller may read now; otherwise refuses with the reason. A view of personal data is recorded. */
  async function readable(acting: Acting, found: FoundDocument, number: number, request: Opening): Promise<File> {
    const version = found.document.versions.find((candidate) => candidate.number === number);
    const personal = version ? holdsPersonalData(found.document, version) : found.document.personalData;
    // Asked for each piece of a file, so citations are only read when they matter.
    if (personal && (await viewLibrary(acting.db, found.place, request, scans)).withholdsPersonal(found.document.id)) throw new Problem('refused');
    if (found.document.held) throw new Problem('notReadable', { more: { state: 'held' } });
    if (!version?.file) throw new Problem('notFound');
    const state = fileState(version.file, scans);
    if (!isReadable(state)) throw new Problem('notReadable', { more: { state } });
    if (personal) await viewDocument(acting, found.document, number);
    return version.file;
  }

  defineRoute(app, context, contracts.downloadFile, {
    find: findInLibrary,
    handle: async ({ acting, found, params, caller, request, receivedAt, language }) => {
      const file = await readable(acting, found, params.number, { caller, receivedAt, language });
      const headers = {
        ...sandboxed(KINDS[file.kind as FileKind].mediaType, safeFileName(file.name)),
        'accept-ranges': 'bytes',
        'repr-digest': digestOf(file),
      };
      const range = byteRange(request.headers.range, file.bytes);
      if (range === 'unsatisfiable') return { status: 416, body: '', headers: { ...headers, 'content-range': `bytes */${file.bytes}` } };
      return {
        after: async () => {
          const body = await storage.read(objectKey(file.sha256), range);
          if (!range) return { body, headers: { ...headers, 'content-length': String(file.bytes) } };
          return {
            status: 206,
            body,
            headers: { ...headers, 'content-range': `bytes ${range.start}-${range.end}/${file.bytes}`, 'content-length': String(range.end - range.start + 1) },
          };
        },
      };
    },
  });

  defineRoute(app, context, contracts.downloadPreview, {
    find: findInLibrary,
    handle: async ({ acting, found, params, caller, receivedAt, language }) => {
      const file = await readable(acting, found, params.number, { caller, receivedAt, language });
      const key = previewKey(file.sha256, 'image.webp');
      return {
        after: async () => {
          if (!(await storage.stat(key))) throw new Problem('notFound');
          // Made by ourselves and only ever shown in an <img>.
          return { body: await storage.read(key), headers: { ...sandboxed('image/webp', 'preview.webp'), 'content-disposition': 'inline' } };
        },
      };
    },
  });

  defineRoute(app, context, contracts.readPages, {
    find: findInLibrary,
    handle: async ({ acting, found, params, query, caller, receivedAt, language }) => {
      await readable(acting, found, params.number, { caller, receivedAt, language });
      const most = Math.min(query.limit, MOST_PAGES);
      const rows = await readPages(acting.db, found.document.id, params.number, query.from, most + 1);
      const pages = rows.slice(0, most).map(({ page, title, text, blocks }) => ({ page, title, text, scan: text.trim() === '', blocks }));
      return { body: { pages, next: rows.length > most ? String(rows[most]?.page) : null } };
    },
  });

  /** Whether each found page may be shown to the caller; each library is opened once. */
  async function mayShow(
    db: Reading,
    round: string,
    request: Opening,
  ): Promise<(hit: { body: { id: string }; document: string; personalData: boolean }) => Promise<boolean>> {
    const libraries = new Map<string, LibraryView | undefined>();
    return async ({ body, document, personalData }) => {
      if (!personalData) return true;
      if (!libraries.has(body.id)) {
        const [place] = await findSheetPlaces(db, round, body.id);
        libraries.set(body.id, place && (await viewLibrary(db, place, request, scans)));
      }
      return libraries.get(body.id)?.withholdsPersonal(document) === false;
    };
  }

  defineRoute(app, context, contracts.searchPages, {
    find: async ({ db, params, caller, receivedAt }) => {
      const found = await findRoundSubject({ db, params, receivedAt });
      if (!found || !caller) return undefined;
      // Everybody finds what they may see in the libraries they work in; an appraiser learns that appraisal has not opened yet.
      const judged = judgeRight(caller.memberships, 'sheet.list', found.of);
      if ('refused' in judged && judged.until) requireRight(caller.memberships, 'sheet.list', found.of);
      return found;
    },
    handle: async ({ db, params, query, caller, receivedAt, language }) => {
      const words = searchKey(query.q).split(' ').filter(Boolean);
      if (words.length === 0) return { body: { items: [], more: false } };
      const shows = await mayShow(db, params.round, { caller, receivedAt, language });
      const shown: PageHit[] = [];
      // Withheld pages are not counted: a count would reveal their contents to somebody who guesses words.
      for (let most = query.limit + 1; shown.length <= query.limit; most *= 4) {
        // Row security limits this to what may be seen: the own library, or all of the round.
        const hits = await searchPages(db, params.round, { words, body: query.body, unscanned: !scans, limit: most });
        shown.length = 0;
        for (const hit of hits) if (await shows(hit)) shown.push(hit);
        if (hits.length < most || most > MOST_LOOKED_THROUGH) break;
      }
      const items = shown.slice(0, query.limit).map(({ text, personalData, ...hit }) => ({ ...hit, excerpt: excerpt(text, words) }));
      return { body: { items, more: shown.length > query.limit } };
    },
  });
}

/** RFC 9530: a hash for checking the downloaded bytes. */
const digestOf = ({ sha256 }: Pick<File, 'sha256'>): string => `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`;
