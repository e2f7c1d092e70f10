import { figuresOf, type Language, schemeNames } from '@parindex/core';
import { isOfficialAlone } from '@parindex/core/appraisal/official-figures';
import type { appraisalItemAnswer } from '@parindex/core/contracts/schemas/index';
import { CITATIONS, type FieldValue, fieldsAt, type Sheet } from '@parindex/core/ledger/index';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import type { ReadyEdition } from '../editions/ready.ts';
import { presentOfficial, standingFigures } from '../sheets/official-figures.ts';
import { readOfficialFigures } from '../sheets/queries/official-figures.ts';
import { sheetOfCells } from '../sheets/sheet.ts';
import { readCellsOfItem, readStatisticalFigures } from './queries/figures-of-item.ts';

type Row = z.output<typeof appraisalItemAnswer>['rows'][number];

/** What of an item's own fields says nothing beside its figures. */
const BESIDE_FIGURES: readonly string[] = ['justification', CITATIONS];

/** The figures of an item in the sheets of a round, with the official ones beside, as far as the reader is told. */
export async function readFiguresOfItem(db: Reading, round: string, { id, scheme, prepared }: ReadyEdition, item: string, language: Language) {
  const ids = [...figuresOf(prepared, item)];
  const names = schemeNames(scheme, language);
  const rows = ids.length === 0 ? [] : await readOfficialFigures(db, { round, edition: id }, { figures: ids });
  const official = standingFigures(rows);
  const statistical = await readStatisticalFigures(db, round, ids);
  const cells = Map.groupBy(await readCellsOfItem(db, round, item, ids), ({ body }) => body);
  const sheetOf = (body: string) => sheetOfCells(cells.get(body) ?? [], [], { state: 'open', seq: 0 });
  const valueAt = (sheet: Sheet, stage: 'claimed' | 'council', figure: string) =>
    fieldsAt(sheet, stage, { kind: 'figure', id: figure })['value'] as string | boolean | undefined;
  return {
    named: ids.map((figure) => ({ id: figure, title: names.figureTitle(figure) })),
    rows,
    /** What of the item and its figures stands in a sheet. */
    sheetOf,
    of: (body: string): Pick<Row, 'official' | 'figures'> => {
      const sheet = sheetOf(body);
      const isDecided = (cells.get(body) ?? []).some(({ stage }) => stage !== 'claimed');
      const saysElse = Object.keys(fieldsAt(sheet, 'claimed', { kind: 'item', id: item })).some((field) => !BESIDE_FIGURES.includes(field));
      const beside = ids.map((figure) => ({
        figure,
        claimed: valueAt(sheet, 'claimed', figure),
        official: official(body, figure),
        statistical: statistical.get(body)?.has(figure) === true,
      }));
      return {
        official: !isDecided && !saysElse && isOfficialAlone(beside.map((one) => ({ ...one, official: one.official?.value as FieldValue | undefined }))),
        figures: beside.flatMap(({ figure, claimed, official: known }) => {
          const now = valueAt(sheet, 'council', figure);
          if (claimed === undefined && now === undefined && !known) return [];
          return [{ figure, claimed: claimed ?? null, now: now ?? null, official: known ? presentOfficial(known) : null }];
        }),
      };
    },
  };
}
