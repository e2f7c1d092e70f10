import type { Membership } from '../rights/index.ts';
import { dayOf, deadlineDay } from '../round/calendar.ts';
import type { Step } from '../round/steps.ts';

/** Everything that can wait for a person, in the order in which equals in time come. */
export const TASK_KINDS = [
  /** Something is asked for of the person's own account. */
  'aboutAccount',
  /** Removals and purges of documents that wait for the person's decision. */
  'erasure',
  /** As the second person of two: of a round; of an edition; of an account. */
  'roundRequest',
  'editionRequest',
  'accountRequest',
  /** Bodies whose time is over, for whoever runs the round. */
  'overdue',
  /** Parts that were brought before the person, as leader or as head of a division. */
  'decide',
  /** Parts of the person's department that came back. */
  'returned',
  /** A sheet that its round's owner has opened again. */
  'reopened',
  /** Everything is scored and nothing is wrong: the head freezes. */
  'freeze',
  /** A frozen sheet waits for its signed report. */
  'send',
  /** Errors that stop the sending. */
  'mend',
  /** Items without an answer: for whoever fills the sheet in; for its head, where it goes wrong. */
  'score',
  'unscored',
  /** Items that are to be justified, and are not; points that rest on no document. */
  'explain',
  'document',
  /** Parts of the person's department that were not brought before its leader. */
  'enter',
  /** Parts that leaders have approved and the body reviews. */
  'reviewParts',
  /** Departments whose own term is over. */
  'partsLate',
  /** Items of a session of the council on which the person has not voted; sessions to which they are called. */
  'councilVote',
  'councilSession',
  /** What a body is to explain of its appraisal; a frozen explanation that waits for its signed document. */
  'answer',
  /** Departments' parts of it that their leaders have approved, and the body has not answered by. */
  'takeReplies',
  /** Those of them that departments have in hand still. */
  'awaitReplies',
  /** Parts of an explanation that a department has in hand: brought before the person to decide, sent back, not written or submitted. */
  'decideReplies',
  'returnedReplies',
  'writeReplies',
  'sendExplanation',
  /** Tasks of a body to mend lost points whose day is over. */
  'improve',
  /** Verdicts of others of their body that count once the person has confirmed them. */
  'confirmVerdicts',
  /** Verdicts of the person that a second one has returned. */
  'returnedVerdicts',
  /** Items that the person is to mark a second time. */
  'markSecond',
  /** Claims on which the person's body decides as appraiser; explanations that wait for the second appraisal. */
  'appraise',
  'decideAnswers',
  /** Bodies that have not sent with few days left; that may be late and have not begun; all that may be late. */
  'notSent',
  'notBegun',
  'tooSlow',
  /** Mails that wait for somebody to say what becomes of them. */
  'mail',
  /** Questions to a round's owner; comments that name the person. */
  'question',
  'mention',
  /** Documents of the person's bodies with the very bytes of one that others ask to remove, or have removed. */
  'copiesWaiting',
  'copiesRemoved',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** What has no term of its own and is not left for later. */
const AT_ONCE: readonly TaskKind[] = ['aboutAccount', 'erasure', 'accountRequest', 'councilVote', 'copiesWaiting', 'mail'];

export interface Dated {
  readonly kind: TaskKind;
  /** ISO 8601; null: nothing ends. */
  readonly closes: string | null;
  /** Its time is over. */
  readonly late: boolean;
}

/** Days left at which what is not done is told to whoever answers for it. */
export const FEW_DAYS = 5;

/** Days from today to the last one, in Vietnam: 0 is today, below 0 is over. */
export function daysUntil(closes: number, moment: number): number {
  const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  return day(deadlineDay(closes)) - day(dayOf(moment));
}

/** Whether few days are left of a time that is not over. */
export const isNear = (closes: number | null, moment: number): boolean => closes !== null && closes > moment && daysUntil(closes, moment) <= FEW_DAYS;

/** The most urgent first: what is late, then by days left, then by kind. What nothing ends comes last, unless it is not left for later. */
export function byUrgency(moment: number): (a: Dated, b: Dated) => number {
  const days = ({ kind, closes, late }: Dated): number => {
    if (late) return -1;
    if (closes !== null) return Math.max(0, daysUntil(Date.parse(closes), moment));
    return AT_ONCE.includes(kind) ? 0 : Number.MAX_SAFE_INTEGER;
  };
  return (a, b) => days(a) - days(b) || TASK_KINDS.indexOf(a.kind) - TASK_KINDS.indexOf(b.kind) || Date.parse(a.closes ?? '') - Date.parse(b.closes ?? '') || 0;
}

/** How a round stands to somebody: it asks something of them now, will, or does no more. */
export const ROUND_PHASES = ['running', 'ahead', 'over'] as const;
export type RoundPhase = (typeof ROUND_PHASES)[number];

interface Times {
  readonly opens: string;
  readonly closes: string;
  readonly open: boolean;
}

/** Of roles that are at work in some steps only; the others follow a round through all of them. */
const STEPS_OF_ROLES: Readonly<Partial<Record<Membership['role'], readonly Step[]>>> = {
  appraiser: ['appraisal', 'secondAppraisal'],
  council: ['council'],
};

/** The steps in which somebody with these roles is at work; all of them where the round has none of those. */
export function stepsFor<S extends { readonly step: Step }>(roles: readonly Membership['role'][], steps: readonly S[]): readonly S[] {
  const theirs = new Set(roles.flatMap((role) => STEPS_OF_ROLES[role] ?? steps.map(({ step }) => step)));
  const own = steps.filter(({ step }) => theirs.has(step));
  return own.length > 0 ? own : steps;
}

/** The step that counts now: of those open the one that ends first; else the next to open; else the last. */
export function stepNow<S extends Times>(steps: readonly S[], moment: number): S | undefined {
  const byTime = (of: 'opens' | 'closes') => (a: S, b: S) => Date.parse(a[of]) - Date.parse(b[of]);
  return (
    steps.filter(({ open }) => open).toSorted(byTime('closes'))[0] ??
    steps.filter(({ opens }) => Date.parse(opens) > moment).toSorted(byTime('opens'))[0] ??
    steps.toSorted(byTime('closes')).at(-1)
  );
}
