import type { StateAct } from './state-act.ts';

/** What a task to mend lost points is: being done, done with its result, or given up with the reason. */
export const IMPROVEMENT_STATES = ['open', 'done', 'dropped'] as const;
export type ImprovementState = (typeof IMPROVEMENT_STATES)[number];

/** What may be done to a task: while it is open it is changed, and ends in one of two ways; what has ended is opened again to be changed. */
export const IMPROVEMENT_ACTS = {
  change: { from: ['open'] },
  finish: { from: ['open'], to: 'done' },
  drop: { from: ['open'], to: 'dropped' },
  reopen: { from: ['done', 'dropped'], to: 'open' },
} as const satisfies Readonly<Record<string, StateAct<ImprovementState>>>;

/** Whether some act leads a task from one state to another, or lets it be changed where it stands. */
export const improvementMoves = (from: ImprovementState, to: ImprovementState): boolean =>
  Object.values<StateAct<ImprovementState>>(IMPROVEMENT_ACTS).some((act) => act.from.includes(from) && (act.to ?? from) === to);

/** Whether a task is late: open after its last day. @param today yyyy-mm-dd, in Vietnam */
export const improvementIsLate = ({ state, due }: { readonly state: ImprovementState; readonly due: string }, today: string): boolean =>
  state === 'open' && due < today;
