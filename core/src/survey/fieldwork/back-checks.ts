import { type FieldOutcome, type FieldRule, type Standing, standingOf, VISIT_OUTCOMES, type VisitOutcome } from './visits.ts';

/** What is noted of a visit of somebody who asks again: the household may say that nobody had come before. */
export const BACK_CHECK_VISIT_OUTCOMES = [...VISIT_OUTCOMES, 'nobodyCame'] as const;
export type BackCheckVisitOutcome = (typeof BACK_CHECK_VISIT_OUTCOMES)[number];

export interface BackCheckVisit {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly outcome: BackCheckVisitOutcome;
}

/** How a back-check stands: as an address does, or the household said that nobody had come before. */
export type BackCheckStanding = Standing | { readonly state: 'nobodyCame' };

/** By its visits: what a household said of whether somebody had come stands, whatever else came of it. */
export function standingOfBackCheck(visits: readonly BackCheckVisit[], rule: FieldRule): BackCheckStanding {
  if (visits.some(({ outcome }) => outcome === 'nobodyCame')) return { state: 'nobodyCame' };
  return standingOf(
    visits.map((visit) => ({ ...visit, outcome: visit.outcome as VisitOutcome })),
    rule,
  );
}

/** What became of the back-checks that were drawn. */
export const BACK_CHECK_STATES = ['notGiven', 'open', 'held', 'nobodyCame', 'notReached', 'refused', 'other'] as const;
export type BackCheckState = (typeof BACK_CHECK_STATES)[number];

const STATE_OF_OUTCOME: Readonly<Partial<Record<FieldOutcome, BackCheckState>>> = { nonContact: 'notReached', notLocated: 'notReached', refusal: 'refused' };

export function stateOfBackCheck(standing: BackCheckStanding, given: boolean): BackCheckState {
  switch (standing.state) {
    case 'nobodyCame':
      return 'nobodyCame';
    case 'interviewed':
      return 'held';
    case 'ended':
      return STATE_OF_OUTCOME[standing.outcome] ?? 'other';
    case 'new':
    case 'again':
    // Told of, and what was said has not come.
    case 'held':
      return given ? 'open' : 'notGiven';
  }
}
