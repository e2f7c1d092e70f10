import { texts } from '@parindex/core/words/texts';

export const interestTexts = texts({
  title: { vi: 'Xung đột lợi ích', en: 'Conflicts of interest' },
  lead: {
    vi: (months: string) =>
      `Không ai thẩm định cơ quan nơi mình đang công tác, đã công tác trong ${months} tháng gần đây, hoặc đã khai báo có xung đột lợi ích.`,
    en: (months: string) => `Nobody appraises a body to which they belong, belonged within ${months} months, or have declared an interest in.`,
  },
  mine: { vi: 'Cơ quan Ông/Bà không thẩm định', en: 'Bodies that you do not appraise' },
  none: { vi: 'Hiện không có cơ quan nào.', en: 'There are none now.' },
  declared: { vi: 'Các khai báo', en: 'What was declared' },
  noneDeclared: { vi: 'Chưa có khai báo nào.', en: 'Nothing was declared.' },
  open: { vi: 'Khai báo xung đột lợi ích', en: 'Declare an interest' },
  submit: { vi: 'Khai báo', en: 'Declare' },
  body: { vi: 'Cơ quan', en: 'Body' },
  person: { vi: 'Của ai', en: 'Whose' },
  myself: { vi: 'Của tôi', en: 'Mine' },
  kind: { vi: 'Loại quan hệ', en: 'Kind of tie' },
  reason: { vi: 'Nội dung', en: 'What it is' },
  reasonMore: {
    vi: 'Chỉ người khai báo, cơ quan chủ trì kỳ đánh giá và người kiểm tra nhật ký đọc được.',
    en: 'Read by the person, the owner of the round and auditors of the trail alone.',
  },
  done: {
    vi: (body: string) => `Đã ghi nhận khai báo với ${body}. Cơ quan này không còn trong danh sách phải thẩm định.`,
    en: (body: string) => `The interest in ${body} is recorded. It stands in the queue no more.`,
  },
  withdraw: { vi: 'Gỡ khai báo', en: 'Lift' },
  withdrawTitle: { vi: (body: string) => `Gỡ khai báo với ${body}`, en: (body: string) => `Lift the interest in ${body}` },
  withdrawReason: { vi: 'Lý do gỡ', en: 'Reason' },
  withdrawn: { vi: (body: string) => `Đã gỡ khai báo với ${body}.`, en: (body: string) => `The interest in ${body} is lifted.` },
  by: { vi: (name: string, moment: string) => `${name} khai báo lúc ${moment}`, en: (name: string, moment: string) => `${name}, ${moment}` },
  withdrawnBy: {
    vi: (name: string, moment: string, why: string) => `${name} gỡ lúc ${moment}: ${why}`,
    en: (name: string, moment: string, why: string) => `lifted by ${name}, ${moment}: ${why}`,
  },
  state: { vi: 'Trạng thái', en: 'State' },
  stands: { vi: 'Có hiệu lực', en: 'In force' },
  ended: { vi: 'Đã gỡ', en: 'Lifted' },
});
