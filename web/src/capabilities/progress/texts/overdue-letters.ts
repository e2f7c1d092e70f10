import { texts } from '@parindex/core/words/texts';

export const overdueLetterTexts = texts({
  title: { vi: 'Đôn đốc', en: 'Urging' },
  lead: {
    vi: 'Chọn các cơ quan chưa hoàn thành tự đánh giá để lập công văn đôn đốc (DOCX, PDF) hoặc tin nhắn ngắn. Hệ thống không tự gửi: công văn được ký, cấp số, phát hành theo quy định của cơ quan.',
    en: 'Choose bodies that have not ended their self-assessment, for a letter of urging (DOCX, PDF) or a short message; both are in Vietnamese. Nothing is sent by itself: the letter is numbered, signed and sent as your office does it.',
  },
  open: { vi: 'Danh sách chưa hoàn thành', en: 'See who has not ended' },
  none: {
    vi: 'Mọi cơ quan tham gia đã chốt số liệu, hoặc bước tự đánh giá chưa mở.',
    en: 'All participants have frozen their sheets, or the self-assessment is not open yet.',
  },
  choose: { vi: 'Cơ quan được đôn đốc', en: 'Bodies to be urged' },
  late: { vi: (deadline: string) => `quá hạn (${deadline})`, en: (deadline: string) => `late (${deadline})` },
  notLate: { vi: (deadline: string) => `còn hạn đến ${deadline}`, en: (deadline: string) => `until ${deadline}` },
  chosen: { vi: (count: string, all: string) => `Đã chọn ${count} trên ${all} cơ quan.`, en: (count: string, all: string) => `Chosen: ${count} of ${all}.` },
  all: { vi: 'Chọn tất cả', en: 'Choose all' },
  onlyLate: { vi: 'Chỉ chọn cơ quan quá hạn', en: 'Choose the late ones' },
  shown: { vi: 'Công văn sẽ ghi', en: 'The letter will say' },
  letter: {
    docx: { vi: 'Lập công văn (DOCX)', en: 'Make the letter (DOCX)' },
    pdf: { vi: 'Lập công văn (PDF)', en: 'Make the letter (PDF)' },
  },
  made: {
    vi: 'Đã lập công văn; tệp được tải về máy và lưu nguyên văn tại “Văn bản của kỳ”.',
    en: 'The letter was made, saved on this device, and kept as it is among the documents of the round.',
  },
  short: { vi: 'Tin nhắn ngắn', en: 'Short message' },
  copy: { vi: 'Chép tin nhắn', en: 'Copy the message' },
});
