import type { DaysOff } from '../round/index.ts';
import type { InBoth } from '../words/texts.ts';
import type { AskedOfOwner, Duty } from './duty.ts';
import type { ReminderSchedule } from './schedule.ts';

/** When it is asked what is due. */
export interface Look {
  /** In milliseconds. */
  readonly moment: number;
  readonly daysOff: DaysOff;
  readonly schedule: ReminderSchedule;
}

export interface DueOfDuty {
  /** After the kind's name, what makes it once for a person, however often one looks. */
  readonly key: string;
  /** Until when there is time, where that is not the closing of the duty. */
  readonly closes?: number;
  readonly target?: string | null;
}

/** What a sentence is made of, in its language. */
export interface ReminderPhrases {
  /** What has to be ended: the work of the step, a department's parts, or a request that is decided. */
  readonly what: string;
  /** The work of the step alone. */
  readonly work: string;
  /** The round or edition, in brackets. */
  readonly where: string;
  readonly body: string;
  /** Of what a part is, with the body: "in the sheet of Tỉnh Minh họa 01". */
  readonly ofWhat: string;
  readonly until: string;
  readonly target: string | null;
  /** What was asked for, without who did: "Đề nghị đóng kỳ". */
  readonly request: string;
  readonly decided: AskedOfOwner['decided'];
  /** Why somebody asked for what is to be decided. */
  readonly reason: string | null;
  readonly ofParts: boolean;
}

/** All that is known of a kind of reminder, but for its name, which stands with the others in words/kinds.ts. */
export interface ReminderKindRule {
  /** What of a duty that is not done is due. */
  readonly due: (duty: Duty, look: Look) => readonly DueOfDuty[];
  /** Told on days off too. */
  readonly onDaysOff?: true;
  /** Told as soon as it has happened, whatever the hour and the day, and beside the mail of the day: somebody has just done it. */
  readonly atOnce?: true;
  readonly sentence: InBoth<(phrases: ReminderPhrases) => string>;
}

/** A closing as keys have it. */
export const closingOf = ({ closes }: Pick<Duty, 'closes'>): string => new Date(closes).toISOString();
