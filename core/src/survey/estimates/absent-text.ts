import type { Language } from '../../words/language.ts';
import { type Sentences, texts } from '../../words/texts.ts';
import type { AbsentBecause, AbsentEstimate } from './estimates-of.ts';

const ABSENT = texts<Sentences<AbsentBecause>>({
  notInEdition: {
    vi: () => 'Bộ tiêu chí không có câu hỏi này hoặc không hỏi nhóm đối tượng này.',
    en: () => 'The edition has no such question, or does not ask it of this group.',
  },
  noWeights: {
    vi: () => 'Bộ tiêu chí không quy định trọng số phương án; kết quả do cơ quan thực hiện đo lường cung cấp.',
    en: () => 'The edition gives no weights to options; the estimate comes ready made from whoever measured it.',
  },
  notTied: { vi: () => 'Không có phiếu điều tra nào gắn với câu hỏi này.', en: () => 'No questionnaire is tied to this question.' },
  unknownOption: {
    vi: ({ options }) => `Có phương án trả lời không thuộc bộ tiêu chí: ${options}.`,
    en: ({ options }) => `Answers that belong to no option of the edition: ${options}.`,
  },
  noAnswers: { vi: () => 'Chưa có ý kiến đánh giá nào để tính.', en: () => 'There is no answer to be counted.' },
});

/** Why there is no estimate, as one sentence. */
export const absentText = ({ because, options }: AbsentEstimate, language: Language): string => ABSENT[language][because]({ options: options.join(', ') });
