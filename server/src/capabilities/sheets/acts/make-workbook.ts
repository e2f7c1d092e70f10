import { inLanguage, type Language, schemeNames } from '@parindex/core';
import { WORKBOOK_FORMAT, workbookLayout } from '@parindex/core/imports/workbook/index';
import { targetKey } from '@parindex/core/ledger/index';
import type { SheetChecks } from '@parindex/core/review/index';
import type { Reading } from '../../../db/transaction.ts';
import { momentText } from '../../../documents/moment-text.ts';
import { writeForm } from '../../../documents/xlsx.ts';
import { columnBefore, type Entering } from '../entering.ts';
import type { OpenSheet } from '../open-sheet.ts';
import { pointsList } from '../points-list.ts';
import { readCitedDocuments } from '../queries/cited-documents.ts';
import { rowsFor } from './preview-workbook.ts';

/** What a workbook says of itself above its tables. */
const LINES = {
  vi: (body: string, year: number, moment: string) => [`${body}, năm đánh giá ${year}`, `Lập hồi ${moment}`],
  en: (body: string, year: number, moment: string) => [`${body}, year ${year}`, `Made at ${moment}`],
} as const;

/** A body's sheet, or a department's part of it, as a workbook to fill in, with the state that it was made from. */
export async function makeWorkbook(
  db: Reading,
  open: OpenSheet,
  checks: SheetChecks,
  entering: Entering,
  language: Language,
  moment: Date,
): Promise<Uint8Array> {
  const { place, edition, sheet } = open;
  const { round, body, editionHash } = place;
  const madeAt = moment.toISOString();
  const lines = LINES[language](place.name, place.year, momentText(madeAt));
  const claimed = columnBefore(sheet, entering);
  const layout = workbookLayout(rowsFor(edition, entering), schemeNames(edition.scheme, language), {
    about: { format: WORKBOOK_FORMAT, round, body, edition: edition.id, editionHash, seq: String(sheet.seq), madeAt },
    facts: [
      ['round', String(place.year)],
      ['edition', inLanguage(edition.scheme.title, language) ?? ''],
      ['body', place.name],
      ['madeAt', momentText(madeAt)],
    ],
    lines,
    fieldsOf: (target) => claimed.get(targetKey(target))?.fields ?? {},
  });
  const named = (ids: readonly string[]) => readCitedDocuments(db, ids);
  const points = await pointsList(open, { checks, entering, lines, language, named });
  // Beside what is filled in: what it comes to, to be read and printed.
  return writeForm([...layout.slice(0, 2), points, ...layout.slice(2)]);
}
