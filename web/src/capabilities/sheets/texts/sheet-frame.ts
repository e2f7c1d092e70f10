import { ITEM_STATE_NAMES } from '@parindex/core/words/states';
import { texts } from '@parindex/core/words/texts';

/** What stands around a sheet: its parts, its points, what else can be done with it. */
export const frameTexts = texts({
  parts: { vi: 'Các phần của bảng chấm điểm', en: 'Parts of the sheet' },
  items: { vi: 'Từng tiêu chí', en: 'Item by item' },
  list: { vi: 'Danh sách', en: 'List' },
  review: { vi: 'Rà soát', en: 'Check' },
  assign: { vi: 'Phân công', en: 'Delegation' },
  documents: { vi: 'Tài liệu', en: 'Documents' },
  send: { vi: 'Chốt, ký, gửi', en: 'Freeze, sign, send' },
  explanation: { vi: 'Giải trình', en: 'Explanation' },
  scored: {
    vi: (scored: string, asked: string) => `đã chấm ${scored} trên ${asked} nội dung`,
    en: (scored: string, asked: string) => `${scored} of ${asked} items scored`,
  },
  toMendShort: { vi: (count: string) => `${count} phải sửa`, en: (count: string) => `${count} to mend` },
  toMend: {
    vi: (count: string) => `${count} nội dung phải sửa trước khi chốt số liệu`,
    en: (count: string) => `${count} ${count === '1' ? 'item' : 'items'} to be mended before freezing`,
  },
  pointsMore: { vi: 'Xem điểm theo nguồn', en: 'See the points by source' },
  more: { vi: 'Thêm', en: 'More' },
  brief: { vi: 'Phiếu trình lãnh đạo', en: 'Brief for the leader' },
  download: { vi: 'Tải bảng tính (XLSX)', en: 'Download the workbook (XLSX)' },
  load: { vi: 'Nạp bảng tính', en: 'Load a workbook' },
  print: { vi: 'In bảng chấm điểm', en: 'Print the sheet' },
  inLibrary: { vi: 'Tài liệu kiểm chứng trong kho', en: 'Document of the library' },
  also: {
    items: { vi: 'tiêu chí đang mở', en: 'the open item' },
    list: { vi: 'nhập theo danh sách', en: 'enter as a list' },
    review: { vi: 'trước khi gửi', en: 'before sending' },
    assign: { vi: 'giao việc', en: 'assign' },
    documents: { vi: 'kho tài liệu kiểm chứng, thư viện', en: 'library of evidence' },
    send: { vi: 'gửi báo cáo', en: 'report' },
    explanation: { vi: 'kết quả thẩm định, giải trình', en: 'appraisal, explain' },
    brief: { vi: 'tóm tắt', en: 'leader' },
    download: { vi: 'xuất Excel', en: 'export' },
  },
  until: { vi: (until: string) => `Hạn ${until}`, en: (until: string) => `Due ${until}` },
  byProposals: { vi: 'theo đề xuất của đơn vị', en: 'as the department proposes' },
  ofYear: { vi: (year: string) => `Kỳ đánh giá năm ${year}`, en: (year: string) => `Round of ${year}` },
  steps: { vi: 'Chuyển tiêu chí', en: 'From item to item' },
  short: {
    previous: { vi: 'Trước', en: 'Previous' },
    next: { vi: 'Sau', en: 'Next' },
    open: { vi: ITEM_STATE_NAMES.vi.notAnswered, en: ITEM_STATE_NAMES.en.notAnswered },
    outline: { vi: 'Danh mục', en: 'List' },
  },
  noneLeft: { vi: 'Không còn nội dung nào chưa chấm.', en: 'No item is left without an answer.' },
  noneLeftMine: { vi: 'Trong phần được giao không còn nội dung nào chưa chấm.', en: 'Of what you have in hand no item is left without an answer.' },
  toReview: { vi: 'Rà soát trước khi gửi', en: 'Check before sending' },
});
