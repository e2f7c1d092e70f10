import type { FileKind, FindingCode, PageOrigin, RefusalCode } from '../evidence/file-codes.ts';
import type { Language } from './language.ts';
import { type Names, texts } from './texts.ts';

/** What each kind of file is called. */
export const FILE_KIND_WORDS: Names<FileKind> = {
  pdf: { vi: 'tài liệu PDF', en: 'PDF document' },
  png: { vi: 'ảnh PNG', en: 'PNG image' },
  jpeg: { vi: 'ảnh JPEG', en: 'JPEG image' },
  webp: { vi: 'ảnh WebP', en: 'WebP image' },
  gif: { vi: 'ảnh GIF', en: 'GIF image' },
  tiff: { vi: 'ảnh TIFF', en: 'TIFF image' },
  docx: { vi: 'văn bản Word (DOCX)', en: 'Word document (DOCX)' },
  xlsx: { vi: 'bảng tính Excel (XLSX)', en: 'Excel workbook (XLSX)' },
  pptx: { vi: 'bản trình chiếu PowerPoint (PPTX)', en: 'PowerPoint presentation (PPTX)' },
  odt: { vi: 'văn bản OpenDocument (ODT)', en: 'OpenDocument text (ODT)' },
  ods: { vi: 'bảng tính OpenDocument (ODS)', en: 'OpenDocument spreadsheet (ODS)' },
  odp: { vi: 'bản trình chiếu OpenDocument (ODP)', en: 'OpenDocument presentation (ODP)' },
  txt: { vi: 'văn bản thuần (TXT)', en: 'plain text (TXT)' },
  csv: { vi: 'bảng dạng văn bản (CSV)', en: 'table as text (CSV)' },
};

/** What the number of a page is worth, beside it. */
export const PAGE_ORIGIN_WORDS: Names<PageOrigin> = {
  real: { vi: 'Số trang đúng như trong tệp.', en: 'Page numbers are those of the file.' },
  asLastSaved: {
    vi: 'Số trang theo lần lưu gần nhất của phần mềm soạn thảo; khi mở trên máy khác có thể lệch.',
    en: 'Page numbers are those of the last saving; another machine may lay the text out differently.',
  },
  sheets: { vi: 'Mỗi trang là một trang tính.', en: 'Each page is a sheet.' },
  whole: { vi: 'Tệp không ghi ranh giới trang nên được hiển thị liền một mạch.', en: 'The file does not tell where its pages end, and is shown as a whole.' },
};

