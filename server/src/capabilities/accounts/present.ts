import type { membershipAnswer, personAnswer } from '@parindex/core/contracts/schemas/index';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { readAlone } from './queries/account-requests.ts';
import { openLinkOf } from './queries/links.ts';
import { correctionsAsked, type FoundPerson, type HeldMembership } from './queries/people.ts';
import { readSignOnState } from './queries/sign-on.ts';

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);

/** A membership as the API shows it. */
export const presentMembership = ({ lasts, above, ...shown }: HeldMembership): z.output<typeof membershipAnswer> => shown;

/** A person as a list shows them. */
export const presentPerson = ({ id, name, email, version, memberships }: FoundPerson) => ({
  id,
  name,
  email,
  version,
  memberships: memberships.map(presentMembership),
});

/** A person as their administrators see them: how they sign in, and which corrections they requested. */
export async function presentWholePerson(db: Reading, person: FoundPerson, moment: Date): Promise<z.output<typeof personAnswer>> {
  const [state, openLink, corrections] = [await readSignOnState(db, person.id), await openLinkOf(db, person.id, moment), await correctionsAsked(db, person.id)];
  const { mayLink, takesTwo, onlyAdministrator } = await readAlone(db, person.id);
  return {
    ...presentPerson(person),
    alone: { link: mayLink, email: !takesTwo, secondAdministrator: onlyAdministrator },
    createdAt: person.createdAt.toISOString(),
    signOn: { ...state, openLink: openLink?.toISOString() ?? null },
    corrections: corrections.map(({ at, field, content, applied }) => ({
      at: at.toISOString(),
      field,
      value: textOrNull(content?.['value']),
      reason: textOrNull(content?.['reason']),
      applied,
    })),
  };
}
