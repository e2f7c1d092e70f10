import type { Outcome } from '../survey/outcomes/outcomes.ts';
import type { NoRateBecause, Rate } from '../survey/outcomes/rates.ts';
import { type Names, texts } from './texts.ts';

/** Of a case that was drawn for a survey: how it ended. */
export const OUTCOME_NAMES = texts<Names<Outcome>>({
  complete: { vi: 'Phiếu hoàn thành', en: 'Complete' },
  partial: { vi: 'Phiếu hoàn thành một phần', en: 'Partial' },
  refusal: { vi: 'Từ chối trả lời', en: 'Refusal' },
  breakOff: { vi: 'Ngừng trả lời giữa chừng', en: 'Break-off' },
  nonContact: { vi: 'Không liên hệ được', en: 'Non-contact' },
  dead: { vi: 'Người được chọn đã qua đời', en: 'Deceased' },
  unable: { vi: 'Không đủ khả năng trả lời (sức khỏe, năng lực)', en: 'Physically or mentally unable' },
  language: { vi: 'Bất đồng ngôn ngữ', en: 'Language barrier' },
  other: { vi: 'Không thu được phiếu vì lý do khác', en: 'Other non-interview' },
  notAttempted: { vi: 'Chưa tiếp cận', en: 'Not attempted' },
  notReached: { vi: 'Không đến được địa bàn (thiên tai, mất an toàn)', en: 'Area unsafe or out of reach' },
  notLocated: { vi: 'Không xác định được địa chỉ', en: 'Address not located' },
  nothingReturned: { vi: 'Đã gửi phiếu, không nhận được phản hồi', en: 'Form sent, nothing returned' },
  unknownRespondent: {
    vi: 'Chưa xác định được trong hộ có người thuộc đối tượng điều tra hay không',
    en: 'Unknown whether the household has an eligible respondent',
  },
  unknownOther: { vi: 'Chưa xác định được có thuộc đối tượng điều tra hay không vì lý do khác', en: 'Eligibility unknown, other' },
  outOfSample: { vi: 'Ngoài phạm vi mẫu điều tra', en: 'Out of sample' },
  noHousehold: { vi: 'Địa chỉ không phải nơi ở của hộ dân cư', en: 'Not a household' },
  vacant: { vi: 'Nhà không có người ở', en: 'Vacant' },
  noEligibleRespondent: { vi: 'Trong hộ không có người thuộc đối tượng điều tra', en: 'No eligible respondent' },
  quotaFilled: { vi: 'Đã đủ số phiếu theo chỉ tiêu', en: 'Quota filled' },
  notEligibleOther: { vi: 'Không thuộc đối tượng điều tra vì lý do khác', en: 'Not eligible, other' },
});

/** Of the outcome rates; their short names are the same in every language. */
export const RATE_NAMES = texts<Names<Rate>>({
  RR1: { vi: 'Tỷ lệ trả lời tối thiểu (RR1)', en: 'Minimum response rate (RR1)' },
  RR2: { vi: 'Tỷ lệ trả lời, tính cả phiếu hoàn thành một phần (RR2)', en: 'Response rate, partials counted (RR2)' },
  RR5: { vi: 'Tỷ lệ trả lời tối đa (RR5)', en: 'Maximum response rate (RR5)' },
  RR6: { vi: 'Tỷ lệ trả lời tối đa, tính cả phiếu hoàn thành một phần (RR6)', en: 'Maximum response rate, partials counted (RR6)' },
  COOP1: { vi: 'Tỷ lệ hợp tác tối thiểu (COOP1)', en: 'Minimum cooperation rate (COOP1)' },
  REF1: { vi: 'Tỷ lệ từ chối (REF1)', en: 'Refusal rate (REF1)' },
  CON1: { vi: 'Tỷ lệ liên hệ được (CON1)', en: 'Contact rate (CON1)' },
});

/** Why a rate is none. */
export const NO_RATE_NAMES = texts<Names<NoRateBecause>>({
  noCase: { vi: 'Chưa có trường hợp nào thuộc mẫu điều tra để tính.', en: 'No case of the sample can be counted.' },
  noEligibleCase: { vi: 'Chưa xác định được trường hợp nào thuộc đối tượng điều tra.', en: 'No case is known to be eligible.' },
  noContact: { vi: 'Chưa liên hệ được với trường hợp nào.', en: 'Nobody has been contacted.' },
});
