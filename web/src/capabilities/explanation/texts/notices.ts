import { REMARK_NAMES } from '@parindex/core/words/states';
import { texts } from '@parindex/core/words/texts';

/** Letters that tell bodies what was decided, and the record that they were sent. */
export const noticeTexts = texts({
  stage: { vi: 'Thông báo', en: 'Notice' },
  stages: {
    appraised: { vi: 'Kết quả thẩm định', en: 'Of the appraisal' },
    second: { vi: 'Kết quả thẩm định lần hai', en: 'Of the second appraisal' },
  },
  lead: {
    vi: 'Công văn do hệ thống lập, số và ngày để trống; cơ quan chủ trì trình ký, cấp số và phát hành ngoài hệ thống, sau đó ghi nhận số và ngày tại đây; công văn được lưu nguyên văn khi ghi nhận.',
    en: 'The letters are made here without number and day; they are signed, numbered and sent outside, and then recorded here, which keeps them as they are.',
  },
  told: {
    vi: (at: string) => `Cơ quan xem được kết quả từ khi ghi nhận đã gửi thông báo, chậm nhất từ ${at} theo lịch.`,
    en: (at: string) => `A body sees what was decided once its notice is recorded, at the latest from ${at} by the calendar.`,
  },
  toldByNotice: {
    vi: 'Cơ quan xem được kết quả từ khi ghi nhận đã gửi thông báo.',
    en: 'A body sees what was decided once its notice is recorded.',
  },
  noStep: { vi: 'Lịch của kỳ đánh giá không có bước này', en: 'The calendar of the round has no such step' },
  allDocx: { vi: 'Tải tất cả công văn (DOCX, ZIP)', en: 'All letters (DOCX, ZIP)' },
  allPdf: { vi: 'Tải tất cả công văn (PDF, ZIP)', en: 'All letters (PDF, ZIP)' },
  caption: { vi: 'Các cơ quan và thông báo đã gửi', en: 'Bodies and the notices that were sent' },
  choose: { vi: 'Chọn', en: 'Choose' },
  chooseBody: { vi: (name: string) => `Chọn ${name}`, en: (name: string) => `Choose ${name}` },
  chooseAll: { vi: 'Chọn tất cả cơ quan chưa ghi nhận', en: 'Choose all without a notice' },
  body: { vi: 'Cơ quan', en: 'Body' },
  contested: { vi: 'Khác điểm tự chấm', en: 'Other than claimed' },
  asked: { vi: REMARK_NAMES.vi.ask, en: 'Questions' },
  undecided: { vi: 'Chưa thẩm định', en: 'Not appraised' },
  notice: { vi: 'Thông báo đã gửi', en: 'Notice sent' },
  noticed: { vi: (number: string, date: string) => `Số ${number}, ngày ${date}`, en: (number: string, date: string) => `${number} of ${date}` },
  notOver: { vi: 'Đang thẩm định', en: 'Being appraised' },
  none: { vi: 'Chưa ghi nhận', en: 'Not recorded' },
  explanation: { vi: 'Giải trình', en: 'Explanation' },
  letter: { vi: 'Công văn', en: 'Letter' },
  pdf: { vi: 'PDF', en: 'PDF' },
  docx: { vi: 'DOCX', en: 'DOCX' },
  letterOf: { vi: (name: string, format: string) => `${format}: công văn gửi ${name}`, en: (name: string, format: string) => `${format}: letter to ${name}` },
  record: {
    act: { vi: (count: string) => `Ghi nhận đã gửi cho ${count} cơ quan`, en: (count: string) => `Record as sent to ${count}` },
    title: { vi: 'Ghi nhận đã gửi thông báo', en: 'Record that notices were sent' },
    lead: {
      vi: (names: string) => `${names}. Từ khi ghi nhận, các cơ quan này xem được kết quả thẩm định; không rút lại được.`,
      en: (names: string) => `${names}. From then on these see what was decided; it cannot be undone.`,
    },
    number: { vi: 'Số công văn', en: 'Number of the letter' },
    date: { vi: 'Ngày công văn', en: 'Its day' },
    apart: { vi: 'Mỗi cơ quan một số công văn', en: 'Each letter has a number of its own' },
    apartHint: {
      vi: 'Số trên là của cơ quan đầu tiên; các số sau được tăng dần và sửa được.',
      en: 'The number above is that of the first; the others count up from it and may be changed.',
    },
    numberOf: { vi: (name: string) => `Số công văn gửi ${name}`, en: (name: string) => `Number of the letter to ${name}` },
    submit: { vi: 'Ghi nhận', en: 'Record' },
  },
  disputes: {
    none: { vi: 'Chưa có nội dung nào được đề nghị Hội đồng xem xét', en: 'Nothing was brought before the council' },
    noneMore: {
      vi: 'Cơ quan nêu đề nghị sau thông báo kết quả thẩm định lần hai, đến khi bước Hội đồng mở.',
      en: 'Bodies do so after the notice of the second appraisal, until the council’s step opens.',
    },
    caption: { vi: 'Nội dung các cơ quan đề nghị Hội đồng xem xét', en: 'What bodies ask the council to look at' },
    item: { vi: 'Tiêu chí', en: 'Item' },
    claimed: { vi: 'Điểm tự chấm', en: 'Claimed' },
    now: { vi: 'Điểm hiện nay', en: 'As it stands' },
    words: { vi: 'Ý kiến của cơ quan', en: 'What the body holds' },
    agenda: { vi: 'Chương trình Hội đồng', en: 'On the agenda' },
    onNone: { vi: 'Chưa đưa vào phiên họp nào', en: 'Of no session yet' },
  },
});
