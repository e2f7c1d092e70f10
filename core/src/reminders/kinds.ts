import type { ReminderKindRule } from './kind.ts';
import { decided } from './kinds/decided.ts';
import { dueSoon } from './kinds/due-soon.ts';
import { extended } from './kinds/extended.ts';
import { lastDay } from './kinds/last-day.ts';
import { overdue } from './kinds/overdue.ts';
import { reopened } from './kinds/reopened.ts';
import { returned } from './kinds/returned.ts';
import { toDecide } from './kinds/to-decide.ts';

/** Of what people are reminded. */
const REMINDERS = { dueSoon, lastDay, overdue, returned, extended, reopened, toDecide, decided };
export type ReminderKind = keyof typeof REMINDERS;

export const REMINDER_KINDS = Object.keys(REMINDERS) as ReminderKind[];

export const reminderRule = (kind: ReminderKind): ReminderKindRule => REMINDERS[kind];
