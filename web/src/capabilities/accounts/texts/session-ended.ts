import { texts } from '@parindex/core/words/texts';

export const sessionEndedTexts = texts({
  title: { vi: 'Phiên đăng nhập đã kết thúc', en: 'Your session has ended' },
  more: {
    vi: 'Phiên kết thúc khi hết hạn, khi Ông/Bà hoặc quản trị viên kết thúc phiên, khi đổi mật khẩu, hoặc khi xác thực hai lớp hay vai trò thay đổi. Nội dung đã lưu không mất; đăng nhập lại để tiếp tục. Nếu không rõ lý do, hãy xem mục Phiên đăng nhập ở trang Tài khoản của tôi và hỏi quản trị viên.',
    en: 'A session ends when it expires, when you or an administrator end it, when the password changes, or when the second factor or a role changes. Nothing saved is lost; sign in to go on. If you do not know why, see the sessions on My account and ask an administrator.',
  },
});
