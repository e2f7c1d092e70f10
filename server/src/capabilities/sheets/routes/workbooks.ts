import * as contracts from '@parindex/core/contracts/sheets';
import { may } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { Limiter } from '../../../file-inspection/limiter.ts';
import { readWorkbookApart } from '../../../file-inspection/read-workbook-apart.ts';
import type { Caller } from '../../../http/admission.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import { checksOf } from '../../editions/checks.ts';
import { makeWorkbook } from '../acts/make-workbook.ts';
import { previewWorkbook } from '../acts/preview-workbook.ts';
import { enteringOrReading } from '../entering.ts';
import { findRights, findSheet, type SheetRequest } from '../found.ts';

/** Workbooks read at the same time, and how many may wait. */
const AT_ONCE = 2;
const WAITING = 16;

async function findOpen(request: SheetRequest & { readonly caller: Caller | null }) {
  const open = await findSheet(request);
  return open && { open, of: open.of, entering: await enteringOrReading(request.db, open, open.of, request.caller?.memberships ?? []) };
}

/** A sheet as a workbook: downloaded to be filled in, and compared with the sheet when it comes back. */
export function serveWorkbooks(app: FastifyInstance, context: Context): void {
  const limiter = new Limiter(AT_ONCE, WAITING);

  defineRoute(app, context, contracts.downloadWorkbook, {
    find: findOpen,
    handle: async ({ db, found: { open, entering }, language, receivedAt }) => ({
      body: Buffer.from(await makeWorkbook(db, open, checksOf(context.checks, open.edition), entering, language, receivedAt)),
      headers: sandboxed(KINDS.xlsx.mediaType, `bang-diem-${open.place.body}-${open.place.year}.xlsx`),
    }),
  });

  defineRoute(app, context, contracts.previewWorkbook, {
    // No process is started for somebody without the right.
    prepare: async ({ params, bytes, receivedAt, asCaller }) => {
      const allowed = await asCaller(async (db, { memberships }) => {
        const found = await findRights({ db, params, receivedAt });
        return found !== undefined && may(memberships, 'sheet.enter', found.of);
      });
      if (!allowed) return undefined;
      const workbook = await limiter.take(() => readWorkbookApart(bytes));
      if (!workbook) throw new Problem('notReady');
      return workbook;
    },
    find: findOpen,
    handle: async ({ db, found: { open, entering }, prepared: workbook, language, receivedAt }) => {
      if (!workbook)
        throw new Problem('wrongMediaType', {
          detail: { vi: `Tệp gửi lên phải là bảng tính XLSX (${KINDS.xlsx.mediaType}).`, en: `A workbook is sent as ${KINDS.xlsx.mediaType}.` },
        });
      // It only previews, like a GET of the sheet, and is not recorded: the changes themselves arrive as entries.
      return { effect: 'unchanged', body: await previewWorkbook(db, open, entering, workbook, language, receivedAt) };
    },
  });
}
