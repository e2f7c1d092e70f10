import type { EvidencePhrases } from './evidence-phrases.ts';

export const evidenceVi: EvidencePhrases = {
  contradiction: {
    noDate: () => 'Văn bản chưa có ngày ban hành; đề nghị bổ sung để xác định văn bản thuộc năm đánh giá.',
    dateInFuture: ({ date, today }) => `Ngày ban hành ${date} sau ngày hiện tại (${today}); đề nghị kiểm tra lại.`,
    issuedAfterYear: ({ date, year }) => `Văn bản ban hành ngày ${date}, sau khi kết thúc năm đánh giá ${year}.`,
    issuedBeforeValidFrom: ({ date, validFrom, year }) =>
      `Văn bản ban hành ngày ${date} nhưng đến ngày ${validFrom} mới có hiệu lực, sau khi kết thúc năm đánh giá ${year}.`,
    validBeforeIssued: ({ date, validFrom }) => `Ngày có hiệu lực ${validFrom} trước ngày ban hành ${date}; đề nghị kiểm tra lại.`,
    expired: ({ validTo, year }) => `Văn bản hết hiệu lực ngày ${validTo}, trước khi bắt đầu năm đánh giá ${year}.`,
    expiresWithinYear: ({ validTo, year }) => `Văn bản chỉ có hiệu lực đến hết ngày ${validTo}, chưa hết năm đánh giá ${year}.`,
    otherNumber: ({ entered, page }) => `Số, ký hiệu đã nhập “${entered}” khác với số, ký hiệu trên trang đầu của văn bản “${page}”.`,
    otherDate: ({ entered, page }) => `Ngày ban hành đã nhập ${entered} khác với ngày trên trang đầu của văn bản ${page}.`,
    otherIssuer: ({ entered, body, page }) =>
      entered === undefined
        ? `Trang đầu của văn bản ghi cơ quan ban hành “${page}”, không phải “${body}” hoặc cơ quan trực thuộc.`
        : `Cơ quan ban hành đã nhập “${entered}” khác với cơ quan ban hành trên trang đầu của văn bản “${page}”.`,
    sameFileLastYear: ({ before, year, item }) =>
      `Tệp này đã được dùng làm tài liệu kiểm chứng của năm đánh giá ${before}; đề nghị xem lại khi dùng cho tiêu chí ${item} của năm ${year}.`,
    sameNumberLastYear: ({ number, before, year, item }) =>
      `Văn bản có số, ký hiệu “${number}” đã được dùng làm tài liệu kiểm chứng của năm đánh giá ${before}; ` +
      `đề nghị xem lại khi dùng cho tiêu chí ${item} của năm ${year}.`,
  },
  reference: {
    noNumber: (found) => `Không tìm thấy số, ký hiệu văn bản trong ${found}; ghi như ví dụ 12/KH-MH ngày 05/02/2026.`,
    badDate: (found) => `Ngày ${found} không có thật hoặc chưa ghi đủ ngày, tháng, năm; văn bản được nhận nhưng chưa có ngày ban hành.`,
    doubled: (found) => `Văn bản ${found} đã có trong danh sách.`,
    tooMany: (found) => `Danh sách quá dài; nội dung từ ${found} trở đi chưa được đọc.`,
  },
  page: {
    numberBlank: 'Trang đầu của văn bản chưa ghi số; có thể đây là bản chưa phát hành.',
    dateBlank: 'Trang đầu của văn bản chưa ghi đủ ngày, tháng, năm ban hành.',
    noSuchDate: 'Ngày ghi trên trang đầu của văn bản không có thật.',
    nothingRead: 'Không đọc được thông tin nào từ trang đầu của văn bản; đề nghị nhập trực tiếp.',
  },
  typedPages: {
    notPages: 'Không phải số trang đúng mẫu; ghi ví dụ 3-5, 9.',
    noSuchPage: 'Số trang phải từ 1 đến 100.000.',
    backwards: 'Trang đầu lớn hơn trang cuối; ghi theo thứ tự từ trang nhỏ đến trang lớn.',
    tooMany: 'Quá nhiều khoảng trang; ghi tối đa 50 khoảng.',
  },
  fileName: {
    empty: 'Tên tệp bị để trống.',
    tooLong: 'Tên tệp quá dài, tối đa 200 ký tự.',
    halfCharacter: 'Tên tệp có ký tự bị hỏng.',
    pathSeparator: 'Tên tệp không được chứa dấu phân cách thư mục (/ hoặc \\).',
    parentFolder: 'Tên tệp không được dẫn đến thư mục cấp trên (..).',
    controlCharacter: 'Tên tệp có ký tự điều khiển không được phép.',
    directionMark: 'Tên tệp có ký tự đảo chiều chữ, có thể che giấu phần mở rộng của tệp.',
    invisibleCharacter: 'Tên tệp có ký tự không nhìn thấy được.',
    reservedCharacter: 'Tên tệp không được chứa dấu nháy kép hoặc một trong các ký tự < > : | ? *.',
    reservedName: 'Tên tệp trùng với tên dành riêng của hệ điều hành Windows.',
    edgeDotOrSpace: 'Tên tệp không được bắt đầu hoặc kết thúc bằng dấu chấm hay dấu cách.',
  },
  secretLevel: { mat: 'MẬT', toiMat: 'TỐI MẬT', tuyetMat: 'TUYỆT MẬT' },
  secretMark: (level) =>
    `Văn bản có dấu chỉ độ mật ${level}, không được đưa lên hệ thống; đề nghị gửi theo quy định về bảo vệ bí mật nhà nước và chỉ ghi việc đã gửi.`,
  personalData: {
    citizenId: (page, count) => `Trang ${page} có thể có số định danh cá nhân (${count}).`,
    identityCard: (page, count) => `Trang ${page} có thể có số chứng minh nhân dân (${count}).`,
    telephones: (page, count) => `Trang ${page} có thể có danh sách số điện thoại di động (${count}).`,
    birthDates: (page, count) => `Trang ${page} có thể có họ tên kèm ngày sinh hoặc năm sinh (${count}).`,
    bankAccounts: (page, count) => `Trang ${page} có thể có số tài khoản ngân hàng (${count}).`,
  },
};
