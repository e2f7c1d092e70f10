import { createHash } from 'node:crypto';
import { displayDate } from '@parindex/core';
import { packageNames } from '@parindex/core/evidence/index';
import type { Membership } from '@parindex/core/rights/index';
import { dayOf } from '@parindex/core/round/index';
import { NOTICE_KIND_NAMES } from '@parindex/core/words/kinds';
import { deadlineText } from '@parindex/core/words/step-times';
import { STEP_NAMES } from '@parindex/core/words/steps';
import type { Reading } from '../../../db/transaction.ts';
import { kindByNumber, subjectWithKind } from '../../../documents/citing.ts';
import type { Cell } from '../../../documents/document.ts';
import { officialDocx } from '../../../documents/docx.ts';
import { dayText, momentText } from '../../../documents/moment-text.ts';
import { officialPdf } from '../../../documents/pdf.ts';
import { type List, listDocument } from '../../../documents/shapes.ts';
import { type PackedContent, type PackedObject, packedList } from '../../../zip/zip-entry.ts';
import { readScannedBallots } from '../../council/queries/council.ts';
import { readNotices } from '../../discussion/queries/notices.ts';
import type { CheckFiles } from '../../editions/checks.ts';
import { readNotices as readAppraisalNotices } from '../../explanation/queries/explanation.ts';
import { readExtensions } from '../../rounds/queries/extensions.ts';
import { findRoundFiles, type RoundFileRow, readMadeLetters, readRoundDocuments } from '../../rounds/queries/round-documents.ts';
import { readPermissions, readReopenings } from '../queries/archive.ts';
import { type MadeDocument, madeDocuments } from './made-documents.ts';

/** What belongs to the round as a whole and to no body's file. */
export interface RoundFolder {
  readonly contents: readonly PackedContent[];
  readonly objects: readonly PackedObject[];
  readonly documents: number;
  readonly dates: readonly [from: string, to: string] | null;
}

export const ROUND_FOLDER = 'Hồ sơ chung của kỳ đánh giá';
const FILES = 'Văn bản';

/** A document of the round or of a notice, whose files go into the folder. */
interface Filed {
  readonly cells: readonly Cell[];
  readonly names: readonly string[];
  readonly date: string | null;
  readonly files: readonly string[];
  readonly note: string;
}

async function filedDocuments(db: Reading, { id: round, owner, names }: ArchivedRound): Promise<Filed[]> {
  const documents = (await readRoundDocuments(db, round)).flatMap(({ withdrawnAt, versions }) =>
    versions.toReversed().map(({ version, number, date, issuer, subject, files }): Filed => {
      const notes = [...(version > 1 ? [`phiên bản ${version}`] : []), ...(withdrawnAt ? [`đã thu hồi ngày ${dayText(withdrawnAt.toISOString())}`] : [])];
      return {
        cells: [number, displayDate(date), subjectWithKind(number, subject), issuer],
        names: [kindByNumber(number), number, subject],
        date,
        files,
        note: notes.join('; '),
      };
    }),
  );
  const notices = (await readNotices(db, round)).flatMap(({ kind, docNumber, issuedOn, text, files, withdrawnAt }): Filed[] => {
    if (docNumber === null && files.length === 0) return [];
    const name = NOTICE_KIND_NAMES.vi[kind];
    return [
      {
        cells: [docNumber ?? '', issuedOn === null ? '' : displayDate(issuedOn), `${name}: ${text}`, owner],
        names: [name, docNumber ?? '', text.slice(0, 60)],
        date: issuedOn,
        files,
        note: withdrawnAt ? `đã thu hồi ngày ${dayText(withdrawnAt.toISOString())}` : '',
      },
    ];
  });
  const letters = (await readMadeLetters(db, round)).map(({ id, madeAt, bodies }): Filed => {
    const day = dayOf(madeAt.getTime());
    const subject = `Công văn đôn đốc tự đánh giá, chấm điểm, gửi ${bodies.length} cơ quan`;
    return {
      cells: ['', displayDate(day), subject, owner],
      names: ['Công văn đôn đốc', day],
      date: day,
      files: [id],
      note: 'bản do hệ thống lập, chưa ký, chưa cấp số',
    };
  });
  const told = (await readAppraisalNotices(db, round)).flatMap(({ body, stage, number, date, files }): Filed[] => {
    const what = `Thông báo kết quả thẩm định${stage === 'second' ? ' lần hai' : ''}`;
    const name = names.get(body) ?? body;
    if (files.length === 0) return [];
    return [
      {
        cells: [number, displayDate(date), `${what}, gửi ${name}`, owner],
        names: [what, number, name],
        date,
        files: files.map(({ id }) => id),
        note: 'bản do hệ thống lập, lưu khi ghi nhận đã gửi; chưa ký',
      },
    ];
  });
  const ballots = (await readScannedBallots(db, round)).map(({ session, person, item, body, file, at }): Filed => {
    const day = dayOf(at.getTime());
    return {
      cells: ['', displayDate(day), `Phiếu lấy ý kiến của ${person.name}, phiên số ${session}: ${body}, tiêu chí ${item}`, person.name],
      names: ['Phiếu lấy ý kiến', `phiên số ${session}`, person.name, body, item],
      date: day,
      files: [file],
      note: 'bản quét',
    };
  });
  return [...documents, ...notices, ...letters, ...told, ...ballots];
}

