import type { Because } from '../rules/inputs.ts';
import type { ReasonWithoutIndex } from '../scoring/result.ts';
import { counted } from './language.ts';
import { type Names, texts } from './texts.ts';

/** Why a body has no index. */
export const REASON_NAMES = texts<Names<ReasonWithoutIndex>>({
  notAdmitted: { vi: 'Không được đưa vào đánh giá', en: 'Not admitted' },
  nothingApplicable: { vi: 'Không có tiêu chí nào áp dụng', en: 'Nothing applies' },
  incomplete: { vi: 'Còn tiêu chí chưa chấm', en: 'Items not answered' },
});

/** Why an item does not count. */
export const BECAUSE_PHRASES = texts<Names<Because>>({
  type: { vi: 'Tiêu chí không áp dụng cho loại cơ quan này.', en: 'The item does not apply to this type of body.' },
  excluded: { vi: 'Tiêu chí được loại trừ theo văn bản.', en: 'The item is excluded by a document.' },
  sheet: { vi: 'Không phát sinh, đã được thẩm định xác nhận.', en: 'Nothing arose, as an appraiser has confirmed.' },
  claimed: {
    vi: 'Cơ quan đề nghị không đánh giá vì nội dung không phát sinh; chưa được thẩm định xác nhận nên tính như chưa chấm.',
    en: 'The body asks not to be assessed because nothing arose; not confirmed by an appraiser, so it counts as not answered.',
  },
  refused: {
    vi: 'Mẫu số bằng 0, nhưng bộ tiêu chí không cho phép tiêu chí này không phát sinh nên tính như chưa chấm; đề nghị kiểm tra lại số liệu.',
    en: 'The denominator is 0, but the scheme does not let this item be absent, so it counts as not answered; check the figures.',
  },
  whenNothing: { vi: 'Mẫu số bằng 0: không phát sinh.', en: 'The denominator is 0: nothing arose.' },
  whenNoPrevious: { vi: 'Không có số liệu kỳ trước để so sánh.', en: 'There is no earlier figure to compare with.' },
  belowMinimum: { vi: 'Số phiếu của mọi nhóm đều dưới mức tối thiểu.', en: 'Every group has fewer answers than the minimum.' },
  branch: {
    vi: 'Theo nội dung kê khai ở tiêu chí liên quan, tiêu chí này không đánh giá.',
    en: 'By the answer to the item that this one hangs on, it does not apply.',
  },
});

/** How an item came by its points: what went in, and step by step. */
export const EXPLAIN_PHRASES = texts({
  input: {
    previous: { vi: (title: string) => `${title} (kỳ trước)`, en: (title: string) => `${title} (round before)` },
    estimate: {
      vi: (mean: string, answers: string) => `${mean} (${answers} phiếu)`,
      en: (mean: string, answers: string) => `${mean} (${counted(answers, 'answer')})`,
    },
    yes: { vi: 'Kê khai', en: 'Answer' },
    level: { vi: 'Mức đã chọn', en: 'Level chosen' },
    points: { vi: 'Điểm chấm', en: 'Points given' },
    checks: { vi: 'Nội dung đã xác nhận', en: 'Confirmed' },
    none: { vi: 'Không có nội dung nào', en: 'None of them' },
  },
  explain: {
    inBand: {
      vi: (edges: string, points: string) => `Thuộc bậc “${edges}”: ${points}.`,
      en: (edges: string, points: string) => `In the band “${edges}”: ${points}.`,
    },
    case: {
      vi: (answer: string) => `Tiêu chí liên quan kê khai “${answer}” nên áp dụng trường hợp này.`,
      en: (answer: string) => `The item that this one hangs on was answered “${answer}”, so this case applies.`,
    },
    caseOtherwise: { vi: 'Áp dụng quy định cho các trường hợp còn lại.', en: 'The rule for all other cases applies.' },
    cappedMaximum: {
      vi: (points: string, maximum: string) => `${points} lớn hơn điểm tối đa nên chỉ tính ${maximum}.`,
      en: (points: string, maximum: string) => `${points} is more than the maximum: counted as ${maximum}.`,
    },
    cappedMinimum: {
      vi: (points: string, minimum: string) => `${points} thấp hơn mức thấp nhất nên tính ${minimum}.`,
      en: (points: string, minimum: string) => `${points} is less than the minimum: counted as ${minimum}.`,
    },
    conditionSets: {
      vi: (title: string, answer: string, points: string) => `Điều kiện ${title} là “${answer}” nên tính ${points}.`,
      en: (title: string, answer: string, points: string) => `Condition ${title} is “${answer}”, so ${points}.`,
    },
    missing: { vi: (what: string) => `Còn thiếu: ${what}.`, en: (what: string) => `Missing: ${what}.` },
    verdict: {
      vi: (points: string, maximum: string) => `Kết quả: ${points} trên tối đa ${maximum}.`,
      en: (points: string, maximum: string) => `Result: ${points} of ${maximum}.`,
    },
    leavesMaximum: { vi: 'Điểm tối đa của tiêu chí được trừ khỏi tổng điểm tối đa.', en: 'The item’s maximum is taken off the total maximum.' },
    missingAnswer: { vi: 'nội dung tự chấm', en: 'the answer' },
    missingItem: { vi: (code: string) => `nội dung kê khai ở tiêu chí ${code}`, en: (code: string) => `the answer to item ${code}` },
    missingCondition: { vi: (title: string) => `nội dung kê khai về điều kiện ${title}`, en: (title: string) => `the answer to the condition ${title}` },
    missingEstimate: { vi: (question: string) => `kết quả điều tra ${question}`, en: (question: string) => `the survey result ${question}` },
  },
});
