import * as contracts from '@parindex/core/contracts/ranking';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { bytesAnswer, renderedDocument } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import type { Packed } from '../../../zip/zip-entry.ts';
import { zipStream } from '../../../zip/zip-stream.ts';
import { findBoard } from '../../progress/poll.ts';
import { type ClosingLetterData, closingLetter, closingWorkbook } from '../closing-letter.ts';
import { readClosingLetters } from '../read-closing-letters.ts';

type Format = 'pdf' | 'docx' | 'xlsx';

const bytesOf = async (data: ClosingLetterData, format: Format): Promise<Buffer> =>
  format === 'xlsx' ? Buffer.from(await closingWorkbook(data)) : renderedDocument(closingLetter(data), format);

/** Letters that tell bodies the final result of a closed round: to one, or to all. */
export function serveClosingLetters(app: FastifyInstance, context: Context): void {
  const illustrative = context.kind === 'sandbox';

  defineRoute(app, context, contracts.downloadClosingLetter, {
    find: findBoard,
    handle: async ({ db, params: { body }, query: { format }, found: { plan } }) => {
      const [made] = await readClosingLetters(db, plan, { body, illustrative });
      if (!made) throw new Problem('notFound');
      // It is laid out after the transaction, so that no connection waits for it.
      return { after: async () => bytesAnswer(await bytesOf(made.data, format), format, `ket-qua-cuoi-cung-${body}`) };
    },
  });

  defineRoute(app, context, contracts.downloadClosingLetters, {
    find: findBoard,
    handle: async ({ db, query: { format }, found: { plan }, receivedAt }) => {
      const letters = await readClosingLetters(db, plan, { illustrative });
      // Each is laid out when its turn comes, after the transaction.
      const files = (async function* (): AsyncGenerator<Packed> {
        for (const { data } of letters) yield { path: `Kết quả cuối cùng, ${data.body.name}.${format}`, content: await bytesOf(data, format) };
      })();
      const { storage } = context.evidence;
      return {
        body: zipStream(files, { storage, at: receivedAt, failed: (error) => context.log('the closing letters broke off', error) }),
        headers: sandboxed('application/zip', `ket-qua-cuoi-cung-${plan.round}.zip`),
      };
    },
  });
}