const FINDINGS = texts<Names<FindingCode>>({
  endingDiffers: {
    vi: 'Đuôi tệp không khớp nội dung tệp; hệ thống ghi nhận loại tệp theo nội dung. Nên đặt lại đuôi tệp cho đúng.',
    en: 'The ending of the name does not fit the content; the kind was taken from the content. Better give the file its right name.',
  },
  legacyEncoding: {
    vi: 'Văn bản dùng bảng mã cũ; hãy kiểm tra phần xem trước, nếu chữ bị sai thì lưu lại theo bảng mã UTF-8.',
    en: 'The text is in an old encoding; look at the preview, and save it as UTF-8 where letters are wrong.',
  },
  noText: {
    vi: 'Có trang không chứa chữ đọc được bằng máy (thường là bản quét); không tìm kiếm được trong các trang này.',
    en: 'Some pages hold no text that a machine can read (usually a scan); they cannot be searched.',
  },
  textCut: {
    vi: 'Văn bản quá dài nên phần xem trước và tìm kiếm chỉ gồm phần đầu; tệp gốc vẫn được giữ nguyên.',
    en: 'The text is very long: preview and search hold its beginning only; the file itself is kept whole.',
  },
  tableCut: {
    vi: 'Bảng quá lớn nên phần xem trước chỉ gồm những hàng và cột đầu; tệp gốc vẫn được giữ nguyên.',
    en: 'A table is very large: the preview holds its first rows and columns only; the file itself is kept whole.',
  },
  unreadablePage: {
    vi: 'Có trang bị lỗi, không đọc được; hãy mở tệp kiểm tra và xuất lại nếu cần.',
    en: 'Some pages are damaged and cannot be read; open the file, and export it again where needed.',
  },
  hyperlinks: { vi: 'Tệp có liên kết đến trang ngoài.', en: 'The file holds links to pages elsewhere.' },
  externalContent: {
    vi: 'Tệp lấy một phần nội dung (ảnh, mẫu, dữ liệu) từ nơi khác, nên nội dung có thể thay đổi hoặc không hiển thị; hãy nhúng nội dung đó vào tệp.',
    en: 'Parts of the content (pictures, template, data) come from elsewhere and may change or be missing; embed them in the file.',
  },
  embeddedObject: {
    vi: 'Tệp có đối tượng nhúng; nội dung bên trong đối tượng không được kiểm tra và không hiển thị ở phần xem trước.',
    en: 'The file holds embedded objects; what is in them is neither inspected nor shown in the preview.',
  },
  activeControl: {
    vi: 'Tệp có điều khiển ActiveX; chỉ mở khi tin cậy nguồn gửi.',
    en: 'The file holds ActiveX controls; open it only where the source is trusted.',
  },
  fieldCommand: {
    vi: 'Tệp có trường hoặc liên kết dữ liệu (DDE) có thể gọi chương trình khác; không đồng ý khi phần mềm hỏi cập nhật liên kết.',
    en: 'The file holds a field or data link (DDE) that can call another program; decline when asked to update links.',
  },
  signed: { vi: 'Tệp có chữ ký số; chữ ký chưa được kiểm tra ở bước này.', en: 'The file bears a digital signature, which is not verified at this step.' },
  hiddenSheet: {
    vi: 'Bảng tính có trang tính bị ẩn; nội dung vẫn được đọc và hiển thị ở phần xem trước.',
    en: 'The workbook has hidden sheets; they are read and shown in the preview.',
  },
  script: {
    vi: 'Tệp PDF có chứa mã JavaScript; mã không được chạy ở đây. Nên xuất lại tệp PDF không kèm mã.',
    en: 'The PDF holds JavaScript, which is never run here. Better export it again without.',
  },
  automaticAction: { vi: 'Tệp PDF có thao tác tự chạy khi mở.', en: 'The PDF holds an action that runs when it is opened.' },
  startsProgram: {
    vi: 'Tệp PDF có lệnh mở chương trình hoặc tệp khác; không đồng ý khi phần mềm hỏi.',
    en: 'The PDF asks to start a program or open another file; decline when asked.',
  },
  sendsForm: { vi: 'Tệp PDF có biểu mẫu gửi dữ liệu đi nơi khác.', en: 'The PDF holds a form that sends data elsewhere.' },
  embeddedFile: {
    vi: 'Tệp PDF có tệp đính kèm bên trong; tệp đính kèm không được kiểm tra. Tài liệu cần chứng minh phải được nộp riêng.',
    en: 'The PDF has files attached within, which are not inspected. What they prove must be handed in by itself.',
  },
  form: {
    vi: 'Tệp PDF có biểu mẫu điền được; nội dung điền có thể còn sửa được.',
    en: 'The PDF is a form that can be filled in; its entries may still be changed.',
  },
  dynamicForm: {
    vi: 'Tệp PDF dùng biểu mẫu động (XFA), nhiều phần mềm không hiển thị được; nên in ra PDF thường.',
    en: 'The PDF is a dynamic form (XFA), which many programs cannot show; better print it to an ordinary PDF.',
  },
  richMedia: {
    vi: 'Tệp PDF có nội dung đa phương tiện; phần này không hiển thị ở phần xem trước.',
    en: 'The PDF holds media, which the preview does not show.',
  },
  restricted: {
    vi: 'Tệp PDF bị hạn chế thao tác (in, sao chép) bằng mật khẩu của người tạo, nhưng vẫn đọc được.',
    en: 'The PDF restricts what may be done with it (printing, copying), but can be read.',
  },
  gpsPosition: {
    vi: 'Ảnh có ghi tọa độ nơi chụp (GPS); ảnh xem trước đã bỏ thông tin này, tệp gốc vẫn còn.',
    en: 'The image tells where it was taken (GPS); the preview does not, the file itself still does.',
  },
});

