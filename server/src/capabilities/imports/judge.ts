import { createHash } from 'node:crypto';
import { canonicalText, type Language, type PartPoints, sheetPoints } from '@parindex/core';
import {
  type BatchDefaults,
  type BatchRefusalCode,
  type BatchTarget,
  batchKey,
  type CurrentFigure,
  changesOf,
  type ImportedTable,
  importables,
  type JudgedRow,
  judgeRows,
  readRows,
  type TableRefusal,
  whyNot,
} from '@parindex/core/imports/index';
import { type FoldedEntry, foldEntries, type Sheet } from '@parindex/core/ledger/index';
import { stepsOf } from '@parindex/core/rights/index';
import { allows, dayOf } from '@parindex/core/round/index';
import type { Reading } from '../../db/transaction.ts';
import { type ReadyEdition, readyEdition } from '../editions/ready.ts';
import { stepsOpenAt } from '../sheets/in-time.ts';
import { findSheetPlaces, readSheets, type SheetPlace, type SheetRow } from '../sheets/queries/sheets.ts';
import { scoreStage, sheetOfCells } from '../sheets/sheet.ts';
import { type EstimateRow, readEstimates, readFigureOrigins } from './queries/batches.ts';

/** The only imported origin that is still the body's own word: what it added up from below. */
const FROM_ELSEWHERE = 'statistic';

export interface PointsMoved {
  readonly body: string;
  readonly before: PartPoints;
  readonly after: PartPoints;
  /** Items whose points change. */
  readonly items: readonly { readonly code: string; readonly before: string; readonly after: string }[];
}

/** A batch compared with the present values in the sheets of its round. */
export interface JudgedBatch {
  readonly edition: ReadyEdition;
  readonly places: ReadonlyMap<string, SheetPlace>;
  readonly sheets: ReadonlyMap<string, SheetRow>;
  readonly rows: readonly JudgedRow[];
  readonly refused: readonly TableRefusal[];
  readonly blank: readonly number[];
  readonly doubled: readonly number[];
  /** Over the whole outcome; who agrees must name it. */
  readonly digest: string;
}

/** Reads a batch and compares it with its round; undefined if the round has no edition or no participants. */
export async function judgeBatch(
  db: Reading,
  round: string,
  table: ImportedTable,
  defaults: BatchDefaults,
  receivedAt: Date,
  language: Language,
): Promise<JudgedBatch | undefined> {
  const all = await findSheetPlaces(db, round);
  const [first] = all;
  if (!first) return undefined;
  const edition = await readyEdition(db, first.edition, first.editionHash);
  const bodies = all.map(({ body, code, name }) => ({ id: body, code, name }));
  const reader = { prepared: edition.prepared, entryRules: edition.entryRules, bodies, today: dayOf(receivedAt.getTime()) };
  const read = readRows(table, defaults, reader, language);
  const touched = [...new Set(read.read.map(({ body }) => body))];
  const sheets = new Map((await readSheets(db, round, { bodies: touched })).map((row) => [row.body, row]));
  const standing = currentFigures(sheets.values(), await readFigureOrigins(db, round, touched), await readEstimates(db, round, touched));
  const settled = new Set(importables(edition.prepared).flatMap(({ id, settledByStatistics }) => (settledByStatistics ? [id] : [])));
  const { rows, shut } = judgeRows(
    read.read,
    (key) => standing.get(key),
    (body, target) => shutTo(sheets.get(body) as SheetRow, target, settled, receivedAt),
  );
  const refused = [...read.refused, ...shut.map(({ line, reason }) => ({ line, column: null, why: whyNot(reason) }))].toSorted((a, b) => a.line - b.line);
  const seen = [rows.map(({ line, outcome, before }) => [line, outcome, before ?? null]), refused.map(({ line }) => line)];
  const digest = createHash('sha256')
    .update(canonicalText({ seen } as never))
    .digest('hex');
  return { edition, places: new Map(all.map((place) => [place.body, place])), sheets, rows, refused, blank: read.blank, doubled: read.doubled, digest };
}