/** What is made with the archive, in its forms; the list names the last. */
interface MadeFiles extends Omit<MadeDocument, 'document'> {
  readonly files: readonly PackedContent[];
}

const madeFiles = async ({ document, ...of }: MadeDocument): Promise<MadeFiles> => ({
  ...of,
  files:
    'ending' in document
      ? [{ path: `${of.name}.${document.ending}`, content: document.content }]
      : [
          { path: `${of.name}.docx`, content: await officialDocx(document) },
          { path: `${of.name}.pdf`, content: await officialPdf(document) },
        ],
});

const DOCUMENT_COLUMNS: List['columns'] = [
  ['Số TT', 5],
  ['Số, ký hiệu', 15],
  ['Ngày, tháng, năm', 12],
  ['Tên loại và trích yếu nội dung', 44],
  ['Tác giả văn bản', 22],
  ['Tờ số', 6],
  ['Ghi chú', 18],
  ['Tệp', 32],
  ['SHA-256', 23],
];

const extensionOf = (name: string) => /\.[^.]+$/.exec(name)?.[0] ?? '';

/** The list of the round's documents, a row for each file, and the files themselves, byte for byte. */
async function documentsPart(db: Reading, of: ArchivedRound, about: readonly string[], made: readonly MadeFiles[]) {
  const { owner } = of;
  const filed = await filedDocuments(db, of);
  const found = new Map((await findRoundFiles(db, [...new Set(filed.flatMap(({ files }) => files))])).map((file) => [file.id, file]));
  const placed = filed.flatMap((one) => {
    const files = one.files.flatMap((id) => found.get(id) ?? []);
    return files.length === 0 ? [{ one, file: undefined }] : files.map((file) => ({ one, file: file as RoundFileRow | undefined }));
  });
  const digits = Math.max(2, String(placed.length).length);
  const names = packageNames(
    placed.map(({ one, file }, index) => ({ parts: [String(index + 1).padStart(digits, '0'), ...one.names], extension: file ? extensionOf(file.name) : '' })),
  );
  const rows = placed.map(({ one, file }, index): Cell[] => [
    index + 1,
    ...one.cells,
    '',
    file ? one.note : [one.note, 'không kèm tệp'].filter(Boolean).join('; '),
    file ? { path: `${FILES}/${names[index]}` } : '',
    file?.sha256 ?? '',
  ]);
  for (const { name, day, author = owner, draft = false, note = draft ? 'dự thảo, chưa ký' : 'bản do hệ thống lập để in và ký', files } of made) {
    const { path, content } = files.at(-1) as PackedContent;
    rows.push([
      ...[rows.length + 1, '', day === null ? '' : displayDate(day), name, author, '', note],
      ...[{ path }, createHash('sha256').update(content).digest('hex')],
    ]);
  }
  const objects = placed.flatMap(({ file }, index): PackedObject[] =>
    file ? [{ path: `${FILES}/${names[index]}`, sha256: file.sha256, area: 'reports', bytes: file.bytes, stored: true }] : [],
  );
  const dates = [...filed.flatMap(({ date }) => date ?? []), ...made.flatMap(({ day }) => day ?? [])].toSorted();
  return {
    contents: await packedList('Mục lục văn bản', listDocument({ title: 'Mục lục văn bản chung của kỳ đánh giá', about, columns: DOCUMENT_COLUMNS, rows })),
    objects,
    documents: filed.length + made.length,
    dates: dates[0] === undefined ? null : ([dates[0], dates.at(-1) as string] as const),
  };
}

