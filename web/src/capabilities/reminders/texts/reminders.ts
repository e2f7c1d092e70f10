import { REMINDER_KIND_NAMES } from '@parindex/core/words/kinds';
import { texts } from '@parindex/core/words/texts';

export const reminderTexts = texts({
  title: { vi: 'Nhắc việc', en: 'Reminders' },
  lead: {
    vi: 'Hạn sắp đến, đã quá, được gia hạn; nội dung được trả lại, bảng chấm điểm được mở lại. Mỗi việc được nhắc một lần, mỗi ngày làm việc nhiều nhất một thư; ngày nghỉ chỉ nhắc hạn cuối.',
    en: 'Closings that are near, past or extended; parts returned, sheets opened again. Each is told once, at most one mail a working day; on days off the last notice alone.',
  },
  list: { vi: 'Các nhắc việc gần đây', en: 'The latest reminders' },
  unread: { vi: (count: string) => `${count} nhắc việc chưa đọc.`, en: (count: string) => `Not read yet: ${count}.` },
  none: { vi: 'Chưa có nhắc việc nào.', en: 'There are none yet.' },
  read: { vi: 'Đánh dấu đã đọc tất cả', en: 'Mark all as read' },
  done: { vi: 'Đã đánh dấu đã đọc.', en: 'Marked as read.' },
  isNew: { vi: 'Mới', en: 'New' },
  kinds: REMINDER_KIND_NAMES,
  toSheet: { vi: 'Mở bảng chấm điểm', en: 'Open the sheet' },
  toRound: { vi: 'Mở kỳ đánh giá', en: 'Open the round' },
  toEdition: { vi: 'Mở bộ tiêu chí', en: 'Open the edition' },
  calendar: {
    title: { vi: 'Lịch cá nhân (ICS)', en: 'Personal calendar (ICS)' },
    lead: {
      vi: 'Đưa các hạn của Ông/Bà vào ứng dụng lịch trên điện thoại hoặc máy tính. Ai có địa chỉ này đều đọc được các hạn, nên không chuyển cho người khác; cần thì tạo địa chỉ mới, địa chỉ cũ hết hiệu lực ngay.',
      en: 'Brings your closings into the calendar program of your phone or desk. Whoever has the address can read them: pass it on to nobody, and make a new one where need be; the old one ends at once.',
    },
    none: { vi: 'Chưa có địa chỉ lịch.', en: 'There is no address yet.' },
    since: { vi: (moment: string) => `Địa chỉ lịch có từ ${moment}.`, en: (moment: string) => `There is an address since ${moment}.` },
    make: { vi: 'Tạo địa chỉ lịch', en: 'Make the address' },
    renew: { vi: 'Tạo địa chỉ mới', en: 'Make a new address' },
    renewAsk: {
      vi: 'Địa chỉ cũ hết hiệu lực ngay, các ứng dụng đang dùng phải đăng ký lại. Tạo địa chỉ mới?',
      en: 'The old address ends at once, and programs that use it must subscribe anew. Make a new one?',
    },
    revoke: { vi: 'Thu hồi địa chỉ', en: 'Revoke the address' },
    revokeAsk: {
      vi: 'Các ứng dụng đang dùng sẽ không đọc được lịch nữa. Thu hồi địa chỉ?',
      en: 'Programs that use it will no longer read the calendar. Revoke the address?',
    },
    revoked: { vi: 'Đã thu hồi địa chỉ lịch.', en: 'The address was revoked.' },
    made: { vi: 'Địa chỉ lịch đã được tạo', en: 'The address was made' },
    address: { vi: 'Địa chỉ lịch', en: 'Address of the calendar' },
    madeMore: {
      vi: 'Trong ứng dụng lịch, chọn đăng ký lịch theo địa chỉ (URL) rồi dán địa chỉ này.',
      en: 'In the calendar program, choose to subscribe by address (URL) and paste this one.',
    },
  },
});
