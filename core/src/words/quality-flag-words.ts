import { displayDecimal, displayFraction } from '../quantity/display.ts';
import * as exact from '../quantity/rational.ts';
import type { FractionText } from '../scoring/result.ts';
import type { BackCheckAgreement } from '../survey/quality/back-check.ts';
import type { ResponseDecision } from '../survey/quality/decisions.ts';
import type { DetailsOf, QualityFlag, QualityFlagCode } from '../survey/quality/flags.ts';
import { counted, type Language } from './language.ts';
import { type Names, texts } from './texts.ts';

/** Of why a response is looked at again. */
export const QUALITY_FLAG_NAMES = texts<Names<QualityFlagCode>>({
  tooFast: { vi: 'Trả lời quá nhanh', en: 'Answered too fast' },
  straightLine: { vi: 'Chọn cùng một phương án ở nhiều câu liên tiếp', en: 'Straight-lining' },
  equalAnswers: { vi: 'Trùng nội dung trả lời với phiếu khác', en: 'Same answers as another response' },
  sameDevice: { vi: 'Nhiều phiếu từ cùng một thiết bị', en: 'Several responses from one device' },
  samePlace: { vi: 'Nhiều phiếu thực hiện tại cùng một vị trí', en: 'Several responses at one place' },
  oddHour: { vi: 'Thực hiện ngoài khung giờ điều tra', en: 'Outside the hours of the survey' },
  farAway: { vi: 'Cách xa địa điểm được phân công', en: 'Far from the assigned place' },
  interviewerEffect: { vi: 'Kết quả của điều tra viên khác biệt với các điều tra viên khác', en: 'Interviewer’s results differ from the others’' },
});

/** Of what a reviewer makes of a response. */
export const RESPONSE_DECISION_NAMES = texts<Names<ResponseDecision>>({
  accepted: { vi: 'Chấp nhận phiếu', en: 'Accepted' },
  setAside: { vi: 'Không đưa vào tổng hợp', en: 'Set aside' },
});

/** Of how an answer compares with that of the second interview. */
export const AGREEMENT_NAMES = texts<Names<BackCheckAgreement>>({
  same: { vi: 'Trùng khớp', en: 'Same' },
  differs: { vi: 'Khác nhau', en: 'Differs' },
  onlyFirst: { vi: 'Chỉ có ở lần phỏng vấn đầu', en: 'In the first interview only' },
  onlySecond: { vi: 'Chỉ có ở lần phúc tra', en: 'In the back-check only' },
});

const SENTENCES = texts({
  tooFast: {
    median: {
      vi: (seconds: string, limit: string) => `Trả lời trong ${seconds} giây, dưới mức ${limit} giây tính theo trung vị thời gian trả lời của mẫu phiếu này.`,
      en: (seconds: string, limit: string) => `Answered in ${seconds} s, under ${limit} s, which go by the median time of this form.`,
    },
    questions: {
      vi: (seconds: string, limit: string) => `Trả lời trong ${seconds} giây, dưới mức tối thiểu ${limit} giây tính theo số câu hỏi.`,
      en: (seconds: string, limit: string) => `Answered in ${seconds} s, under the least of ${limit} s for its questions.`,
    },
    page: {
      vi: (seconds: string, limit: string) =>
        `Có trang phiếu được trả lời trong ${seconds} giây, dưới mức tối thiểu ${limit} giây tính theo số câu hỏi của trang.`,
      en: (seconds: string, limit: string) => `One page answered in ${seconds} s, under the least of ${limit} s for its questions.`,
    },
  },
  straightLine: {
    vi: (questions: number, runs: number) =>
      runs === 1
        ? `Chọn cùng một phương án ở ${questions} câu hỏi liên tiếp.`
        : `Chọn cùng một phương án trong từng nhóm câu hỏi liên tiếp, ở ${runs} nhóm với tổng số ${questions} câu hỏi.`,
    en: (questions: number, runs: number) =>
      runs === 1
        ? `The same option at ${questions} questions in a row.`
        : `The same option all along in ${runs} rows of questions, ${questions} questions together.`,
  },
  equalAnswers: {
    vi: (questions: number, others: number) => `Nội dung trả lời ${questions} câu hỏi trùng hoàn toàn với ${others} phiếu khác.`,
    en: (questions: number, others: number) => `The answers to ${counted(questions, 'question')} are those of ${counted(others, 'other response')}.`,
  },
  sameDevice: {
    vi: (responses: number) => `Có ${responses} phiếu được gửi từ thiết bị này.`,
    en: (responses: number) => `${counted(responses, 'response')} came from this device.`,
  },
  samePlace: {
    vi: (responses: number) => `Điều tra viên thực hiện ${responses} phiếu tại cùng một vị trí.`,
    en: (responses: number) => `The interviewer took ${counted(responses, 'response')} at one place.`,
  },
  oddHour: {
    vi: (hour: number, from: string, before: string) => `Bắt đầu trong khoảng ${hour} giờ, ngoài khung giờ điều tra từ ${from} giờ đến trước ${before} giờ.`,
    en: (hour: number, from: string, before: string) => `Begun in the hour from ${hour}:00; the survey goes from ${from}:00 to before ${before}:00.`,
  },
  farAway: {
    vi: (metres: string, limit: string) => `Vị trí thực hiện cách địa điểm được phân công ${metres} m, vượt giới hạn ${limit} m.`,
    en: (metres: string, limit: string) => `Taken ${metres} m from the assigned place, more than ${limit} m.`,
  },
  interviewerEffect: {
    vi: (own: string, mean: string, others: string, otherMean: string, difference: string, limit: string) =>
      `Điểm trung bình ${own} phiếu của điều tra viên là ${mean}; của ${others} phiếu do các điều tra viên khác thực hiện trong cùng tầng là ${otherMean}. Chênh lệch ${difference}, vượt giới hạn ${limit}.`,
    en: (own: string, mean: string, others: string, otherMean: string, difference: string, limit: string) =>
      `The mean of the interviewer’s ${own} responses is ${mean}; of ${others} by others in the same stratum ${otherMean}. A difference of ${difference}, more than ${limit}.`,
  },
});

const straight = ({ runs }: DetailsOf<'straightLine'>) => [runs.reduce((sum, { questions }) => sum + questions.length, 0), runs.length] as const;

/** A flag as one sentence for whoever reviews responses; option and question are shown beside it. */
export function qualityFlagText(flag: QualityFlag, language: Language): string {
  const own = SENTENCES[language];
  const decimal = (value: number | string) => displayDecimal(String(value), language);
  const fraction = (value: FractionText) => displayFraction(value, language);
  switch (flag.code) {
    case 'tooFast':
      return own.tooFast[flag.details.by](decimal(flag.details.seconds), fraction(flag.details.limit));
    case 'straightLine':
      return own.straightLine(...straight(flag.details));
    case 'equalAnswers':
      return own.equalAnswers(flag.details.questions, flag.details.others);
    case 'sameDevice':
      return own.sameDevice(flag.details.responses);
    case 'samePlace':
      return own.samePlace(flag.details.responses);
    case 'oddHour':
      return own.oddHour(flag.details.hour, flag.details.from, flag.details.before);
    case 'farAway':
      return own.farAway(decimal(flag.details.metres), decimal(flag.details.limit));
    case 'interviewerEffect': {
      const { responses, mean, otherResponses, otherMean, difference, limit } = flag.details;
      const apart = exact.toFraction(exact.absolute(exact.fromFraction(difference)));
      return own.interviewerEffect(decimal(responses), fraction(mean), decimal(otherResponses), fraction(otherMean), fraction(apart), decimal(limit));
    }
  }
}
