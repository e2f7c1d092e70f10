// Reminders, the personal calendar, mails that have not gone.
import type { Contract } from './contract.ts';

export const listReminders = {
  method: 'GET',
  url: '/api/me/reminders',
  summary: { vi: 'Các nhắc việc gần đây của tôi', en: 'What I was reminded of lately' },
  tag: 'me',
  access: 'self',
  answers: { 200: 'reminderList' },
} as const satisfies Contract;

export const markRemindersRead = {
  method: 'POST',
  url: '/api/me/reminders/read',
  summary: { vi: 'Đánh dấu đã đọc các nhắc việc', en: 'Mark reminders as read' },
  tag: 'me',
  access: 'self',
  body: 'remindersRead',
  answers: { 204: 'nothing' },
  acts: ['reminder.read'],
} as const satisfies Contract;

export const readCalendarFeed = {
  method: 'GET',
  url: '/api/me/calendar',
  summary: { vi: 'Địa chỉ lịch của tôi: có từ khi nào', en: 'Whether my calendar has an address, and since when' },
  tag: 'me',
  access: 'self',
  answers: { 200: 'calendarState' },
} as const satisfies Contract;

export const createCalendarFeed = {
  method: 'POST',
  url: '/api/me/calendar',
  summary: {
    vi: 'Tạo địa chỉ lịch (ICS) của tôi; địa chỉ cũ hết hiệu lực, địa chỉ mới chỉ hiện một lần',
    en: 'Make the address of my calendar (ICS), shown this once; any before ends',
  },
  tag: 'me',
  access: 'self',
  answers: { 201: 'madeCalendar' },
  acts: ['calendarFeed.make'],
} as const satisfies Contract;

export const revokeCalendarFeed = {
  method: 'DELETE',
  url: '/api/me/calendar',
  summary: { vi: 'Thu hồi địa chỉ lịch của tôi', en: 'Revoke the address of my calendar' },
  tag: 'me',
  access: 'self',
  answers: { 204: 'nothing' },
  acts: ['calendarFeed.revoke'],
} as const satisfies Contract;

export const downloadCalendar = {
  method: 'GET',
  url: '/api/calendar/{file}',
  summary: { vi: 'Lịch cá nhân (iCalendar) theo địa chỉ bí mật', en: 'A personal calendar (iCalendar) by its secret address' },
  tag: 'me',
  access: 'public',
  params: 'calendarParams',
  answers: { 200: 'calendarFile' },
} as const satisfies Contract;

export const listMails = {
  method: 'GET',
  url: '/api/operation/mails',
  summary: { vi: 'Thư nhắc việc chưa gửi được', en: 'Mails that have not gone' },
  tag: 'operation',
  access: 'mail.read',
  answers: { 200: 'mailQueueAnswer' },
} as const satisfies Contract;

export const decideMails = {
  method: 'POST',
  url: '/api/operation/mails',
  summary: { vi: 'Ghi nhận đã chuyển thư bằng cách khác, hoặc cho gửi lại', en: 'Say that a mail was passed on, or is to be sent again' },
  tag: 'operation',
  access: 'mail.decide',
  confirmed: 'inSeries',
  body: 'mailDecision',
  answers: { 204: 'nothing' },
  acts: ['mail.decide'],
} as const satisfies Contract;
