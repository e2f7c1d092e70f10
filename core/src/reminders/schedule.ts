/** When people are reminded: data, the same for all rounds. */
export interface ReminderSchedule {
  /** Working days before a closing, each told once; falling. */
  readonly workingDaysBefore: readonly number[];
  /** The hour in Asia/Ho_Chi_Minh from which a day's reminders are told. */
  readonly hour: number;
}

export const REMINDER_SCHEDULE: ReminderSchedule = { workingDaysBefore: [7, 3, 1], hour: 8 };
