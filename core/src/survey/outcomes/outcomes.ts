/**
 * What became of a case that was drawn, at the end: the final disposition codes of AAPOR, Standard Definitions (10th edition, 2023), as far as this survey
 * meets them: people at home, and named persons by a form that is sent to them.
 */
export const OUTCOMES = [
  'complete',
  'partial',
  'refusal',
  'breakOff',
  'nonContact',
  'dead',
  'unable',
  'language',
  'other',
  'notAttempted',
  'notReached',
  'notLocated',
  'nothingReturned',
  'unknownRespondent',
  'unknownOther',
  'outOfSample',
  'noHousehold',
  'vacant',
  'noEligibleRespondent',
  'quotaFilled',
  'notEligibleOther',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * The groups by which rates are counted: I complete, P partial, R refusal and break-off, NC non-contact, O other; UH unknown whether there is a household,
 * UO unknown for another reason; NE not eligible.
 */
export const OUTCOME_GROUPS = ['I', 'P', 'R', 'NC', 'O', 'UH', 'UO', 'NE'] as const;
export type OutcomeGroup = (typeof OUTCOME_GROUPS)[number];

/** AAPOR's code of each outcome, and the group that it counts in. */
export const OUTCOME_CODES: { readonly [O in Outcome]: { readonly code: string; readonly group: OutcomeGroup } } = {
  complete: { code: '1.1', group: 'I' },
  partial: { code: '1.2', group: 'P' },
  refusal: { code: '2.11', group: 'R' },
  breakOff: { code: '2.12', group: 'R' },
  nonContact: { code: '2.2', group: 'NC' },
  dead: { code: '2.31', group: 'O' },
  unable: { code: '2.32', group: 'O' },
  language: { code: '2.33', group: 'O' },
  other: { code: '2.36', group: 'O' },
  notAttempted: { code: '3.11', group: 'UH' },
  notReached: { code: '3.17', group: 'UH' },
  notLocated: { code: '3.18', group: 'UH' },
  nothingReturned: { code: '3.19', group: 'UO' },
  unknownRespondent: { code: '3.2', group: 'UO' },
  unknownOther: { code: '3.9', group: 'UO' },
  outOfSample: { code: '4.1', group: 'NE' },
  noHousehold: { code: '4.5', group: 'NE' },
  vacant: { code: '4.6', group: 'NE' },
  noEligibleRespondent: { code: '4.7', group: 'NE' },
  quotaFilled: { code: '4.8', group: 'NE' },
  notEligibleOther: { code: '4.9', group: 'NE' },
};
