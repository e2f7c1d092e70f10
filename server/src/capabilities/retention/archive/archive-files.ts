import { displayDate } from '@parindex/core';
import { packageNames } from '@parindex/core/evidence/index';
import type { Membership } from '@parindex/core/rights/index';
import { agencyName } from '@parindex/core/submissions/issuers';
import type pg from 'pg';
import type { Clock } from '../../../clock.ts';
import type { Context } from '../../../context.ts';
import { type Credentials, inTransaction } from '../../../db/transaction.ts';
import type { Cell } from '../../../documents/document.ts';
import { officialDocx } from '../../../documents/docx.ts';
import { type List, listDocument } from '../../../documents/shapes.ts';
import type { Storage } from '../../../storage/storage.ts';
import { type Packed, type PackedContent, type PackedObject, packedList } from '../../../zip/zip-entry.ts';
import type { CheckFiles } from '../../editions/checks.ts';
import { recordViews } from '../../evidence/acts/record-views.ts';
import { viewLibrary } from '../../evidence/library.ts';
import { listDocuments } from '../../evidence/queries/documents.ts';
import { readSheet } from '../../sheets/open-sheet.ts';
import { readAgencies, readReportPlace } from '../../sheets/queries/report-place.ts';
import { makeReport } from '../../submissions/make-report.ts';
import type { ArchivedBody } from '../queries/archive.ts';
import { archiveSendings } from './archived-sendings.ts';
import { archiveSheet } from './archived-sheet.ts';
import { type ArchivedDocuments, archiveDocuments, DOCUMENT_COLUMNS, type ListedReport, withReports } from './document-list.ts';
import { ROUND_FOLDER, type RoundFolder, roundFolder } from './round-folder.ts';

export interface ArchiveRequest {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly round: { readonly id: string; readonly year: number; readonly title: string; readonly ownerBody: string; readonly ownerName: string };
  readonly bodies: readonly ArchivedBody[];
  /** In whose name it is read. */
  readonly account: string;
  /** By which they asked: where these end, the archive does. */
  readonly credentials: Credentials;
  readonly membership: string | null;
  readonly memberships: readonly Membership[];
  readonly scans: boolean;
  readonly storage: Storage;
  /** The declared checks of the editions. */
  readonly checks: CheckFiles;
  readonly personal: boolean;
  /** Files of the whole round, put in first. */
  readonly first: readonly PackedContent[];
  readonly making: Pick<Context, 'kind' | 'origin' | 'checks'>;
}

/** Rights ended or data changed during the archive: it is aborted rather than silently incomplete. */
class ArchiveIncomplete extends Error {
  constructor(body: string, found: { readonly documents: number; readonly entries: number }, { documents, entries }: ArchivedBody) {
    super(`archive of ${body}: ${found.documents} of ${documents} documents, ${found.entries} of ${entries} entries`);
  }
}

interface ArchivedFile {
  readonly contents: readonly PackedContent[];
  readonly documents: ArchivedDocuments;
  /** Signed reports, unchanged. */
  readonly reports: readonly PackedObject[];
  readonly listed: readonly ListedReport[];
}

const REPORT = 'Báo cáo tự đánh giá (hệ thống lập).docx';

/** Reads one participant in a transaction of its own, as an archive may take hours. */
function readFile(request: ArchiveRequest, expected: ArchivedBody): Promise<ArchivedFile> {
  const { pool, clock, round, account, credentials, membership, memberships, scans, checks, personal } = request;
  const moment = clock.now();
  return inTransaction(pool, credentials, moment, true, async (db, who) => {
    const open = await readSheet(db, round.id, expected.body);
    if (!open || who?.account !== account) throw new ArchiveIncomplete(expected.body, { documents: 0, entries: 0 }, expected);
    const library = await viewLibrary(db, open.place, { caller: { memberships, byToken: false }, receivedAt: moment, language: 'vi' }, scans);
    const rows = await listDocuments(db, round.id, expected.body, { key: undefined, ids: undefined, after: undefined, withdrawn: true });
    const sheet = await archiveSheet(db, open, checks, moment);
    const found = { documents: rows.length, entries: sheet.entries };
    if (found.documents !== expected.documents || found.entries !== expected.entries) throw new ArchiveIncomplete(expected.body, found, expected);
    const documents = archiveDocuments(
      rows.toReversed().map((row) => library.presentFor(row, personal)),
      personal,
    );
    await recordViews({ db, account, membership, receivedAt: moment }, open.place, documents.entries);
    const about = [`${expected.name}: ${round.title} (năm ${round.year})`];
    const author = agencyName((await readReportPlace(db, round.id, expected.body)).kind, expected.name);
    const sent = await archiveSendings(db, request.storage, { round: round.id, body: expected.body, author }, about);
    const made = { path: REPORT, notes: 'bản do hệ thống lập', author, day: null, pages: null, bytes: null, sha256: null };
    const list = listDocument({
      title: 'Mục lục văn bản trong hồ sơ',
      about,
      columns: DOCUMENT_COLUMNS,
      rows: withReports([...sent.listed, made], documents.rows),
    });
    const report = await makeReport(db, open, request.making);
    const contents = [
      ...(await packedList('Mục lục văn bản', list)),
      { path: REPORT, content: await officialDocx(report.document) },
      ...sheet.files,
      ...sent.files,
    ];
    return { contents, documents, reports: sent.reports, listed: sent.listed };
  });
}

