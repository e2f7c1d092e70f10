import { counted } from '@parindex/core/words/language';
import { texts } from '@parindex/core/words/texts';

/** Official figures beside the claimed ones, and many bodies of one item accepted at once where all of it is official. */
export const officialTexts = texts({
  open: {
    vi: (count: string) => `Chấp nhận ${count} cơ quan có số liệu tự chấm đúng số liệu chính thức`,
    en: (count: string) => `Accept ${counted(count, 'body', 'bodies')} whose claim is the official figure`,
  },
  title: { vi: 'Chấp nhận số liệu tự chấm đúng số liệu chính thức', en: 'Accept claims that are the official figures' },
  lead: {
    vi: 'Các cơ quan sau có toàn bộ số liệu tự chấm của tiêu chí đúng số liệu thống kê chính thức hoặc đúng số liệu chính thức của cơ quan thẩm định, không khai nội dung khác và chưa ai thẩm định. Mỗi cơ quan được ghi một kết quả thẩm định riêng.',
    en: 'For these bodies all figures of the item are claimed as official statistics or the official figures of whoever appraises say; the body has said nothing else, and nobody has decided. Each gets a verdict of its own.',
  },
  bodies: { vi: 'Cơ quan được chấp nhận', en: 'Bodies that are accepted' },
  line: { vi: (body: string, points: string) => `${body}: ${points}`, en: (body: string, points: string) => `${body}: ${points}` },
  submit: { vi: (count: string) => `Chấp nhận (${count})`, en: (count: string) => `Accept (${count})` },
  done: {
    vi: (count: string) => `Đã ghi kết quả thẩm định cho ${count} cơ quan.`,
    en: (count: string) => `${counted(count, 'body', 'bodies')} accepted.`,
  },
  refused: { vi: 'Chưa ghi được cho các cơ quan sau', en: 'Not accepted' },
  column: { vi: 'Số liệu chính thức', en: 'Official figures' },
  differs: {
    vi: (claimed: string, official: string) => `${official} (tự chấm ${claimed})`,
    en: (claimed: string, official: string) => `${official} (claimed ${claimed})`,
  },
  none: { vi: 'không có', en: 'none' },
  named: { vi: (figure: string, value: string) => `${figure}: ${value}`, en: (figure: string, value: string) => `${figure}: ${value}` },
  because: {
    vi: (source: string, date: string) => `Theo số liệu chính thức: ${source}, ngày ${date}.`,
    en: (source: string, date: string) => `By the official figure: ${source}, ${date}.`,
  },
  figures: {
    record: { vi: 'Ghi số liệu chính thức', en: 'Record official figures' },
    change: { vi: 'Sửa số liệu chính thức', en: 'Change the official figures' },
    withdraw: { vi: 'Rút số liệu chính thức', en: 'Take them back' },
    lead: {
      vi: 'Số liệu chính thức được ghi bên cạnh số liệu tự chấm, không làm thay đổi điểm; kết quả thẩm định vẫn phải được ghi riêng. Cơ quan đọc số liệu này cùng với thông báo kết quả thẩm định.',
      en: 'Official figures stand beside the claimed ones and change no points: the verdict is given by itself. The body reads them with the notice of its appraisal.',
    },
    source: { vi: 'Nguồn', en: 'Source' },
    sourceHint: { vi: 'Văn bản hoặc ấn phẩm công bố số liệu', en: 'The document or publication' },
    date: { vi: 'Ngày của nguồn', en: 'Date of the source' },
    noValue: { vi: 'Nhập ít nhất một số liệu trước khi lưu.', en: 'Enter at least one figure before saving.' },
    save: { vi: 'Lưu số liệu chính thức', en: 'Save' },
  },
});
