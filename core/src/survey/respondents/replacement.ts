import { searchKey } from '../../text/search-key.ts';
import type { Details } from '../../words/texts.ts';
import { KnownRespondents, type RespondentKeys } from './keys.ts';

/** Why a respondent who was chosen may be replaced by another; which of these hold is declared before the survey begins. */
export const REPLACEMENT_REASONS = ['movedPost', 'retired', 'longSickLeave', 'studiesAway', 'refused'] as const;
export type ReplacementReason = (typeof REPLACEMENT_REASONS)[number];

/** The declared rule. Who refuses is replaced only where that was declared: else those who answer would choose themselves. */
export interface ReplacementRule {
  readonly reasons: readonly ReplacementReason[];
  /** Most replacements in one group of one unit. */
  readonly mostPerUnit: number;
}

export interface Replaceable {
  readonly keys: RespondentKeys;
  readonly group: string;
  readonly unit: string;
}

export interface Replacement {
  readonly reason: ReplacementReason;
  readonly former: Replaceable & { readonly hasAnswered: boolean; readonly isReplaced: boolean };
  readonly next: Replaceable;
  /** Replacements made in the group of the unit so far. */
  readonly made: number;
  /** All respondents of the round, the former among them. */
  readonly known: readonly RespondentKeys[];
}

export const REPLACEMENT_FAULTS = [
  'reasonNotDeclared',
  'hasAnswered',
  'alreadyReplaced',
  'samePerson',
  'otherGroup',
  'otherUnit',
  'alreadyChosen',
  'noneLeft',
] as const;
export type ReplacementFaultCode = (typeof REPLACEMENT_FAULTS)[number];

export interface ReplacementFault {
  readonly code: ReplacementFaultCode;
  readonly details: Details;
}

const isSame = (keys: RespondentKeys, others: readonly RespondentKeys[]): boolean => {
  const known = new KnownRespondents<null>();
  for (const other of others) known.add(other, null);
  return known.sameAs(keys).some(({ by }) => by !== 'likePerson');
};

/** Everything for which a replacement is not made, by the rule that was declared; none where it is. */
export function replacementFaults(rule: ReplacementRule, { reason, former, next, made, known }: Replacement): ReplacementFault[] {
  const same = isSame(next.keys, [former.keys]);
  const wrong: readonly (readonly [boolean, ReplacementFaultCode, Details?])[] = [
    [!rule.reasons.includes(reason), 'reasonNotDeclared', { reason }],
    [former.hasAnswered, 'hasAnswered'],
    [former.isReplaced, 'alreadyReplaced'],
    [same, 'samePerson'],
    [former.group !== next.group, 'otherGroup'],
    [searchKey(former.unit) !== searchKey(next.unit), 'otherUnit'],
    [!same && isSame(next.keys, known), 'alreadyChosen'],
    [made >= rule.mostPerUnit, 'noneLeft', { limit: String(rule.mostPerUnit) }],
  ];
  return wrong.flatMap(([is, code, details = {}]) => (is ? [{ code, details }] : []));
}
