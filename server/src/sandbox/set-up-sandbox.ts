import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Faults, readScheme, readYaml, type Scheme, searchKey } from '@parindex/core';
import { dayOf } from '@parindex/core/round/index';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Acting } from '../audit/acting.ts';
import { readRowStates } from '../audit/queries/audited-tables.ts';
import { recordAct } from '../audit/record.ts';
import { recordAuditedTables } from '../audit/record-audited-tables.ts';
import { hashPassword } from '../capabilities/accounts/sign-on/password-hash.ts';
import { loadInventedBodies } from '../capabilities/bodies/acts/load-bodies.ts';
import { loadEdition } from '../capabilities/editions/acts/load-edition.ts';
import { loadQuestionnaires } from '../capabilities/editions/acts/load-questionnaires.ts';
import { readQuestionnaireTexts } from '../capabilities/editions/questionnaire-texts.ts';
import { queriesOver } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import type { Reading } from '../db/transaction.ts';
import { dataOf, figuresBefore, MADE_UP, madeUpRound } from './declare-made-up.ts';
import { ACCOUNTS, type InventedPerson, inventedBodies, inventedPeople, SANDBOX_PASSWORD } from './invented.ts';
import { INVENTED_ROUNDS, type InventedRound } from './invented-rounds.ts';
import { pointsBefore } from './points-before.ts';

const DAY_MS = 86_400_000;
const SINCE = '2020-01-01';

/** Makes the sandbox's bodies, people, editions and rounds, as far as they are missing, in one transaction, under the owner of the database. */
export async function setUpSandbox(owner: pg.Pool, root: string, now: Date, rounds: readonly InventedRound[] = INVENTED_ROUNDS): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('BEGIN');
    const acting: Acting = { db: queriesOver(client), account: null, membership: null, receivedAt: now };
    await loadInventedBodies(acting, inventedBodies());
    const people = await addPeople(acting.db, now);
    for (const round of await missingRounds(acting.db, rounds)) {
      await addRound(acting.db, round, await addEdition(acting, root, round.edition), now);
      const stands = await readRowStates(acting.db, {
        ...{ round: [round.id], round_step: [round.id], participant: [round.id], domain_owner: [round.id], baseline: [round.id], estimate: [round.id] },
        // Those of all rounds, told with the first.
        ...{ account: people.accounts.splice(0), membership: people.memberships.splice(0) },
      });
      await recordAct(acting, {
        act: 'installation.fillSandbox',
        subject: `round:${round.id}`,
        round: round.id,
        content: { edition: round.edition, stands },
      });
    }
    await recordAuditedTables(acting);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** The rounds that a sandbox does not have: of one that an earlier release has made, those that came since. */
export async function missingRounds(db: Reading, rounds: readonly InventedRound[] = INVENTED_ROUNDS): Promise<InventedRound[]> {
  const there = new Set((await db.selectFrom('round').select('id').execute()).map(({ id }) => id));
  return rounds.filter(({ id }) => !there.has(id));
}

async function addPeople(db: Kysely<Tables>, now: Date): Promise<{ accounts: string[]; memberships: string[] }> {
  const there = new Set((await db.selectFrom('account').select('email').execute()).map(({ email }) => email));
  const people = inventedPeople()
    .filter(({ email }) => !there.has(email))
    .map((person: InventedPerson) => ({ ...person, id: randomUUID(), membership: randomUUID() }));
  const passwordHash = await hashPassword(SANDBOX_PASSWORD);
  if (people.length === 0) return { accounts: [], memberships: [] };
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
      people.map(({ id, membership, body, role }) => ({
        id: membership,
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
  return { accounts: people.map(({ id }) => id), memberships: people.map(({ membership }) => membership) };
}

async function addEdition(acting: Acting, root: string, edition: string): Promise<Scheme> {
  const read = (file: string) => readFileSync(path.join(root, 'schemes', edition, file), 'utf8');
  const texts = { document: read('scheme.yaml'), cases: read('cases.yaml') };
  await loadEdition(acting, texts);
  const scheme = readScheme(readYaml(texts.document).value, new Faults()) as Scheme;
  await loadQuestionnaires(acting, scheme, readQuestionnaireTexts(root, edition));
  return scheme;
}

async function addRound(db: Kysely<Tables>, round: InventedRound, scheme: Scheme, now: Date): Promise<void> {
  const { id, participants } = round;
  const midnight = Date.parse(`${dayOf(now.getTime())}T00:00:00+07:00`);
  const day = (number: number) => new Date(midnight + number * DAY_MS);
  const opened = day(Math.min(...round.calendar.map(([, opens]) => opens)));
  await db
    .insertInto('round')
    .values({
      id,
      owner_body: round.ownerBody,
      year: round.year,
      title: round.title,
      edition_id: scheme.id,
      state: 'open',
      copied_from: null,
      created_by: null,
      created_at: opened,
      opened_at: opened,
    })
    .execute();
  await db
    .insertInto('round_step')
    .values(
      round.calendar.map(([step, opens, closes]) => ({
        round_id: id,
        step,
        ...{ opens: day(opens), closes: day(closes) },
      })),
    )
    .execute();
  await db
    .insertInto('participant')
    .values(participants.map((body, index) => ({ round_id: id, body_id: body, position: index + 1, block: null })))
    .execute();
  const owners = round.appraisers;
  await db
    .insertInto('domain_owner')
    .values(scheme.domains.map(({ code }, index) => ({ round_id: id, domain: code, body_id: owners[index % owners.length] as string })))
    .execute();
  const madeUp = madeUpRound(scheme, round);
  const before = pointsBefore(scheme, round, madeUp);
  await db
    .insertInto('baseline')
    .values(
      participants.map((body) => ({
        round_id: id,
        body_id: body,
        year: round.year - 1,
        figures: JSON.stringify(figuresBefore(round, madeUp, dataOf(round, body))),
        items: JSON.stringify(before.get(body) ?? {}),
        source: MADE_UP,
        stage: 'claimed',
      })),
    )
    .execute();
  const estimates = participants.flatMap((body) =>
    Object.entries(madeUp.estimates[dataOf(round, body)] ?? {}).flatMap(([question, groups]) =>
      Object.entries(groups).map(([group, { mean, answers }]) => ({ round_id: id, body_id: body, question, respondent_group: group, mean, answers })),
    ),
  );
  // A statement takes some 65,000 values.
  for (let from = 0; from < estimates.length; from += 5_000)
    await db
      .insertInto('estimate')
      .values(estimates.slice(from, from + 5_000))
      .execute();
}
