import * as contracts from '@parindex/core/contracts/appraisal';
import { may } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { Limiter } from '../../../file-inspection/limiter.ts';
import { readWorkbookApart } from '../../../file-inspection/read-workbook-apart.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import { boardMaking } from '../../progress/making.ts';
import { findBoard } from '../../progress/poll.ts';
import { makeItemWorkbook } from '../acts/make-item-workbook.ts';
import { previewItemWorkbook } from '../acts/preview-item-workbook.ts';
import { type Asked, readerOf } from './queue.ts';

/** Workbooks read at the same time, and how many may wait. */
const AT_ONCE = 2;
const WAITING = 16;

/** One item over all bodies as a workbook: downloaded to be filled in, and what it would decide when it comes back; verdicts are given one by one, as on the page. */
export function serveItemWorkbook(app: FastifyInstance, context: Context): void {
  const making = boardMaking(context);
  const limiter = new Limiter(AT_ONCE, WAITING);
  const reader = (asked: Asked) => readerOf(asked, making);

  defineRoute(app, context, contracts.downloadItemWorkbook, {
    find: findBoard,
    handle: async (request) => {
      const { item } = request.params;
      const bytes = await makeItemWorkbook(request.db, request.found.plan, item, reader(request));
      if (!bytes) throw new Problem('notFound');
      return { body: Buffer.from(bytes), headers: sandboxed(KINDS.xlsx.mediaType, `tham-dinh-tieu-chi-${item}-${request.found.plan.year}.xlsx`) };
    },
  });

  defineRoute(app, context, contracts.previewItemWorkbook, {
    // No process is started for somebody without the right.
    prepare: async ({ params, bytes, receivedAt, asCaller }) => {
      const allowed = await asCaller(async (db, caller) => {
        const found = await findBoard({ db, params, caller, receivedAt });
        return found !== undefined && may(caller.memberships, 'sheet.list', found.of);
      });
      if (!allowed) return undefined;
      const workbook = await limiter.take(() => readWorkbookApart(bytes));
      if (!workbook) throw new Problem('notReady');
      return workbook;
    },
    find: findBoard,
    handle: async (request) => {
      if (!request.prepared)
        throw new Problem('wrongMediaType', {
          detail: { vi: `Tệp gửi lên phải là bảng tính XLSX (${KINDS.xlsx.mediaType}).`, en: `A workbook is sent as ${KINDS.xlsx.mediaType}.` },
        });
      const preview = await previewItemWorkbook(request.db, request.found.plan, request.params.item, reader(request), request.prepared);
      if (!preview) throw new Problem('notFound');
      return { effect: 'unchanged', body: preview };
    },
  });
}
