import { texts } from '@parindex/core/words/texts';

/** A file that is brought to an item: uploaded, and cited there. */
export const evidenceDropTexts = texts({
  drop: { vi: (code: string) => `Thả tệp để tải lên và dẫn tại tiêu chí ${code}`, en: (code: string) => `Drop to upload, and to cite at item ${code}` },
  upload: { vi: 'Tải tệp lên và dẫn', en: 'Upload and cite' },
  hint: {
    vi: 'Có thể kéo thả tệp vào biểu mẫu này, hoặc dán tệp khi con trỏ không ở trong ô nhập.',
    en: 'Files can be dropped anywhere on this form, or pasted while the cursor is in no field.',
  },
  asked: { vi: (names: string) => `Sẽ tải lên kho và dẫn tại đây: ${names}.`, en: (names: string) => `To be uploaded and cited here: ${names}.` },
  declare: {
    vi: 'Tôi cam kết các tệp tải lên trong phiên làm việc này không chứa bí mật nhà nước.',
    en: 'I declare that the files I upload in this session hold no state secret.',
  },
  start: { vi: 'Cam kết và tải lên', en: 'Declare and upload' },
  send: { vi: 'Tải lên và dẫn', en: 'Upload and cite these' },
  declared: {
    vi: 'Ông/Bà đã cam kết: tệp tải lên trong phiên làm việc này không chứa bí mật nhà nước.',
    en: 'You have declared that the files of this session hold no state secret.',
  },
  faulty: { vi: (name: string, faults: string) => `${name}: ${faults}`, en: (name: string, faults: string) => `${name}: ${faults}` },
  closed: { vi: 'Kho tài liệu hiện không nhận thêm tệp.', en: 'The library takes no more files now.' },
  underWay: {
    vi: (name: string, percent: string) => `${name}: đang tải lên ${percent}, sẽ được dẫn tại đây.`,
    en: (name: string, percent: string) => `${name}: ${percent} uploaded, to be cited here.`,
  },
  checking: {
    vi: (name: string) => `${name}: đã tải xong, đang kiểm tra; sẽ được dẫn tại đây.`,
    en: (name: string) => `${name}: uploaded, being checked, to be cited here.`,
  },
  choosePage: { vi: 'Chọn trang', en: 'Choose the page' },
  choosePageOf: { vi: (name: string) => `Chọn trang: ${name}`, en: (name: string) => `Choose the page: ${name}` },
  citePage: { vi: (page: string) => `Dẫn trang ${page}`, en: (page: string) => `Cite page ${page}` },
  citedPage: { vi: (page: string) => `Đã dẫn trang ${page}`, en: (page: string) => `Page ${page} is cited` },
});
