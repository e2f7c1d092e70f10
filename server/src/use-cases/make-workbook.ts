import { type Language, schemeNames } from '@parindex/core';
import { targetKey } from '@parindex/core/ledger/index';
import { WORKBOOK_FORMAT, workbookLayout } from '@parindex/core/workbook/index';
import { momentText } from '../printing/moment-text.ts';
import { writeForm } from '../printing/xlsx.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { rowsOf } from './preview-workbook.ts';

/** A body's sheet as a workbook to be filled in, with the state that it was made from. */
export function makeWorkbook({ place, edition, sheet }: OpenSheet, language: Language, moment: Date): Promise<Uint8Array> {
  const { round, body, editionHash } = place;
  const madeAt = moment.toISOString();
  const layout = workbookLayout(rowsOf(edition), schemeNames(edition.scheme, language), {
    about: { format: WORKBOOK_FORMAT, round, body, edition: edition.id, editionHash, seq: String(sheet.seq), madeAt },
    facts: [
      ['round', String(place.year)],
      ['body', place.name],
      ['madeAt', momentText(madeAt)],
    ],
    fieldsOf: (target) => sheet.columns.claimed.get(targetKey(target))?.fields ?? {},
  });
  return writeForm(layout);
}
