import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { type FoundPerson, findPerson, lockAccount, updateAccount } from '../queries/people.ts';

/** The person's names, locked against other changes. */
async function namedNow({ db }: Acting, { id }: FoundPerson, version: number | undefined) {
  const now = await findPerson(db, id);
  return { name: now?.name, email: now?.email, version };
}

/** An administrator changes somebody's names; an outdated version is refused with the current one. */
export async function changePerson(
  acting: Acting,
  person: FoundPerson,
  change: { readonly name?: string | undefined; readonly email?: string | undefined; readonly version: number },
): Promise<{ name: string; email: string; version: number }> {
  const version = await lockAccount(acting.db, person.id);
  if (version !== change.version || version !== person.version)
    throw new Problem('staleVersion', { more: { version, current: await namedNow(acting, person, version) } });
  const named = { name: change.name ?? person.name, email: change.email ?? person.email };
  const fields = (['name', 'email'] as const).filter((field) => named[field] !== person[field]);
  await updateAccount(acting.db, person.id, named);
  const values = (of: { readonly name: string; readonly email: string }) => Object.fromEntries(fields.map((field) => [field, of[field]]));
  await recordAct(acting, {
    act: 'person.change',
    subject: `account:${person.id}`,
    content: { fields, stands: await readRowStates(acting.db, { account: [person.id] }) },
    ...(fields.length > 0 ? { erasable: { before: values(person), after: values(named) } } : {}),
  });
  return { ...named, version: version + 1 };
}
