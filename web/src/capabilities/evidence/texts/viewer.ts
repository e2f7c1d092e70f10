import { texts } from '@parindex/core/words/texts';

/** Words of the viewer of documents, and of the search in what they say. */
export const viewerTexts = texts({
  title: { vi: 'Xem tài liệu kiểm chứng', en: 'A document of the evidence' },
  titleOf: { vi: (name: string) => `Xem tài liệu: ${name}`, en: (name: string) => `Document: ${name}` },
  toSheet: { vi: 'Về bảng chấm điểm', en: 'To the sheet' },
  besideItem: { vi: (code: string) => `Mở cạnh tiêu chí ${code}`, en: (code: string) => `Open beside item ${code}` },
  library: { vi: 'Kho tài liệu', en: 'Library' },
  about: { vi: 'Thông tin về tài liệu', en: 'About the document' },
  kind: { vi: (kind: string) => `Loại tệp: ${kind}`, en: (kind: string) => `Kind of file: ${kind}` },
  download: { vi: 'Tải tệp gốc', en: 'Download the original' },
  close: { vi: 'Đóng tài liệu', en: 'Close the document' },
  ownPage: { vi: 'Mở ở trang riêng', en: 'Open on a page of its own' },
  region: { vi: (name: string) => `Nội dung của ${name}`, en: (name: string) => `What ${name} says` },
  previous: { vi: 'Trang trước', en: 'Previous page' },
  next: { vi: 'Trang sau', en: 'Next page' },
  page: { vi: 'Trang', en: 'Page' },
  of: { vi: (pages: number) => `/ ${pages}`, en: (pages: number) => `of ${pages}` },
  at: { vi: (page: number, pages: number) => `Trang ${page} trên ${pages}`, en: (page: number, pages: number) => `Page ${page} of ${pages}` },
  larger: { vi: 'Phóng to', en: 'Larger' },
  smaller: { vi: 'Thu nhỏ', en: 'Smaller' },
  fit: { vi: 'Vừa bề rộng', en: 'Fit the width' },
  percent: { vi: (percent: number) => `${percent}%`, en: (percent: number) => `${percent}%` },
  turnKeys: { vi: 'Phím ← → để lật trang.', en: 'Keys ← → turn the pages.' },
  zoomKeys: { vi: 'Phím + − để phóng to, thu nhỏ, phím 0 để vừa bề rộng.', en: 'Keys + − make it larger and smaller, 0 fits the width.' },
  scan: {
    vi: 'Trang này là bản quét, không có chữ đọc được bằng máy: không chọn, không tìm kiếm được chữ, và phần mềm đọc màn hình không đọc được.',
    en: 'This page is a scan without text that a machine can read: its text cannot be selected, searched, or read by screen readers.',
  },
  emptyPage: { vi: 'Trang này không có chữ.', en: 'This page holds no text.' },
  noPage: {
    vi: (page: number, pages: number) => `Tài liệu không có trang ${page}; trang cuối là trang ${pages}.`,
    en: (page: number, pages: number) => `The document has no page ${page}; its last is page ${pages}.`,
  },
  noVersion: { vi: (version: number) => `Tài liệu không có phiên bản ${version}.`, en: (version: number) => `The document has no version ${version}.` },
  newer: {
    vi: (version: number) => `Ông/Bà đang xem một phiên bản cũ; tài liệu đã có phiên bản ${version}.`,
    en: (version: number) => `This is an old version; there is a version ${version}.`,
  },
  openNewer: { vi: (version: number) => `Xem phiên bản ${version}`, en: (version: number) => `Open version ${version}` },
  personal: {
    vi: 'Tài liệu có dữ liệu cá nhân: lượt xem này được ghi vào nhật ký.',
    en: 'The document holds personal data: that you look at it is recorded in the trail.',
  },
  imageAlt: { vi: (file: string) => `Ảnh “${file}”`, en: (file: string) => `Image “${file}”` },
  imageFailed: { vi: 'Không hiển thị được ảnh này; đề nghị tải tệp gốc để xem.', en: 'The image cannot be shown here; download the original.' },
  pdfFailed: { vi: 'Không hiển thị được tệp PDF này; đề nghị tải tệp gốc để xem.', en: 'The PDF cannot be shown here; download the original.' },
  drawing: { vi: 'Đang mở trang …', en: 'Opening the page …' },
  why: {
    waitingForScan: {
      vi: 'Tệp đang chờ quét mã độc; chỉ xem được sau khi quét xong.',
      en: 'The file waits to be scanned for harm; it can be read after that.',
    },
    infected: {
      vi: 'Phần mềm quét phát hiện mã độc trong tệp, nên không ai xem hoặc tải được tệp này.',
      en: 'Harm was found in the file; nobody can read or download it.',
    },
    gone: {
      vi: 'Tệp đã bị gỡ khỏi kho; số, ngày và các lần dẫn vẫn được giữ lại.',
      en: 'The file was removed from the library; its number, date and citations are kept.',
    },
    withheld: {
      vi: 'Tài liệu có dữ liệu cá nhân; chỉ cơ quan đã đưa lên và người thẩm định tiêu chí liên quan được xem.',
      en: 'The document holds personal data; only the body that brought it and the appraisers of its items see it.',
    },
    reference: { vi: 'Tài liệu chỉ được dẫn bằng số, ký hiệu, không kèm tệp.', en: 'The document is cited by its number alone, without a file.' },
    secretMail: {
      vi: 'Tài liệu được gửi theo đường văn thư mật; hệ thống không lưu nội dung. Đề nghị xem bản giấy.',
      en: 'The document was sent by the secret mail; nothing of it is kept here. Look at the paper.',
    },
  },
  unscanned: {
    vi: 'Tệp chưa được quét mã độc. Xem tại đây là an toàn; đề nghị thận trọng khi mở tệp gốc trên máy.',
    en: 'The file was not scanned for harm. Reading it here is safe; be careful with the original on your machine.',
  },
  search: {
    title: { vi: 'Tìm trong tài liệu kiểm chứng', en: 'Search in the evidence' },
    lead: {
      vi: 'Tìm trong nội dung các tài liệu của mọi cơ quan tham gia kỳ, trong phạm vi Ông/Bà được xem.',
      en: 'Searches what the documents of all bodies of the round say, as far as you may see them.',
    },
    inBody: { vi: 'Tìm trong các tài liệu của cơ quan này', en: 'Search in the documents of this body' },
    label: { vi: 'Từ cần tìm trong nội dung tài liệu', en: 'Words to look for in the documents' },
    hint: { vi: 'Có dấu hoặc không dấu đều được', en: 'With or without marks' },
    submit: { vi: 'Tìm', en: 'Search' },
    none: { vi: (wanted: string) => `Không có trang nào chứa đủ các từ “${wanted}”.`, en: (wanted: string) => `No page holds all the words “${wanted}”.` },
    noneMore: {
      vi: 'Bản quét không có chữ đọc được bằng máy thì không tìm được; có thể thử ít từ hơn.',
      en: 'Scans without text cannot be searched; try fewer words.',
    },
    count: { vi: (count: string) => `Tìm thấy ${count} trang.`, en: (count: string) => `${count} found.` },
    more: {
      vi: (count: string) => `Chỉ hiển thị ${count} trang đầu; đề nghị gõ thêm từ để thu hẹp.`,
      en: (count: string) => `Only the first ${count} are shown; type more words to narrow them down.`,
    },
    hit: { vi: (name: string, page: number) => `${name}, trang ${page}`, en: (name: string, page: number) => `${name}, page ${page}` },
  },
});
