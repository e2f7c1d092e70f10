import { texts } from './texts.ts';

/** What stands in the workbook of one item over all bodies beside what is filled in. */
export const ITEM_WORKBOOK_TEXTS = texts({
  sheet: { vi: 'Thẩm định', en: 'Appraisal' },
  about: { vi: 'Hướng dẫn', en: 'Guidance' },
  lists: { vi: 'Danh mục', en: 'Lists' },
  title: {
    vi: (code: string, title: string) => `THẨM ĐỊNH TIÊU CHÍ ${code}: ${title}`,
    en: (code: string, title: string) => `APPRAISAL OF ITEM ${code}: ${title}`,
  },
  left: {
    vi: (names: string) => `Không gồm các cơ quan mà Ông/Bà không thẩm định: ${names}`,
    en: (names: string) => `Without the bodies that you do not appraise: ${names}`,
  },
  headings: {
    code: { vi: 'Mã', en: 'Code' },
    body: { vi: 'Cơ quan', en: 'Body' },
    claimed: { vi: 'Điểm tự chấm', en: 'Points claimed' },
    now: { vi: 'Điểm hiện có', en: 'Points now' },
    verdict: { vi: 'Kết quả thẩm định hiện có', en: 'Verdict so far' },
    claimedOf: { vi: (name: string) => `Tự chấm: ${name}`, en: (name: string) => `Claimed: ${name}` },
    officialOf: { vi: (name: string) => `Số liệu chính thức: ${name}`, en: (name: string) => `Official: ${name}` },
    newOf: { vi: (name: string) => `Thay đổi thành: ${name}`, en: (name: string) => `Changed to: ${name}` },
    source: { vi: 'Nguồn của số liệu chính thức', en: 'Source of the official figures' },
    date: { vi: 'Ngày của nguồn', en: 'Date of the source' },
    conclusion: { vi: 'Kết luận', en: 'Conclusion' },
    reason: { vi: 'Lý do', en: 'Reason' },
    text: { vi: 'Nêu rõ', en: 'In words' },
  },
  aboutTitle: { vi: 'Thông tin về bảng tính (không sửa)', en: 'About this workbook (leave as it is)' },
  aboutValue: { vi: 'Nội dung', en: 'Value' },
  keys: {
    format: { vi: 'Mẫu bảng tính', en: 'Form of the workbook' },
    round: { vi: 'Kỳ đánh giá', en: 'Round' },
    item: { vi: 'Tiêu chí', en: 'Item' },
    edition: { vi: 'Bộ tiêu chí', en: 'Edition of the scheme' },
    editionHash: { vi: 'Mã kiểm tra toàn vẹn của bộ tiêu chí', en: 'Hash of the edition' },
    madeAt: { vi: 'Thời điểm lập', en: 'Made at' },
  },
  guidance: {
    vi: [
      'Mỗi dòng là một cơ quan. Chỉ điền các ô tô màu; các ô khác được khóa và không được đọc lại.',
      'Dòng không có gì thay đổi thì không ghi gì cho cơ quan đó.',
      'Số liệu chính thức được ghi bên cạnh số liệu tự chấm, kèm nguồn và ngày của nguồn; muốn lấy số liệu đó thì chọn kết luận “Lấy số liệu chính thức”.',
      'Chỉ điền cột “Thay đổi thành” khi kết luận là “Thay đổi số liệu, nội dung chấm”. Mọi kết luận khác với tự chấm phải có lý do và nêu rõ.',
      'Điểm do hệ thống tính theo cách chấm của tiêu chí, không điền trong bảng tính.',
      'Có thể đổi chỗ các dòng, nhưng không nhân đôi dòng, không gộp ô, không ẩn trang, không dùng công thức.',
      'Ngày ghi ở dạng chữ, theo thứ tự ngày/tháng/năm.',
      'Khi nạp lại, hệ thống cho xem trước từng cơ quan; chưa có gì được ghi trước khi Ông/Bà đồng ý.',
    ],
    en: [
      'Each row is a body. Fill in the coloured cells only; all others are locked and are not read.',
      'A row in which nothing is changed writes nothing for its body.',
      'Official figures stand beside the claimed ones, with their source and its date; to take them, choose the conclusion “Take the official figures”.',
      'Fill in “Changed to” only where the conclusion is “Change figures or answer”. Whatever is other than claimed needs a reason, and words.',
      'Points follow from the item’s rule and are not entered here.',
      'Rows may change places, but may not be doubled; merge no cells, hide no sheets, use no formulas.',
      'Write dates as text: day/month/year.',
      'When the workbook comes back each body is shown first; nothing is entered before you agree.',
    ],
  },
});

/** What the preview of such a workbook says of its bodies. */
export const ITEM_PREVIEW_TEXTS = texts({
  left: {
    notMine: { vi: 'Tiêu chí này do cơ quan khác thẩm định.', en: 'The item is appraised by another body.' },
    givenTo: { vi: (names: string) => `Nội dung này đã được phân công cho ${names}.`, en: (names: string) => `This was given to ${names}.` },
    notOpen: { vi: 'Hiện không trong thời gian thẩm định của cơ quan này.', en: 'No appraisal of this body is open now.' },
    stillScoring: { vi: 'Cơ quan còn đang tự chấm điểm.', en: 'The body is still assessing itself.' },
    waits: { vi: 'Kết quả thẩm định trước đang chờ người thứ hai xác nhận.', en: 'A verdict waits for a second person.' },
  },
  since: {
    verdict: { vi: (name: string) => `${name} đã thẩm định sau khi lập bảng tính.`, en: (name: string) => `${name} has decided since the workbook was made.` },
    values: {
      vi: (changes: string) => `Sau khi lập bảng tính, có người đã ${changes}.`,
      en: (changes: string) => `Since the workbook was made, somebody ${changes}.`,
    },
    official: {
      vi: (figure: string, value: string) => `Số liệu chính thức “${figure}” nay là ${value}.`,
      en: (figure: string, value: string) => `The official figure “${figure}” is now ${value}.`,
    },
    none: { vi: 'không có', en: 'none' },
  },
});
