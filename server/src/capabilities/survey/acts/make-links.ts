import type { FastifyRequest } from 'fastify';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Context } from '../../../context.ts';
import { newSecretToken } from '../../../http/secret-token.ts';
import { endLinks, type InvitedRow, insertLinks } from '../queries/links.ts';

/** Somebody with the link to their form: its secret is told now and never again. */
export interface Invited extends InvitedRow {
  readonly link: string;
}

export interface NewInvited extends Invited {
  readonly hash: Buffer;
}

/** How the links are told. */
export interface LinksAs {
  readonly round: string;
  /** One body, or all. */
  readonly body: string | undefined;
  readonly form: 'xlsx' | 'docx' | 'pdf';
  readonly reminder: boolean;
  /** Whether the links that they had end: they were lost, or told to somebody else. Otherwise a form that was begun with one is gone on with by it. */
  readonly instead: boolean;
}

/** What links begin with: the address under which the installation is known, else the one of the request. */
export const originOf = ({ origin }: Pick<Context, 'origin'>, { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string =>
  origin ?? `${protocol}://${host}`;

/** A link made by chance. Nothing is kept yet. */
export function newLink(origin: string): { readonly link: string; readonly token: string; readonly hash: Buffer } {
  const { token, hash } = newSecretToken();
  return { link: `${origin}/phieu/${token}`, token, hash };
}

/** A link for each of them. */
export const newLinks = (people: readonly InvitedRow[], origin: string): NewInvited[] =>
  people.map((person) => {
    const { link, hash } = newLink(origin);
    return { ...person, link, hash };
  });

/** Keeps links by their hashes alone; the trail tells how many. */
export async function keepLinks(acting: Acting, made: readonly NewInvited[], { round, body, form, reminder, instead }: LinksAs): Promise<void> {
  if (instead)
    await endLinks(
      acting.db,
      made.map(({ id }) => id),
      acting.receivedAt,
    );
  await insertLinks(
    acting.db,
    made.map(({ id, hash }) => ({ respondent: id, hash })),
    acting.account as string,
    acting.receivedAt,
  );
  await recordAct(acting, {
    ...{ act: 'survey.makeLinks', subject: `survey:${round}`, round, ...(body === undefined ? {} : { body }) },
    content: { count: made.length, form, ...(reminder ? { kind: 'reminder' } : {}) },
  });
}
