import { displayDate, displayDecimal } from '../quantity/display.ts';
import type { AnswerFaultCode } from '../survey/answers/types.ts';
import { type Details, type Sentences, texts } from './texts.ts';

const numberOf = (details: Details, key: string, language: 'vi' | 'en') => displayDecimal(details[key] ?? '0', language);
const dayOf = (details: Details, key: string) => displayDate(details[key] ?? '');

/** What is wrong with an answer, to the person who answers. */
export const ANSWER_FAULT_SENTENCES = texts<Sentences<AnswerFaultCode>>({
  missing: { vi: () => 'Ông/bà chưa trả lời câu này.', en: () => 'This question is not answered yet.' },
  rowMissing: { vi: () => 'Ông/bà chưa trả lời dòng này.', en: () => 'This row is not answered yet.' },
  unknownQuestion: { vi: () => 'Câu trả lời này không thuộc câu hỏi nào của phiếu.', en: () => 'This answer belongs to no question of the form.' },
  notAsked: {
    vi: () => 'Theo các câu trả lời ở trên, câu này không cần trả lời.',
    en: () => 'By the answers above, this question is not asked.',
  },
  wrongForm: { vi: () => 'Câu trả lời không đúng dạng của câu hỏi.', en: () => 'The answer does not have the form that the question takes.' },
  unknownOption: { vi: () => 'Phương án đã chọn không có trong câu hỏi.', en: () => 'What was chosen is not among the options.' },
  noOpinionNotOffered: { vi: () => 'Câu này không có phương án “Không có ý kiến”.', en: () => 'This question does not offer “No opinion”.' },
  tooManyChosen: {
    vi: (details) => `Chỉ được chọn nhiều nhất ${details['most'] ?? ''} phương án.`,
    en: (details) => `At most ${details['most'] ?? ''} options may be chosen.`,
  },
  aloneWithOthers: {
    vi: (details) => `Đã chọn “${details['option'] ?? ''}” thì không chọn thêm phương án khác.`,
    en: () => 'An option that excludes the others was chosen together with others.',
  },
  notANumber: { vi: () => 'Ghi bằng chữ số, ví dụ 12 hoặc 1,5.', en: () => 'Write it in digits, such as 12 or 1.5.' },
  notWhole: { vi: () => 'Ghi số nguyên, không có phần thập phân.', en: () => 'Write a whole number.' },
  tooManyPlaces: {
    vi: (details) => `Phần thập phân có nhiều nhất ${details['places'] ?? ''} chữ số.`,
    en: (details) => `At most ${details['places'] ?? ''} decimal places.`,
  },
  tooSmall: {
    vi: (details) => `Giá trị phải từ ${numberOf(details, 'least', 'vi')} trở lên.`,
    en: (details) => `It must be ${numberOf(details, 'least', 'en')} or more.`,
  },
  tooLarge: {
    vi: (details) => `Giá trị phải từ ${numberOf(details, 'most', 'vi')} trở xuống.`,
    en: (details) => `It must be ${numberOf(details, 'most', 'en')} or less.`,
  },
  notADate: { vi: () => 'Ghi ngày/tháng/năm, ví dụ 31/12/2025.', en: () => 'Write day/month/year, such as 31/12/2025.' },
  tooEarly: {
    vi: (details) => `Ngày phải từ ${dayOf(details, 'from')} trở về sau.`,
    en: (details) => `The day must be ${dayOf(details, 'from')} or later.`,
  },
  tooLate: {
    vi: (details) => `Ngày phải từ ${dayOf(details, 'to')} trở về trước.`,
    en: (details) => `The day must be ${dayOf(details, 'to')} or earlier.`,
  },
  tooLong: {
    vi: (details) => `Nội dung dài ${details['found'] ?? ''} ký tự, nhiều nhất là ${details['longest'] ?? ''} ký tự.`,
    en: (details) => `The text has ${details['found'] ?? ''} characters; at most ${details['longest'] ?? ''} are taken.`,
  },
  badCharacter: { vi: () => 'Nội dung có ký tự không ghi được.', en: () => 'The text holds characters that cannot be kept.' },
});
