import type { SheetState } from '../round/sheet-states.ts';
import type { GrantedExtension, StepTimes } from '../round/steps.ts';
import type { DaysOff } from '../round/working-days.ts';
import type { SheetCounts } from './count-sheet.ts';
import type { PartOfSheet } from './parts.ts';

/** A body's sheet, counted; moments in milliseconds. */
export interface CountedBody {
  readonly body: string;
  readonly state: SheetState;
  readonly seq: number;
  /** Of its first entry; null where there is none. */
  readonly firstAt: number | null;
  /** Until when its open sheet was reopened; null where it was not, or for as long as the calendar gives. */
  readonly reopenedUntil: number | null;
  readonly counts: SheetCounts;
  /** Parts assigned to its departments, if any. */
  readonly parts: readonly PartOfSheet[];
}

/** The round's calendar, the same for all its bodies. */
export interface BodyCalendar {
  readonly steps: readonly StepTimes[];
  readonly extensions: readonly GrantedExtension[];
  readonly daysOff: DaysOff;
}
