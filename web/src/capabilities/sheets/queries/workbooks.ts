import * as sheets from '@parindex/core/contracts/sheets';
import { call, callForFile } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type WorkbookPreview = Answer<'workbookPreview'>;
export type WorkbookChange = WorkbookPreview['changes'][number];

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A sheet as a workbook to fill in, in the language of the page. */
export const fetchWorkbook = (round: string, body: string): Promise<Blob> => callForFile(sheets.downloadWorkbook, { params: { round, body } });

/** What a filled-in workbook would change; nothing is written. */
export const previewWorkbook = (round: string, body: string, content: Blob): Promise<WorkbookPreview> =>
  call(sheets.previewWorkbook, { params: { round, body }, file: { content, type: XLSX } });
