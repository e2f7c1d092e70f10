import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import * as contracts from '@parindex/core/contracts/survey-draw';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { madeAnswer } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import { findKnownRound } from '../../rounds/found.ts';
import { requireDraw } from '../held-draws.ts';
import { readDesignText, readDraws, readFrameLines, readRecord } from '../queries/draws.ts';
import { tableApart } from '../sampling/sample-apart.ts';

const NAMES = { design: 'thiet-ke-mau', frame: 'dan-mau', record: 'bien-ban-chon-mau', 'sample-csv': 'mau', 'sample-xlsx': 'mau' } as const;

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Problem('notFound');
  return value;
};

/** What of a draw is verified elsewhere, and the sample as a table. */
export function serveDrawFiles(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.downloadDrawFile, {
    find: findKnownRound,
    handle: async ({ db, params: { round, number, file }, language }) => {
      const draw = requireDraw(await readDraws(db, round), number);
      const name = `${NAMES[file]}-${round}-${number}`;
      switch (file) {
        case 'design':
          return { body: found(await readDesignText(db, draw.frame)), headers: sandboxed('application/yaml; charset=utf-8', `${name}.yaml`) };
        case 'frame': {
          const lines = Readable.from([found(await readFrameLines(db, draw.frame))]).pipe(createGunzip());
          return { body: lines, headers: sandboxed('text/csv; charset=utf-8', `${name}.csv`) };
        }
        case 'record':
          return { body: found(await readRecord(db, draw.id)), headers: sandboxed('application/json; charset=utf-8', `${name}.json`) };
        case 'sample-csv': {
          const record = found(await readRecord(db, draw.id));
          const table = Readable.from(
            (async function* () {
              yield await tableApart({ record, as: 'csv', language });
            })(),
          );
          return { body: table, headers: sandboxed('text/csv; charset=utf-8', `${name}.csv`) };
        }
        case 'sample-xlsx': {
          const record = found(await readRecord(db, draw.id));
          return madeAnswer(() => tableApart({ record, as: 'xlsx', language }), 'xlsx', name);
        }
      }
    },
  });
}
