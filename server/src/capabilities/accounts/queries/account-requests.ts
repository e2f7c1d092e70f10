import type { AccountRequestDecision, AccountRequestKind } from '@parindex/core/accounts/account-request';
import type { DECIDING_ROLES, Role, SecondPersonDecision } from '@parindex/core/rights/index';
import { SECOND_PERSON_DAYS, type WhyNotSecond } from '@parindex/core/rights/second-person';
import { type Insertable, sql } from 'kysely';
import { membershipNamed, namedBody, performed, person, utc } from '../../../db/fragments.ts';
import { takeLockOf } from '../../../db/locks.ts';
import type { Tables } from '../../../db/tables.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface AccountRequestRow {
  readonly id: string;
  readonly kind: AccountRequestKind;
  readonly person: Named;
  readonly membership: {
    readonly role: (typeof DECIDING_ROLES)[number];
    readonly body: Named | null;
    readonly from: string;
    readonly to: string | null;
  } | null;
  readonly email: string | null;
  readonly reason: string;
  readonly asked: { readonly by: Named; readonly at: string; readonly role: Role; readonly body: Named | null };
  readonly lapsesAt: string;
  readonly lapsed: boolean;
  /** Until when its link opens something; null: there is none, or the reader administers nothing of that person. */
  readonly linkUntil: string | null;
  readonly decided: { readonly by: Named; readonly at: string; readonly decision: AccountRequestDecision; readonly note: string | null } | null;
}

const requests = (db: Reading) =>
  db
    .selectFrom('account_request as r')
    .leftJoinLateral(membershipNamed(sql.ref('r.asked_office')).as('office'), (join) => join.onTrue())
    .select(({ ref }) => [
      'r.id',
      'r.kind',
      person(sql.ref<string>('r.account_id')).as('person'),
      sql<AccountRequestRow['membership']>`CASE WHEN r.role IS NOT NULL THEN json_build_object('role', r.role,
        'body', CASE WHEN r.body_id IS NOT NULL THEN ${namedBody(sql.ref('r.body_id'))} END, 'from', r.from_date, 'to', r.to_date) END`.as('membership'),
      'r.email',
      'r.reason',
      sql<AccountRequestRow['asked']>`json_build_object('by', ${person(sql.ref<string>('r.asked_by'))}, 'at', ${utc(ref('r.asked_at'))}, 'role', office.role,
        'body', CASE WHEN office.body_id IS NOT NULL THEN ${namedBody(sql.ref('office.body_id'))} END)`.as('asked'),
      sql<string>`${utc(ref('r.lapses_at'))}`.as('lapsesAt'),
      sql<boolean>`r.lapses_at <= app.moment()`.as('lapsed'),
      sql<string | null>`${utc(sql`app.open_link_until(r.id)`)}`.as('linkUntil'),
      sql<AccountRequestRow['decided']>`CASE WHEN r.decision IS NOT NULL THEN ${performed(ref('r.decided_by'), ref('r.decided_at'))}::jsonb
        || jsonb_build_object('decision', r.decision, 'note', r.note) END`.as('decided'),
    ]);

/** A request by its id, if the caller may see it. */
export const findAccountRequest = (db: Reading, id: string): Promise<AccountRequestRow | undefined> => requests(db).where('r.id', '=', id).executeTakeFirst();

/** Requests that concern the caller, newest first: those that wait, or those that were decided, stopped or have lapsed. */
export const listAccountRequests = (db: Reading, waiting: boolean, most: number): Promise<AccountRequestRow[]> =>
  requests(db)
    .where(waiting ? sql<boolean>`r.decision IS NULL AND r.lapses_at > app.moment()` : sql<boolean>`(r.decision IS NOT NULL OR r.lapses_at <= app.moment())`)
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id')
    .limit(most)
    .execute();

/** How many requests wait that are about an account, or have left a link that is open, and how many its person may decide by one of their offices. */
export async function countWaitingRequests(db: Reading, account: string, offices: readonly string[]): Promise<{ aboutMe: number; toDecide: number }> {
  const { rows } = await sql<{ aboutMe: number; toDecide: number }>`
    SELECT count(*) FILTER (WHERE r.account_id = ${account})::integer + (SELECT count(*) FROM account_request c
        WHERE c.account_id = ${account} AND c.decision = 'carriedOut' AND app.open_link_until(c.id) IS NOT NULL)::integer AS "aboutMe",
      count(*) FILTER (WHERE EXISTS (SELECT FROM unnest(${offices as string[]}::uuid[]) AS o (office) WHERE app.decides_request(r.id, o.office)))::integer AS "toDecide"
    FROM account_request r WHERE r.decision IS NULL AND r.lapses_at > app.moment()`.execute(db);
  return rows[0] ?? { aboutMe: 0, toDecide: 0 };
}

/** A request of the same that waits already. */
export async function findWaitingRequest(
  db: Reading,
  { kind, account, body, role }: { readonly kind: AccountRequestKind; readonly account: string; readonly body: string | null; readonly role: Role | null },
): Promise<string | undefined> {
  const found = await db
    .selectFrom('account_request as r')
    .select('r.id')
    .where('r.kind', '=', kind)
    .where('r.account_id', '=', account)
    .where(sql<boolean>`r.body_id IS NOT DISTINCT FROM ${body} AND r.role IS NOT DISTINCT FROM ${role} AND r.decision IS NULL AND r.lapses_at > app.moment()`)
    .limit(1)
    .executeTakeFirst();
  return found?.id;
}

