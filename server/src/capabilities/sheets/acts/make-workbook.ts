import { type Language, schemeNames } from '@parindex/core';
import { WORKBOOK_FORMAT, workbookLayout } from '@parindex/core/imports/workbook/index';
import { targetKey } from '@parindex/core/ledger/index';
import { momentText } from '../../../documents/moment-text.ts';
import { writeForm } from '../../../documents/xlsx.ts';
import { columnBefore, type Entering } from '../entering.ts';
import type { OpenSheet } from '../open-sheet.ts';
import { rowsFor } from './preview-workbook.ts';

/** A body's sheet, or a department's part of it, as a workbook to fill in, with the state that it was made from. */
export function makeWorkbook({ place, edition, sheet }: OpenSheet, entering: Entering, language: Language, moment: Date): Promise<Uint8Array> {
  const { round, body, editionHash } = place;
  const madeAt = moment.toISOString();
  const claimed = columnBefore(sheet, entering);
  const layout = workbookLayout(rowsFor(edition, entering), schemeNames(edition.scheme, language), {
    about: { format: WORKBOOK_FORMAT, round, body, edition: edition.id, editionHash, seq: String(sheet.seq), madeAt },
    facts: [
      ['round', String(place.year)],
      ['body', place.name],
      ['madeAt', momentText(madeAt)],
    ],
    fieldsOf: (target) => claimed.get(targetKey(target))?.fields ?? {},
  });
  return writeForm(layout);
}
