import type { ContradictionCode } from '../evidence/contradictions.ts';
import type { FileNameFault } from '../evidence/file-name.ts';
import type { PageRemark } from '../evidence/first-page.ts';
import type { PagesRefusal } from '../evidence/pages.ts';
import type { PersonalDataKind } from '../evidence/personal-data.ts';
import type { ReferenceFaultCode } from '../evidence/references.ts';
import type { SecretLevel } from '../evidence/secret-marks.ts';
import { type InBoth, type Names, type Sentences, texts } from './texts.ts';

type EvidencePhrases = {
  /** Days in the details are written for people already. */
  readonly contradiction: Sentences<ContradictionCode>;
  /** What is wrong with a part of a pasted list of documents; the part in quotes. */
  readonly reference: Readonly<Record<ReferenceFaultCode, InBoth<(found: string) => string>>>;
  readonly page: Names<PageRemark>;
  readonly typedPages: Names<PagesRefusal>;
  readonly fileName: Names<FileNameFault>;
  /** The mark as it stands on documents. */
  readonly secretLevel: Names<SecretLevel>;
  /** Why a document with a mark does not come in; the mark in quotes. */
  readonly secretMark: InBoth<(level: string) => string>;
  readonly personalData: Readonly<Record<PersonalDataKind, InBoth<(page: string, count: string) => string>>>;
};

