import type { ReplacementReason } from '../respondents/replacement.ts';
import type { Outcome } from './outcomes.ts';
import type { OutcomeCounts } from './rates.ts';

/** How a survey of named persons stands, of some of them: how many there are of each. */
export interface SurveyStanding {
  /** In force: those who stand in the place of others among them. */
  readonly listed: number;
  readonly invited: number;
  readonly answered: number;
  /** Those in whose place others stand, by why. */
  readonly replaced: Readonly<Partial<Record<ReplacementReason, number>>>;
  /** Of those who answered, and are not set aside: forms with too few answers to be whole. */
  readonly partial: number;
  readonly brokenOff: number;
  readonly setAside: number;
}

/** What somebody who was replaced comes to: a case of its own, as AAPOR asks for where others take their place. */
const REPLACED: Readonly<Record<ReplacementReason, Outcome>> = {
  movedPost: 'notEligibleOther',
  retired: 'notEligibleOther',
  longSickLeave: 'unable',
  studiesAway: 'nonContact',
  refused: 'refusal',
};

/**
 * The outcomes of a survey as it stands. Whoever was invited and has sent nothing counts as "nothing returned", whether or not they have begun; a form that was
 * set aside as "other": somebody was reached, and nothing came that counts.
 */
export function outcomesOf({ listed, invited, answered, replaced, partial, brokenOff, setAside }: SurveyStanding): OutcomeCounts {
  const counts: { [O in Outcome]?: number } = {
    complete: answered - partial - brokenOff - setAside,
    partial,
    breakOff: brokenOff,
    other: setAside,
    // Somebody may have answered on paper, without a link.
    nothingReturned: Math.max(0, invited - answered),
    notAttempted: listed - Math.max(invited, answered),
  };
  for (const [reason, count] of Object.entries(replaced) as [ReplacementReason, number][]) {
    const outcome = REPLACED[reason];
    counts[outcome] = (counts[outcome] ?? 0) + count;
  }
  return counts;
}

const KEYS = ['listed', 'invited', 'answered', 'partial', 'brokenOff', 'setAside'] as const;

/** Several together. */
export function sumOfStandings(standings: readonly SurveyStanding[]): SurveyStanding {
  const sum = Object.fromEntries(KEYS.map((key) => [key, standings.reduce((all, one) => all + one[key], 0)])) as Record<(typeof KEYS)[number], number>;
  const replaced: Partial<Record<ReplacementReason, number>> = {};
  for (const { replaced: of } of standings)
    for (const [reason, count] of Object.entries(of) as [ReplacementReason, number][]) replaced[reason] = (replaced[reason] ?? 0) + count;
  return { ...sum, replaced };
}
