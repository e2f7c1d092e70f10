import { REPLY_PART_NAMES } from '@parindex/core/words/reply-parts';
import { texts } from '@parindex/core/words/texts';

/** A department's part of an explanation: who has it in hand, what was written, what is done about it. */
export const departmentPartTexts = texts({
  states: REPLY_PART_NAMES,
  title: { vi: 'Đơn vị được giao', en: 'In the hands of' },
  holder: {
    vi: (department: string, person: string | null) => (person === null ? department : `${department} (${person})`),
    en: (department: string, person: string | null) => (person === null ? department : `${department} (${person})`),
  },
  due: { vi: 'Hạn gửi', en: 'Due' },
  note: { vi: 'Ghi chú của cơ quan', en: 'Note of the body' },
  proposal: { vi: 'Nội dung đơn vị soạn', en: 'What the department wrote' },
  returned: { vi: 'Lý do trả lại', en: 'Why it was returned' },
  write: { vi: 'Soạn nội dung giải trình', en: 'Write the explanation' },
  writeOf: { vi: (code: string) => `Soạn nội dung giải trình tiêu chí ${code}`, en: (code: string) => `Write the explanation of item ${code}` },
  change: { vi: 'Sửa nội dung giải trình', en: 'Change the explanation' },
  changeOf: { vi: (code: string) => `Sửa nội dung giải trình tiêu chí ${code}`, en: (code: string) => `Change the explanation of item ${code}` },
  save: { vi: 'Lưu nội dung giải trình', en: 'Save the explanation' },
  submit: { vi: 'Trình lãnh đạo đơn vị', en: 'Submit to the leader' },
  recall: { vi: 'Rút lại', en: 'Recall' },
  pass: { vi: 'Thông qua', en: 'Pass' },
  accept: { vi: 'Duyệt', en: 'Approve' },
  take: { vi: 'Tiếp nhận làm trả lời của cơ quan', en: 'Take as the body’s answer' },
  return: { vi: 'Trả lại', en: 'Return' },
  returnOf: { vi: (code: string) => `Trả lại nội dung giải trình tiêu chí ${code}`, en: (code: string) => `Return the explanation of item ${code}` },
  returnMore: {
    vi: 'Đơn vị đọc lý do này, sửa và trình lại.',
    en: 'The department reads this, mends it and submits it again.',
  },
  reason: { vi: 'Lý do trả lại', en: 'Why it is returned' },
  give: { vi: 'Giao đơn vị', en: 'Give to a department' },
  giveAnew: { vi: 'Giao lại', en: 'Give anew' },
  giveOf: { vi: (code: string) => `Giao giải trình tiêu chí ${code}`, en: (code: string) => `Give the explanation of item ${code}` },
});