/** What is said of documents that are evidence. */
export const EVIDENCE_PHRASES = texts<EvidencePhrases>({
  contradiction: {
    noDate: {
      vi: () => 'Văn bản chưa có ngày ban hành; đề nghị bổ sung để xác định văn bản thuộc năm đánh giá.',
      en: () => 'The document has no date of issue yet; it is needed to tell to which year the document belongs.',
    },
    dateInFuture: {
      vi: ({ date, today }) => `Ngày ban hành ${date} sau ngày hiện tại (${today}); đề nghị kiểm tra lại.`,
      en: ({ date, today }) => `The date of issue ${date} is after today (${today}); please check it.`,
    },
    issuedAfterYear: {
      vi: ({ date, year }) => `Văn bản ban hành ngày ${date}, sau khi kết thúc năm đánh giá ${year}.`,
      en: ({ date, year }) => `The document was issued on ${date}, after the end of the assessed year ${year}.`,
    },
    issuedBeforeValidFrom: {
      vi: ({ date, validFrom, year }) => `Văn bản ban hành ngày ${date} nhưng đến ngày ${validFrom} mới có hiệu lực, sau khi kết thúc năm đánh giá ${year}.`,
      en: ({ date, validFrom, year }) =>
        `The document was issued on ${date} but is in force only from ${validFrom}, after the end of the assessed year ${year}.`,
    },
    validBeforeIssued: {
      vi: ({ date, validFrom }) => `Ngày có hiệu lực ${validFrom} trước ngày ban hành ${date}; đề nghị kiểm tra lại.`,
      en: ({ date, validFrom }) => `The document is in force from ${validFrom}, before its date of issue ${date}; please check it.`,
    },
    expired: {
      vi: ({ validTo, year }) => `Văn bản hết hiệu lực ngày ${validTo}, trước khi bắt đầu năm đánh giá ${year}.`,
      en: ({ validTo, year }) => `The document was in force until ${validTo}, which is before the assessed year ${year} began.`,
    },
    expiresWithinYear: {
      vi: ({ validTo, year }) => `Văn bản chỉ có hiệu lực đến hết ngày ${validTo}, chưa hết năm đánh giá ${year}.`,
      en: ({ validTo, year }) => `The document is in force until ${validTo} only, not to the end of the assessed year ${year}.`,
    },
    otherNumber: {
      vi: ({ entered, page }) => `Số, ký hiệu đã nhập “${entered}” khác với số, ký hiệu trên trang đầu của văn bản “${page}”.`,
      en: ({ entered, page }) => `The number entered, “${entered}”, differs from that on the first page, “${page}”.`,
    },
    otherDate: {
      vi: ({ entered, page }) => `Ngày ban hành đã nhập ${entered} khác với ngày trên trang đầu của văn bản ${page}.`,
      en: ({ entered, page }) => `The date of issue entered, ${entered}, differs from that on the first page, ${page}.`,
    },
    otherIssuer: {
      vi: ({ entered, body, page }) =>
        entered === undefined
          ? `Trang đầu của văn bản ghi cơ quan ban hành “${page}”, không phải “${body}” hoặc cơ quan trực thuộc.`
          : `Cơ quan ban hành đã nhập “${entered}” khác với cơ quan ban hành trên trang đầu của văn bản “${page}”.`,
      en: ({ entered, body, page }) =>
        entered === undefined
          ? `The first page names “${page}” as the issuing body, not “${body}” or one of its organs.`
          : `The issuing body entered, “${entered}”, differs from that on the first page, “${page}”.`,
    },
    sameFileLastYear: {
      vi: ({ before, year, item }) =>
        `Tệp này đã được dùng làm tài liệu kiểm chứng của năm đánh giá ${before}; đề nghị xem lại khi dùng cho tiêu chí ${item} của năm ${year}.`,
      en: ({ before, year, item }) =>
        `This file was evidence in the assessed year ${before} already; please look again before it is used for item ${item} of ${year}.`,
    },
    sameNumberLastYear: {
      vi: ({ number, before, year, item }) =>
        `Văn bản có số, ký hiệu “${number}” đã được dùng làm tài liệu kiểm chứng của năm đánh giá ${before}; ` +
        `đề nghị xem lại khi dùng cho tiêu chí ${item} của năm ${year}.`,
      en: ({ number, before, year, item }) =>
        `A document numbered “${number}” was evidence in the assessed year ${before} already; please look again before it is used for item ${item} of ${year}.`,
    },
  },
  reference: {
    noNumber: {
      vi: (found) => `Không tìm thấy số, ký hiệu văn bản trong ${found}; ghi như ví dụ 12/KH-MH ngày 05/02/2026.`,
      en: (found) => `No document number was found in ${found}; write for example 12/KH-MH ngày 05/02/2026.`,
    },
    badDate: {
      vi: (found) => `Ngày ${found} không có thật hoặc chưa ghi đủ ngày, tháng, năm; văn bản được nhận nhưng chưa có ngày ban hành.`,
      en: (found) => `The date ${found} does not exist or is not complete; the document was taken without a date of issue.`,
    },
    doubled: { vi: (found) => `Văn bản ${found} đã có trong danh sách.`, en: (found) => `The document ${found} stands in the list already.` },
    tooMany: {
      vi: (found) => `Danh sách quá dài; nội dung từ ${found} trở đi chưa được đọc.`,
      en: (found) => `The list is too long; what follows from ${found} on was not read.`,
    },
  },
  page: {
    numberBlank: {
      vi: 'Trang đầu của văn bản chưa ghi số; có thể đây là bản chưa phát hành.',
      en: 'The first page has no number filled in; the document may not have been issued.',
    },
    dateBlank: { vi: 'Trang đầu của văn bản chưa ghi đủ ngày, tháng, năm ban hành.', en: 'The date of issue on the first page is not filled in completely.' },
    noSuchDate: { vi: 'Ngày ghi trên trang đầu của văn bản không có thật.', en: 'The date on the first page does not exist.' },
    nothingRead: {
      vi: 'Không đọc được thông tin nào từ trang đầu của văn bản; đề nghị nhập trực tiếp.',
      en: 'Nothing could be read from the first page; please enter it by hand.',
    },
  },
  typedPages: {
    notPages: { vi: 'Không phải số trang đúng mẫu; ghi ví dụ 3-5, 9.', en: 'Not page numbers; write for example 3-5, 9.' },
    noSuchPage: { vi: 'Số trang phải từ 1 đến 100.000.', en: 'Page numbers go from 1 to 100,000.' },
    backwards: {
      vi: 'Trang đầu lớn hơn trang cuối; ghi theo thứ tự từ trang nhỏ đến trang lớn.',
      en: 'The first page is greater than the last; write the smaller one first.',
    },
    tooMany: { vi: 'Quá nhiều khoảng trang; ghi tối đa 50 khoảng.', en: 'Too many ranges of pages; at most 50.' },
  },
  fileName: {
    empty: { vi: 'Tên tệp bị để trống.', en: 'The file name is empty.' },
    tooLong: { vi: 'Tên tệp quá dài, tối đa 200 ký tự.', en: 'The file name is too long; at most 200 characters.' },
    halfCharacter: { vi: 'Tên tệp có ký tự bị hỏng.', en: 'The file name has a broken character.' },
    pathSeparator: { vi: 'Tên tệp không được chứa dấu phân cách thư mục (/ hoặc \\).', en: 'A file name must not hold a folder separator (/ or \\).' },
    parentFolder: { vi: 'Tên tệp không được dẫn đến thư mục cấp trên (..).', en: 'A file name must not lead to the folder above (..).' },
    controlCharacter: { vi: 'Tên tệp có ký tự điều khiển không được phép.', en: 'The file name has a control character that is not allowed.' },
    directionMark: {
      vi: 'Tên tệp có ký tự đảo chiều chữ, có thể che giấu phần mở rộng của tệp.',
      en: 'The file name has a mark that turns the direction of writing, which can hide what kind of file it is.',
    },
    invisibleCharacter: { vi: 'Tên tệp có ký tự không nhìn thấy được.', en: 'The file name has a character that cannot be seen.' },
    reservedCharacter: {
      vi: 'Tên tệp không được chứa dấu nháy kép hoặc một trong các ký tự < > : | ? *.',
      en: 'A file name must not hold a double quote or any of the characters < > : | ? *.',
    },
    reservedName: { vi: 'Tên tệp trùng với tên dành riêng của hệ điều hành Windows.', en: 'The file name is one that Windows keeps for itself.' },
    edgeDotOrSpace: {
      vi: 'Tên tệp không được bắt đầu hoặc kết thúc bằng dấu chấm hay dấu cách.',
      en: 'A file name must not begin or end with a dot or a space.',
    },
  },
  secretLevel: {
    mat: { vi: 'MẬT', en: 'MẬT (confidential)' },
    toiMat: { vi: 'TỐI MẬT', en: 'TỐI MẬT (secret)' },
    tuyetMat: { vi: 'TUYỆT MẬT', en: 'TUYỆT MẬT (top secret)' },
  },
  secretMark: {
    vi: (level) =>
      `Văn bản có dấu chỉ độ mật ${level}, không được đưa lên hệ thống; đề nghị gửi theo quy định về bảo vệ bí mật nhà nước và chỉ ghi việc đã gửi.`,
    en: (level) =>
      `The document bears the mark of secrecy ${level} and must not enter the system; send it as the law on state secrets says, and record only that it was sent.`,
  },
  personalData: {
    citizenId: {
      vi: (page, count) => `Trang ${page} có thể có số định danh cá nhân (${count}).`,
      en: (page, count) => `Page ${page} may hold personal identification numbers (${count}).`,
    },
    identityCard: {
      vi: (page, count) => `Trang ${page} có thể có số chứng minh nhân dân (${count}).`,
      en: (page, count) => `Page ${page} may hold numbers of identity cards (${count}).`,
    },
    telephones: {
      vi: (page, count) => `Trang ${page} có thể có danh sách số điện thoại di động (${count}).`,
      en: (page, count) => `Page ${page} may hold a list of mobile telephone numbers (${count}).`,
    },
    birthDates: {
      vi: (page, count) => `Trang ${page} có thể có họ tên kèm ngày sinh hoặc năm sinh (${count}).`,
      en: (page, count) => `Page ${page} may hold names with dates or years of birth (${count}).`,
    },
    bankAccounts: {
      vi: (page, count) => `Trang ${page} có thể có số tài khoản ngân hàng (${count}).`,
      en: (page, count) => `Page ${page} may hold bank account numbers (${count}).`,
    },
  },
});
