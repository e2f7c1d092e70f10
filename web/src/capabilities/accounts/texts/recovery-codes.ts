import { texts } from '@parindex/core/words/texts';

export const recoveryTexts = texts({
  title: { vi: 'Mã khôi phục', en: 'Recovery codes' },
  shown: { vi: 'Mã khôi phục của Ông/Bà', en: 'Your recovery codes' },
  shownMore: {
    vi: 'Khi mất thiết bị xác thực, mỗi mã dưới đây dùng được một lần thay cho mã sáu chữ số. Hãy in hoặc chép lại, cất ở nơi an toàn, không để cùng chỗ với mật khẩu.',
    en: 'When the device is lost, each of these serves once in place of the six digits. Print or copy them and keep them in a safe place, apart from the password.',
  },
  of: { vi: (email: string) => `Mã khôi phục của tài khoản ${email}`, en: (email: string) => `Recovery codes of the account ${email}` },
  print: { vi: 'In', en: 'Print' },
  copy: { vi: 'Sao chép cả bộ mã', en: 'Copy all of them' },
  kept: { vi: 'Tôi đã lưu các mã này', en: 'I have kept them' },
  left: {
    vi: (left: string, made: string) => `Còn ${left} trong ${made} mã khôi phục chưa dùng.`,
    en: (left: string, made: string) => `${left} of ${made} recovery codes are left.`,
  },
  madeAt: { vi: (at: string) => `Bộ mã được tạo lúc ${at}.`, en: (at: string) => `They were made at ${at}.` },
  usedAt: {
    vi: (at: string) => `Mã dùng gần nhất: ${at}. Nếu không phải Ông/Bà dùng, hãy đổi mật khẩu và tạo bộ mã mới ngay.`,
    en: (at: string) => `One was last used at ${at}. If that was not you, change your password and make new codes at once.`,
  },
  none: {
    vi: 'Chưa có mã khôi phục nào. Nên tạo để không bị khoá ngoài khi mất thiết bị.',
    en: 'There are no recovery codes. Make some, so that a lost device does not lock you out.',
  },
  make: { vi: 'Tạo mã khôi phục mới', en: 'Make new recovery codes' },
  makeMore: { vi: 'Bộ mã cũ hết hiệu lực ngay khi tạo bộ mới.', en: 'The old ones are void as soon as new ones are made.' },
  code: { vi: 'Mã khôi phục', en: 'Recovery code' },
  codeMore: { vi: 'Mười sáu chữ và số, dạng xxxx-xxxx-xxxx-xxxx.', en: 'Sixteen letters and digits, as xxxx-xxxx-xxxx-xxxx.' },
  useOne: { vi: 'Không có thiết bị? Dùng mã khôi phục', en: 'No device at hand? Use a recovery code' },
  useDevice: { vi: 'Dùng mã của thiết bị', en: 'Use the code of the device' },
});
