import { texts } from '@parindex/core/words/texts';

export const withoutServerTexts = texts({
  lead: {
    vi: 'Trang làm việc vẫn ở trên thiết bị này, nhưng chưa kết nối được với máy chủ.',
    en: 'The workspace stands on this device, but it cannot reach the server.',
  },
  kept: {
    vi: (count: number) => `Trên thiết bị này còn ${count} ô đã nhập chưa đến máy chủ; không ô nào bị mất.`,
    en: (count: number) => `On this device ${count} ${count === 1 ? 'field waits' : 'fields wait'} to be sent to the server; nothing is lost.`,
  },
  nothingKept: { vi: 'Trên thiết bị này không có gì chờ gửi.', en: 'Nothing waits on this device to be sent.' },
  notRead: { vi: 'Chưa đọc được nội dung giữ trên thiết bị này.', en: 'What this device keeps could not be read.' },
  more: {
    vi: 'Khi có lại kết nối, trang tự mở tiếp và gửi những gì còn chờ. Có thể đóng cửa sổ này; nội dung đã nhập vẫn được giữ.',
    en: 'Once the line is back the page goes on by itself and sends what waits. You may close this window; what was typed is kept.',
  },
});
