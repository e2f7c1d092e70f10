import { type Language, type SchemeNames, schemeNames } from '@parindex/core';
import { type BatchTarget, type BatchWhy, CHOSEN, type ImportedTable, type JudgedRow, placeIn } from '@parindex/core/imports/index';
import { batchWhyText } from '@parindex/core/words/import-words';
import { type JudgedBatch, type PointsMoved, pointsMoved } from './judge.ts';
import type { BatchRow, BatchWithContent, WritingRow } from './queries/batches.ts';

/** A delivery in a list. */
export const presentBatchRow = ({ broughtAt, decidedAt, ...row }: BatchRow) => ({
  ...row,
  broughtAt: broughtAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
});

/** A batch's table as it arrived. */
export const tableOf = ({ form, content }: BatchWithContent): ImportedTable => ({ form, ...content });

const nameOf = (target: BatchTarget, names: SchemeNames): string =>
  target.kind === 'figure'
    ? names.figureTitle(target.id)
    : `${names.questionTitle(target.question)}${target.group === 'all' ? '' : ` (${names.surveyGroup(target.group)})`}`;

/** What a writing stores of a row: everything but its names. */
export type WrittenRow = Pick<JudgedRow, 'line' | 'body' | 'target' | 'outcome'> & {
  readonly told: JudgedRow['imported'];
  readonly before: JudgedRow['before'] | null;
};

export const writtenRow = ({ line, body, target, outcome, imported, before }: JudgedRow): WrittenRow => ({
  line,
  body,
  target,
  outcome,
  told: imported,
  before: before ?? null,
});

/** A code whose meaning never changes. */
const codeOf = (why: BatchWhy): string => ('reason' in why ? why.reason : 'fault' in why ? why.fault.code : why.code);

/** A batch for its readers: its rows compared with the present values, and what was written of it. */
export function presentBatch(delivery: BatchWithContent, judged: JudgedBatch, writings: readonly WritingRow[], own: ReadonlySet<string>, language: Language) {
  const { content, ...row } = delivery;
  const table = tableOf(delivery);
  const names = schemeNames(judged.edition.scheme, language);
  const bodyOf = (id: string) => ({ id, name: judged.places.get(id)?.name ?? id });
  const shownRow = ({ line, body, target, outcome, before, told }: WrittenRow) => ({
    line,
    place: placeIn(table, line, null),
    body: bodyOf(body),
    target,
    name: nameOf(target, names),
    outcome,
    before: before ? { ...before.told, own: before.own } : null,
    after: told,
  });
  const shownMove = ({ body, before, after, items }: PointsMoved) => ({
    body: bodyOf(body),
    before: 'own' in before ? before : null,
    after: 'own' in after ? after : null,
    items,
  });
  return {
    ...presentBatchRow(row),
    rounding: judged.edition.scheme.rounding,
    preview: {
      digest: judged.digest,
      rows: judged.rows.map((each) => shownRow(writtenRow(each))),
      refused: judged.refused.map(({ line, column, why }) => ({
        line,
        place: placeIn(table, line, column),
        code: codeOf(why),
        message: batchWhyText(why, language),
      })),
      blank: judged.blank.length,
      doubled: judged.doubled.map((line) => placeIn(table, line, null)),
      moved: pointsMoved(
        judged,
        own,
        judged.rows.filter(({ outcome }) => outcome !== 'same' && !CHOSEN.has(outcome)),
      ).map(shownMove),
    },
    writings: writings.map(({ number, writtenBy, writtenAt, reason, rows, moved }) => ({
      number,
      writtenBy,
      writtenAt: writtenAt.toISOString(),
      reason,
      rows: (rows as WrittenRow[]).map(shownRow),
      moved: (moved as PointsMoved[]).map(shownMove),
    })),
  };
}
