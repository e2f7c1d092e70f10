import { type Names, texts } from '../../words/texts.ts';
import type { NO_OPINION, NOT_ASKED } from '../estimates/counted-questions.ts';
import type { AboutColumn, ResponseMode } from './columns.ts';

export const ABOUT_COLUMN_NAMES = texts<Names<AboutColumn>>({
  _id: { vi: 'Mã phiếu ngẫu nhiên', en: 'Random id of the response' },
  _body: { vi: 'Cơ quan được đánh giá', en: 'Body that is asked about' },
  _mode: { vi: 'Hình thức trả lời', en: 'Mode' },
  _minutes: { vi: 'Thời gian trả lời (phút)', en: 'Minutes taken' },
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
export const MISSING_NAMES = texts<Names<typeof NOT_ASKED | typeof NO_OPINION>>({
  '#notAsked': { vi: 'Không thuộc diện được hỏi', en: 'Not asked' },
  '#noOpinion': { vi: 'Không có ý kiến', en: 'No opinion' },
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
  noneLeftOut: { vi: 'Không có cơ quan nào bị loại khỏi tệp.', en: 'No body was left out.' },
  leftOut: {
    vi: (bodies: string, responses: number) => `Cơ quan bị loại khỏi tệp: ${bodies}; tổng cộng ${responses} phiếu trả lời.`,
    en: (bodies: string, responses: number) => `Left out: ${bodies}; ${responses} responses in all.`,
  },
  freeTexts: {
    vi: (questions: string) => `Câu trả lời bằng lời văn không được đưa vào tệp vì có thể chứa dữ liệu cá nhân: ${questions}.`,
    en: (questions: string) => `What was written freely is not in the file, as it may hold personal data: ${questions}.`,
  },
});
