import { searchKey } from '../text/search-key.ts';
import type { InBoth, Names } from '../words/texts.ts';

/** What a row of figures from elsewhere says: of which body, which figure, question or item, by which respondents, what, and where it is from. */
export const BATCH_COLUMNS = ['body', 'figure', 'group', 'value', 'answers', 'source', 'date', 'vintage'] as const;
export type BatchColumn = (typeof BATCH_COLUMNS)[number];

/** Columns that a form carries for its reader and that nothing is read of. */
export const READERS_COLUMNS = ['bodyName', 'figureName'] as const;
export type ReadersColumn = (typeof READERS_COLUMNS)[number];

/** What columns are called in the head of a table, besides their own names. */
export const COLUMN_TITLES: Names<BatchColumn | ReadersColumn> = {
  body: { vi: 'Cơ quan', en: 'Body' },
  bodyName: { vi: 'Tên cơ quan', en: 'Name of the body' },
  figure: { vi: 'Số liệu', en: 'Figure' },
  figureName: { vi: 'Tên số liệu', en: 'Name of the figure' },
  group: { vi: 'Nhóm trả lời', en: 'Respondents' },
  value: { vi: 'Giá trị', en: 'Value' },
  answers: { vi: 'Số phiếu', en: 'Answers' },
  source: { vi: 'Nguồn', en: 'Source' },
  date: { vi: 'Ngày của số liệu', en: 'Date of the figure' },
  vintage: { vi: 'Kỳ số liệu', en: 'Vintage' },
};

/** What stands for the mean over all groups of respondents. */
export const ALL_GROUPS: InBoth = { vi: 'Mọi nhóm', en: 'All groups' };

const ALL = [...BATCH_COLUMNS, ...READERS_COLUMNS];

/** The column that a head names, by its own name or its title in either language; undefined where it is none. */
export function columnNamed(head: string): BatchColumn | ReadersColumn | undefined {
  const key = searchKey(head);
  return ALL.find((column) => [column, COLUMN_TITLES[column].vi, COLUMN_TITLES[column].en].some((name) => searchKey(name) === key));
}
