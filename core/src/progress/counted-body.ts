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
  readonly counts: SheetCounts;
  /** What its departments were handed; empty where nothing was. */
  readonly parts: readonly PartOfSheet[];
}

/** The round's calendar, as all its bodies have it. */
export interface BodyCalendar {
  readonly steps: readonly StepTimes[];
  readonly extensions: readonly GrantedExtension[];
  readonly daysOff: DaysOff;
}