/** Locks a request against another decision, until the transaction ends. */
export async function lockAccountRequest(db: Writing, id: string): Promise<void> {
  await takeLockOf(db, 'accountRequest', id);
}

/** Holds other requests about an account until the transaction ends. */
export async function lockRequestsAbout(db: Writing, account: string): Promise<void> {
  await sql`SELECT app.lock_requests_about(${account})`.execute(db);
}

/** Whether somebody has this address already, whoever asks may see them or not. */
export async function isAddressTaken(db: Reading, email: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`SELECT app.is_address_taken(${email}) AS taken`.execute(db);
  return rows[0]?.taken === true;
}

/** Keeps a request, and the hash of the code that belongs to the link it may lead to. */
export async function insertAccountRequest(
  db: Writing,
  request: Omit<Insertable<Tables['account_request']>, 'decision' | 'note' | 'decided_by' | 'decided_office' | 'decided_at' | 'lapses_at'>,
  codeHash: Buffer | undefined,
): Promise<void> {
  await db
    .insertInto('account_request')
    .values({ ...request, lapses_at: sql`app.moment() + make_interval(days => ${SECOND_PERSON_DAYS})` })
    .execute();
  if (codeHash) await db.insertInto('account_request_code').values({ request_id: request.id, code_hash: codeHash }).execute();
}

/** The first of the caller's memberships by which they may decide it; undefined if none. */
export async function decidingOffice(db: Reading, id: string, offices: readonly string[]): Promise<string | undefined> {
  const { rows } = await sql<{ office: string }>`SELECT o.office FROM unnest(${offices as string[]}::uuid[]) WITH ORDINALITY AS o (office, position)
    WHERE app.decides_request(${id}, o.office) ORDER BY o.position LIMIT 1`.execute(db);
  return rows[0]?.office;
}

/** Why none of the caller's memberships decides it, where it is not for want of a right. */
export async function whyNotDecided(db: Reading, id: string, offices: readonly string[]): Promise<WhyNotSecond | undefined> {
  const { rows } = await sql<{ why: WhyNotSecond }>`SELECT app.why_not_decided(${id}, o.office) AS why
    FROM unnest(${offices as string[]}::uuid[]) AS o (office) WHERE app.why_not_decided(${id}, o.office) IS NOT NULL LIMIT 1`.execute(db);
  return rows[0]?.why;
}

/** Whether a role that decides comes with a link in two halves, as somebody else may know the password or there is none. */
export async function opensByTwo(db: Reading, account: string): Promise<boolean> {
  const { rows } = await sql<{ opens: boolean }>`SELECT app.opens_by_two(${account}) AS opens`.execute(db);
  return rows[0]?.opens === true;
}

/** What a decision makes: the id of a role, the decider's half of a link, by what a new address is found. */
export interface Making {
  readonly begun: string;
  readonly half: Buffer;
  readonly sought: string | null;
}

/** The database judges both persons, and does it. */
export async function decideRequestInDatabase(
  db: Writing,
  id: string,
  office: string,
  { decision, note }: { readonly decision: SecondPersonDecision; readonly note: string | null },
  { begun, half, sought }: Making,
): Promise<void> {
  await sql`SELECT app.decide_request(${id}, ${office}, ${decision}, ${note}, ${begun}, ${half}, ${sought})`.execute(db);
}

/** Stops a request that waits; false where it waits no more, or is not for the caller to stop. */
export async function stopRequest(db: Writing, id: string, note: string | null): Promise<boolean> {
  const { rows } = await sql<{ stopped: boolean }>`SELECT app.stop_request(${id}, ${note}) AS stopped`.execute(db);
  return rows[0]?.stopped === true;
}

/** Withdraws the open link of a carried out request; false where there is none, or the caller has no say. */
export async function withdrawLinkOfRequest(db: Writing, id: string): Promise<boolean> {
  const { rows } = await sql<{ withdrawn: boolean }>`SELECT app.withdraw_link_of_request(${id}) AS withdrawn`.execute(db);
  return rows[0]?.withdrawn === true;
}

/** What the caller may do alone to an account: as row security judges it. */
export async function readAlone(
  db: Reading,
  account: string,
): Promise<{ readonly takesTwo: boolean; readonly mayLink: boolean; readonly onlyAdministrator: boolean }> {
  const { rows } = await sql<{ takesTwo: boolean; mayLink: boolean; onlyAdministrator: boolean }>`
    SELECT app.takes_two(${account}) AS "takesTwo", app.may_link_alone(${account}) AS "mayLink", app.is_only_administrator() AS "onlyAdministrator"`.execute(
    db,
  );
  return rows[0] as (typeof rows)[number];
}

/** The names of administrators of the whole installation who were invited and have not set a password yet; told to their like only. */
export async function listAwaitedAdministrators(db: Reading): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`SELECT a.name FROM account a LEFT JOIN LATERAL app.sign_on_state(ARRAY[a.id]) s ON true
    WHERE app.administers(NULL) AND a.ended_at IS NULL AND s.has_password IS NOT TRUE AND EXISTS (SELECT FROM membership m WHERE m.account_id = a.id AND m.role = 'administrator' AND m.body_id IS NULL
      AND app.runs_on(m.from_date, m.to_date, app.today())) ORDER BY a.name`.execute(db);
  return rows.map(({ name }) => name);
}

/** Whether the caller administers the whole installation and nobody else ever could. */
export async function isOnlyAdministrator(db: Reading): Promise<boolean> {
  const { rows } = await sql<{ only: boolean }>`SELECT app.is_only_administrator() AS only`.execute(db);
  return rows[0]?.only === true;
}
