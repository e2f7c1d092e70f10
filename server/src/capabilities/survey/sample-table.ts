import type { Language } from '@parindex/core';
import type { DrawRecord } from '@parindex/core/survey/draw/record';
import { csvLine } from '@parindex/core/text/csv-line';
import { texts } from '@parindex/core/words/texts';
import { writeLists } from '../../documents/xlsx.ts';
import { presentUnit } from './present-draws.ts';

const SAYS = texts({
  sheet: { vi: 'Mẫu điều tra', en: 'Sample' },
  title: { vi: 'MẪU ĐIỀU TRA XÃ HỘI HỌC', en: 'SAMPLE OF THE SURVEY' },
  drawn: {
    vi: (seed: string, hash: string) => `Số khởi tạo ngẫu nhiên: ${seed}. Mã kiểm tra toàn vẹn của biên bản chọn mẫu: ${hash}.`,
    en: (seed: string, hash: string) => `Seed: ${seed}. Hash of the record: ${hash}.`,
  },
  stage: { vi: 'Đơn vị chọn mẫu', en: 'Unit' },
  stratum: { vi: 'Tầng', en: 'Stratum' },
  path: { vi: 'Mã (từ trên xuống)', en: 'Codes, from the widest down' },
  name: { vi: 'Tên', en: 'Name' },
  order: { vi: 'Thứ tự chọn', en: 'Order' },
  reserve: { vi: 'Dự phòng', en: 'Reserve' },
  sample: { vi: 'Thuộc mẫu', en: 'In the sample' },
  exact: { vi: 'Xác suất được chọn (phân số)', en: 'Chance, as a fraction' },
  rounded: { vi: 'Xác suất được chọn (thập phân)', en: 'Chance, as a decimal' },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
});

const WIDTHS = { stage: 20, stratum: 24, path: 32, name: 36, order: 10, reserve: 10, sample: 12, exact: 28, rounded: 16 } as const;
type SampleColumn = keyof typeof WIDTHS;
const COLUMNS = Object.keys(WIDTHS) as SampleColumn[];

function linesOf({ units }: DrawRecord, language: Language): (string | number)[][] {
  const says = SAYS[language];
  const told = (is: boolean) => (is ? says.yes : says.no);
  return units.map((unit) => {
    const { stage, stratum, path, name, order, reserve, sample, overall } = presentUnit(unit, language);
    const cells: Record<SampleColumn, string | number> = {
      ...{ stage, stratum, path, name: name ?? '', order, reserve: told(reserve), sample: told(sample) },
      ...{ exact: overall.exact, rounded: overall.rounded },
    };
    return COLUMNS.map((column) => cells[column]);
  });
}

/** The units of a draw as CSV; by its mark spreadsheets know that it is UTF-8. */
export const sampleCsv = (record: DrawRecord, language: Language): string =>
  `\uFEFF${[COLUMNS.map((column) => SAYS[language][column]), ...linesOf(record, language)].map(csvLine).join('')}`;

/** The units of a draw as a workbook. */
export const sampleXlsx = (record: DrawRecord, language: Language): Promise<Uint8Array> =>
  writeLists([
    {
      name: SAYS[language].sheet,
      about: [SAYS[language].title, SAYS[language].drawn(record.seed, record.hash)],
      columns: COLUMNS.map((column) => ({ head: SAYS[language][column], width: WIDTHS[column], ...(column === 'order' ? {} : { format: '@' }) })),
      rows: linesOf(record, language).map((cells) => ({ cells })),
    },
  ]);
