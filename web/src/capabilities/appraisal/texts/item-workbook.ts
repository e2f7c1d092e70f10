import { counted } from '@parindex/core/words/language';
import { texts } from '@parindex/core/words/texts';

/** One item over all bodies as a workbook: taken out, brought back, shown, written. */
export const itemWorkbookTexts = texts({
  download: { vi: 'Tải bảng tính', en: 'Download as a workbook' },
  load: { vi: 'Nạp bảng tính', en: 'Load a workbook' },
  title: { vi: (name: string) => `Nạp bảng tính: ${name}`, en: (name: string) => `Load a workbook: ${name}` },
  lead: {
    vi: 'Bảng tính sẽ ghi các nội dung dưới đây cho từng cơ quan được chọn. Chưa có gì được ghi trước khi Ông/Bà đồng ý.',
    en: 'This is what the workbook would write for each body that is chosen. Nothing is written before you say so.',
  },
  nothing: { vi: 'Bảng tính không có nội dung nào để ghi.', en: 'The workbook says nothing that is to be written.' },
  lines: { vi: 'Kết quả thẩm định sẽ ghi', en: 'Verdicts to be given' },
  changed: { vi: 'Có thay đổi sau khi lập bảng tính', en: 'Changed since the workbook was made' },
  changedMore: {
    vi: 'Các cơ quan sau đã có người cập nhật. Chỉ chọn cơ quan nào mà Ông/Bà vẫn giữ nội dung trong bảng tính.',
    en: 'Others have written there. Choose those alone for which you keep what the workbook says.',
  },
  points: { vi: (now: string, after: string) => `Điểm: ${now} → ${after}.`, en: (now: string, after: string) => `Points: ${now} → ${after}.` },
  why: { vi: (reason: string) => `Lý do: ${reason}`, en: (reason: string) => `Reason: ${reason}` },
  official: { vi: (changes: string) => `Số liệu chính thức: ${changes}.`, en: (changes: string) => `Official figures: ${changes}.` },
  figuresAlone: { vi: 'Chỉ ghi số liệu chính thức', en: 'Official figures alone' },
  second: { vi: 'Chờ người thứ hai xác nhận.', en: 'A second person has to confirm it.' },
  left: { vi: 'Không ghi cho các cơ quan sau', en: 'Not written for these bodies' },
  line: { vi: (body: string, what: string) => `${body}: ${what}`, en: (body: string, what: string) => `${body}: ${what}` },
  submit: { vi: (count: string) => `Ghi cho ${count} cơ quan`, en: (count: string) => `Write for ${counted(count, 'body', 'bodies')}` },
  done: { vi: (count: string) => `Đã ghi cho ${count} cơ quan.`, en: (count: string) => `Written for ${counted(count, 'body', 'bodies')}.` },
  failed: { vi: 'Chưa ghi được cho các cơ quan sau', en: 'Not written' },
});
