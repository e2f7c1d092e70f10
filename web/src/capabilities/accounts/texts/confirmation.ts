import { texts } from '@parindex/core/words/texts';

export const confirmationTexts = texts({
  title: { vi: 'Xác nhận danh tính', en: 'Confirm that it is you' },
  lead: {
    vi: 'Đề nghị xác nhận danh tính trước khi thực hiện việc này. Sau khi xác nhận, việc được thực hiện ngay; trong vài phút tiếp theo không phải xác nhận lại.',
    en: 'What you are about to do binds others or gives access, so you are asked again. It is done as soon as you confirm, and for some minutes you are not asked any more.',
  },
  byCode: { vi: 'Dùng mã xác thực hai lớp', en: 'Use the second factor' },
  byPassword: { vi: 'Dùng mật khẩu', en: 'Use the password' },
});
