import { targetKey } from '@parindex/core/ledger/index';
import { reportContent } from '@parindex/core/submissions/report-content';
import type { Context } from '../../context.ts';
import type { Reading } from '../../db/transaction.ts';
import type { OfficialDocument } from '../../documents/document.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { readReportPlace } from '../sheets/queries/report-place.ts';
import { scoreStage } from '../sheets/sheet.ts';
import { officialReport } from './official-report.ts';
import { findReportText, namesOfDocuments } from './queries/sendings.ts';
import { type Frozen, hashOfFrozen } from './sheet-hash.ts';

/** A report ready for layout, and its sheet, which is undefined for a draft. */
export interface MadeReport {
  readonly document: OfficialDocument;
  readonly frozen: Frozen | undefined;
}

/** Reads everything that the report of a sheet states: for an open sheet a draft of the present state, otherwise always the same. */
export async function makeReport(db: Reading, open: OpenSheet, { kind, origin }: Pick<Context, 'kind' | 'origin'>): Promise<MadeReport> {
  const { place, edition, sheet, beside } = open;
  const frozen = await hashOfFrozen(db, open);
  const score = scoreStage(edition, place, sheet, 'claimed', beside);
  const content = reportContent(
    edition.prepared,
    score.result,
    (target) => sheet.columns.claimed.get(targetKey(target))?.fields ?? {},
    beside.previous?.items ?? {},
  );
  const cited = [...new Set(content.domains.flatMap(({ rows }) => rows.flatMap(({ documents }) => documents)))];
  const document = officialReport({
    place,
    at: await readReportPlace(db, place.round, place.body),
    scheme: edition.scheme,
    score,
    content,
    texts: (await findReportText(db, place.round, place.body)) ?? { difficulties: '', proposals: '' },
    documents: await namesOfDocuments(db, cited),
    frozen,
    origin,
    illustrative: kind === 'sandbox',
  });
  return { document, frozen };
}
