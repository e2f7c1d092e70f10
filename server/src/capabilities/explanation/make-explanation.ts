import type { Context } from '../../context.ts';
import type { Reading } from '../../db/transaction.ts';
import type { OfficialDocument } from '../../documents/document.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { readReportPlace } from '../sheets/queries/report-place.ts';
import { sheetName } from '../submissions/official-report.ts';
import { formOf } from '../submissions/present.ts';
import { findReportText, namesOfDocuments } from '../submissions/queries/sendings.ts';
import { citedVersion } from '../submissions/report-citations.ts';
import type { Frozen } from '../submissions/sheet-hash.ts';
import { explanationReport } from './explanation-report.ts';
import { hashOfExplanation } from './hash-of-explanation.ts';
import { readNotices } from './queries/explanation.ts';
import { readExplainedItems } from './read-explanation.ts';

/** An explanation ready for layout. */
interface MadeExplanation {
  readonly document: OfficialDocument;
  readonly frozen: Frozen | undefined;
  /** What it calls the sheet. */
  readonly sheet: string;
}

/** The official document of an explanation: a draft while it is open. Who signs it is chosen with the report. */
export async function makeExplanation(
  db: Reading,
  open: OpenSheet,
  { kind, origin, checks }: Pick<Context, 'kind' | 'origin' | 'checks'>,
): Promise<MadeExplanation> {
  const { round, body, name } = open.place;
  const items = await readExplainedItems(db, open, checks, 'appraised');
  const at = await readReportPlace(db, round, body);
  const frozen = await hashOfExplanation(db, open);
  const cited = new Set(items.flatMap(({ reply }) => (reply ? reply.citations.map((citation) => citedVersion(citation).split('/', 1)[0] as string) : [])));
  const sheet = sheetName(name, at.title);
  const document = explanationReport({
    ...{ open, at, items, sheet, frozen, origin },
    documents: await namesOfDocuments(db, [...cited]),
    notice: (await readNotices(db, round, body)).find(({ stage }) => stage === 'appraised'),
    form: formOf(await findReportText(db, round, body)),
    illustrative: kind === 'sandbox',
  });
  return { document, frozen, sheet };
}
