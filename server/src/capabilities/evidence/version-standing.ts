import { displayDate } from '@parindex/core';
import type { documentAnswer, FileState } from '@parindex/core/contracts/schemas/index';
import type { z } from 'zod';
import { dayText } from '../../documents/moment-text.ts';
import { isReadable } from './present.ts';

export type ShownDocument = z.output<typeof documentAnswer>;
export type ShownVersion = ShownDocument['versions'][number];
export type ShownFile = NonNullable<ShownVersion['file']>;

/** How a version appears in a package: with its file or without, and the remark on it, in Vietnamese. */
export interface VersionStanding {
  /** The file to include; undefined if none. */
  readonly file: ShownFile | undefined;
  readonly state: string;
  readonly notes: readonly string[];
}

const WITHOUT_FILE: Readonly<Record<Exclude<ShownDocument['form'], 'file'>, string>> = {
  reference: 'dẫn theo số, ký hiệu',
  secretMail: 'gửi theo đường văn thư mật',
};

const GONE: Readonly<Record<NonNullable<ShownDocument['gone']>['why'], string>> = { removed: 'đã gỡ bỏ khẩn cấp', purged: 'đã hủy do hết thời hạn bảo quản' };

const FILE_NOTES: Readonly<Record<FileState, readonly string[]>> = {
  readable: [],
  unscanned: ['chưa quét mã độc'],
  waitingForScan: ['không kèm: chưa quét mã độc'],
  infected: ['không kèm: phát hiện mã độc'],
  gone: ['không kèm: tệp không còn trong kho'],
  withheld: ['không kèm: có dữ liệu cá nhân'],
};

function notesOf(document: ShownDocument, { number, redacted, late }: ShownVersion): string[] {
  const newest = document.versions[0]?.number ?? number;
  return [
    ...(redacted ? ['bản đã che dữ liệu cá nhân'] : []),
    ...(late ? [`nộp sau hạn theo văn bản gia hạn số ${late.document.number} ngày ${displayDate(late.document.date)}`] : []),
    ...(document.carriedFrom ? ['lấy từ kỳ đánh giá trước'] : []),
    ...(document.compared ? [`đã đối chiếu ngày ${dayText(document.compared.at)}`] : []),
    ...(newest > number ? [`đã có phiên bản ${newest}`] : []),
  ];
}

/** How a version of a document, as its reader sees it, goes into a package. */
export function standingOf(document: ShownDocument, version: ShownVersion): VersionStanding {
  const { file } = version;
  const notes = notesOf(document, version);
  if (document.withdrawn) return { file: undefined, state: 'Không kèm', notes: [`đã rút khỏi kho ngày ${dayText(document.withdrawn.at)}`, ...notes] };
  if (document.gone) return { file: undefined, state: 'Không kèm', notes: [`${GONE[document.gone.why]} ngày ${dayText(document.gone.at)}`, ...notes] };
  if (!file) return { file: undefined, state: 'Không có tệp', notes: [...(document.form === 'file' ? [] : [WITHOUT_FILE[document.form]]), ...notes] };
  const said = [
    ...FILE_NOTES[file.state],
    ...(document.personalData && !version.redacted && file.state !== 'withheld' ? ['có dữ liệu cá nhân'] : []),
    ...notes,
  ];
  return isReadable(file.state) ? { file, state: 'Kèm theo', notes: said } : { file: undefined, state: 'Không kèm', notes: said };
}
