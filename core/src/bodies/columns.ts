import { searchKey } from '../text/search-key.ts';
import type { Names } from '../words/texts.ts';

/** The columns of a table of bodies, one body a row; the first three must be there. */
export const BODY_COLUMNS = [
  'id',
  'kind',
  'name',
  'type',
  'short',
  'code',
  'parent',
  'region',
  'block',
  'opened',
  'closed',
  'predecessors',
  'decisionNumber',
  'decisionDate',
] as const;

export type BodyColumn = (typeof BODY_COLUMNS)[number];

/** What the columns are called in the head of a table, besides their own names. */
export const BODY_COLUMN_TITLES: Names<BodyColumn> = {
  id: { vi: 'Mã trong hệ thống', en: 'Id' },
  kind: { vi: 'Cấp, loại cơ quan', en: 'Kind' },
  name: { vi: 'Tên cơ quan', en: 'Name' },
  type: { vi: 'Loại hình', en: 'Type' },
  short: { vi: 'Tên ngắn', en: 'Short name' },
  code: { vi: 'Mã số', en: 'Code' },
  parent: { vi: 'Cơ quan cấp trên', en: 'Body above' },
  region: { vi: 'Vùng', en: 'Region' },
  block: { vi: 'Khối', en: 'Block' },
  opened: { vi: 'Ngày thành lập', en: 'First day' },
  closed: { vi: 'Ngày chấm dứt', en: 'Last day' },
  predecessors: { vi: 'Cơ quan tiền thân', en: 'Predecessors' },
  decisionNumber: { vi: 'Số quyết định', en: 'Number of the decision' },
  decisionDate: { vi: 'Ngày quyết định', en: 'Date of the decision' },
};

/** The column that a head names, by its own name or its title in either language; undefined where it is none. */
export function bodyColumnNamed(head: string): BodyColumn | undefined {
  const key = searchKey(head);
  return BODY_COLUMNS.find((column) => [column, BODY_COLUMN_TITLES[column].vi, BODY_COLUMN_TITLES[column].en].some((name) => searchKey(name) === key));
}
