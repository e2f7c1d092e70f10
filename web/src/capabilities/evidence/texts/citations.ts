import { texts } from '@parindex/core/words/texts';
import { formatDay } from '../../../kit/words/format.ts';

/** Words for documents that prove, and for where they are cited. */
export const citationTexts = texts({
  title: { vi: 'Tài liệu kiểm chứng', en: 'Evidence' },
  ofFigure: {
    vi: (count: number) => (count === 0 ? 'Tài liệu kiểm chứng của số liệu' : `Tài liệu kiểm chứng của số liệu (${count})`),
    en: (count: number) => (count === 0 ? 'Evidence for the figure' : `Evidence for the figure (${count})`),
  },
  shared: {
    vi: (codes: string) => `Số liệu này dùng chung; tài liệu dẫn ở đây cũng được hiển thị ở tiêu chí ${codes}.`,
    en: (codes: string) => `This figure is shared; what is cited here also shows at item ${codes}.`,
  },
  none: { vi: 'Chưa dẫn tài liệu nào.', en: 'No document is cited yet.' },
  add: { vi: 'Dẫn tài liệu', en: 'Cite a document' },
  toLibrary: { vi: 'Thêm tài liệu vào kho', en: 'Add documents to the library' },
  unread: {
    vi: 'Chưa đọc được kho tài liệu, nên chưa hiển thị được tên các tài liệu đã dẫn.',
    en: 'The library could not be read, so the names of cited documents are not shown.',
  },
  unknown: { vi: 'Tài liệu không còn trong kho, hoặc Ông/Bà không được xem', en: 'A document that is no longer in the library, or that you may not see' },
  unnamed: { vi: 'Tài liệu chưa có số, ký hiệu', en: 'Document without a number' },
  secretMail: { vi: 'Tài liệu gửi theo đường văn thư mật', en: 'Document sent by the secret mail' },
  held: { vi: 'Tài liệu đang khóa, chờ quyết định gỡ bỏ', en: 'Document closed, removal asked for' },
  gone: {
    removed: { vi: 'Tài liệu đã gỡ bỏ', en: 'Removed document' },
    purged: { vi: 'Tài liệu đã hủy', en: 'Purged document' },
  },
  numbered: {
    vi: (number: string, date: string | null) => (date ? `${number} ngày ${formatDay(date)}` : number),
    en: (number: string, date: string | null) => (date ? `${number} of ${formatDay(date)}` : number),
  },
  version: { vi: (number: number) => `phiên bản ${number}`, en: (number: number) => `version ${number}` },
  pages: { vi: (pages: string) => `trang ${pages}`, en: (pages: string) => `page ${pages}` },
  section: { vi: (section: string) => `mục “${section}”`, en: (section: string) => `section “${section}”` },
  table: { vi: (table: string) => `bảng “${table}”`, en: (table: string) => `table “${table}”` },
  whole: { vi: 'toàn bộ tài liệu', en: 'the whole document' },
  newer: { vi: (number: number) => `Đã có phiên bản ${number}.`, en: (number: number) => `There is a version ${number}.` },
  citeNewer: { vi: (number: number) => `Dẫn phiên bản ${number}`, en: (number: number) => `Cite version ${number}` },
  open: { vi: (name: string) => `Xem ${name}`, en: (name: string) => `Open ${name}` },
  change: { vi: 'Sửa chỗ dẫn', en: 'Change the place' },
  changeOf: { vi: (name: string) => `Sửa chỗ dẫn: ${name}`, en: (name: string) => `Change the place: ${name}` },
  remove: { vi: 'Bỏ dẫn', en: 'Cite no longer' },
  removeOf: { vi: (name: string) => `Bỏ dẫn: ${name}`, en: (name: string) => `Cite no longer: ${name}` },
  citeNewerOf: {
    vi: (name: string, number: number) => `Dẫn phiên bản ${number}: ${name}`,
    en: (name: string, number: number) => `Cite version ${number}: ${name}`,
  },
  form: {
    addTitle: { vi: 'Dẫn tài liệu kiểm chứng', en: 'Cite a document' },
    changeTitle: { vi: 'Sửa chỗ dẫn', en: 'Change the place' },
    document: { vi: 'Tài liệu trong kho', en: 'Document of the library' },
    documentHint: {
      vi: 'Gõ số, ký hiệu, trích yếu, cơ quan ban hành hoặc tên tệp, có dấu hoặc không dấu. Tài liệu mới nhất đứng đầu.',
      en: 'Type a number, subject, issuing body or file name, with or without marks. The newest come first.',
    },
    version: { vi: 'Phiên bản', en: 'Version' },
    versionOption: {
      vi: (number: number, file: string | null) => (file ? `Phiên bản ${number}: ${file}` : `Phiên bản ${number}`),
      en: (number: number, file: string | null) => (file ? `Version ${number}: ${file}` : `Version ${number}`),
    },
    pages: { vi: 'Trang', en: 'Pages' },
    pagesHint: { vi: 'Ví dụ: 3-5, 9. Để trống nếu dẫn toàn bộ tài liệu.', en: 'For instance 3-5, 9. Leave empty to cite the whole document.' },
    pagesOf: {
      vi: (count: number) => `Tài liệu có ${count} trang. Ví dụ: 3-5, 9. Để trống nếu dẫn toàn bộ tài liệu.`,
      en: (count: number) => `The document has ${count} pages. For instance 3-5, 9. Leave empty to cite the whole document.`,
    },
    beyond: {
      vi: (count: number) => `Tài liệu chỉ có ${count} trang.`,
      en: (count: number) => `The document has ${count} ${count === 1 ? 'page' : 'pages'} only.`,
    },
    section: { vi: 'Mục, phần', en: 'Section' },
    sectionHint: { vi: 'Ví dụ: II.2', en: 'For instance II.2' },
    table: { vi: 'Bảng, biểu, phụ lục', en: 'Table or annex' },
    tableHint: { vi: 'Ví dụ: Phụ lục 3', en: 'For instance Annex 3' },
    secretPlace: {
      vi: 'Tài liệu gửi theo đường văn thư mật được dẫn mà không ghi trang, mục hay nội dung nào.',
      en: 'A paper sent by the secret mail is cited without a page, a section or anything of what it says.',
    },
    submit: { vi: 'Ghi chỗ dẫn', en: 'Enter the citation' },
    choose: { vi: 'Hãy chọn một tài liệu trong kho.', en: 'Choose a document of the library.' },
    doubled: { vi: 'Tài liệu này đã được dẫn ở đúng chỗ đó.', en: 'This document is cited at that very place already.' },
    most: {
      vi: (count: number) => `Mỗi tiêu chí hoặc số liệu chỉ dẫn tối đa ${count} chỗ.`,
      en: (count: number) => `An item or figure cites ${count} places at most.`,
    },
  },
  states: {
    readable: { vi: 'đã quét, không phát hiện mã độc', en: 'scanned, no harm found' },
    unscanned: { vi: 'chưa được quét mã độc', en: 'not scanned for harm' },
    waitingForScan: { vi: 'đang chờ quét mã độc', en: 'waiting to be scanned' },
    infected: { vi: 'phát hiện mã độc, không đọc được', en: 'harm was found, cannot be read' },
    gone: { vi: 'tệp đã bị gỡ khỏi kho', en: 'the file was removed from the library' },
    withheld: { vi: 'có dữ liệu cá nhân, Ông/Bà không được xem', en: 'holds personal data, you may not see it' },
  },
  forms: {
    file: { vi: 'tệp', en: 'file' },
    reference: { vi: 'chỉ có số, ký hiệu, không kèm tệp', en: 'number only, without a file' },
  },
  compared: { vi: 'đã đối chiếu bản giấy', en: 'the paper itself was compared' },
  notCompared: { vi: 'chưa đối chiếu bản giấy', en: 'the paper itself is not compared yet' },
  personal: { vi: 'có dữ liệu cá nhân', en: 'personal data' },
  access: {
    restricted: { vi: 'hạn chế truy cập', en: 'restricted' },
    released: { vi: 'được công khai', en: 'released' },
  },
  late: {
    vi: (number: string, date: string) => `bổ sung trong thời gian gia hạn theo văn bản ${number} ngày ${formatDay(date)}`,
    en: (number: string, date: string) => `brought within the extension by document ${number} of ${formatDay(date)}`,
  },
  history: {
    added: { vi: 'Dẫn thêm', en: 'Also cites' },
    removed: { vi: 'Bỏ dẫn', en: 'No longer cites' },
  },
});
