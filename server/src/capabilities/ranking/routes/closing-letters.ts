import * as contracts from '@parindex/core/contracts/ranking';
import { formOfQuery, type ReportForm } from '@parindex/core/submissions/report-form';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { bytesAnswer, renderedDocument } from '../../../http/document-answer.ts';
import { laidOut, packageAnswer } from '../../../http/package-answer.ts';
import { defineRoute } from '../../../http/route.ts';
import { findBoard } from '../../progress/poll.ts';
import type { BoardRound } from '../../progress/queries/board.ts';
import { type ClosingLetterData, closingLetter, closingLetters, closingWorkbook } from '../closing-letter.ts';
import { readClosedRound, readToldToBodies } from '../read-closed-round.ts';

type Format = 'pdf' | 'docx' | 'xlsx';

const bytesOf = async (data: ClosingLetterData, format: Format): Promise<Buffer> =>
  format === 'xlsx' ? Buffer.from(await closingWorkbook(data)) : renderedDocument(closingLetter(data), format);

/** Letters that tell bodies the final result of a closed round: to one, or to all. */
export function serveClosingLetters(app: FastifyInstance, context: Context): void {
  const read = async (db: Reading, plan: BoardRound, form: ReportForm | null, body?: string): Promise<ClosingLetterData[]> => {
    const closed = await readClosedRound(db, plan, { ...(body === undefined ? {} : { body }), illustrative: context.kind === 'sandbox' });
    return closingLetters(closed, await readToldToBodies(db, plan.round, closed), form);
  };

  defineRoute(app, context, contracts.downloadClosingLetter, {
    find: findBoard,
    handle: async ({ db, params: { body }, query: { format, ...form }, found: { plan } }) => {
      const [made] = await read(db, plan, formOfQuery(form), body);
      // It is laid out after the transaction, so that no connection waits for it.
      return { after: async () => bytesAnswer(await bytesOf(made as ClosingLetterData, format), format, `ket-qua-cuoi-cung-${body}`) };
    },
  });

  defineRoute(app, context, contracts.downloadClosingLetters, {
    find: findBoard,
    handle: async ({ db, query: { format, ...form }, found: { plan }, receivedAt }) => {
      const letters = await read(db, plan, formOfQuery(form));
      const files = laidOut(letters, async (data) => ({ path: `Kết quả cuối cùng, ${data.body.name}.${format}`, content: await bytesOf(data, format) }));
      return packageAnswer(context, { name: `ket-qua-cuoi-cung-${plan.round}.zip`, files }, 'the closing letters', receivedAt);
    },
  });
}
