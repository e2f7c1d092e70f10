import { displayDate } from '@parindex/core';
import { kindOfNumber } from '@parindex/core/evidence/index';
import type { Cell } from '../../../documents/document.ts';
import type { List } from '../../../documents/shapes.ts';
import type { PackedObject } from '../../../zip/zip-entry.ts';
import { type PlacedEntry, placeFiles } from '../../evidence/packed-files.ts';
import { holdsPersonalData } from '../../evidence/personal-data.ts';
import type { ShownDocument, ShownVersion } from '../../evidence/version-standing.ts';
import { WITHHELD_SUBJECT } from '../../submissions/report-citations.ts';

/** The documents of one file of the archive: the rows of their list, their originals, and the summary for the list of files. */
export interface ArchivedDocuments {
  readonly entries: readonly PlacedEntry[];
  readonly rows: List['rows'];
  readonly objects: readonly PackedObject[];
  readonly pages: number;
  /** The earliest and the latest date on a document; null if none has one. */
  readonly dates: readonly [from: string, to: string] | null;
  readonly withoutFile: number;
}

/** The columns of a document list of a file (mục lục văn bản); the archivist fills in the sheet numbers. */
export const DOCUMENT_COLUMNS: List['columns'] = [
  ['Số TT', 5],
  ['Số, ký hiệu', 15],
  ['Ngày, tháng, năm', 12],
  ['Tên loại và trích yếu nội dung', 40],
  ['Tác giả văn bản', 20],
  ['Tờ số', 6],
  ['Số trang', 7],
  ['Ghi chú', 22],
  ['Tệp', 28],
  ['Dung lượng (byte)', 12],
  ['SHA-256', 23],
];

const FOLDER = 'Văn bản';

/** The kind of a document and its subject; the kind on its first page takes precedence over the one in its number. */
function kindAndSubject({ facts, proposed }: ShownVersion): string {
  const kind = proposed?.kind?.value ?? (facts.number === null ? undefined : kindOfNumber(facts.number));
  const subject = facts.subject ?? '';
  return kind === undefined || subject.toLowerCase().startsWith(kind.toLowerCase()) ? subject : `${kind} ${subject}`.trim();
}

/** A list of a file goes to more readers than may see personal data: as in the report, such a document is named by number and date alone. */
const isWithheld = ({ document, version }: PlacedEntry, personal: boolean): boolean =>
  holdsPersonalData(document, version) && (!personal || (version.file ? version.file.state === 'withheld' : version.facts.subject === null));

function row(entry: PlacedEntry, index: number, personal: boolean): Cell[] {
  const { version, standing, path } = entry;
  const { facts, file, number } = version;
  const withheld = isWithheld(entry, personal);
  const notes = [...(number > 1 ? [`phiên bản ${number}`] : []), ...standing.notes];
  return [
    index + 1,
    facts.number ?? '',
    facts.date === null ? '' : displayDate(facts.date),
    withheld ? WITHHELD_SUBJECT : kindAndSubject(version),
    withheld ? '' : (facts.issuer ?? ''),
    '',
    file?.pages ?? '',
    notes.join('; '),
    path === undefined ? '' : { path },
    file?.bytes ?? '',
    file?.sha256 ?? '',
  ];
}

/** A report of a body in the list of its file; its number is the registry's, and stands in the report alone. */
export interface ListedReport {
  readonly path: string;
  readonly notes: string;
  /** yyyy-mm-dd; null: not dated. */
  readonly day: string | null;
  readonly author: string;
  /** null: not known. */
  readonly pages: number | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
}

/** The reports of a body stand before the documents that prove them; `rows` are numbered anew. */
export const withReports = (reports: readonly ListedReport[], rows: List['rows']): List['rows'] =>
  [
    ...reports.map(({ path, notes, day, author, pages, bytes, sha256 }): Cell[] => [
      ...['', '', day === null ? '' : displayDate(day), 'Báo cáo tự đánh giá', author, '', pages ?? '', notes],
      ...[{ path }, bytes ?? '', sha256 ?? ''],
    ]),
    ...rows,
  ].map(([, ...cells], index) => [index + 1, ...cells]);

/** Every version of every document of a library, in upload order; paths relative to the folder of its file. */
export function archiveDocuments(documents: readonly ShownDocument[], personal: boolean): ArchivedDocuments {
  const versions = documents.flatMap((document) => document.versions.toReversed().map((version) => ({ document, version })));
  const digits = Math.max(3, String(versions.length).length);
  const { entries, objects } = placeFiles(versions.map((one, index) => ({ ...one, folder: FOLDER, mark: String(index + 1).padStart(digits, '0') })));
  const dates = versions.flatMap(({ version }) => version.facts.date ?? []).toSorted();
  const [from, to] = [dates[0], dates.at(-1)];
  return {
    entries,
    rows: entries.map((entry, index) => row(entry, index, personal)),
    objects,
    pages: entries.reduce((sum, { standing }) => sum + (standing.file?.pages ?? 0), 0),
    dates: from === undefined || to === undefined ? null : [from, to],
    withoutFile: entries.filter(({ path }) => path === undefined).length,
  };
}