const REFUSALS = texts<Names<RefusalCode>>({
  empty: { vi: 'Tệp rỗng, không có nội dung. Hãy kiểm tra và chọn lại tệp.', en: 'The file is empty. Check it and choose it again.' },
  unknownKind: {
    vi: 'Loại tệp này không được nhận. Hãy chuyển thành PDF, ảnh JPEG hoặc PNG, DOCX, XLSX hay PPTX.',
    en: 'This kind of file is not taken. Convert it to PDF, JPEG or PNG, DOCX, XLSX or PPTX.',
  },
  otherOffice: {
    vi: 'Định dạng văn phòng này (định dạng cũ, tệp mẫu hoặc tệp nhị phân) không được nhận. Hãy mở tệp và chọn Lưu thành (Save As) dưới dạng DOCX, XLSX hoặc PPTX.',
    en: 'This Office format (an old, template or binary one) is not taken. Open the file and save it as DOCX, XLSX or PPTX.',
  },
  macros: {
    vi: 'Tệp có chứa macro nên không được nhận. Hãy lưu lại dưới dạng không có macro (DOCX, XLSX, PPTX) hoặc PDF.',
    en: 'The file holds macros and is not taken. Save it without macros (DOCX, XLSX, PPTX) or as PDF.',
  },
  archive: {
    vi: 'Tệp nén không được nhận. Hãy giải nén và nộp từng tệp bên trong.',
    en: 'Archives are not taken. Unpack it and hand in each file by itself.',
  },
  program: { vi: 'Tệp là chương trình chạy được nên không được nhận.', en: 'The file is a program and is not taken.' },
  webPage: {
    vi: 'Trang web hoặc hình vẽ SVG không được nhận. Hãy in ra PDF hoặc chụp thành ảnh PNG.',
    en: 'Web pages and SVG drawings are not taken. Print it to PDF or save it as PNG.',
  },
  otherImage: {
    vi: 'Định dạng ảnh này không được nhận. Hãy chuyển thành JPEG hoặc PNG.',
    en: 'This image format is not taken. Convert it to JPEG or PNG.',
  },
  nameSaysOther: {
    vi: 'Đuôi tệp không khớp nội dung tệp. Hãy đặt lại đúng đuôi tệp rồi nộp lại.',
    en: 'The ending of the name tells a quite different kind than the content: whoever gets it would open the wrong program. Give it the right ending and hand it in again.',
  },
  passwordNeeded: {
    vi: 'Tệp được bảo vệ bằng mật khẩu nên người thẩm định không đọc được. Hãy bỏ mật khẩu rồi nộp lại.',
    en: 'The file is protected by a password, so appraisers cannot read it. Remove the password and hand it in again.',
  },
  malformed: {
    vi: 'Tệp bị hỏng hoặc chưa tải đủ. Hãy mở lại tệp gốc, lưu hoặc xuất lại rồi nộp.',
    en: 'The file is damaged or incomplete. Open the original, save or export it again and hand it in.',
  },
  tooManyParts: {
    vi: 'Tệp gồm quá nhiều thành phần bên trong. Hãy xuất ra PDF rồi nộp lại.',
    en: 'The file has too many parts inside. Export it as PDF and hand it in again.',
  },
  tooLargeUnpacked: {
    vi: 'Nội dung của tệp sau khi giải nén quá lớn. Hãy giảm dung lượng ảnh bên trong hoặc tách thành nhiều tệp.',
    en: 'Unpacked, the file is too large. Make the pictures in it smaller, or split it.',
  },
  suspiciousCompression: {
    vi: 'Tệp có phần nén với tỷ lệ bất thường, giống tệp gây quá tải. Hãy lưu lại từ phần mềm soạn thảo hoặc xuất ra PDF.',
    en: 'A part is compressed beyond what is usual, as in files made to overload. Save it again in its program, or export it as PDF.',
  },
  unsafeParts: {
    vi: 'Cấu trúc bên trong tệp không an toàn (đường dẫn lạ, trùng hoặc chồng lấn). Hãy lưu lại từ phần mềm soạn thảo.',
    en: 'The inner structure of the file is not safe (odd paths, doubles or overlaps). Save it again in its program.',
  },
  archiveInside: {
    vi: 'Bên trong tệp có tệp nén. Hãy lấy tệp nén ra, giải nén và nộp riêng từng tệp.',
    en: 'There is an archive inside the file. Take it out, unpack it and hand in each file by itself.',
  },
  unsafeXml: {
    vi: 'Tệp có khai báo XML không được phép. Hãy lưu lại từ phần mềm soạn thảo.',
    en: 'The file holds an XML declaration that is not allowed. Save it again in its program.',
  },
  tooComplex: {
    vi: 'Cấu trúc của tệp quá phức tạp để đọc an toàn. Hãy xuất ra PDF rồi nộp lại.',
    en: 'The file is too complex to be read safely. Export it as PDF and hand it in again.',
  },
  tooManyPages: {
    vi: 'Tệp có quá nhiều trang. Hãy tách thành nhiều tệp hoặc chỉ nộp phần cần chứng minh.',
    en: 'The file has too many pages. Split it, or hand in the part that proves.',
  },
  tooManyPixels: { vi: 'Ảnh có kích thước quá lớn. Hãy giảm kích thước ảnh rồi nộp lại.', en: 'The image is too large. Make it smaller and hand it in again.' },
  tooHeavy: {
    vi: 'Tệp quá lớn nên không đọc được trong giới hạn cho phép. Hãy xuất lại ở dung lượng nhỏ hơn hoặc tách thành nhiều tệp.',
    en: 'The file is too heavy to be read within the limits. Export it smaller, or split it.',
  },
  incomplete: { vi: 'Tệp nhận được không đủ dung lượng đã khai. Hãy tải lại tệp.', en: 'Fewer bytes came than were announced. Upload the file again.' },
  infected: {
    vi: 'Phần mềm quét phát hiện mã độc trong tệp nên tệp không được nhận. Hãy kiểm tra máy đã tạo tệp, rồi nộp bản sạch.',
    en: 'The scanner found harm in the file, so it is not taken. Check the machine that it comes from, then hand in a clean one.',
  },
  secretMark: {
    vi: 'Tài liệu có dấu chỉ độ mật của bí mật nhà nước nên không được đưa lên hệ thống; tệp không được lưu. Hãy gửi theo đường văn thư mật và ghi nhận trong kho bằng mục “Gửi theo đường văn thư mật”.',
    en: 'The document bears a mark of state secrecy and must not be brought into the system; the file was not kept. Send it by the secret mail, and note it in the library as sent that way.',
  },
  removedBefore: {
    vi: 'Tệp này đã bị gỡ bỏ khẩn cấp khỏi hệ thống nên không được đưa lên lại.',
    en: 'This file was removed from the system as an emergency and cannot be brought in again.',
  },
  documentElsewhere: {
    vi: 'Tài liệu định thêm phiên bản không còn trong kho này. Hãy tải tệp lên thành tài liệu mới.',
    en: 'The document that the file was to be a version of is no longer in this library. Upload it as a new document.',
  },
});

/** What each detail of a finding or refusal is called before its value. */
const DETAILS = texts({ count: { vi: 'Số lượng', en: 'Number' }, named: { vi: 'Chi tiết', en: 'Details' } });

/** A finding as sentences for a clerk: what it is, how many, and what it is called. */
export function findingText(finding: { readonly code: FindingCode; readonly count?: number; readonly detail?: string }, language: Language): string {
  const named = DETAILS[language];
  const count = finding.count === undefined ? '' : ` ${named.count}: ${finding.count}.`;
  const detail = finding.detail === undefined ? '' : ` ${named.named}: ${finding.detail}.`;
  return `${FINDINGS[language][finding.code]}${count}${detail}`;
}

/** A refusal as sentences for a clerk: what is wrong, and what to do. */
export const refusalText = (code: RefusalCode, language: Language): string => REFUSALS[language][code];
