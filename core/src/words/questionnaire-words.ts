import type { SchemeStatus } from '../scheme/types.ts';
import { counted, quote } from './language.ts';
import { type Names, texts } from './texts.ts';

/** What is written above a form that is not official. */
export const QUESTIONNAIRE_MARKS = texts<Names<Exclude<SchemeStatus, 'official'>>>({
  reconstruction: {
    vi: 'PHIẾU THAM KHẢO, được dựng lại – không phải mẫu phiếu chính thức',
    en: 'A RECONSTRUCTION – not the official form',
  },
  illustrative: { vi: 'PHIẾU MINH HỌA – không phải mẫu phiếu chính thức', en: 'AN ILLUSTRATION – not an official form' },
});

/** A form of a survey as it is read: on paper, and in the workspace. */
export const QUESTIONNAIRE_WORDS = texts({
  name: { vi: 'Phiếu điều tra xã hội học', en: 'Survey questionnaire' },
  about: { vi: 'Đối tượng được đánh giá', en: 'About' },
  body: { vi: 'Tên cơ quan được đánh giá', en: 'Name of the body' },
  purpose: { vi: 'Mục đích sử dụng thông tin', en: 'What the information is for' },
  term: { vi: 'Thời hạn lưu giữ', en: 'How long it is kept' },
  kept: {
    vi: (days: string) =>
      `Thông tin liên hệ của Ông/Bà được xóa sau ${days} ngày kể từ ngày kết thúc điều tra. Câu trả lời được giữ lại mà không còn gắn với người trả lời.`,
    en: (days: string) => `Your contact data are erased ${counted(days, 'day')} after the survey ends. Answers are kept without any tie to whoever gave them.`,
  },
  agreement: { vi: 'Sự đồng ý của người trả lời', en: 'Consent' },
  how: { vi: 'Cách trả lời', en: 'How to answer' },
  mark: {
    vi: 'Đánh dấu “X” vào ô trước phương án được chọn; mỗi câu chọn một phương án, trừ câu có hướng dẫn khác.',
    en: 'Put an “X” into the box before what you choose: one of each question, unless it says otherwise.',
  },
  markRows: { vi: 'Trong bảng, mỗi dòng đánh dấu một ô.', en: 'In a table, mark one box in each row.' },
  mayLeave: { vi: 'Câu có ghi “không bắt buộc” có thể bỏ qua.', en: 'A question that is called optional may be left out.' },
  part: { vi: (number: number, title: string) => `Phần ${number}. ${title}`, en: (number: number, title: string) => `Part ${number}. ${title}` },
  question: { vi: (number: number) => `Câu ${number}`, en: (number: number) => `Question ${number}` },
  optional: { vi: 'không bắt buộc', en: 'optional' },
  noOpinion: { vi: 'Không có ý kiến', en: 'No opinion' },
  several: { vi: 'Có thể chọn nhiều phương án.', en: 'Several may be chosen.' },
  atMost: { vi: (most: string) => `Chọn tối đa ${most} phương án.`, en: (most: string) => `Choose at most ${most}.` },
  alone: {
    vi: (option: string) => `Nếu chọn ${quote(option)} thì không chọn thêm phương án nào khác.`,
    en: (option: string) => `If you choose ${quote(option)}, choose nothing else.`,
  },
  whole: { vi: 'Ghi số nguyên', en: 'Write a whole number' },
  places: {
    vi: (places: string) => `Ghi số, không quá ${places} chữ số thập phân`,
    en: (places: string) => `Write a number with at most ${counted(places, 'decimal')}`,
  },
  day: { vi: 'Ghi ngày, tháng, năm', en: 'Write day, month and year' },
  between: { vi: (from: string, to: string) => `từ ${from} đến ${to}`, en: (from: string, to: string) => `from ${from} to ${to}` },
  atLeast: { vi: (from: string) => `từ ${from} trở lên`, en: (from: string) => `of ${from} or more` },
  upTo: { vi: (to: string) => `không quá ${to}`, en: (to: string) => `of ${to} at most` },
  sinceDay: { vi: (from: string) => `từ ngày ${from} trở đi`, en: (from: string) => `on or after ${from}` },
  untilDay: { vi: (to: string) => `chậm nhất là ngày ${to}`, en: (to: string) => `on or before ${to}` },
  longest: { vi: (characters: string) => `Không quá ${characters} ký tự.`, en: (characters: string) => `At most ${characters} characters.` },
  blankDay: { vi: 'Ngày …… tháng …… năm …………', en: 'Day …… month …… year …………' },
  onlyIf: { vi: (conditions: string) => `Chỉ trả lời nếu ${conditions}.`, en: (conditions: string) => `Answer only if ${conditions}.` },
  chosen: {
    vi: (question: string, answers: string) => `${question} chọn ${answers}`,
    en: (question: string, answers: string) => `the answer to ${question} is ${answers}`,
  },
  leftBlank: { vi: (question: string) => `${question} để trống`, en: (question: string) => `${question} is left blank` },
  and: { vi: ' và ', en: ' and ' },
  or: { vi: ' hoặc ', en: ' or ' },
  rows: { vi: 'Nội dung', en: 'Subject' },
  thanks: { vi: 'Xin trân trọng cảm ơn Ông/Bà!', en: 'Thank you!' },
  identity: {
    vi: (code: string) => `Mã mẫu phiếu: ${code}. Mã in mờ bên cạnh mỗi câu dùng khi nhập phiếu.`,
    en: (code: string) => `Code of the form: ${code}. The pale code beside each question is for whoever types the form in.`,
  },
});
