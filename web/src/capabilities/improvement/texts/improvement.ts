import { COLUMN_NAMES } from '@parindex/core/words/column-names';
import { texts } from '@parindex/core/words/texts';

/** What a body does about the points that it lost. */
export const improvementTexts = texts({
  title: { vi: 'Nhiệm vụ khắc phục', en: 'What is done about it' },
  lead: {
    vi: 'Mỗi tiêu chí bị trừ điểm có thể có một nhiệm vụ, với người hoặc đơn vị chủ trì và thời hạn; được theo dõi bên cạnh cùng tiêu chí ở kỳ sau.',
    en: 'Each item that lost points can have a task, with who leads it and until when; it is followed beside the same item in the next round.',
  },
  none: { vi: 'Chưa giao nhiệm vụ nào.', en: 'No task is set yet.' },
  give: { vi: 'Giao nhiệm vụ', en: 'Set tasks' },
  change: { vi: 'Cập nhật', en: 'Update' },
  changeOf: { vi: (item: string) => `Cập nhật nhiệm vụ của tiêu chí ${item}`, en: (item: string) => `Update the task of item ${item}` },
  save: { vi: 'Lưu', en: 'Save' },
  items: { vi: 'Tiêu chí bị trừ điểm', en: 'Items that lost points' },
  itemLost: { vi: (item: string, lost: string) => `${item} (bị trừ ${lost})`, en: (item: string, lost: string) => `${item} (lost ${lost})` },
  item: { vi: 'Tiêu chí', en: 'Item' },
  measure: { vi: 'Nhiệm vụ, giải pháp', en: 'What is to be done' },
  product: { vi: 'Sản phẩm, kết quả', en: 'What it is to give' },
  leader: { vi: 'Đơn vị hoặc cá nhân chủ trì', en: 'Unit or person that leads it' },
  due: { vi: 'Thời hạn hoàn thành', en: 'Until' },
  state: COLUMN_NAMES.state,
  note: {
    open: { vi: '', en: '' },
    done: { vi: 'Kết quả thực hiện', en: 'What came of it' },
    dropped: { vi: 'Lý do không thực hiện', en: 'Why it is given up' },
  },
  number: { vi: 'Số văn bản', en: 'Number of the document' },
  date: { vi: 'Ngày văn bản', en: 'Date of the document' },
  by: { vi: (number: string, date: string) => `Văn bản số ${number} ngày ${date}.`, en: (number: string, date: string) => `Document ${number} of ${date}.` },
  reopenFirst: {
    vi: 'Nhiệm vụ đã kết thúc: mở lại trước khi cập nhật nội dung.',
    en: 'The task has ended: open it again to change it.',
  },
  reopen: { vi: 'Mở lại', en: 'Open it again' },
  before: { vi: (round: string) => `Nhiệm vụ khắc phục từ ${round}`, en: (round: string) => `Set after ${round} to mend it` },
  plan: {
    pdf: { vi: 'Dự thảo kế hoạch khắc phục (PDF)', en: 'Draft of a plan to mend it (PDF)' },
    docx: { vi: 'Dự thảo kế hoạch khắc phục (DOCX)', en: 'Draft of a plan to mend it (DOCX)' },
  },
});
