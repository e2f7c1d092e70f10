import { type Names, texts } from '../../words/texts.ts';
import type { NO_OPINION, NOT_ASKED } from '../estimates/counted-questions.ts';
import type { AboutColumn, INVALID, ResponseMode } from './columns.ts';

export const ABOUT_COLUMN_NAMES = texts<Names<AboutColumn>>({
  _id: { vi: 'Mã phiếu ngẫu nhiên', en: 'Random id of the response' },
  _body: { vi: 'Cơ quan được đánh giá', en: 'Body that is asked about' },
  _mode: { vi: 'Hình thức trả lời', en: 'Mode' },
  _minutes: { vi: 'Thời gian trả lời (phút, theo bậc 5 phút, từ 60 phút ghi 60)', en: 'Minutes taken (in steps of 5, an hour and more as 60)' },
  _setAside: { vi: 'Không đưa vào tổng hợp', en: 'Set aside' },
});

export const RESPONSE_MODE_NAMES = texts<Names<ResponseMode>>({
  online: { vi: 'Trực tuyến', en: 'Online' },
  interview: { vi: 'Phỏng vấn trực tiếp', en: 'Interview' },
  paper: { vi: 'Phiếu giấy', en: 'On paper' },
});

/** Whether a response was set aside when its quality was reviewed. */
export const SET_ASIDE_NAMES = texts<Names<'1' | '0'>>({
  '1': { vi: 'Không đưa vào tổng hợp', en: 'Set aside: in no count' },
  '0': { vi: 'Đưa vào tổng hợp', en: 'Counted' },
});

/** Codes that stand in the place of an answer. */
export type MissingCode = typeof NOT_ASKED | typeof NO_OPINION | typeof INVALID;
export const MISSING_NAMES = texts<Names<MissingCode>>({
  '#notAsked': { vi: 'Không thuộc diện được hỏi', en: 'Not asked' },
  '#noOpinion': { vi: 'Không có ý kiến', en: 'No opinion' },
  '#invalid': { vi: 'Câu trả lời trên phiếu giấy không hợp lệ', en: 'No valid answer on the paper form' },
});

/** Of an option where several may be chosen. */
export const CHOSEN_NAMES = texts<Names<'1' | '0'>>({ '1': { vi: 'Có chọn', en: 'Chosen' }, '0': { vi: 'Không chọn', en: 'Not chosen' } });

export const CODEBOOK_TEXTS = texts({
  title: {
    vi: (form: string, round: string) => `Dữ liệu trả lời: ${form} (${round})`,
    en: (form: string, round: string) => `Answers: ${form} (${round})`,
  },
  unit: { vi: 'Một phiếu trả lời', en: 'One response' },
  empty: { vi: 'Ô trống: câu hỏi được hỏi nhưng không được trả lời.', en: 'An empty cell: the question was asked and not answered.' },
  invalid: {
    vi: 'Mã #invalid: câu trả lời trên phiếu giấy không hợp lệ (đánh dấu nhiều hơn số được chọn hoặc không đọc được); khi tổng hợp được tính như chưa trả lời.',
    en: 'The code #invalid: the paper form gives no valid answer (more was crossed than may be, or it cannot be read); it is counted as not answered.',
  },
  modes: {
    vi: (least: number) =>
      `Hình thức trả lời, thời gian trả lời và mã #invalid để trống ở mọi phiếu của một cơ quan khi có hình thức trả lời được dùng ở dưới ${least} phiếu về cơ quan đó.`,
    en: (least: number) =>
      `Mode, minutes and the code #invalid are left empty in all responses about a body of which fewer than ${least} came by one of the modes.`,
  },
  responses: {
    vi: (count: number | null, least: number) => (count === null ? `dưới ${least} phiếu` : `${count} phiếu`),
    en: (count: number | null, least: number) => (count === null ? `fewer than ${least} responses` : `${count} responses`),
  },
  lastLine: {
    vi: 'Dòng cuối của tệp không phải là phiếu trả lời: ô đầu ghi số phiếu và giá trị băm SHA-256 của mọi byte đứng trước dòng đó.',
    en: 'The last line of the file is no response: its first cell tells how many there are, and the SHA-256 of all bytes before that line.',
  },
  apart: {
    vi: 'Tệp không có họ tên, thông tin liên hệ hoặc thời điểm trả lời; mã phiếu được sinh ngẫu nhiên khi kết thúc điều tra và không dẫn tới người trả lời.',
    en: 'The file has no names, no contact data and no times; ids were made by chance when the survey was closed and lead to nobody.',
  },
  threshold: {
    vi: (least: number) => `Cơ quan có dưới ${least} phiếu trả lời của nhóm đối tượng này không được đưa vào tệp.`,
    en: (least: number) => `A body is not in the file where fewer than ${least} of this group have answered.`,
  },
  noneLeftOut: { vi: 'Tệp có đủ phiếu trả lời về mọi cơ quan.', en: 'No body was left out.' },
  leftOut: {
    vi: (bodies: string) => `Cơ quan không được đưa vào tệp: ${bodies}.`,
    en: (bodies: string) => `Left out: ${bodies}.`,
  },
  freeTexts: {
    vi: (questions: string) => `Câu trả lời bằng lời văn không được đưa vào tệp vì có thể chứa dữ liệu cá nhân: ${questions}.`,
    en: (questions: string) => `What was written freely is not in the file, as it may hold personal data: ${questions}.`,
  },
});

/** Comments between the commands for SPSS. */
export const SYNTAX_TEXTS = texts({
  about: {
    vi: (form: string, round: string) => `Đọc dữ liệu trả lời: ${form} (${round})`,
    en: (form: string, round: string) => `Reads the answers: ${form} (${round})`,
  },
  use: {
    vi: (file: string) => `Lưu tệp lệnh này và tệp ${file} trong cùng thư mục làm việc của SPSS, rồi chạy toàn bộ lệnh`,
    en: (file: string) => `Keep these commands and ${file} in the working folder of SPSS, and run them all`,
  },
  count: { vi: (rows: number) => `Sau khi chạy phải có đúng ${rows} phiếu`, en: (rows: number) => `There must be ${rows} cases afterwards` },
  lastLine: { vi: 'Dòng cuối của tệp CSV không phải là phiếu trả lời', en: 'The last line of the CSV is no response' },
});

/** Why a body's answers are in no file. */
export const LEFT_OUT_REASONS = ['tooFew', 'takenOut'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Why, beside how many there are: too few are told by that. */
export const LEFT_OUT_NAMES = texts<Names<Exclude<LeftOutReason, 'tooFew'>>>({
  takenOut: { vi: 'đã được đưa ra khỏi kỳ đánh giá', en: 'taken out of the round' },
});
