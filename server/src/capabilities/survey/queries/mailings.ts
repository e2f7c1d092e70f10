import type { MailingKind, UNREACHED_STATES } from '@parindex/core/contracts/schemas/survey-mail';
import { type RawBuilder, sql } from 'kysely';
import { type Named, nameInYear, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import { type AskedOf, listedIn, stillAsked } from './links.ts';

export interface NewMailing {
  readonly id: string;
  readonly round: string;
  readonly kind: MailingKind;
  readonly body: string | undefined;
  readonly group: string | undefined;
  readonly origin: string;
  readonly by: string;
  readonly at: Date;
}

/** A call of mails; it goes in the name of whoever asked. */
export interface MailingRow {
  readonly id: string;
  readonly round: string;
  readonly kind: MailingKind;
  readonly body: string | null;
  readonly group: string | null;
  readonly origin: string;
  readonly by: string;
  readonly at: Date;
}

export const findMailing = (db: Reading, id: string): Promise<MailingRow | undefined> =>
  db
    .selectFrom('respondents.mailing')
    .select(['id', 'round_id as round', 'kind', 'body_id as body', 'group_id as group', 'origin', 'asked_by as by', 'asked_at as at'])
    .where('id', '=', id)
    .executeTakeFirst() as Promise<MailingRow | undefined>;

/** Whom a call is for, among those who have an address. That a mail may not have gone is told by name: it goes again whether they have answered or not. */
const FOR: Readonly<Record<MailingKind, (round: string, of: AskedOf, at: Date) => RawBuilder<boolean>>> = {
  invitation: (round, of) => sql`${stillAsked(round, of)} AND NOT p.invited`,
  reminder: (round, of) => sql`${stillAsked(round, of)} AND p.invited`,
  again: (round, of, at) =>
    sql`${listedIn(round, of)} AND EXISTS (SELECT FROM app.last_mails(${round}, ${at}) l WHERE l.respondent_id = p.id AND l.state = 'unsure')`,
};

/**
 * Keeps a call with everybody whom it is for. Whoever waits for a mail of another call gets that of this one; one that is going just now counts. Gives how many there are.
 */
export async function insertMailing(db: Writing, { id, round, kind, body, group, origin, by, at }: NewMailing, of: AskedOf): Promise<number> {
  await db
    .insertInto('respondents.mailing')
    .values({ id, round_id: round, kind, body_id: body ?? null, group_id: group ?? null, origin, asked_by: by, asked_at: at, next_try: at })
    .execute();
  const wanted = sql`SELECT p.id FROM respondents.respondent p WHERE p.mail IS NOT NULL AND ${FOR[kind](round, of, at)}`;
  await endLostMails(db, round, at);
  const moved =
    await sql`UPDATE respondents.mailing_person SET mailing_id = ${id}::uuid, next_try = ${at}::timestamptz WHERE state = 'waiting' AND respondent_id IN (${wanted})`.execute(
      db,
    );
  const added =
    await sql`INSERT INTO respondents.mailing_person (mailing_id, respondent_id, next_try) SELECT ${id}::uuid, w.id, ${at}::timestamptz FROM (${wanted}) w
    ON CONFLICT (respondent_id) WHERE state IN ('waiting', 'sending') DO NOTHING`.execute(db);
  return Number((moved.numAffectedRows ?? 0n) + (added.numAffectedRows ?? 0n));
}

/** The call whose mails are to go next, and in whose name; under parindex_jobs. */
export async function findNextMailing(db: Reading, at: Date): Promise<{ readonly id: string; readonly account: string } | undefined> {
  const { rows } = await sql<{ id: string; account: string }>`SELECT id, account FROM app.next_mailing(${at})`.execute(db as Writing);
  return rows[0];
}

/** Somebody whose mail is to go now. */
export interface NextPerson {
  readonly respondent: string;
  readonly body: string;
  readonly group: string;
  readonly name: string;
  readonly mail: string;
  readonly tries: number;
  /** False: they were replaced, have a link or, but for a mail that goes again, have answered or could not answer any more, as their quota is full. */
  readonly needed: boolean;
}

/** Holds the person of a call who has waited longest, past those whom another process holds. */
export async function holdNextPerson(db: Writing, { id, kind }: Pick<MailingRow, 'id' | 'kind'>, at: Date): Promise<NextPerson | undefined> {
  const { rows } = await sql<NextPerson>`
    SELECT p.id AS respondent, p.body_id AS body, p.group_id AS "group", p.name, coalesce(p.mail, '') AS mail, x.tries,
      p.replaced_by IS NULL AND p.mail IS NOT NULL AND NOT (${kind} = 'invitation' AND p.invited)
        AND (${kind} = 'again' OR NOT EXISTS (SELECT FROM respondents.participation a WHERE a.respondent_id = p.id) AND NOT app.comes_too_late(p.id)) AS needed
    FROM respondents.mailing_person x JOIN respondents.mailing m ON m.id = x.mailing_id JOIN respondents.respondent p ON p.id = x.respondent_id AND p.round_id = m.round_id
    WHERE x.mailing_id = ${id} AND x.state = 'waiting' AND x.next_try <= ${at}::timestamptz
    ORDER BY x.next_try, x.respondent_id LIMIT 1 FOR UPDATE OF x SKIP LOCKED`.execute(db);
  return rows[0];
}

/** Whose process died while their mail went, of a round's survey: nobody knows whether it did. */
export async function endLostMails(db: Writing, round: string, at: Date): Promise<void> {
  await sql`UPDATE respondents.mailing_person x SET state = 'unsure', lease_until = NULL FROM respondents.mailing m
    WHERE m.id = x.mailing_id AND m.round_id = ${round} AND x.state = 'sending' AND x.lease_until <= ${at}::timestamptz`.execute(db);
}

/** Somebody's mail is needed no more. */
export async function dropPerson(db: Writing, mailing: string, respondent: string): Promise<void> {
  await db
    .updateTable('respondents.mailing_person')
    .set({ state: 'needless' })
    .where('mailing_id', '=', mailing)
    .where('respondent_id', '=', respondent)
    .where('state', '=', 'waiting')
    .execute();
}

/** Marks somebody's mail as going, before the mail server hears of it. */
export async function markGoing(db: Writing, mailing: string, { respondent, tries }: NextPerson, at: Date, leaseSeconds: number): Promise<void> {
  await db
    .updateTable('respondents.mailing_person')
    .set({ state: 'sending', tries: tries + 1, tried_at: at, lease_until: new Date(at.getTime() + leaseSeconds * 1_000) })
    .where('mailing_id', '=', mailing)
    .where('respondent_id', '=', respondent)
    .execute();
}

/** What became of a try. */
export interface TriedPerson {
  readonly state: 'sent' | 'waiting' | 'undeliverable' | 'unsure';
  readonly nextTry?: Date;
  readonly told: string | null;
}

/** Records what became of a try, unless a later one has begun; false then. */
export async function recordTry(
  db: Writing,
  mailing: string,
  { respondent, tries }: Pick<NextPerson, 'respondent' | 'tries'>,
  { state, nextTry, told }: TriedPerson,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('respondents.mailing_person')
    .set({ state, told, lease_until: null, ...(nextTry === undefined ? {} : { next_try: nextTry }) })
    .where('mailing_id', '=', mailing)
    .where('respondent_id', '=', respondent)
    .where('tries', '=', tries + 1)
    .where('state', 'in', ['sending', 'unsure'])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends the link that was made for a try whose mail surely did not go. */
export async function endTriedLink(db: Writing, respondent: string, madeAt: Date, by: string, at: Date): Promise<void> {
  await sql`UPDATE respondents.link SET ended_at = ${at}::timestamptz
    WHERE respondent_id = ${respondent}::uuid AND made_at = ${madeAt}::timestamptz AND made_by = ${by}::uuid AND ended_at IS NULL`.execute(db);
}

/** The mail server has taken nothing, for so many times in a row: nobody of the call is tried before then. */
export async function restMailing(db: Writing, mailing: string, failures: number, until: Date): Promise<void> {
  await db.updateTable('respondents.mailing').set({ failures, next_try: until }).where('id', '=', mailing).execute();
}

/** The mail server takes mails again. */
export async function wakeMailing(db: Writing, mailing: string, at: Date): Promise<void> {
  await db.updateTable('respondents.mailing').set({ failures: 0, next_try: at }).where('id', '=', mailing).where('failures', '>', 0).execute();
}

export async function readFailures(db: Reading, mailing: string): Promise<number> {
  const row = await db.selectFrom('respondents.mailing').select('failures').where('id', '=', mailing).executeTakeFirst();
  return row?.failures ?? 0;
}

export interface MailStanding {
  readonly body: Named;
  readonly listed: number;
  readonly withoutAddress: number;
  readonly sent: number;
  readonly undeliverable: number;
  readonly unsure: number;
}

/** What became of the last mail to each, by body, in the order of the round; of everybody alike, whether they have answered or not. */
export async function readMailStanding(db: Reading, round: string, at: Date): Promise<MailStanding[]> {
  const { rows } = await sql<MailStanding>`
    SELECT json_build_object('id', b.id, 'name', ${nameInYear}) AS body, s.listed, s.without_address AS "withoutAddress", s.sent, s.undeliverable, s.unsure
    FROM app.mail_standing(${round}, ${at}) s JOIN body b ON b.id = s.body_id JOIN round r ON r.id = ${round}
      LEFT JOIN participant t ON t.round_id = r.id AND t.body_id = b.id ORDER BY t.position, b.id`.execute(db as Writing);
  return rows;
}

export interface MailingStanding extends Pick<MailingRow, 'id' | 'kind' | 'group' | 'at'> {
  readonly body: Named | null;
  readonly by: Named;
  readonly left: number;
  readonly all: number;
  readonly goesOn: boolean;
}

/** The calls of a round, the latest first. */
export async function readMailings(db: Reading, round: string, at: Date): Promise<MailingStanding[]> {
  const { rows } = await sql<MailingStanding>`
    SELECT m.id, m.kind, m.group_id AS "group", m.asked_at AS at, ${person(sql.ref('m.asked_by'))} AS by, app.mailing_goes_on(m.id, ${at}) AS "goesOn",
      CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'name', ${nameInYear}) END AS body, x.left, x.all
    FROM respondents.mailing m JOIN round r ON r.id = m.round_id LEFT JOIN body b ON b.id = m.body_id
      CROSS JOIN LATERAL (SELECT count(*)::integer AS "all", (count(*) FILTER (WHERE c.state = 'waiting' OR c.state = 'sending' AND c.lease_until > ${at}::timestamptz))::integer AS "left"
        FROM respondents.mailing_person c WHERE c.mailing_id = m.id) x
    WHERE m.round_id = ${round} ORDER BY m.asked_at DESC, m.id LIMIT 100`.execute(db as Writing);
  return rows;
}

export interface UnreachedRow {
  readonly id: string;
  readonly body: Named;
  readonly group: string;
  readonly name: string;
  readonly mail: string | null;
  readonly state: (typeof UNREACHED_STATES)[number];
  readonly told: string | null;
  readonly count: number;
}

/** Whom mails do not reach, whether they have answered or not; each row with the count of all. */
export async function readUnreached(db: Reading, round: string, at: Date, most: number): Promise<UnreachedRow[]> {
  const { rows } = await sql<UnreachedRow>`
    SELECT p.id, json_build_object('id', b.id, 'name', ${nameInYear}) AS body, p.group_id AS "group", p.name, p.mail, coalesce(l.state, 'withoutAddress') AS state, l.told,
      (count(*) OVER ())::integer AS count
    FROM respondents.respondent p JOIN round r ON r.id = p.round_id JOIN body b ON b.id = p.body_id LEFT JOIN participant t ON t.round_id = r.id AND t.body_id = b.id
      LEFT JOIN app.last_mails(${round}, ${at}) l ON l.respondent_id = p.id
    WHERE p.round_id = ${round} AND p.replaced_by IS NULL AND p.erased_at IS NULL AND (p.mail IS NULL OR l.state IN ('undeliverable', 'unsure'))
    ORDER BY t.position, b.id, p.group_id, p.listed_at, p.id LIMIT ${most}`.execute(db as Writing);
  return rows;
}
