import { texts } from '@parindex/core/words/texts';

export const signOutTexts = texts({
  signOutAnyway: { vi: 'Vẫn đăng xuất', en: 'Sign out all the same' },
  keptHere: {
    vi: (count: number) =>
      `Còn ${count} thay đổi chưa đến máy chủ. Các thay đổi này được giữ trên thiết bị này và chỉ gửi đi khi chính Ông/Bà đăng nhập lại tại đây.`,
    en: (count: number) =>
      `${count} ${count === 1 ? 'change has' : 'changes have'} not reached the server. They stay on this device and go out only when you sign in here again.`,
  },
  leaving: {
    vi: (count: number) => `Còn ${count} tệp đang tải lên; đăng xuất thì việc tải dừng lại.`,
    en: (count: number) => `${count} ${count === 1 ? 'file is' : 'files are'} being uploaded; signing out stops that.`,
  },
});
