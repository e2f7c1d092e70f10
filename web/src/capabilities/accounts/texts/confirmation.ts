import { texts } from '@parindex/core/words/texts';

export const confirmationTexts = texts({
  title: { vi: 'Xác nhận danh tính', en: 'Confirm that it is you' },
  lead: {
    vi: 'Việc sắp thực hiện có tính ràng buộc hoặc liên quan đến quyền truy cập, nên hệ thống hỏi lại. Sau khi xác nhận, việc này được thực hiện ngay; trong vài phút tiếp theo hệ thống không hỏi lại.',
    en: 'What you are about to do binds others or gives access, so you are asked again. It is done as soon as you confirm, and for some minutes you are not asked any more.',
  },
  byCode: { vi: 'Dùng mã xác thực hai lớp', en: 'Use the second factor' },
  byPassword: { vi: 'Dùng mật khẩu', en: 'Use the password' },
});
