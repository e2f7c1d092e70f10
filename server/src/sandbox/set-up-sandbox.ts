import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Faults, readScheme, readYaml, type Scheme, searchKey } from '@parindex/core';
import { dayOf, type Step } from '@parindex/core/round/index';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Acting } from '../audit/acting.ts';
import { recordAct } from '../audit/record.ts';
import { recordAuditedTables } from '../audit/record-audited-tables.ts';
import { hashPassword } from '../capabilities/accounts/sign-on/password-hash.ts';
import { loadInventedBodies } from '../capabilities/bodies/acts/load-bodies.ts';
import { loadEdition } from '../capabilities/editions/acts/load-edition.ts';
import { queriesOver } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import { MADE_UP, madeUpRound, numberOf } from './declare-made-up.ts';
import {
  ACCOUNTS,
  EDITION,
  type InventedPerson,
  inventedBodies,
  OWNER_BODY,
  otherClerks,
  PROVINCES,
  provinceId,
  ROUND,
  SANDBOX_PASSWORD,
  YEAR,
} from './invented.ts';

const DAY_MS = 86_400_000;
const SINCE = '2020-01-01';

/** Days from the first start at which each step opens and closes: self-assessment is under way. */
const CALENDAR: readonly (readonly [Step, opens: number, closes: number])[] = [
  ['monitoring', -200, -30],
  ['selfAssessment', -30, 30],
  ['survey', -10, 60],
  ['appraisal', 31, 60],
  ['explanation', 61, 75],
  ['secondAppraisal', 76, 90],
  ['council', 91, 105],
  ['publication', 106, 120],
];

/** Makes the sandbox's bodies, people, edition and round in one transaction, under the owner of the database. */
export async function setUpSandbox(owner: pg.Pool, root: string, now: Date): Promise<void> {
  const passwordHash = await hashPassword(SANDBOX_PASSWORD);
  const client = await owner.connect();
  try {
    await client.query('BEGIN');
    const acting: Acting = { db: queriesOver(client), account: null, membership: null, receivedAt: now };
    await loadInventedBodies(acting, inventedBodies());
    await addPeople(acting.db, passwordHash, now);
    const scheme = await addEdition(acting, root);
    await addRound(acting.db, scheme, now);
    await recordAct(acting, { act: 'installation.fillSandbox', subject: `round:${ROUND}`, round: ROUND, content: { edition: EDITION, provinces: PROVINCES } });
    await recordAuditedTables(acting);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function addPeople(db: Kysely<Tables>, passwordHash: string, now: Date): Promise<void> {
  const people = [...ACCOUNTS, ...otherClerks()].map((person: InventedPerson) => ({ ...person, id: randomUUID() }));
  await db
    .insertInto('account')
    .values(people.map(({ id, email, name }) => ({ id, email, name, search_key: searchKey(`${name} ${email}`), created_at: now })))
    .execute();
  // Only the accounts to try things with have a password.
  const known = new Set(ACCOUNTS.map(({ email }) => email));
  await db
    .insertInto('credential')
    .values(
      people.map(({ id, email }) => ({
        account_id: id,
        password_hash: known.has(email) ? passwordHash : null,
        password_set_at: now,
        totp_secret: null,
        totp_last_step: null,
      })),
    )
    .execute();
  await db
    .insertInto('membership')
    .values(
      people.map(({ id, body, role }) => ({
        account_id: id,
        body_id: body,
        role,
        from_date: SINCE,
        to_date: null,
        granted_by: null,
        granted_at: now,
        ended_by: null,
        handover_id: null,
      })),
    )
    .execute();
}

async function addEdition(acting: Acting, root: string): Promise<Scheme> {
  const read = (file: string) => readFileSync(path.join(root, 'schemes', EDITION, file), 'utf8');
  const texts = { document: read('scheme.yaml'), cases: read('cases.yaml') };
  await loadEdition(acting, texts);
  return readScheme(readYaml(texts.document).value, new Faults()) as Scheme;
}

async function addRound(db: Kysely<Tables>, scheme: Scheme, now: Date): Promise<void> {
  await db
    .insertInto('round')
    .values({
      id: ROUND,
      owner_body: OWNER_BODY,
      year: YEAR,
      title: `Kỳ đánh giá minh họa năm ${YEAR}`,
      edition_id: scheme.id,
      state: 'open',
      copied_from: null,
      created_by: null,
      created_at: now,
      opened_at: now,
    })
    .execute();
  const midnight = Date.parse(`${dayOf(now.getTime())}T00:00:00+07:00`);
  await db
    .insertInto('round_step')
    .values(
      CALENDAR.map(([step, opens, closes]) => ({
        round_id: ROUND,
        step,
        opens: new Date(midnight + opens * DAY_MS),
        closes: new Date(midnight + closes * DAY_MS),
      })),
    )
    .execute();
  const provinces = Array.from({ length: PROVINCES }, (_, index) => provinceId(index + 1));
  await db
    .insertInto('participant')
    .values(provinces.map((body, index) => ({ round_id: ROUND, body_id: body, position: index + 1, block: null })))
    .execute();
  const owners = ['bo-minh-hoa-a', 'bo-minh-hoa-b', 'bo-minh-hoa-c'];
  await db
    .insertInto('domain_owner')
    .values(scheme.domains.map(({ code }, index) => ({ round_id: ROUND, domain: code, body_id: owners[index % owners.length] as string })))
    .execute();
  const madeUp = madeUpRound(scheme, PROVINCES);
  await db
    .insertInto('baseline')
    .values(
      provinces.map((body) => ({
        round_id: ROUND,
        body_id: body,
        year: YEAR - 1,
        figures: JSON.stringify(madeUp.previous.bodies[numberOf(body)]?.figures ?? {}),
        items: '{}',
        source: MADE_UP,
      })),
    )
    .execute();
  const estimates = provinces.flatMap((body) =>
    Object.entries(madeUp.estimates[numberOf(body)] ?? {}).flatMap(([question, groups]) =>
      Object.entries(groups).map(([group, { mean, answers }]) => ({ round_id: ROUND, body_id: body, question, respondent_group: group, mean, answers })),
    ),
  );
  // A statement takes some 65,000 values.
  for (let from = 0; from < estimates.length; from += 5_000)
    await db
      .insertInto('estimate')
      .values(estimates.slice(from, from + 5_000))
      .execute();
}