const inside = <T extends PackedContent | PackedObject>(folder: string, file: T): T => ({ ...file, path: `${folder}/${file.path}` });

const FILE_COLUMNS: List['columns'] = [
  ['Số TT', 5],
  ['Số, ký hiệu hồ sơ', 12],
  ['Tiêu đề hồ sơ', 48],
  ['Thời gian tài liệu', 15],
  ['Số văn bản', 8],
  ['Số trang', 8],
  ['Thời hạn bảo quản', 11],
  ['Thư mục', 30],
  ['Ghi chú', 24],
];

/** From the earliest to the latest of days; empty where there is none. */
const spanOf = (days: readonly string[]): string =>
  [...new Set([days.toSorted()[0], days.toSorted().at(-1)])].flatMap((day) => (day ? displayDate(day) : [])).join(' – ');

/** Pages of what was brought and sent, as far as they are known; a report that is laid out only when it is printed has none yet. */
const pagesIn = ({ documents, listed }: ArchivedFile): number | '' => documents.pages + listed.reduce((sum, { pages }) => sum + (pages ?? 0), 0) || '';

const fileRow = (index: number, { round }: ArchiveRequest, { name }: ArchivedBody, folder: string, file: ArchivedFile): Cell[] => [
  index + 1,
  '',
  `Bảng chấm điểm và tài liệu kiểm chứng của ${name}, ${round.title} (năm ${round.year})`,
  spanOf([...(file.documents.dates ?? []), ...file.listed.flatMap(({ day }) => day ?? [])]),
  file.documents.rows.length + file.reports.length + 1,
  pagesIn(file),
  '',
  { path: `${folder}/Mục lục văn bản.html` },
  file.documents.withoutFile === 0 ? '' : `${file.documents.withoutFile} văn bản không kèm tệp (xem mục lục văn bản)`,
];

const roundRow = (index: number, { round }: ArchiveRequest, { documents, dates, objects }: RoundFolder): Cell[] => [
  index + 1,
  '',
  `Kế hoạch, hướng dẫn, quyết định và sổ theo dõi của ${round.title} (năm ${round.year})`,
  spanOf(dates ?? []),
  documents,
  '',
  '',
  { path: `${ROUND_FOLDER}/Mục lục văn bản.html` },
  `${objects.length} tệp`,
];

/** The round's own folder, read in a transaction of its own as those of the bodies are. */
const readRoundFolder = ({ pool, clock, round, bodies, account, credentials, memberships, making }: ArchiveRequest): Promise<RoundFolder> =>
  inTransaction(pool, credentials, clock.now(), false, async (db, who) => {
    if (who?.account !== account)
      throw new ArchiveIncomplete(round.title, { documents: 0, entries: 0 }, { body: '', name: round.title, documents: 0, entries: 0 });
    const { kind } = (await readAgencies(db, [round.ownerBody]))(round.ownerBody);
    const names = new Map(bodies.map(({ body, name }) => [body, name]));
    const about = { ...round, owner: agencyName(kind, round.ownerName), names, illustrative: making.kind === 'sandbox', memberships };
    return roundFolder(db, { ...about, checks: making.checks, account, moment: clock.now() });
  });

/** The files of a round's archive, one participant in memory at a time; the list of files with their contents comes last. */
export async function* archiveFiles(request: ArchiveRequest): AsyncGenerator<Packed> {
  yield* request.first;
  const common = await readRoundFolder(request);
  for (const file of [...common.contents, ...common.objects]) yield inside(ROUND_FOLDER, file);
  const digits = String(request.bodies.length).length;
  const folders = packageNames(request.bodies.map(({ name }, index) => ({ parts: [String(index + 1).padStart(digits, '0'), name], extension: '' })));
  const rows: Cell[][] = [roundRow(0, request, common)];
  for (const [index, body] of request.bodies.entries()) {
    const folder = folders[index] as string;
    const file = await readFile(request, body);
    for (const one of file.contents) yield inside(folder, one);
    for (const one of [...file.documents.objects, ...file.reports]) yield inside(folder, one);
    rows.push(fileRow(index + 1, request, body, folder, file));
  }
  yield* await packedList(
    'Mục lục hồ sơ',
    listDocument({ title: 'Mục lục hồ sơ', about: [`${request.round.title} (năm ${request.round.year})`], columns: FILE_COLUMNS, rows }),
  );
}