function currentFigures(
  sheets: Iterable<SheetRow>,
  origins: Awaited<ReturnType<typeof readFigureOrigins>>,
  estimates: readonly EstimateRow[],
): ReadonlyMap<string, CurrentFigure> {
  const originOf = new Map(origins.map(({ body, figure, origin }) => [`${body} ${figure}`, origin]));
  const standing = new Map<string, CurrentFigure>();
  const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  for (const { body, cells } of sheets)
    for (const { stage, target_kind, target, fields } of cells) {
      const value = fields['value'];
      if (stage !== 'claimed' || target_kind !== 'figure' || (typeof value !== 'string' && typeof value !== 'boolean')) continue;
      const { source, date, vintage } = fields;
      standing.set(batchKey(body, { kind: 'figure', id: target }), {
        told: { value, answers: null, source: textOf(source), date: textOf(date), vintage: textOf(vintage) },
        own: originOf.get(`${body} ${target}`) !== FROM_ELSEWHERE,
      });
    }
  for (const { body, question, group, mean, answers, source, date, vintage } of estimates)
    standing.set(batchKey(body, { kind: 'estimate', question, group }), { told: { value: mean, answers, source, date, vintage }, own: false });
  return standing;
}

/**
 * Why a body's figure accepts nothing now. Figures settled by statistics are accepted as long as the round and the sheet
 * are open, whatever the calendar of the body's own work; figures that the body declares only in its own time. Survey
 * means are kept beside the sheet, so they are accepted long after it was sent.
 */
function shutTo(place: SheetPlace, target: BatchTarget, settled: ReadonlySet<string>, moment: Date): BatchRefusalCode | undefined {
  if (place.roundState !== 'open') return 'roundNotOpen';
  if (target.kind === 'estimate') return undefined;
  if (!allows(place.state, 'declare')) return place.state === 'sent' ? 'sheetSent' : 'sheetFrozen';
  if (settled.has(target.id)) return undefined;
  return stepsOpenAt(place, moment)(stepsOf('sheet.declare'), null).length > 0 ? undefined : 'stepClosed';
}

/** A body's sheet with the figures of a batch in it, and the means beside it. */
function withRows({ edition }: Pick<JudgedBatch, 'edition'>, row: SheetRow, rows: readonly JudgedRow[]): { sheet: Sheet; beside: SheetRow } {
  const sheet = sheetOfCells(row.cells, row.parts, row);
  const entries = rows.flatMap(({ target, imported }, index): FoldedEntry[] =>
    target.kind === 'figure'
      ? [
          {
            ...{ seq: sheet.seq + 1 + index, act: 'declare', stage: 'claimed', standing: 'effective' },
            edition: edition.id,
            target,
            changes: changesOf(imported),
          },
        ]
      : [],
  );
  const estimates: Record<string, Record<string, { mean: string; answers: string }>> = structuredClone(row.estimates) as never;
  for (const { target, imported } of rows)
    if (target.kind === 'estimate')
      estimates[target.question] = { ...estimates[target.question], [target.group]: { mean: String(imported.value), answers: String(imported.answers) } };
  return { sheet: foldEntries(sheet, entries), beside: { ...row, estimates } };
}

/** How these rows would change the points of each body, as its sheet shows them: `own` are the items that it scores itself. */
export function pointsMoved({ edition, sheets }: Pick<JudgedBatch, 'edition' | 'sheets'>, own: ReadonlySet<string>, rows: readonly JudgedRow[]): PointsMoved[] {
  const byBody = Map.groupBy(rows, ({ body }) => body);
  return [...byBody].flatMap(([body, ofBody]): PointsMoved[] => {
    const row = sheets.get(body) as SheetRow;
    const now = scoreStage(edition, row, sheetOfCells(row.cells, row.parts, row), 'claimed', row).result;
    const { sheet, beside } = withRows({ edition }, row, ofBody);
    const then = scoreStage(edition, row, sheet, 'claimed', beside).result;
    const before = new Map(now.items.map(({ code, points }) => [code, points]));
    const items = then.items.flatMap(({ code, points }) =>
      points === before.get(code) ? [] : [{ code, before: before.get(code) as string, after: points as string }],
    );
    const shown = (result: typeof now): PartPoints => {
      const { own: sum, sources } = sheetPoints(edition.prepared, own, result.items, row.sealed);
      return { own: sum, sources };
    };
    return items.length === 0 ? [] : [{ body, before: shown(now), after: shown(then), items }];
  });
}
