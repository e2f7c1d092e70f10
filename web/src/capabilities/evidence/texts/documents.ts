import { texts } from '@parindex/core/words/texts';

export const documentTexts = texts({
  title: { vi: 'Kho tài liệu kiểm chứng', en: 'Library of evidence' },
  lead: {
    vi: (body: string, year: number | undefined) =>
      `Tài liệu kiểm chứng của ${body} trong kỳ đánh giá${year === undefined ? '' : ` năm ${year}`}. Một tài liệu có thể dẫn ở nhiều tiêu chí.`,
    en: (body: string, year: number | undefined) =>
      `Evidence of ${body} in the round${year === undefined ? '' : ` of ${year}`}. Several items may cite one document.`,
  },
  open: {
    until: {
      vi: (moment: string, distance: string) => `Nhận tài liệu đến ${moment} (${distance}).`,
      en: (moment: string, distance: string) => `Documents are taken until ${moment} (${distance}).`,
    },
    late: {
      vi: (moment: string, distance: string) =>
        `Bước tự đánh giá đã đóng; theo văn bản gia hạn, còn nhận tài liệu đến ${moment} (${distance}). Tài liệu đến lúc này được ghi là nộp sau hạn.`,
      en: (moment: string, distance: string) =>
        `Self-assessment has closed; by an extension documents are taken until ${moment} (${distance}). What comes now is marked as late.`,
    },
    frozen: { vi: 'Bảng chấm điểm đã được chốt số liệu nên không nhận thêm tài liệu.', en: 'The sheet is frozen and takes no more documents.' },
    notYet: {
      vi: (moment: string, distance: string) => `Chưa đến bước nhận tài liệu; bắt đầu từ ${moment} (${distance}).`,
      en: (moment: string, distance: string) => `Documents are not taken yet; that begins at ${moment} (${distance}).`,
    },
    closed: {
      vi: (moment: string) => `Không nhận thêm tài liệu: đã hết hạn của bước tự đánh giá (${moment}).`,
      en: (moment: string) => `No more documents are taken: self-assessment closed at ${moment}.`,
    },
    none: { vi: 'Hiện không nhận thêm tài liệu.', en: 'No documents are taken at present.' },
    appraiser: {
      vi: (until: string) =>
        `Người thẩm định đưa được biên bản xác minh thực tế vào kho này đến ${until}. Cơ quan đọc được tài liệu ngay khi tệp đã kiểm tra xong.`,
      en: (until: string) =>
        `Whoever appraises may add the minutes of a check on site until ${until}. The body reads them as soon as the file has been checked.`,
    },
    others: {
      vi: 'Ông/Bà đang xem; chỉ công chức đầu mối và lãnh đạo phê duyệt của cơ quan được đưa tài liệu vào kho.',
      en: 'You are reading; only the clerks and the head of the body bring documents.',
    },
  },
  scanner: {
    none: { vi: 'Tệp chưa được quét mã độc', en: 'Files have not been scanned for harm' },
    noneMore: {
      vi: 'Hệ thống này chưa cài phần mềm quét mã độc. Chỉ mở tệp tải về trên máy có phần mềm diệt mã độc.',
      en: 'No scanner is set up here. Open downloaded files only on a machine that has one.',
    },
    down: { vi: 'Phần mềm quét mã độc đang không trả lời', en: 'The scanner does not answer at present' },
    downMore: {
      vi: 'Tệp mới vẫn được nhận, nhưng chỉ đọc được sau khi đã quét.',
      en: 'New files are taken, but can be read only once they have been scanned.',
    },
  },
  search: { vi: 'Tìm tài liệu', en: 'Find documents' },
  inContent: { vi: 'Tìm trong nội dung tài liệu', en: 'Search in what documents say' },
  searchMore: {
    vi: 'Số, ký hiệu, cơ quan ban hành, trích yếu hoặc tên tệp; có dấu hay không dấu',
    en: 'Number, issuing body, subject or file name; with marks or without',
  },
  onlyItem: { vi: (code: string) => `Chỉ hiển thị tài liệu được dẫn ở tiêu chí ${code}.`, en: (code: string) => `Only documents that item ${code} cites.` },
  onlyFigure: { vi: 'Chỉ hiển thị tài liệu được dẫn ở một số liệu.', en: 'Only documents that a figure cites.' },
  showAll: { vi: 'Hiển thị tất cả', en: 'Show all' },
  list: { vi: 'Tài liệu trong kho', en: 'Documents in the library' },
  none: { vi: 'Kho chưa có tài liệu nào', en: 'There is no document yet' },
  noneMore: { vi: 'Tải tệp lên, hoặc dán danh sách số, ký hiệu văn bản ở phần trên.', en: 'Upload files, or paste a list of document numbers above.' },
  noneOthers: { vi: 'Cơ quan chưa đưa tài liệu nào vào kho.', en: 'The body has brought no document yet.' },
  noneFound: { vi: 'Không có tài liệu nào khớp', en: 'No document matches' },
  noneFoundMore: { vi: 'Thử tìm bằng một phần của số, ký hiệu hoặc một từ trong trích yếu.', en: 'Try a part of the number, or one word of the subject.' },
  dated: { vi: (number: string, date: string) => `${number} ngày ${date}`, en: (number: string, date: string) => `${number} of ${date}` },
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  date: { vi: 'Ngày ban hành', en: 'Date of issue' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuing body' },
  subject: { vi: 'Trích yếu', en: 'Subject' },
  validFrom: { vi: 'Có hiệu lực từ ngày', en: 'Valid from' },
  validTo: { vi: 'Có hiệu lực đến hết ngày', en: 'Valid to' },
  file: { vi: 'Tệp', en: 'File' },
  fileOf: {
    vi: (name: string, kind: string, size: string) => `${name} (${kind}, ${size})`,
    en: (name: string, kind: string, size: string) => `${name} (${kind}, ${size})`,
  },
  withheldFile: {
    vi: 'Tệp có dữ liệu cá nhân; Ông/Bà không thuộc những người được xem',
    en: 'The file holds personal data; you are not among those who may see it',
  },
  noFile: { vi: 'Chỉ dẫn theo số, ký hiệu; không kèm tệp', en: 'By its number alone, without a file' },
  secretNoFile: { vi: 'Gửi theo đường văn thư mật; hệ thống không lưu thông tin nào của tài liệu', en: 'Sent by the secret mail; nothing of it is kept here' },
  cited: { vi: 'Được dẫn ở', en: 'Cited at' },
  notCited: { vi: 'Chưa được dẫn ở tiêu chí nào.', en: 'No item cites it yet.' },
  citedItem: {
    vi: (code: string, version: number) => `tiêu chí ${code} (phiên bản ${version})`,
    en: (code: string, version: number) => `item ${code} (version ${version})`,
  },
  citedFigure: {
    vi: (title: string, version: number) => `số liệu “${title}” (phiên bản ${version})`,
    en: (title: string, version: number) => `figure “${title}” (version ${version})`,
  },
  fileState: {
    readable: { vi: 'Đã quét', en: 'Scanned' },
    unscanned: { vi: 'Chưa quét', en: 'Not scanned' },
    waitingForScan: { vi: 'Chờ quét', en: 'Waiting for the scan' },
    infected: { vi: 'Có mã độc', en: 'Harmful' },
    gone: { vi: 'Đã gỡ', en: 'Removed' },
    withheld: { vi: 'Không được xem', en: 'Withheld' },
  },
  restricted: { vi: 'Hạn chế truy cập', en: 'Restricted' },
  released: { vi: 'Được công khai', en: 'Released' },
  personalData: { vi: 'Có dữ liệu cá nhân', en: 'Personal data' },
  late: { vi: 'Nộp sau hạn', en: 'Late' },
  compared: { vi: 'Đã đối chiếu', en: 'Compared' },
  notCompared: { vi: 'Chưa đối chiếu', en: 'Not compared yet' },
  unconfirmed: { vi: 'Chưa xác nhận thông tin', en: 'Facts not confirmed' },
  held: { vi: 'Đang khóa, chờ quyết định gỡ bỏ', en: 'Closed, removal asked for' },
  gone: {
    removed: { vi: 'Đã gỡ bỏ', en: 'Removed' },
    purged: { vi: 'Đã hủy', en: 'Purged' },
  },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  carried: { vi: 'Từ kỳ trước', en: 'From the round before' },
  versions: { vi: (count: number) => `${count} phiên bản`, en: (count: number) => (count === 1 ? '1 version' : `${count} versions`) },
  hints: { vi: 'Cần xem lại', en: 'To look at again' },
  download: { vi: 'Tải tệp gốc', en: 'Download the original' },
  view: { vi: 'Xem', en: 'View' },
  references: {
    open: { vi: 'Dán danh sách số, ký hiệu', en: 'Paste a list of numbers' },
    title: { vi: 'Thêm tài liệu theo số, ký hiệu, không kèm tệp', en: 'Add documents by their numbers, without files' },
    label: { vi: 'Danh sách văn bản', en: 'List of documents' },
    more: {
      vi: 'Cách nhau bằng dấu chấm phẩy hoặc xuống dòng; ngày và trích yếu viết sau số, ký hiệu. Không ghi văn bản có độ mật.',
      en: 'Separated by semicolons or lines; date and subject follow the number. No classified document is named here.',
    },
    example: {
      vi: '123/KH-MH ngày 05/02/2026; 45/BC-MH ngày 10/3/2026 về kết quả cải cách hành chính',
      en: '123/KH-MH ngày 05/02/2026; 45/BC-MH ngày 10/3/2026 về kết quả cải cách hành chính',
    },
    preview: { vi: 'Xem trước', en: 'Preview' },
    table: { vi: 'Các văn bản đọc được', en: 'Documents that were read' },
    faults: { vi: 'Những phần cần xem lại', en: 'Parts to look at again' },
    line: { vi: (line: number, text: string) => `Dòng ${line}: ${text}`, en: (line: number, text: string) => `Line ${line}: ${text}` },
    none: { vi: 'Không đọc được văn bản nào.', en: 'No document could be read.' },
    noDate: { vi: 'chưa có ngày', en: 'no date' },
    save: { vi: (count: number) => `Ghi ${count} văn bản vào kho`, en: (count: number) => (count === 1 ? 'Add 1 document' : `Add ${count} documents`) },
    saved: {
      vi: (count: number) => `Đã ghi ${count} văn bản vào kho.`,
      en: (count: number) => (count === 1 ? '1 document was added.' : `${count} documents were added.`),
    },
  },
  secret: {
    open: { vi: 'Gửi theo đường văn thư mật', en: 'Sent by the secret mail' },
    title: { vi: 'Ghi nhận một tài liệu gửi theo đường văn thư mật', en: 'Note a paper sent by the secret mail' },
    explained: {
      vi: 'Hệ thống chỉ ghi nhận rằng có một tài liệu được gửi theo đường văn thư mật. Không nhập số, ký hiệu, trích yếu hay bất kỳ nội dung nào của tài liệu đó, kể cả trong phần giải trình. Người thẩm định đối chiếu bản giấy rồi ghi nhận kết quả tại đây.',
      en: 'Only that a paper was sent by the secret mail is noted. Type nothing of it: no number, no subject, no content, not in a justification either. Appraisers hold the paper itself against the claim, and note here that they have.',
    },
    save: { vi: 'Ghi nhận', en: 'Note it' },
    saved: { vi: 'Đã ghi nhận một tài liệu gửi theo đường văn thư mật.', en: 'A paper sent by the secret mail was noted.' },
  },
  carry: {
    open: { vi: 'Lấy tài liệu kỳ trước', en: 'Take over from the round before' },
    title: { vi: 'Tài liệu của kỳ trước', en: 'Documents of the round before' },
    ofYear: { vi: (title: string, year: number) => `${title}, năm ${year}`, en: (title: string, year: number) => `${title}, ${year}` },
    lead: {
      vi: (title: string) => `${title}. Với mỗi tài liệu, cho biết còn hiệu lực hay không; chỉ tài liệu còn hiệu lực được đưa sang kỳ này.`,
      en: (title: string) => `${title}. Say of each document whether it still holds; only those that do are taken over.`,
    },
    none: { vi: 'Không có tài liệu của kỳ trước', en: 'There are no documents of a round before' },
    noneMore: { vi: 'Cơ quan không có kho tài liệu ở kỳ đánh giá nào trước kỳ này.', en: 'The body had no library in any round before this one.' },
    question: { vi: (name: string) => `${name} còn hiệu lực không?`, en: (name: string) => `Does ${name} still hold?` },
    document: { vi: 'Tài liệu', en: 'Document' },
    answer: { vi: 'Còn hiệu lực?', en: 'Still holds?' },
    holds: { vi: 'Còn hiệu lực', en: 'Still holds' },
    ended: { vi: 'Không còn', en: 'No longer' },
    already: { vi: 'Đã đưa sang kỳ này', en: 'Taken over already' },
    save: {
      vi: (count: number) => `Đưa ${count} tài liệu sang kỳ này`,
      en: (count: number) => (count === 1 ? 'Take over 1 document' : `Take over ${count} documents`),
    },
    answered: {
      vi: (count: number, all: number) => `Đã xác định ${count}/${all} tài liệu.`,
      en: (count: number, all: number) => `${count} of ${all} documents answered.`,
    },
    saved: {
      vi: (count: number) => `Đã đưa ${count} tài liệu sang kỳ này.`,
      en: (count: number) => (count === 1 ? '1 document was taken over.' : `${count} documents were taken over.`),
    },
  },
});
