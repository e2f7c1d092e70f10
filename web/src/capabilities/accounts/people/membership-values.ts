import { isDeciding, type Role, WITHOUT_BODY } from '@parindex/core/rights/index';
import type { Choice } from '../../../kit/fields/search-select.tsx';
import { today } from '../../../kit/words/day.ts';
import type { NewMembership } from '../queries/people.ts';

/** A membership in the form. */
export interface MembershipValues {
  /** Identifies the row while others come and go. */
  readonly key: string;
  readonly role: Role | undefined;
  readonly body: Choice | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export const newRow = (): MembershipValues => ({ key: crypto.randomUUID(), role: undefined, body: undefined, from: today(), to: undefined });

export const mayGoWithoutBody = (role: Role | undefined): boolean => role !== undefined && WITHOUT_BODY.includes(role);

/** As the API expects it; the form does not submit while something is missing. */
export const membershipOf = ({ role, body, from, to }: MembershipValues): NewMembership[] =>
  role === undefined || from === undefined ? [] : [{ role, body: body?.value ?? null, from, to: to ?? null }];

/** Whether a role takes a second person: each that decides, but the second administrator where there is only one. */
export const takesTwo = ({ role, body }: MembershipValues, secondAdministrator: boolean): boolean =>
  role !== undefined && isDeciding(role) && !(secondAdministrator && role === 'administrator' && body === undefined);
