import { texts } from '@parindex/core/words/texts';

/** Texts of the help with its shortcuts, separate because few open it and the first page loads without them. */
export const shortcutTexts = texts({
  help: { vi: 'Trợ giúp', en: 'Help' },
  page: { vi: 'Trang này dùng để làm gì', en: 'What this page is for' },
  toGuides: { vi: 'Hướng dẫn sử dụng theo vai trò', en: 'Guides by role' },
  key: { vi: 'Phím', en: 'Key' },
  does: { vi: 'Tác dụng', en: 'What it does' },
  everywhere: { vi: 'Mọi trang', en: 'On every page' },
  onPage: { vi: 'Trang đang mở', en: 'On this page' },
  acts: {
    search: { vi: 'Tìm kiếm, khi không đang nhập liệu', en: 'Search, while nothing is being typed' },
    searchAlways: { vi: 'Tìm kiếm và thao tác, kể cả khi đang nhập liệu', en: 'Search and act, while typing too' },
    help: { vi: 'Mở trợ giúp của trang', en: 'Open the help of the page' },
    home: { vi: 'Về “Việc của tôi”', en: 'To “My work”' },
    rounds: { vi: 'Đến “Kỳ đánh giá”', en: 'To “Rounds”' },
  },
});
