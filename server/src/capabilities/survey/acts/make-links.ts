import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { newSecretToken } from '../../../http/secret-token.ts';
import { endLinks, type InvitedRow, insertLinks } from '../queries/links.ts';

/** Somebody with the link to their form: its secret is told now and never again. */
export interface Invited extends InvitedRow {
  readonly link: string;
}

/** How the links are told. */
export interface LinksAs {
  readonly round: string;
  /** One body, or all. */
  readonly body: string | undefined;
  readonly form: 'xlsx' | 'docx' | 'pdf';
  readonly reminder: boolean;
}

/** Makes a link for each of them; those that they had end. Only hashes are kept, and the trail tells how many. */
export async function makeLinks(acting: Acting, people: readonly InvitedRow[], origin: string, { round, body, form, reminder }: LinksAs): Promise<Invited[]> {
  const made = people.map((person) => ({ person, ...newSecretToken() }));
  await endLinks(
    acting.db,
    people.map(({ id }) => id),
    acting.receivedAt,
  );
  await insertLinks(
    acting.db,
    made.map(({ person, hash }) => ({ respondent: person.id, hash })),
    acting.account as string,
    acting.receivedAt,
  );
  await recordAct(acting, {
    ...{ act: 'survey.makeLinks', subject: `survey:${round}`, round, ...(body === undefined ? {} : { body }) },
    content: { count: people.length, form, ...(reminder ? { kind: 'reminder' } : {}) },
  });
  return made.map(({ person, token }) => ({ ...person, link: `${origin}/phieu/${token}` }));
}
