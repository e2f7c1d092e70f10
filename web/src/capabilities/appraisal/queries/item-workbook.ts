import * as appraisal from '@parindex/core/contracts/appraisal';
import { call, callForFile } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';
import { recordOfficialFigures } from '../../explanation/queries/explanation.ts';

export type ItemWorkbookPreview = Answer<'itemWorkbookPreview'>;
export type ItemWorkbookLine = ItemWorkbookPreview['lines'][number];

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One item over all bodies as a workbook to fill in, in the language of the page. */
export const fetchItemWorkbook = (round: string, item: string): Promise<Blob> => callForFile(appraisal.downloadItemWorkbook, { params: { round, item } });

/** What a filled-in workbook would decide; nothing is written. */
export const previewItemWorkbook = (round: string, item: string, content: Blob): Promise<ItemWorkbookPreview> =>
  call(appraisal.previewItemWorkbook, { params: { round, item }, file: { content, type: XLSX } });

/** The ids under which a line is sent: sent again after a lost answer it is the same. */
export interface LineIds {
  readonly verdict: string;
  figure(figure: string): string;
}

/** Writes a line as the page would: its official figures, then its verdict, over what was shown. */
export async function writeLine(round: string, item: string, { body, seq, official, verdict }: ItemWorkbookLine, ids: LineIds): Promise<void> {
  const named = (figures: readonly { readonly figure: string; readonly changes: ItemWorkbookLine['official'][number]['changes'] }[], of: string) =>
    figures.map(({ figure, changes }) => ({ id: ids.figure(`${of} ${figure}`), figure, changes }));
  if (official.length > 0) await recordOfficialFigures({ round, body: body.id }, item, { origin: 'import', base: seq, figures: named(official, 'official') });
  if (!verdict) return;
  const { changes, figures, reason } = verdict;
  await call(appraisal.appraise, {
    params: { round, body: body.id, kind: 'items', target: item },
    body: { id: ids.verdict, origin: 'import', base: seq, changes, figures: named(figures, 'verdict'), reason },
  });
}