/** The registers that were kept beside the documents: extensions, reopened sheets, permissions to send without a signature, notices of the appraisal. */
async function registers(db: Reading, { id: round, names }: ArchivedRound, about: readonly string[]): Promise<PackedContent[]> {
  const told = (await readAppraisalNotices(db, round)).map(({ body, stage, number, date, by, at }, index): Cell[] => [
    index + 1,
    names.get(body) ?? body,
    STEP_NAMES.vi[stage === 'appraised' ? 'appraisal' : 'secondAppraisal'],
    number,
    displayDate(date),
    `${by.name}, ${momentText(at.toISOString())}`,
  ]);
  const extensions = (await readExtensions(db, round)).map((row, index): Cell[] => [
    index + 1,
    row.bodyName ?? 'Mọi cơ quan',
    STEP_NAMES.vi[row.step],
    row.item ?? 'Mọi tiêu chí',
    deadlineText(row.until.toISOString(), 'vi'),
    `Số ${row.documentNumber} ngày ${displayDate(row.documentDate)}`,
    row.reason,
    `${row.grantedBy.name}, ${momentText(row.grantedAt.toISOString())}`,
  ]);
  const reopened = (await readReopenings(db, round)).map(({ body, items, until, reason, by, at }): Cell[] => [
    'Mở lại bảng chấm điểm',
    body,
    items === null ? 'Toàn bộ bảng chấm điểm' : `Tiêu chí ${items.join(', ')}`,
    until === null ? 'Theo lịch' : deadlineText(until.toISOString(), 'vi'),
    reason,
    `${by.name}, ${momentText(at.toISOString())}`,
  ]);
  const permitted = (await readPermissions(db, round)).map(({ body, reason, by, at }): Cell[] => [
    'Cho phép gửi báo cáo không ký số',
    body,
    '',
    '',
    reason,
    `${by.name}, ${momentText(at.toISOString())}`,
  ]);
  return [
    ...(await packedList(
      'Sổ gia hạn',
      listDocument({
        title: 'Sổ gia hạn',
        about,
        columns: [
          ['Số TT', 6],
          ['Cơ quan', 28],
          ['Bước', 22],
          ['Tiêu chí', 16],
          ['Gia hạn đến', 20],
          ['Văn bản', 26],
          ['Lý do', 40],
          ['Người ghi sổ', 30],
        ],
        rows: extensions,
      }),
    )),
    ...(await packedList(
      'Sổ mở lại và cho phép',
      listDocument({
        title: 'Sổ mở lại bảng chấm điểm và cho phép gửi báo cáo không ký số',
        about,
        columns: [
          ['Số TT', 6],
          ['Việc', 28],
          ['Cơ quan', 28],
          ['Phạm vi', 26],
          ['Thời hạn', 20],
          ['Lý do', 44],
          ['Người thực hiện', 30],
        ],
        rows: [...reopened, ...permitted].map((cells, index) => [index + 1, ...cells]),
      }),
    )),
    ...(await packedList(
      'Sổ thông báo kết quả thẩm định',
      listDocument({
        title: 'Sổ thông báo kết quả thẩm định',
        about,
        columns: [
          ['Số TT', 6],
          ['Cơ quan', 34],
          ['Bước', 24],
          ['Số, ký hiệu thông báo', 24],
          ['Ngày thông báo', 16],
          ['Người ghi sổ', 34],
        ],
        rows: told,
      }),
    )),
  ];
}

/** A closed round, as its folder tells of it. */
export interface ArchivedRound {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly ownerBody: string;
  readonly ownerName: string;
  /** The owner as an author of documents: "Ủy ban nhân dân tỉnh Minh họa 01". */
  readonly owner: string;
  /** Names of its bodies by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly illustrative: boolean;
  /** Of whoever has it made. */
  readonly memberships: readonly Membership[];
  /** The declared checks of the editions. */
  readonly checks: CheckFiles;
  /** In whose name it is read, and when. */
  readonly account: string;
  readonly moment: Date;
}

/** The folder of the round: its documents, letters and ballots as they are filed, its result, what is made to be printed and signed, and its registers. */
export async function roundFolder(db: Reading, round: ArchivedRound): Promise<RoundFolder> {
  const about = [`${round.title} (năm ${round.year})`];
  const made: MadeFiles[] = [];
  for (const document of await madeDocuments(db, round)) made.push(await madeFiles(document));
  const documents = await documentsPart(db, round, about, made);
  return { ...documents, contents: [...documents.contents, ...made.flatMap(({ files }) => files), ...(await registers(db, round, about))] };
}
