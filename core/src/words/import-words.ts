import { type BatchColumn, COLUMN_TITLES } from '../imports/columns.ts';
import type { BatchRefusalCode, BatchWhy } from '../imports/refusals.ts';
import type { Language } from './index.ts';
import { type Sentences, texts } from './texts.ts';
import { whyText } from './workbook-words.ts';

const titleOf = (column: string | undefined, language: Language): string => COLUMN_TITLES[column as BatchColumn]?.[language] ?? String(column);

const REFUSALS = texts<Sentences<BatchRefusalCode>>({
  notCsv: {
    vi: ({ line }) => `Từ dòng ${line} tệp không còn là bảng CSV: dấu ngoặc kép hoặc số cột không khớp.`,
    en: ({ line }) => `From line ${line} on the file is no CSV: quotes or columns do not match.`,
  },
  notUtf8: {
    vi: () => 'Tệp CSV không ở bảng mã UTF-8 nên tên tiếng Việt sẽ bị sai. Hãy lưu lại dạng “CSV UTF-8”.',
    en: () => 'The CSV is not in UTF-8: names would come out wrong. Save it as “CSV UTF-8”.',
  },
  empty: { vi: () => 'Tệp không có dòng tiêu đề nào.', en: () => 'The file has no head line.' },
  columnUnknown: {
    vi: ({ found, column }) => `Cột ${column} có tiêu đề “${found}”, không phải cột nào của mẫu. Hãy sửa tên cột hoặc bỏ cột.`,
    en: ({ found, column }) => `Column ${column} is headed “${found}”, which is no column of the form. Mend its name or leave it out.`,
  },
  columnTwice: { vi: ({ found }) => `Cột “${found}” có hai lần.`, en: ({ found }) => `The column “${found}” is there twice.` },
  columnMissing: { vi: ({ column }) => `Thiếu cột “${titleOf(column, 'vi')}”.`, en: ({ column }) => `The column “${titleOf(column, 'en')}” is missing.` },
  cellBeyond: {
    vi: ({ column }) => `Dòng có nội dung ở cột ${column} nhưng cột này không có tiêu đề.`,
    en: ({ column }) => `The row has something in column ${column}, which has no head.`,
  },
  tooManyRows: { vi: ({ limit }) => `Quá ${limit} dòng. Hãy chia thành nhiều đợt.`, en: ({ limit }) => `More than ${limit} rows. Send it in parts.` },
  valueMissing: { vi: () => 'Có số phiếu nhưng không có giá trị.', en: () => 'There is a count of answers and no value.' },
  bodyMissing: { vi: () => 'Chưa ghi cơ quan.', en: () => 'No body is named.' },
  bodyUnknown: {
    vi: ({ found }) => `Trong kỳ đánh giá không có cơ quan nào mang mã, mã số của năm hoặc tên “${found}”.`,
    en: ({ found }) => `No body of the round has the id, the code of that year or the name “${found}”.`,
  },
  bodyAmbiguous: {
    vi: ({ found, bodies }) => `“${found}” có thể là nhiều cơ quan: ${bodies}. Hãy ghi mã.`,
    en: ({ found, bodies }) => `“${found}” may be several bodies: ${bodies}. Write the id.`,
  },
  figureMissing: { vi: () => 'Chưa ghi số liệu, câu hỏi hoặc tiêu chí.', en: () => 'No figure, question or item is named.' },
  figureUnknown: {
    vi: ({ found }) => `Bộ tiêu chí không có số liệu, câu hỏi hoặc tiêu chí “${found}”.`,
    en: ({ found }) => `The edition has no figure, question or item “${found}”.`,
  },
  figureAmbiguous: {
    vi: ({ found, figures }) => `“${found}” có thể là nhiều số liệu: ${figures}. Hãy ghi mã.`,
    en: ({ found, figures }) => `“${found}” may be several: ${figures}. Write the id.`,
  },
  itemTakesNone: {
    vi: ({ found }) => `Tiêu chí ${found} dùng nhiều số liệu hoặc không dùng số liệu nào do cơ quan khác cung cấp. Hãy ghi mã của số liệu, câu hỏi.`,
    en: ({ found }) => `Item ${found} uses several figures, or none from elsewhere. Write the id of the figure or question.`,
  },
  groupMissing: { vi: ({ groups }) => `Chưa ghi nhóm trả lời: ${groups}.`, en: ({ groups }) => `The respondents are not named: ${groups}.` },
  groupUnknown: {
    vi: ({ found, groups }) => `Không có nhóm trả lời “${found}”; các nhóm là ${groups}.`,
    en: ({ found, groups }) => `There are no respondents “${found}”; they are ${groups}.`,
  },
  groupNotHere: { vi: () => 'Số liệu thống kê không có nhóm trả lời; hãy để trống.', en: () => 'A statistic has no respondents; leave that empty.' },
  answersMissing: { vi: () => 'Chưa ghi số phiếu trả lời, hoặc số phiếu bằng 0.', en: () => 'How many answered is not told, or is 0.' },
  answersNotHere: { vi: () => 'Số liệu thống kê không có số phiếu; hãy để trống.', en: () => 'A statistic has no count of answers; leave that empty.' },
  sourceMissing: {
    vi: () => 'Chưa ghi nguồn của số liệu, ở dòng này cũng như chung cho cả đợt.',
    en: () => 'The source is told neither by the row nor for the whole delivery.',
  },
  dateMissing: {
    vi: () => 'Chưa ghi ngày của số liệu, ở dòng này cũng như chung cho cả đợt.',
    en: () => 'The date is told neither by the row nor for the whole delivery.',
  },
  dateAhead: { vi: ({ found }) => `Ngày ${found} sau ngày hiện tại.`, en: ({ found }) => `${found} has not come yet.` },
  rowTwice: {
    vi: ({ line }) => `Đợt này có hai giá trị khác nhau cho cùng cơ quan và số liệu (dòng ${line} nói đến trước); không dòng nào được nhận.`,
    en: ({ line }) => `The delivery has two values for one body and figure (line ${line} came first); neither is taken.`,
  },
  notAShare: {
    vi: ({ found }) => `${found} không nằm trong khoảng 0 đến 1. Tỷ lệ ghi kèm dấu phần trăm (75,03%) hoặc dạng thập phân (0,7503).`,
    en: ({ found }) => `${found} is not between 0 and 1. Write a share with its percent sign (75.03%) or as a decimal (0.7503).`,
  },
  roundNotOpen: { vi: () => 'Kỳ đánh giá chưa mở hoặc đã đóng.', en: () => 'The round is not open.' },
  sheetFrozen: {
    vi: () => 'Bảng chấm điểm của cơ quan đã được chốt số liệu. Cơ quan chủ trì mở lại bảng chấm điểm trước nếu có lý do.',
    en: () => 'The sheet of the body is frozen. The owner of the round reopens it first, where there is a reason.',
  },
  sheetSent: {
    vi: () => 'Bảng chấm điểm của cơ quan đã được gửi. Cơ quan chủ trì mở lại bảng chấm điểm trước nếu có lý do.',
    en: () => 'The sheet of the body was sent. The owner of the round reopens it first, where there is a reason.',
  },
  stepClosed: {
    vi: () => 'Số liệu này do cơ quan tự kê khai, và bước tự đánh giá chưa mở hoặc đã đóng với cơ quan.',
    en: () => 'This figure is declared by the body, for which self-assessment is not open.',
  },
});

/** Why a delivery, or a row of it, is not taken, in a sentence. */
export const batchWhyText = (reason: BatchWhy, language: Language): string =>
  reason.code === 'delivery' ? REFUSALS[language][reason.reason](reason.details) : whyText(reason, language);

const LINE = texts({ at: { vi: (line: string) => `Dòng ${line}`, en: (line: string) => `Line ${line}` } });

/** Where a row or cell stands, as people say it: a line of a table, a cell of a sheet; what a program sent is counted from 1. */
export function rowPlaceText(place: string, language: Language): string {
  const [, index, column] = /^\/rows\/(\d+)(?:\/(\w+))?$/.exec(place) ?? [];
  if (index !== undefined) {
    const line = LINE[language].at(String(Number(index) + 1));
    return column === undefined ? line : `${line} – ${titleOf(column, language)}`;
  }
  return /^\d+$/.test(place) ? LINE[language].at(place) : place;
}
