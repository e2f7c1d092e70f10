export { calendarFeed } from './calendar-feed.ts';
export { type DueReminder, dueReminders, isReminderHour, isToldAtOnce, type SentReminder } from './due.ts';
export { type Duty, dutiesOf, type RemindedPerson, type RemindedRound } from './duty.ts';
export { type LateBody, missingOf, type OverdueLetter, overdueLetterText } from './overdue-letter.ts';
export { reminderMail, reminderSentence } from './words.ts';
