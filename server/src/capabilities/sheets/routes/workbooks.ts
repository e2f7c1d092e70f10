import { sheetParams, workbookPreview } from '@parindex/core/contracts/index';
import { may } from '@parindex/core/rights/index';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../../../context.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { Turns } from '../../../file-inspection/limiter.ts';
import { readWorkbookApart } from '../../../file-inspection/read-workbook-apart.ts';
import { Problem } from '../../../http/problems.ts';
import { asCaller, type Caller, defineRoute } from '../../../http/route.ts';
import { bytesAnswer, sandboxed } from '../../../http/sandboxed.ts';
import { makeWorkbook } from '../acts/make-workbook.ts';
import { previewWorkbook } from '../acts/preview-workbook.ts';
import { enteringOf, FOR_THE_BODY } from '../entering.ts';
import { type OpenSheet, readSheet } from '../open-sheet.ts';
import { findSheetRights } from '../queries/sheets.ts';
import { subjectOfRights, subjectOfSheet } from '../subject.ts';

/** Most bytes of a workbook: that of a national sheet with all its texts has some two hundred thousand. */
export const WORKBOOK_BYTES = 8 * 1024 * 1024;
/** Processes that read at once, and workbooks that wait for one. */
const AT_ONCE = 2;
const WAITING = 16;

type Read = Awaited<ReturnType<typeof readWorkbookApart>>;

/** What was read of a request's workbook, before the transaction that judges it. */
const read = new WeakMap<FastifyRequest, Read>();

async function findOpen(db: Parameters<typeof readSheet>[0], { round, body }: { round: string; body: string }, caller: Caller | null) {
  const open: OpenSheet | undefined = await readSheet(db, round, body);
  if (!open) return undefined;
  const of = subjectOfSheet(open.place);
  return { open, of, entering: (await enteringOf(db, open, of, caller?.memberships ?? [])) ?? FOR_THE_BODY };
}

/** A sheet as a workbook: downloaded to be filled in, and held against the sheet when it comes back. In a scope of its own: no other route takes such bytes. */
export async function serveWorkbooks(app: FastifyInstance, context: Context): Promise<void> {
  const turns = new Turns(AT_ONCE, WAITING);
  app.addContentTypeParser(KINDS.xlsx.mediaType, { parseAs: 'buffer', bodyLimit: WORKBOOK_BYTES }, (_request, body, done) => done(null, body));

  // Read before a transaction begins: no connection waits for a process. Who may not has no process started.
  app.addHook('preHandler', async (request) => {
    const params = sheetParams.safeParse(request.params);
    const bytes: unknown = request.body;
    if (request.method !== 'POST' || !params.success || !Buffer.isBuffer(bytes)) return;
    const { round, body } = params.data;
    const allowed = await asCaller(context, request, 'sheet.enter', true, async (db, caller) => {
      const rights = await findSheetRights(db, round, body);
      return rights !== undefined && may(caller.memberships, 'sheet.enter', subjectOfRights(body, rights));
    });
    if (!allowed) return;
    const found = await turns.take(() => readWorkbookApart(bytes));
    if (!found) throw new Problem('notReady');
    read.set(request, found);
  });

  defineRoute(app, context, {
    method: 'GET',
    url: '/api/rounds/{round}/sheets/{body}/workbook',
    summary: { vi: 'Tải bảng điểm dạng bảng tính (XLSX) để điền', en: 'The sheet as a workbook (XLSX) to be filled in' },
    tag: 'sheets',
    access: 'sheet.enter',
    params: sheetParams,
    answers: bytesAnswer,
    withoutHead: true,
    find: ({ db, params, caller }) => findOpen(db, params, caller),
    handle: async ({ found: { open, entering }, language, receivedAt }) => ({
      body: Buffer.from(await makeWorkbook(open, entering, language, receivedAt)),
      headers: sandboxed(KINDS.xlsx.mediaType, `bang-diem-${open.place.body}-${open.place.year}.xlsx`),
    }),
  });

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/rounds/{round}/sheets/{body}/workbook',
    summary: {
      vi: 'Nạp bảng tính đã điền để xem trước mọi thay đổi; không ghi gì',
      en: 'Takes a workbook that was filled in (as XLSX bytes) and tells what it would change; writes nothing',
    },
    tag: 'sheets',
    access: 'sheet.enter',
    params: sheetParams,
    answers: { 200: workbookPreview },
    find: ({ db, params, caller }) => findOpen(db, params, caller),
    handle: async ({ acting, db, found: { open, entering }, request, language }) => {
      const found = read.get(request);
      if (!found)
        throw new Problem('wrongMediaType', {
          detail: { vi: `Tệp gửi lên phải là bảng tính XLSX (${KINDS.xlsx.mediaType}).`, en: `A workbook is sent as ${KINDS.xlsx.mediaType}.` },
        });
      // It shows, as a GET of the sheet does, and is told as little: what is written in the end comes as entries.
      acting.recorded += 1;
      return { body: await previewWorkbook(db, open, entering, found, language) };
    },
  });
}
