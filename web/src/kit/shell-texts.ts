import { texts } from '@parindex/core/words/texts';

export const shellTexts = texts({
  product: { vi: 'ParIndex', en: 'ParIndex' },
  subtitle: { vi: 'Chỉ số cải cách hành chính', en: 'Public administration reform index' },
  skip: { vi: 'Đến nội dung chính', en: 'To the main content' },
  navigation: { vi: 'Các mục của trang làm việc', en: 'Parts of the workspace' },
  trail: { vi: 'Các trang bên trên', en: 'The pages above' },
  menu: { vi: 'Mở danh mục', en: 'Open the menu' },
  home: { vi: 'Việc của tôi', en: 'My work' },
  load: { vi: 'Việc được giao', en: 'Given to us' },
  rounds: { vi: 'Kỳ đánh giá', en: 'Rounds' },
  bodies: { vi: 'Cơ quan, đơn vị', en: 'Bodies' },
  people: { vi: 'Người dùng', en: 'People' },
  editions: { vi: 'Bộ tiêu chí', en: 'Editions' },
  daysOff: { vi: 'Ngày nghỉ', en: 'Days off' },
  erasures: { vi: 'Gỡ bỏ, hủy tài liệu', en: 'Removals and purges' },
  audit: { vi: 'Nhật ký', en: 'Audit trail' },
  operation: { vi: 'Vận hành', en: 'Operation' },
  account: { vi: 'Tài khoản của tôi', en: 'My account' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  accessibility: { vi: 'Khả năng tiếp cận', en: 'Accessibility' },
  results: { vi: 'Trang kết quả công bố', en: 'Published results' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  sandbox: {
    vi: 'Dữ liệu minh họa. Đây là kỳ đánh giá thử: cơ quan, con người và số liệu đều không có thật.',
    en: 'Illustrative data. This is a sandbox: bodies, people and figures are invented.',
  },
  sandboxShort: { vi: 'Dữ liệu minh họa', en: 'Illustrative data' },
  toLight: { vi: 'Chuyển sang nền sáng', en: 'Switch to light' },
  toDark: { vi: 'Chuyển sang nền tối', en: 'Switch to dark' },
  uploads: {
    running: {
      vi: (count: number) => `Đang tải lên ${count} tệp. Ông/Bà có thể làm việc khác; không đóng cửa sổ này khi chưa tải xong.`,
      en: (count: number) =>
        `${count} ${count === 1 ? 'file is' : 'files are'} being uploaded. You can do other things; do not close this window before they are done.`,
    },
    toProgress: { vi: 'Xem tiến độ', en: 'See how far' },
  },
  noSecrets: {
    vi: 'Không đưa thông tin, tài liệu bí mật nhà nước lên hệ thống.',
    en: 'Do not bring state secrets, or documents that hold them, into this system.',
  },
  loading: { vi: 'Đang tải …', en: 'Loading …' },
  notFound: { vi: 'Không tìm thấy trang này', en: 'This page was not found' },
  notFoundMore: { vi: 'Địa chỉ có thể đã gõ sai, hoặc nội dung không còn ở đây.', en: 'The address may be mistyped, or its content is here no more.' },
  toHome: { vi: 'Về trang “Việc của tôi”', en: 'To “My work”' },
  notSecure: { vi: 'Trang làm việc cần kết nối an toàn (https)', en: 'The workspace needs a secure connection (https)' },
  notSecureMore: {
    vi: 'Qua kết nối này, trình duyệt không cho phép giữ nội dung đang nhập trên thiết bị. Đề nghị mở lại bằng địa chỉ bắt đầu bằng https, hoặc báo cho người vận hành hệ thống.',
    en: 'Over this connection the browser keeps nothing of what is typed. Open the address that begins with https, or tell the operator.',
  },
  shortcuts: { vi: 'Trợ giúp, phím tắt', en: 'Help and shortcuts' },
  problem: {
    unanswered: { vi: 'Máy chủ chưa trả lời', en: 'The server has not answered' },
    unansweredMore: {
      vi: 'Có thể đang mất kết nối. Nội dung đã nhập vẫn còn trên thiết bị này; trang tự tải lại khi có lại kết nối.',
      en: 'The connection may be lost. What you typed is still on this device; the page reloads once it is back.',
    },
    unknown: { vi: 'Trang gặp lỗi khi hiển thị', en: 'The page could not be shown' },
    again: { vi: 'Thử lại', en: 'Try again' },
    line: { vi: (line: number) => `(dòng ${line})`, en: (line: number) => `(line ${line})` },
  },
});
