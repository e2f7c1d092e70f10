import { type Expression, type Insertable, type RawBuilder, sql } from 'kysely';
import { count } from '../../../db/fragments.ts';
import { tryGuessLock } from '../../../db/locks.ts';
import type { Tables } from '../../../db/tables.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export type GuessKind = Tables['sign_in_slowing']['kind'];

// Under parindex_sign_on: accounts, credentials, slowing, known devices

export interface SigningIn {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** The account that a sign-in names, by email or id; undefined if there is none or it has ended. */
export async function findSigningIn(db: Reading, by: 'email' | 'id', who: string): Promise<SigningIn | undefined> {
  return db.selectFrom('account').select(['id', 'name', 'email']).where(by, '=', who).where('ended_at', 'is', null).executeTakeFirst();
}

// Credentials

export interface Credential {
  readonly passwordHash: string | null;
  readonly passwordSetAt: Date | null;
  /** Confirmed by a code; encrypted, as the candidate is. */
  readonly totpSecret: string | null;
  readonly totpConfirmedAt: Date | null;
  readonly totpCandidate: string | null;
  /** How many there are. */
  readonly securityKeys: number;
}

/** What proves who somebody is. */
export const findCredential = (db: Reading, account: string): Promise<Credential | undefined> =>
  db
    .selectFrom('credential')
    .select([
      'password_hash as passwordHash',
      'password_set_at as passwordSetAt',
      'totp_secret as totpSecret',
      'totp_confirmed_at as totpConfirmedAt',
      'totp_candidate as totpCandidate',
      (eb) =>
        eb
          .selectFrom('security_key')
          .whereRef('security_key.account_id', '=', 'credential.account_id')
          .select(count().as('keys'))
          .$asScalar()
          .$notNull()
          .as('securityKeys'),
    ])
    .where('account_id', '=', account)
    .executeTakeFirst();

/** Sets the password hash; without `moment` only its cost changes. */
export async function writePassword(db: Writing, account: string, hash: string, moment?: Date): Promise<void> {
  const set = { password_hash: hash, ...(moment ? { password_set_at: moment } : {}) };
  await db
    .insertInto('credential')
    .values({ account_id: account, ...set })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(set))
    .execute();
}

/** Stores a secret that was shown but not confirmed yet; encrypted. */
export async function writeTotpCandidate(db: Writing, account: string, secret: string): Promise<void> {
  await db
    .insertInto('credential')
    .values({ account_id: account, totp_candidate: secret })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ totp_candidate: secret }))
    .execute();
}

