import { texts } from '@parindex/core/words/texts';

/** What departments of mine have in hand, over all open rounds. */
export const loadTexts = texts({
  title: { vi: 'Việc được giao', en: 'Given to us' },
  lead: {
    vi: 'Nội dung các cơ quan giao cho đơn vị của Ông/Bà ở mọi kỳ đánh giá đang mở. Nội dung chờ phê duyệt, bị trả lại và quá hạn đứng trước.',
    en: 'What bodies have given to your department, in all open rounds. What awaits approval, was returned or is overdue comes first.',
  },
  none: { vi: 'Đơn vị của Ông/Bà hiện không có nội dung nào được giao', en: 'Nothing is given to your department now' },
  noneMore: {
    vi: 'Khi một cơ quan giao nội dung của bảng chấm điểm cho đơn vị, nội dung đó hiện ở đây.',
    en: 'When a body gives a part of its sheet to your department, it appears here.',
  },
  toHome: { vi: 'Về trang “Việc của tôi”', en: 'To “My work”' },
  sheetOf: { vi: (body: string, round: string) => `${body} – ${round}`, en: (body: string, round: string) => `${body} – ${round}` },
  count: {
    name: { vi: 'Tình hình việc được giao', en: 'How it stands' },
    open: { vi: 'Chưa được duyệt', en: 'Not approved' },
    approvedOf: {
      vi: (approved: number, all: number) => `đã duyệt ${approved}/${all} nội dung`,
      en: (approved: number, all: number) => `${approved} of ${all} approved`,
    },
    forMe: { vi: 'Chờ Ông/Bà phê duyệt', en: 'For you to approve' },
    returned: { vi: 'Bị trả lại', en: 'Returned' },
  },
  approved: { vi: (count: string) => `Đã duyệt (${count})`, en: (count: string) => `Approved (${count})` },
  saidBy: { vi: (what: string, name: string) => `${what} – ${name}`, en: (what: string, name: string) => `${what} – ${name}` },
  due: { vi: (moment: string, distance: string) => `Hạn ${moment} (${distance})`, en: (moment: string, distance: string) => `Due ${moment} (${distance})` },
  noDue: { vi: 'Không đặt hạn riêng', en: 'No date of its own' },
  person: { vi: (name: string) => `Người thực hiện: ${name}`, en: (name: string) => `Done by: ${name}` },
  to: { vi: (department: string) => `Giao cho: ${department}`, en: (department: string) => `Given to: ${department}` },
  by: { vi: (name: string, when: string) => `${name} giao lúc ${when}`, en: (name: string, when: string) => `Given by ${name} at ${when}` },
  note: { vi: (note: string) => `Ghi chú: ${note}`, en: (note: string) => `Note: ${note}` },
  approve: {
    vi: (count: string) => `Xem và duyệt ${count} nội dung đang chờ`,
    en: (count: string) => `See and approve what waits (${count})`,
  },
  submit: { vi: 'Trình lãnh đạo đơn vị', en: 'Submit to the leader' },
  toSheet: { vi: 'Mở bảng chấm điểm', en: 'Open the sheet' },
});
