import { texts } from '@parindex/core/words/texts';

export const keyTexts = texts({
  title: { vi: 'Khóa bảo mật', en: 'Security keys' },
  lead: {
    vi: 'Khóa cắm USB, khóa chạm NFC, vân tay hoặc mã PIN của máy, của điện thoại (passkey): dùng thay mã sáu chữ số khi đăng nhập và khi hệ thống hỏi lại. Nên có hai khóa, cất ở hai nơi.',
    en: 'A key for USB or NFC, the fingerprint or PIN of a computer or telephone (passkey): it serves in place of the six digits at sign-in and when you are asked again. Have two, in two places.',
  },
  none: { vi: 'Chưa có khóa bảo mật nào.', en: 'There is no security key yet.' },
  cannot: {
    vi: 'Trình duyệt hoặc địa chỉ này không dùng được khóa bảo mật: cần mở hệ thống qua HTTPS bằng trình duyệt hiện hành.',
    en: 'This browser or address cannot use security keys: open the system over HTTPS in a present browser.',
  },
  add: { vi: 'Thêm khóa bảo mật', en: 'Add a security key' },
  addMore: {
    vi: 'Sau khi bấm nút, trình duyệt yêu cầu cắm, chạm khóa hoặc xác nhận trên máy. Hãy làm theo hướng dẫn của trình duyệt.',
    en: 'After the button is pressed the browser asks you to insert or touch the key, or to confirm on the device. Do as it says.',
  },
  name: { vi: 'Tên để nhận biết khóa', en: 'Name to know the key by' },
  nameMore: { vi: 'Ví dụ: khóa USB ở cơ quan.', en: 'Such as: USB key at the office.' },
  added: {
    vi: 'Đã thêm khóa bảo mật. Từ lần đăng nhập tới, Ông/Bà có thể dùng khóa này.',
    en: 'The security key is added. From the next sign-in on it serves.',
  },
  madeAt: { vi: 'Thêm lúc', en: 'Added at' },
  usedAt: { vi: 'Dùng gần nhất', en: 'Last used' },
  never: { vi: 'Chưa dùng', en: 'Never' },
  actions: { vi: 'Thao tác', en: 'Acts' },
  remove: { vi: 'Gỡ', en: 'Remove' },
  removeOne: { vi: (name: string) => `Gỡ khóa “${name}”`, en: (name: string) => `Remove the key “${name}”` },
  removeMore: {
    vi: 'Khóa này không đăng nhập được nữa. Muốn dùng lại phải thêm lại. Gỡ xác thực lớp thứ hai cuối cùng thì mã khôi phục cũng hết hiệu lực.',
    en: 'It signs nobody in any more; to use it again, add it again. With the last second factor the recovery codes go too.',
  },
  removed: { vi: 'Đã gỡ khóa bảo mật.', en: 'The security key is removed.' },
  use: { vi: 'Dùng khóa bảo mật', en: 'Use a security key' },
  orCode: {
    vi: 'Dùng khóa bảo mật, hoặc nhập sáu chữ số đang hiển thị trong ứng dụng xác thực.',
    en: 'Use a security key, or enter the six digits that the authenticator shows now.',
  },
  orRecovery: {
    vi: 'Dùng khóa bảo mật của Ông/Bà. Không có khóa bên mình thì nhập một mã khôi phục.',
    en: 'Use your security key. Without it at hand, enter a recovery code.',
  },
  enrolInstead: { vi: 'Đăng ký khóa bảo mật thay cho ứng dụng', en: 'Enrol a security key in place of the app' },
  enrolDevice: { vi: 'Đăng ký ứng dụng xác thực', en: 'Enrol an authenticator app' },
  enrolLead: {
    vi: 'Vai trò của Ông/Bà yêu cầu xác thực hai lớp. Đặt tên cho khóa bảo mật rồi làm theo hướng dẫn của trình duyệt.',
    en: 'Your role asks for a second factor. Give the security key a name and do as the browser says.',
  },
  notUsed: { vi: 'Chưa nhận được xác nhận từ khóa bảo mật', en: 'No answer came from a security key' },
  notUsedMore: {
    vi: 'Đã hủy, hết thời gian chờ, hoặc khóa không phải của tài khoản này (khi thêm: khóa đã được đăng ký). Hãy thử lại.',
    en: 'It was cancelled, took too long, or the key is not of this account (when adding: is known already). Try again.',
  },
});