/** The secret that was shown replaces the old one; the code that confirmed it is used up. False if another request was first. */
export async function confirmTotp(db: Writing, account: string, secret: string, step: number, moment: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('credential')
    .set({ totp_secret: secret, totp_confirmed_at: moment, totp_candidate: null, totp_last_step: step })
    .where('account_id', '=', account)
    .where('totp_candidate', '=', secret)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Marks a code's time step as used; false if it or a later one was used already. */
export async function useTotpStep(db: Writing, account: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('credential')
    .set({ totp_last_step: step })
    .where('account_id', '=', account)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes somebody's second factor away, as the database's owner; false if there was none. */
export async function dropSecondFactorByOwner(db: Writing, account: string): Promise<boolean> {
  const { rows } = await sql<{ had: boolean }>`SELECT app.drop_second_factor(${account}) AS had`.execute(db);
  return rows[0]?.had === true;
}

/** Tells somebody by mail that the operator made them an administrator, or gave them new keys; as the database's owner. */
export async function tellOfRoleByOwner(db: Writing, account: string): Promise<void> {
  await sql`SELECT app.tell_by_mail(${account}, app.account_event('roleGiven', 'membership', 'administrator', NULL, NULL, NULL, NULL, NULL, NULL, NULL), NULL)`.execute(
    db,
  );
}

/** How an account can sign in: a row to be joined. */
export const signOnState = (account: Expression<string>): RawBuilder<{ readonly has_password: boolean; readonly has_second_factor: boolean }> =>
  sql`app.sign_on_state(ARRAY[${account}])`;

export interface SignOnState {
  readonly password: boolean;
  readonly secondFactor: boolean;
}

/** Whether somebody can sign in, and with a second factor; never the credentials themselves. */
export async function readSignOnState(db: Reading, account: string): Promise<SignOnState> {
  const found = await db
    .selectFrom(signOnState(sql`${account}::uuid`).as('s'))
    .select(['s.has_password as password', 's.has_second_factor as secondFactor'])
    .executeTakeFirst();
  return found ?? { password: false, secondFactor: false };
}

export interface OwnSignOn {
  readonly passwordSetAt: Date | null;
  readonly secondFactorConfirmedAt: Date | null;
  /** Sign-ins in a row that were refused. */
  readonly refused: number;
}

/** What is kept of the asker's own signing on. */
export async function readOwnSignOn(db: Reading): Promise<OwnSignOn | undefined> {
  const { rows } = await sql<OwnSignOn>`
    SELECT password_set_at AS "passwordSetAt", second_factor_confirmed_at AS "secondFactorConfirmedAt", refused FROM app.own_sign_on()`.execute(db);
  return rows[0];
}

// Slowing

/** Takes the lock that serialises sign-in attempts at one account until the transaction ends; false if another holds it. */
export const takeGuessLock = (db: Reading, who: string, kind: GuessKind): Promise<boolean> => tryGuessLock(db, `${kind} ${who}`);

/** How many attempts under a name's hash or a device have failed in a row, and until when it is blocked. */
export async function findFailures(db: Reading, who: string, kind: GuessKind): Promise<{ failures: number; notBefore: Date } | undefined> {
  return db.selectFrom('sign_in_slowing').select(['failures', 'not_before as notBefore']).where('who', '=', who).where('kind', '=', kind).executeTakeFirst();
}

const FORGOTTEN_AT_ONCE = 100;

/** Writes the count of failures, and deletes some long expired ones so that names tried once do not pile up. */
export async function countFailure(db: Writing, who: string, kind: GuessKind, failures: number, notBefore: Date, forgotten: Date): Promise<void> {
  await db
    .insertInto('sign_in_slowing')
    .values({ who, kind, failures, not_before: notBefore })
    .onConflict((conflict) => conflict.columns(['who', 'kind']).doUpdateSet({ failures, not_before: notBefore }))
    .execute();
  await sql`DELETE FROM sign_in_slowing WHERE (who, kind) IN (
    SELECT who, kind FROM sign_in_slowing WHERE not_before < ${forgotten} ORDER BY not_before LIMIT ${FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED)`.execute(db);
}

/** Clears the failures of an account, or of a device. */
export async function clearFailures(db: Writing, who: string, kind: GuessKind): Promise<void> {
  await db.deleteFrom('sign_in_slowing').where('who', '=', who).where('kind', '=', kind).execute();
}

/** How much was refused in a quarter of an hour: of an address, of all that begin as its network does, and in all. */
export async function readRefusals(db: Reading, quarter: Date, address: string, network: string): Promise<RefusedLately> {
  const { rows } = await sql<RefusedLately>`
    SELECT coalesce(sum(count) FILTER (WHERE address = ${address}), 0)::integer AS "ofAddress",
      coalesce(sum(count) FILTER (WHERE starts_with(address, ${network})), 0)::integer AS "ofNetwork",
      coalesce(sum(count), 0)::integer AS "inAll"
    FROM refused_sign_in WHERE quarter = ${quarter}`.execute(db);
  return rows[0] ?? { ofAddress: 0, ofNetwork: 0, inAll: 0 };
}

interface RefusedLately {
  readonly ofAddress: number;
  readonly ofNetwork: number;
  readonly inAll: number;
}

/** Counts one more refusal. */
export async function countRefusal(db: Writing, refusal: Omit<Insertable<Tables['refused_sign_in']>, 'count'>): Promise<void> {
  await db
    .insertInto('refused_sign_in')
    .values({ ...refusal, count: 1 })
    .onConflict((conflict) => conflict.columns(['quarter', 'address', 'account_id', 'kind']).doUpdateSet({ count: sql`refused_sign_in.count + 1` }))
    .execute();
}

interface RefusalSum {
  readonly quarter: Date;
  readonly account: string | null;
  readonly kind: GuessKind;
  readonly address: string;
  readonly count: number;
}

/** Takes sums of quarters before one out of the count. */
export async function takeRefusals(db: Writing, before: Date, most: number): Promise<RefusalSum[]> {
  const { rows } = await sql<RefusalSum>`
    DELETE FROM refused_sign_in WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM refused_sign_in WHERE quarter < ${before} ORDER BY quarter LIMIT ${most} FOR UPDATE SKIP LOCKED))
    RETURNING quarter, account_id AS account, kind, address, count`.execute(db);
  return rows;
}

// Known devices

/** Whether the account of a name knows a device. */
export async function isKnownDevice(db: Reading, hash: Buffer, email: string): Promise<boolean> {
  const found = await db
    .selectFrom('known_device as d')
    .innerJoin('account as a', 'a.id', 'd.account_id')
    .select('d.account_id')
    .where('d.token_hash', '=', hash)
    .where('a.email', '=', email)
    .executeTakeFirst();
  return found !== undefined;
}

/** Renews the term of a device that an account knows; false if it does not. */
export async function seeDevice(db: Writing, hash: Buffer, account: string, moment: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('known_device')
    .set({ seen_at: moment })
    .where('token_hash', '=', hash)
    .where('account_id', '=', account)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const MOST_DEVICES = 20;

/** Keeps a new device of an account; those that were not seen for long, and more than so many, are forgotten. */
export async function insertDevice(db: Writing, device: Insertable<Tables['known_device']>, forgotten: Date): Promise<void> {
  await db.insertInto('known_device').values(device).execute();
  await sql`DELETE FROM known_device WHERE account_id = ${device.account_id} AND (seen_at < ${forgotten} OR token_hash IN (
    SELECT token_hash FROM known_device WHERE account_id = ${device.account_id} ORDER BY seen_at DESC, made_at DESC OFFSET ${MOST_DEVICES}))`.execute(db);
}

/** Forgets the devices of an account. */
export async function forgetDevices(db: Writing, account: string): Promise<void> {
  await db.deleteFrom('known_device').where('account_id', '=', account).execute();
}

/** How many devices the asker's account knows. */
export async function countDevices(db: Reading, account: string): Promise<number> {
  return (await db.selectFrom('known_device').select(count().as('known')).where('account_id', '=', account).executeTakeFirstOrThrow()).known;
}
