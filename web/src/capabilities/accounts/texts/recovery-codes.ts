import { texts } from '@parindex/core/words/texts';

export const recoveryTexts = texts({
  title: { vi: 'Mã khôi phục', en: 'Recovery codes' },
  shown: { vi: 'Mã khôi phục của Ông/Bà', en: 'Your recovery codes' },
  shownMore: {
    vi: 'Khi mất thiết bị xác thực, mỗi mã dưới đây dùng được một lần thay cho mã sáu chữ số. Hãy in hoặc chép lại, cất ở nơi an toàn, không để cùng chỗ với mật khẩu.',
    en: 'When the device is lost, each of these serves once in place of the six digits. Print or copy them and keep them in a safe place, apart from the password.',
  },
  of: { vi: (email: string) => `Mã khôi phục của tài khoản ${email}`, en: (email: string) => `Recovery codes of the account ${email}` },
  ofPerson: { vi: (name: string, email: string) => `${name}, tài khoản ${email}`, en: (name: string, email: string) => `${name}, account ${email}` },
  madeOn: { vi: (day: string) => `Bộ mã tạo ngày ${day}`, en: (day: string) => `Made on ${day}` },
  printedMore: {
    vi: 'Cách dùng: đăng nhập bằng mật khẩu, chọn “Không có thiết bị? Dùng mã khôi phục”, rồi nhập một mã ở trên. Mỗi mã dùng được một lần; gạch bỏ mã đã dùng. Cất ở nơi an toàn, không để cùng chỗ với mật khẩu.',
    en: 'How to use one: sign in by your password, choose “No device at hand? Use a recovery code”, and enter a code from above. Each serves once; strike out what was used. Keep this sheet safe, apart from the password.',
  },
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
    vi: 'Chưa có mã khôi phục nào. Nên tạo để vẫn đăng nhập được khi mất thiết bị.',
    en: 'There are no recovery codes. Make some, so that a lost device does not lock you out.',
  },
  make: { vi: 'Tạo mã khôi phục mới', en: 'Make new recovery codes' },
  makeMore: { vi: 'Bộ mã cũ hết hiệu lực ngay khi tạo bộ mới.', en: 'The old ones are void as soon as new ones are made.' },
  code: { vi: 'Mã khôi phục', en: 'Recovery code' },
  codeMore: { vi: 'Mười sáu chữ và số, dạng xxxx-xxxx-xxxx-xxxx.', en: 'Sixteen letters and digits, as xxxx-xxxx-xxxx-xxxx.' },
  lead: {
    vi: 'Nhập một mã khôi phục chưa dùng, Ông/Bà đã in hoặc chép lại khi đăng ký thiết bị.',
    en: 'Enter a recovery code not used yet, as you printed or copied it when the device was enrolled.',
  },
  wrong: { vi: 'Mã khôi phục không đúng hoặc đã dùng', en: 'The recovery code is wrong, or was used' },
  wrongMore: {
    vi: 'Mỗi mã chỉ dùng được một lần. Hãy kiểm tra lại hoặc nhập mã khác trong bộ mã mới nhất.',
    en: 'Each serves once. Check it, or enter another of the set made last.',
  },
  neither: {
    vi: 'Không còn thiết bị và cũng không còn mã khôi phục? Báo quản trị viên của cơ quan: hai quản trị viên (một người đề nghị, một người khác quyết định) gỡ xác thực hai lớp, rồi Ông/Bà đăng ký thiết bị mới.',
    en: 'Neither the device nor a recovery code? Tell the administrator of your body: two administrators (one asks, another decides) take the second factor away, and you enrol a new device.',
  },
  used: { vi: 'Đã đăng nhập bằng một mã khôi phục', en: 'You signed in by a recovery code' },
  usedMore: {
    vi: (left: string, made: string) =>
      `Mã vừa dùng không còn hiệu lực. Còn ${left} trong ${made} mã chưa dùng. Nếu đã mất thiết bị, hãy thay thiết bị xác thực ngay ở trang Tài khoản của tôi.`,
    en: (left: string, made: string) => `That code is void now. ${left} of ${made} are left. If the device is lost, replace it now on the page My account.`,
  },
  toAccount: { vi: 'Thay thiết bị xác thực', en: 'Replace the device' },
  goOn: { vi: 'Tiếp tục', en: 'Go on' },
  useOne: { vi: 'Không có thiết bị? Dùng mã khôi phục', en: 'No device at hand? Use a recovery code' },
  useDevice: { vi: 'Dùng mã của thiết bị', en: 'Use the code of the device' },
});
