import type { Context } from '../../context.ts';
import type { Reading } from '../../db/transaction.ts';
import type { OfficialDocument } from '../../documents/document.ts';
import type { CheckFiles } from '../editions/checks.ts';
import { unexplainedIn } from '../review/review.ts';
import { readGrounds } from '../rounds/grounds.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { readReportPlace } from '../sheets/queries/report-place.ts';
import { contentOf } from '../sheets/sheet-content.ts';
import { officialReport, type ReportMatter, reportMatter, sheetName } from './official-report.ts';
import { formOf } from './present.ts';
import { findFrozenReport, findReportText, namesOfDocuments } from './queries/sendings.ts';
import { citedVersion } from './report-citations.ts';
import { type Frozen, hashOfFrozen } from './sheet-hash.ts';

/** A report ready for layout, and its sheet, which is undefined for a draft. */
export interface MadeReport {
  readonly document: OfficialDocument;
  readonly frozen: Frozen | undefined;
  /** What the report calls its sheet. */
  readonly sheet: string;
}

/** What the report of a sheet says as things stand. */
export async function readMatter(db: Reading, open: OpenSheet, checks: CheckFiles): Promise<ReportMatter> {
  const { place, edition } = open;
  const content = contentOf(open, checks);
  const rows = content.domains.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.rows));
  const cited = new Set(rows.flatMap(({ citations }) => citations.map((citation) => citedVersion(citation).split('/', 1)[0] as string)));
  return reportMatter({
    body: { name: place.name, year: place.year },
    at: await readReportPlace(db, place.round, place.body),
    grounds: await readGrounds(db, place.round),
    scheme: edition.scheme,
    content,
    unexplained: unexplainedIn(open, checks),
    texts: (await findReportText(db, place.round, place.body)) ?? { difficulties: '', proposals: '' },
    documents: await namesOfDocuments(db, [...cited]),
  });
}

/** The report of a sheet: of an open one a draft as things stand; of a frozen one what was kept when it was frozen, in the form chosen since. */
export async function makeReport(db: Reading, open: OpenSheet, { kind, origin, checks }: Pick<Context, 'kind' | 'origin' | 'checks'>): Promise<MadeReport> {
  const { round, body } = open.place;
  const frozen = await hashOfFrozen(db, open);
  // Sheets that were frozen before reports were kept have theirs made anew.
  const matter = (frozen && (await findFrozenReport(db, round, body, frozen.seq))) ?? (await readMatter(db, open, checks));
  const at = await readReportPlace(db, round, body);
  const sheet = sheetName(open.place.name, at.title);
  const document = officialReport(matter, {
    kind: at.kind,
    form: formOf(await findReportText(db, round, body)),
    sheet,
    frozen,
    origin,
    illustrative: kind === 'sandbox',
  });
  return { document, frozen, sheet };
}
