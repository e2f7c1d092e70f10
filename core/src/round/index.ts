export { type AppraisalShare, appraisersOfItem } from './appraisers.ts';
export { baselineOf } from './baseline.ts';
export { clockOf, dayOf, deadlineDay, shiftYears } from './calendar.ts';
export {
  type Consequence,
  type ConsequenceCode,
  consequencesOfCalendar,
  consequencesOfRelease,
  type EstimatesAtHand,
  EXTENSION_WITHOUT_DECISION,
  exclusionsWithoutDecision,
  itemsNotAppraised,
  KEEPS_OPEN,
  type OpenInRound,
  openAtClosing,
} from './consequences.ts';
export { type DeadlineAct, deadlineOf, endOfStep } from './deadline.ts';
export { disputingUntil } from './disputing.ts';
export { type ExplanationState, explanationAfter, explanationAllows, type WholeExplanationAct } from './explanation-states.ts';
export { type FixedDayOff, fixedDaysOffOf, readFixedDaysOff } from './fixed-days-off.ts';
export { OPENING_WARNINGS, type OpeningCode, type OpeningRemark, type RoundPlan, remarksOnOpening } from './opening.ts';
export { OPENING_TEXTS } from './opening-texts.ts';
export { ROUND_PARTS, type RoundPart } from './parts.ts';
export type { RankingShown } from './ranking-shown.ts';
export { isReopened, type Reopening } from './reopening.ts';
export { type ReplyDoer, type ReplyMove, type ReplyPartState, replyMoves, replyPartAfter } from './reply-parts.ts';
export { allows, type SheetState } from './sheet-states.ts';
export { STEP_CHANGE_TEXTS, stepChangeRefusal } from './step-change.ts';
export { closingFor, type GrantedExtension, isOpen, type Step, type StepTimes } from './steps.ts';
export {
  type DayKind,
  type DayOff,
  type DaysOff,
  type DeadlineOnDayOff,
  daysOffByDate,
  deadlineOnDayOff,
  isWeekend,
  isWorkingDay,
  nextWorkingDay,
} from './working-days.ts';
