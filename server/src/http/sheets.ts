import { history, historyQuery, newEntries, roundParams, savedAnswer, sheetAnswer, sheetParams } from '@parindex/core/api/index';
import type { Changes } from '@parindex/core/ledger/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { findSheetPlaces, readBeside, readCells, type SheetPlace } from '../db/queries/sheets.ts';
import type { Reading } from '../db/transaction.ts';
import { type ReadyEdition, readyEdition } from '../editions/ready.ts';
import type { Subject } from '../policies/may.ts';
import { presentSheet } from '../sheets/present.ts';
import { scoreStage, sheetOfCells, stagesOf } from '../sheets/sheet.ts';
import { declare, judgeEntries, type OpenSheet, openSheet } from '../use-cases/declare.ts';
import { defineRoute } from './route.ts';

interface FoundSheet {
  readonly of: Subject;
  readonly place: SheetPlace;
  readonly edition: ReadyEdition;
}

/** A body's sheet in a round, with what rights hang on. */
async function findSheet(db: Reading, { round, body }: { round: string; body: string }): Promise<FoundSheet | undefined> {
  const [place] = await findSheetPlaces(db, round, body);
  if (!place) return undefined;
  return {
    of: { body, roundOwner: place.roundOwner, domainOwners: place.domainOwners.map((owner) => owner.body) },
    place,
    edition: await readyEdition(db, place.edition, place.editionHash),
  };
}

/** Sheets: read, declared in, listed; and their histories. */
export function serveSheets(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, {
    method: 'GET',
    url: '/api/rounds/{round}/sheets/{body}',
    summary: { vi: 'Bảng điểm của một cơ quan, kèm điểm và diễn giải', en: 'The sheet of a body, with points and their explanation' },
    tag: 'sheets',
    access: 'sheet.read',
    params: sheetParams,
    answers: { 200: sheetAnswer },
    find: ({ db, params }) => findSheet(db, params),
    handle: async ({ db, found: { place, edition }, language, receivedAt }) => {
      const sheet = sheetOfCells(await readCells(db, place.round, place.body), place);
      const beside = (await readBeside(db, place.round, place.body)).get(place.body);
      const scores = new Map(stagesOf(sheet).map((stage) => [stage, scoreStage(edition, place, sheet, stage, beside)]));
      return { body: presentSheet(edition, place, sheet, scores, beside, language, receivedAt) };
    },
  });

  const judged = new WeakMap<object, { open: OpenSheet; changes: (Changes | undefined)[] }>();
  defineRoute(app, context, {
    method: 'POST',
    url: '/api/rounds/{round}/sheets/{body}/entries',
    summary: { vi: 'Kê khai số liệu, nội dung tự chấm, giải trình', en: 'Declare figures, answers, justification' },
    tag: 'sheets',
    access: 'sheet.declare',
    params: sheetParams,
    body: newEntries,
    bodyLimit: 8 * 1024 * 1024,
    answers: { 201: savedAnswer },
    find: ({ db, params }) => findSheet(db, params),
    judge: async ({ db, found, raw }, faults) => {
      const open = await openSheet(db, found);
      judged.set(found, { open, changes: judgeEntries(open, raw, faults) });
    },
    handle: async ({ acting, found, body, language }) => {
      const { open, changes } = judged.get(found) as { open: OpenSheet; changes: Changes[] };
      return { status: 201, body: await declare(acting, open, body.entries, changes, body.origin, language) };
    },
  });
}
void [history, historyQuery, roundParams];
