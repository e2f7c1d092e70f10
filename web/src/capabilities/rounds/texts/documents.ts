import { texts } from '@parindex/core/words/texts';

/** What a round stands on: its plan, guidance, decisions; and files. */
export const documentTexts = texts({
  title: { vi: 'Văn bản của kỳ', en: 'Documents of the round' },
  lead: {
    vi: 'Kế hoạch, công văn hướng dẫn và các quyết định làm căn cứ của kỳ, công văn đôn đốc đã phát hành; các cơ quan trong kỳ, kể cả các đơn vị được giao việc, đều đọc được.',
    en: 'The plan, guidance and decisions that the round stands on, and letters of urging as they were issued; everybody in the round reads them, departments with a part of a sheet too.',
  },
  kinds: {
    plan: { vi: 'Quyết định ban hành kế hoạch', en: 'Decision that issues the plan' },
    guidance: { vi: 'Công văn hướng dẫn', en: 'Letter of guidance' },
    urging: { vi: 'Công văn đôn đốc', en: 'Letter of urging' },
    decision: { vi: 'Quyết định về gia hạn, loại trừ, kết quả', en: 'Decision on an extension, an exclusion or the results' },
  },
  none: { vi: 'Chưa có văn bản nào', en: 'There is no document yet' },
  noneMore: { vi: 'Kế hoạch và công văn hướng dẫn của kỳ sẽ hiện ở đây.', en: 'The plan and guidance of the round will stand here.' },
  notForYou: { vi: 'Ông/Bà không tham gia kỳ này nên không đọc được văn bản của kỳ.', en: 'You have no part in this round, and do not read its documents.' },
  letters: { vi: 'Công văn đôn đốc do hệ thống lập', en: 'Letters of urging as they were made' },
  lettersLead: {
    vi: 'Nguyên văn tệp đã lập, chưa ký và chưa cấp số; chỉ cơ quan chủ trì đọc được. Công văn đã phát hành được thêm vào văn bản của kỳ.',
    en: 'The very files that were made, before they were signed and numbered; read by the owner alone. A letter that was issued is added to the documents of the round.',
  },
  madeLetter: {
    vi: (at: string, by: string, bodies: number) => `Lập lúc ${at}, người lập: ${by}; gửi ${bodies} cơ quan`,
    en: (at: string, by: string, bodies: number) => `Made on ${at} by ${by}, to ${bodies} bodies`,
  },
  add: { vi: 'Thêm văn bản', en: 'Add a document' },
  kind: { vi: 'Loại văn bản', en: 'Kind' },
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  date: { vi: 'Ngày ban hành', en: 'Date' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issued by' },
  subject: { vi: 'Trích yếu', en: 'Subject' },
  save: { vi: 'Lưu văn bản', en: 'Save the document' },
  newVersion: { vi: 'Thêm phiên bản mới', en: 'Add a new version' },
  newVersionOf: { vi: (number: string) => `Phiên bản mới của văn bản số ${number}`, en: (number: string) => `New version of ${number}` },
  withdraw: { vi: 'Thu hồi', en: 'Withdraw' },
  withdrawQuestion: {
    vi: 'Thu hồi văn bản này? Danh sách vẫn ghi nhận văn bản đã được đăng và đã thu hồi.',
    en: 'Withdraw this document? That it was there stays visible.',
  },
  withdrawYes: { vi: 'Đồng ý thu hồi', en: 'Yes, withdraw it' },
  withdrawn: { vi: (at: string) => `Đã thu hồi lúc ${at}.`, en: (at: string) => `Withdrawn on ${at}.` },
  told: {
    vi: (number: string, date: string, issuer: string) => `Số ${number} ngày ${date} của ${issuer}`,
    en: (number: string, date: string, issuer: string) => `${number} of ${date}, ${issuer}`,
  },
  older: { vi: (count: number) => `Các phiên bản trước (${count})`, en: (count: number) => `Earlier versions (${count})` },
  files: { vi: 'Tệp đính kèm', en: 'Attached files' },
  chooseFiles: { vi: 'Chọn tệp', en: 'Choose files' },
  filesMore: {
    vi: 'PDF, Word, Excel, ảnh; mỗi tệp không quá 32 MB. Tệp được kiểm tra khi tải lên.',
    en: 'PDF, Word, Excel, images; up to 32 MB each. Files are examined as they come.',
  },
  removeFile: { vi: (name: string) => `Bỏ tệp ${name}`, en: (name: string) => `Leave out ${name}` },
  unscanned: { vi: 'chưa quét mã độc', en: 'not scanned' },
  attach: { vi: 'Văn bản quyết định kèm theo', en: 'The decision attached' },
  attachMore: { vi: 'Chọn trong mục “Văn bản của kỳ”; số và ngày lấy theo văn bản.', en: 'From the documents of the round, which say number and date.' },
  attachNone: { vi: 'Không đính kèm', en: 'None' },
});
