import { texts } from '@parindex/core/words/texts';

export const workbookTexts = texts({
  sheet: { vi: 'Phiếu trả lời', en: 'Responses' },
  count: { vi: (rows: string) => `Số phiếu trong tệp: ${rows}`, en: (rows: string) => `Responses in this file: ${rows}` },
});
