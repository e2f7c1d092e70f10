import { texts } from '@parindex/core/words/texts';

/** Texts of the help with its shortcuts, separate because few open it and the first page loads without them. */
export const shortcutTexts = texts({
  help: { vi: 'Trợ giúp', en: 'Help' },
  page: { vi: 'Trang này dùng để làm gì', en: 'What this page is for' },
  toGuides: { vi: 'Hướng dẫn sử dụng theo vai trò', en: 'Guides by role' },
  key: { vi: 'Phím', en: 'Key' },
  does: { vi: 'Tác dụng', en: 'What it does' },
  everywhere: { vi: 'Mọi trang', en: 'On every page' },
  inSheet: { vi: 'Trong bảng chấm điểm', en: 'In a sheet' },
  acts: {
    search: { vi: 'Tìm kiếm, khi không đang nhập liệu', en: 'Search, while nothing is being typed' },
    searchAlways: { vi: 'Tìm kiếm và thao tác, kể cả khi đang nhập liệu', en: 'Search and act, while typing too' },
    help: { vi: 'Mở trợ giúp của trang', en: 'Open the help of the page' },
    home: { vi: 'Về “Việc của tôi”', en: 'To “My work”' },
    rounds: { vi: 'Đến “Kỳ đánh giá”', en: 'To “Rounds”' },
    nextItem: { vi: 'Sang tiêu chí sau', en: 'To the next item' },
    previousItem: { vi: 'Về tiêu chí trước', en: 'To the item before' },
    nextOpen: { vi: 'Đến tiêu chí chưa chấm kế tiếp', en: 'To the next item without an answer' },
    undo: { vi: 'Hoàn tác thay đổi vừa ghi', en: 'Undo what was just entered' },
    review: { vi: 'Chuyển giữa nhập từng tiêu chí và rà soát trước khi gửi', en: 'Between item by item and the check before sending' },
    list: { vi: 'Chuyển giữa nhập từng tiêu chí và nhập theo danh sách', en: 'Between item by item and the list' },
  },
});
