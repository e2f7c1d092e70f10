import { type Answer, ask, askFile, inPath } from '../../../client/request.ts';

export type WorkbookPreview = Answer<'workbookPreview'>;
export type WorkbookChange = WorkbookPreview['changes'][number];

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const address = (round: string, body: string): string => `/api/rounds/${inPath(round)}/sheets/${inPath(body)}/workbook`;

/** A sheet as a workbook to be filled in, in the language of the page. */
export const fetchWorkbook = (round: string, body: string): Promise<Blob> => askFile(address(round, body));

/** What a workbook that was filled in would change; nothing is written. */
export const previewWorkbook = (round: string, body: string, content: Blob): Promise<WorkbookPreview> =>
  ask<WorkbookPreview>('POST', address(round, body), { file: { content, type: XLSX } });
