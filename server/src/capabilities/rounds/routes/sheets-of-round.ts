import * as contracts from '@parindex/core/contracts/rounds';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../../../context.ts';
import { cursorOf, readCursor } from '../../../http/cursor.ts';
import { defineRoute } from '../../../http/route.ts';
import { ownItemsOf } from '../../editions/checks.ts';
import { readyEdition } from '../../editions/ready.ts';
import { presentRow } from '../../sheets/present.ts';
import { readSheets } from '../../sheets/queries/sheets.ts';
import { sheetOfCells } from '../../sheets/sheet.ts';
import { findRoundSubject } from '../found.ts';

const sheetOrder = z.tuple([z.number().int().min(0).max(2_147_483_647), z.string().max(100)]);

/** All sheets of a round with their points, a page at a time. */
export function serveSheetsOfRound(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listSheets, {
    find: findRoundSubject,
    handle: async ({ db, params, query }) => {
      const more = await readSheets(db, params.round, { after: readCursor(query.after, sheetOrder), limit: query.limit + 1, withoutParts: true });
      const rows = more.slice(0, query.limit);
      const [first, last] = [rows[0], rows.at(-1)];
      if (!first) return { body: { round: params.round, edition: '', rounding: null, items: [], sheets: [], next: null } };
      const edition = await readyEdition(db, first.edition, first.editionHash);
      const own = ownItemsOf(context.checks, edition);
      const sheets = rows.map((row) => presentRow(edition, own, row, sheetOfCells(row.cells, row.parts, row), row));
      return {
        body: {
          round: params.round,
          edition: edition.id,
          rounding: edition.scheme.rounding,
          items: edition.prepared.items.map(({ item }) => item.code),
          sheets,
          next: more.length > rows.length && last ? cursorOf([last.position, last.body]) : null,
        },
      };
    },
  });
}
