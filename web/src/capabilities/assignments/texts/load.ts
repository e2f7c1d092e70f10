import { texts } from '@parindex/core/words/texts';

/** What departments of mine have in hand, over all open rounds. */
export const loadTexts = texts({
  title: { vi: 'Việc được giao', en: 'Given to us' },
  lead: {
    vi: 'Nội dung các cơ quan giao cho đơn vị của Ông/Bà ở mọi kỳ đánh giá đang mở. Nội dung bị trả lại và quá hạn đứng trước.',
    en: 'What bodies have given to your department, in all open rounds. What was returned and what is overdue comes first.',
  },
  none: { vi: 'Đơn vị của Ông/Bà hiện không có nội dung nào được giao', en: 'Nothing is given to your department now' },
  noneMore: {
    vi: 'Khi một cơ quan giao nội dung của bảng chấm điểm cho đơn vị, nội dung đó hiện ở đây.',
    en: 'When a body gives a part of its sheet to your department, it appears here.',
  },
  toHome: { vi: 'Về trang “Việc của tôi”', en: 'To “My work”' },
  sheetOf: { vi: (body: string, round: string) => `${body} – ${round}`, en: (body: string, round: string) => `${body} – ${round}` },
  count: {
    all: { vi: (count: string) => `${count} nội dung`, en: (count: string) => `${count} in all` },
    returned: { vi: (count: string) => `${count} bị trả lại`, en: (count: string) => `${count} returned` },
    late: { vi: (count: string) => `${count} quá hạn`, en: (count: string) => `${count} overdue` },
    waiting: { vi: (count: string) => `${count} chờ duyệt`, en: (count: string) => `${count} awaiting approval` },
    approved: { vi: (count: string) => `${count} đã duyệt`, en: (count: string) => `${count} approved` },
  },
  due: { vi: (moment: string, distance: string) => `Hạn ${moment} (${distance})`, en: (moment: string, distance: string) => `Due ${moment} (${distance})` },
  noDue: { vi: 'Không đặt hạn riêng', en: 'No date of its own' },
  person: { vi: (name: string) => `Người thực hiện: ${name}`, en: (name: string) => `Done by: ${name}` },
  to: { vi: (department: string) => `Giao cho: ${department}`, en: (department: string) => `Given to: ${department}` },
  by: { vi: (name: string, when: string) => `${name} giao lúc ${when}`, en: (name: string, when: string) => `Given by ${name} at ${when}` },
  note: { vi: (note: string) => `Ghi chú: ${note}`, en: (note: string) => `Note: ${note}` },
  onlyOpen: { vi: 'Ẩn nội dung đã duyệt', en: 'Hide what is approved' },
  hidden: { vi: (count: string) => `Đang ẩn ${count} nội dung đã duyệt.`, en: (count: string) => `${count} approved are hidden.` },
  approve: {
    vi: (count: string) => `Xem và duyệt ${count} nội dung đang chờ`,
    en: (count: string) => `See and approve what waits (${count})`,
  },
  submit: { vi: 'Trình lãnh đạo đơn vị', en: 'Submit to the leader' },
  toSheet: { vi: 'Mở bảng chấm điểm', en: 'Open the sheet' },
});
