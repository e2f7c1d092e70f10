import { RESPONSE_DECISION_NAMES } from '@parindex/core/words/quality-flag-words';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { named, texts } from '@parindex/core/words/texts';

/** Forms that were noticed, for their reviewer. */
export const reviewTexts = texts({
  title: { vi: 'Rà soát chất lượng phiếu', en: 'Quality of answers' },
  lead: {
    vi: 'Các phiếu có dấu hiệu bất thường, không kèm danh tính. Dấu hiệu chỉ là lý do để xem lại, không tự quyết định điều gì. Phiếu chưa có quyết định vẫn được tính vào kết quả.',
    en: 'Forms that were noticed, without a name. What was noticed is a reason to look again and decides nothing: a form counts until it is set aside.',
  },
  back: named(STEP_NAMES, 'survey'),
  threshold: {
    vi: (count: string) =>
      `Phiếu của một nhóm đối tượng thuộc một cơ quan được đưa vào rà soát theo từng đợt từ ${count} phiếu trở lên, để không ai suy ra được phiếu của người vừa trả lời.`,
    en: (count: string) => `Forms of a group of a body come up for review ${count} or more at a time, so that nobody works out whose form has just come.`,
  },
  ended: { vi: 'Cuộc điều tra đã kết thúc: các quyết định không thay đổi nữa.', en: 'The survey has ended: nothing more is decided.' },
  state: { vi: 'Trạng thái', en: 'State' },
  states: {
    undecided: { vi: 'Chưa quyết định', en: 'Not decided' },
    accepted: { vi: 'Đã chấp nhận', en: 'Accepted' },
    setAside: { vi: 'Không đưa vào tổng hợp', en: 'Set aside' },
  },
  filters: { vi: 'Lọc', en: 'Filter' },
  none: { vi: 'Không có phiếu nào', en: 'No forms' },
  noneMore: {
    vi: 'Phiếu có dấu hiệu bất thường được đưa vào đây khi nhóm đã có đủ số phiếu theo ngưỡng.',
    en: 'Forms that are noticed come here once their group has sent as many as the threshold.',
  },
  form: { vi: (code: string) => `Phiếu ${code}`, en: (code: string) => `Form ${code}` },
  of: { vi: (group: string, body: string) => `${group}, đánh giá về ${body}`, en: (group: string, body: string) => `${group}, about ${body}` },
  flags: { vi: 'Dấu hiệu', en: 'Noticed' },
  decided: {
    vi: (decision: string, name: string, at: string) => `${decision}: ${name}, ${at}.`,
    en: (decision: string, name: string, at: string) => `${decision}: ${name}, ${at}.`,
  },
  because: { vi: (reason: string) => `Lý do: ${reason}`, en: (reason: string) => `Reason: ${reason}` },
  decisions: RESPONSE_DECISION_NAMES,
  show: { vi: 'Xem câu trả lời', en: 'Show the answers' },
  hide: { vi: 'Ẩn câu trả lời', en: 'Hide the answers' },
  showOf: { vi: (code: string) => `Xem câu trả lời của phiếu ${code}`, en: (code: string) => `Show the answers of form ${code}` },
  hideOf: { vi: (code: string) => `Ẩn câu trả lời của phiếu ${code}`, en: (code: string) => `Hide the answers of form ${code}` },
  recorded: {
    vi: 'Lượt xem được ghi nhật ký. Ý kiến viết tự do không hiển thị.',
    en: 'That it is looked at is recorded. What was written freely is not shown.',
  },
  answers: { vi: (code: string) => `Câu trả lời của phiếu ${code}`, en: (code: string) => `Answers of form ${code}` },
  question: { vi: 'Câu hỏi', en: 'Question' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  notAnswered: { vi: 'Không trả lời', en: 'Not answered' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonMore: { vi: 'Bắt buộc khi không đưa phiếu vào tổng hợp.', en: 'Needed where a form is set aside.' },
  noReason: { vi: 'Cần nêu lý do không đưa phiếu vào tổng hợp.', en: 'Say why it is set aside.' },
  accept: { vi: 'Chấp nhận phiếu', en: 'Accept' },
  setAside: { vi: 'Không đưa vào tổng hợp', en: 'Set aside' },
  acceptOf: { vi: (code: string) => `Chấp nhận phiếu ${code}`, en: (code: string) => `Accept form ${code}` },
  setAsideOf: { vi: (code: string) => `Không đưa vào tổng hợp phiếu ${code}`, en: (code: string) => `Set aside form ${code}` },
});
