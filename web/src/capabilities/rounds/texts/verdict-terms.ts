import { texts } from '@parindex/core/words/texts';

export const verdictTermTexts = texts({
  title: { vi: 'Quy định về thẩm định', en: 'How verdicts are given' },
  lead: {
    vi: 'Lý do để người thẩm định chọn khi kết quả khác với tự chấm, và mức điểm thay đổi cần hai người.',
    en: 'The reasons from which appraisers choose where they decide otherwise than claimed, and from how many points on two persons are needed.',
  },
  change: { vi: 'Sửa quy định về thẩm định', en: 'Change how verdicts are given' },
  saved: { vi: 'Đã lưu quy định về thẩm định.', en: 'The change is saved.' },
  over: { vi: 'Mức điểm thay đổi cần hai người', en: 'Points over which two persons are needed' },
  overMore: {
    vi: 'Kết quả làm điểm của một nội dung thay đổi quá mức này chỉ được tính khi một người khác của cơ quan thẩm định xác nhận. Để trống: một người quyết định. Từ khi bắt đầu thẩm định chỉ được hạ mức này.',
    en: 'A verdict that moves an item by more than this counts once another person of the same body has confirmed it. Left empty: one person decides. Once appraisal has begun it can only be lowered.',
  },
  overIs: {
    vi: (points: string) => `Thay đổi quá ${points} điểm cần hai người`,
    en: (points: string) => `A change of more than ${points} points needs two persons`,
  },
  noOver: { vi: 'Một người quyết định', en: 'One person decides' },
  notPoints: { vi: 'Ghi số điểm, ví dụ 0,5.', en: 'Give points, as 0.5.' },
  reasons: { vi: 'Các lý do', en: 'Reasons' },
  reasonsMore: {
    vi: 'Lý do đã dùng không mất: bỏ hoặc sửa lời thì lý do cũ thôi không được chọn nữa, kết quả đã ghi vẫn giữ nguyên lời cũ.',
    en: 'A reason that was used is not lost: taken out or worded anew, it is chosen no more, and verdicts keep the words that they were given under.',
  },
  reason: { vi: (number: string) => `Lý do ${number}`, en: (number: string) => `Reason ${number}` },
  remove: { vi: (name: string) => `Bỏ lý do “${name}”`, en: (name: string) => `Take out “${name}”` },
  removeShort: { vi: 'Bỏ', en: 'Take out' },
  add: { vi: 'Thêm lý do', en: 'Add a reason' },
  retired: { vi: (name: string) => `${name} (không dùng nữa)`, en: (name: string) => `${name} (no longer offered)` },
});
