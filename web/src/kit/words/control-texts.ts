import { texts } from '@parindex/core/words/texts';
import { formatDay } from './format.ts';

/** Words of the small parts that all screens are made of. */
export const controlTexts = texts({
  copy: { vi: 'Sao chép', en: 'Copy' },
  copied: { vi: 'Đã sao chép', en: 'Copied' },
  copyFailed: {
    vi: 'Trình duyệt không cho sao chép; đề nghị tự chọn và sao chép.',
    en: 'The browser does not let this page copy; select the text and copy it yourself.',
  },
  leaveTitle: { vi: 'Còn nội dung chưa lưu', en: 'Something is not saved' },
  leaveMore: { vi: 'Rời trang này thì những thay đổi chưa lưu sẽ mất.', en: 'Changes that are not saved are lost when you leave this page.' },
  leaveStay: { vi: 'Ở lại để lưu', en: 'Stay and save' },
  leaveGo: { vi: 'Rời trang, bỏ thay đổi', en: 'Leave and discard' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  stale: { vi: 'Người khác vừa thay đổi nội dung này', en: 'Somebody else has just changed this' },
  staleMore: {
    vi: 'Thay đổi của Ông/Bà chưa được lưu, nhưng nội dung đang nhập vẫn còn trên màn hình. Hãy nạp trạng thái mới, đối chiếu, rồi lưu lại.',
    en: 'Your change was not saved, but what you typed still stands here. Load the new state, compare, and save again.',
  },
  staleLoad: { vi: 'Nạp trạng thái mới, giữ nội dung đang nhập', en: 'Load the new state, keep what I typed' },
  save: { vi: 'Lưu thay đổi', en: 'Save the changes' },
  discard: { vi: 'Bỏ thay đổi', en: 'Discard the changes' },
  unsaved: { vi: (count: string) => `${count} thay đổi chưa lưu`, en: (count: string) => `Changes not saved yet: ${count}` },
  added: { vi: 'thêm mới, chưa lưu', en: 'new, not saved yet' },
  changed: { vi: 'đã sửa, chưa lưu', en: 'changed, not saved yet' },
  removed: { vi: 'sẽ bỏ khi lưu', en: 'goes when you save' },
  undo: { vi: 'Hoàn tác', en: 'Undo' },
  remove: { vi: 'Bỏ', en: 'Remove' },
  edit: { vi: 'Sửa', en: 'Change' },
  close: { vi: 'Đóng', en: 'Close' },
  more: { vi: 'Xem thêm', en: 'Show more' },
  asTable: { vi: 'Xem dạng bảng', en: 'As a table' },
  nextRows: { vi: (count: string) => `Hiện thêm ${count} mục`, en: (count: string) => `Show ${count} more` },
  shown: { vi: (count: string) => `Đang hiển thị ${count} mục.`, en: (count: string) => `${count} shown.` },
  shownAll: { vi: (count: string) => `Đã hiển thị tất cả ${count} mục.`, en: (count: string) => `All ${count} shown.` },
  search: {
    typing: { vi: 'Gõ để tìm', en: 'Type to search' },
    none: { vi: 'Không tìm thấy mục nào phù hợp', en: 'Nothing fits' },
    looking: { vi: 'Đang tìm …', en: 'Searching …' },
    failed: { vi: 'Không tải được danh sách; đề nghị gõ lại để thử tiếp.', en: 'The list could not be loaded; type again to retry.' },
    clear: { vi: 'Bỏ lựa chọn', en: 'Clear the choice' },
  },
  once: {
    vi: 'Nội dung này chỉ hiển thị một lần; sau khi rời trang sẽ không xem lại được.',
    en: 'This is shown once only; it cannot be seen again after you leave the page.',
  },
  period: {
    vi: (from: string | null, to: string | null): string =>
      from && to ? `từ ${formatDay(from)} đến hết ${formatDay(to)}` : from ? `từ ${formatDay(from)}` : to ? `đến hết ${formatDay(to)}` : 'không ghi thời hạn',
    en: (from: string | null, to: string | null): string =>
      from && to ? `from ${formatDay(from)} to ${formatDay(to)}` : from ? `from ${formatDay(from)}` : to ? `to ${formatDay(to)}` : 'no dates told',
  },
  decision: {
    vi: (number: string | null, date: string | null): string =>
      number && date ? `văn bản số ${number} ngày ${formatDay(date)}` : number ? `văn bản số ${number}` : date ? `văn bản ngày ${formatDay(date)}` : '',
    en: (number: string | null, date: string | null): string =>
      number && date ? `document ${number} of ${formatDay(date)}` : number ? `document ${number}` : date ? `a document of ${formatDay(date)}` : '',
  },
  wholeInstallation: { vi: 'Toàn hệ thống', en: 'The whole installation' },
});
