import { texts } from '@parindex/core/words/texts';

export const sessionEndedTexts = texts({
  title: { vi: 'Phiên đăng nhập đã kết thúc', en: 'Your session has ended' },
  reasons: {
    rested: { vi: 'Phiên không được dùng quá thời gian cho phép.', en: 'It was not used for longer than is allowed.' },
    longest: { vi: 'Phiên đã đến thời gian dài nhất cho phép.', en: 'It has reached the longest time that is allowed.' },
    tooMany: {
      vi: 'Tài khoản đăng nhập ở quá nhiều nơi nên phiên cũ nhất bị kết thúc.',
      en: 'Your account is signed in at too many places, so the oldest session was ended.',
    },
    roleEnded: { vi: 'Một vai trò của Ông/Bà đã kết thúc.', en: 'One of your roles has ended.' },
    password: { vi: 'Mật khẩu của tài khoản đã được thay đổi.', en: 'The password of your account was changed.' },
    secondFactor: { vi: 'Xác thực hai lớp của tài khoản đã thay đổi.', en: 'The second factor of your account has changed.' },
    administrator: { vi: 'Quản trị viên đã kết thúc phiên.', en: 'An administrator has ended it.' },
    elsewhere: {
      vi: 'Phiên đã được kết thúc từ tài khoản của Ông/Bà, ở trình duyệt này hoặc nơi khác.',
      en: 'It was ended from your account, in this browser or elsewhere.',
    },
  },
  goOn: {
    vi: 'Nội dung đã lưu không mất; đăng nhập lại để tiếp tục. Nếu Ông/Bà không biết việc này, hãy báo cho quản trị viên.',
    en: 'Nothing saved is lost; sign in to go on. If you do not know of this, tell an administrator.',
  },
  more: {
    vi: 'Phiên kết thúc khi hết hạn, khi Ông/Bà hoặc quản trị viên kết thúc phiên, khi đổi mật khẩu, hoặc khi xác thực hai lớp hay vai trò thay đổi. Nội dung đã lưu không mất; đăng nhập lại để tiếp tục. Nếu không rõ lý do, hãy xem mục Phiên đăng nhập ở trang Tài khoản của tôi và hỏi quản trị viên.',
    en: 'A session ends when it expires, when you or an administrator end it, when the password changes, or when the second factor or a role changes. Nothing saved is lost; sign in to go on. If you do not know why, see the sessions on My account and ask an administrator.',
  },
});
