export { calendarFeed } from './calendar-feed.ts';
export { type DueReminder, dueReminders, isReminderHour, type ToldReminder } from './due.ts';
export { type Duty, dutiesOf, type RemindedPerson, type RemindedRound, type ReminderKind } from './duty.ts';
export { missingOf, type Urging, urgingText } from './overdue-letter.ts';
export { deadlineText, reminderMail, reminderSentence } from './words.ts';
