import { REMARK_NAMES } from '@parindex/core/words/states';
import { named, texts } from '@parindex/core/words/texts';

/** What was found on site. */
export const siteCheckTexts = texts({
  title: named(REMARK_NAMES, 'siteCheck'),
  on: { vi: (date: string) => `Ngày xác minh: ${date}`, en: (date: string) => `Checked on ${date}` },
  who: { vi: (team: string) => `Thành phần: ${team}`, en: (team: string) => `Present: ${team}` },
  by: { vi: (name: string, at: string) => `${name} ghi, ${at}`, en: (name: string, at: string) => `Recorded by ${name}, ${at}` },
  record: { vi: 'Ghi nhận xác minh thực tế', en: 'Record a check on site' },
  change: { vi: 'Sửa kết quả xác minh', en: 'Change what was recorded' },
  withdraw: { vi: 'Rút kết quả xác minh', en: 'Take it back' },
  lead: {
    vi: 'Ghi sau khi đã xác minh tại cơ quan, dẫn biên bản xác minh trong kho tài liệu. Nội dung này không làm thay đổi điểm; kết quả thẩm định vẫn phải được ghi riêng. Cơ quan đọc nội dung này cùng với thông báo kết quả thẩm định, và đọc được biên bản ngay khi tệp được đưa vào kho.',
    en: 'To be recorded after the visit, with its minutes from the library. It changes no points: the verdict is given by itself. The body reads this with the notice of its appraisal, and the minutes as soon as they are in the library.',
  },
  date: { vi: 'Ngày xác minh', en: 'Day of the check' },
  team: { vi: 'Thành phần đoàn xác minh', en: 'Who was present' },
  teamHint: { vi: 'Họ tên, chức vụ của người thẩm định và đại diện cơ quan được xác minh', en: 'Names and positions, of the appraisers and of the body' },
  found: { vi: 'Kết quả xác minh', en: 'What was found' },
  minutes: { vi: 'Biên bản xác minh và tài liệu kèm theo', en: 'Minutes of the check, and papers' },
  noMinutes: { vi: 'Dẫn biên bản xác minh trước khi lưu.', en: 'Cite the minutes before saving.' },
  save: { vi: 'Lưu kết quả xác minh', en: 'Save' },
});
