import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { canonicalText, Faults, hashOf, readScheme, readYaml, type Scheme } from '@parindex/core';
import pg from 'pg';
import { makeFirstKeys } from '../../server/src/capabilities/operation/rotate-keys.ts';
import { connectPool } from '../../server/src/db/connect.ts';
import { migrate, ROLES } from '../../server/src/db/migrate.ts';
import { prepareDatabase, type RoleName, urlAs } from '../../server/src/db/prepare.ts';
import { inTransactionAs } from '../../server/src/db/transaction.ts';
import { hashOfToken } from '../../server/src/http/admission.ts';
import { Keys } from '../../server/src/keys/keys.ts';
import { openEmbedded } from '../../server/src/postgres/open.ts';
import { declareMadeUp } from '../../server/src/sandbox/declare-made-up.ts';
import { provinceRound } from '../../server/src/sandbox/invented-rounds.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const PASSWORDS = { owner: 'owner-bench', app: 'app-bench', signOn: 'sign_on-bench', jobs: 'jobs-bench', retention: 'retention-bench' };
export const ROUND = 'minh-hoa-2022';

export interface BenchClerk {
  readonly token: string;
  readonly body: string;
}

/** A database of its own with a round of invented provinces and their officers, all signed in. */
export interface BenchDatabase {
  readonly urls: { readonly app: string; readonly signOn: string; readonly jobs: string; readonly owner: string; readonly keys: string };
  readonly officers: readonly BenchClerk[];
  /** Somebody who may read every sheet. */
  readonly reader: string;
  readonly scheme: Scheme;
  readonly owner: pg.Client;
  /** Where files of evidence lie. */
  readonly store: string;
  stop(): Promise<void>;
}

/** Makes an office: PostgreSQL with fsync as it comes, in a folder of its own, or a fresh database on the given server. */
export async function makeBenchDatabase(provinces: number, officersEach: number): Promise<BenchDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parindex-bench-'));
  chmodSync(folder, 0o755);
  const server = await openEmbedded({ root: ROOT, folder, real: false, say: () => {} });
  const database = `bench_${randomBytes(4).toString('hex')}`;
  const superUrl = server.url('postgres');
  await prepareDatabase(superUrl, database, PASSWORDS);
  const as = (role: RoleName) => urlAs(superUrl, { role: ROLES[role], password: PASSWORDS[role], database });
  await migrate(as('owner'));
  const keys = path.join(folder, 'keys');
  await makeFirstKeys(as('owner'), new Keys(keys), new Date());
  const owner = new pg.Client({ connectionString: as('owner') });
  await owner.connect();
  const { scheme, officers, reader } = await fill(owner, provinces, officersEach);
  await declareAll(owner, { app: as('app'), signOn: as('signOn') }, provinces);
  return {
    urls: { app: as('app'), signOn: as('signOn'), jobs: as('jobs'), owner: as('owner'), keys },
    officers,
    reader,
    scheme,
    owner,
    store: path.join(folder, 'store'),
    async stop() {
      await owner.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every province has made-up figures and answers, declared by one of its clerks: sheets as they are on the last evening. */
async function declareAll(owner: pg.Client, urls: { readonly app: string; readonly signOn: string }, provinces: number): Promise<void> {
  const { rows } = await owner.query<{ body: string; account: string; membership: string }>(
    `SELECT DISTINCT ON (body_id) body_id AS body, account_id AS account, id AS membership FROM membership WHERE role = 'clerk' ORDER BY body_id, id`,
  );
  const pools = { pool: connectPool(urls.app, 2), signOn: connectPool(urls.signOn, 1) };
  const [now, round] = [new Date(), provinceRound(provinces)];
  for (const { body, account, membership } of rows)
    await inTransactionAs(pools, account, now, (db) => declareMadeUp({ db, account, membership, receivedAt: now }, round, body));
  await Promise.all([pools.pool.end(), pools.signOn.end()]);
}

async function fill(owner: pg.Client, provinces: number, officersEach: number): Promise<Pick<BenchDatabase, 'scheme' | 'officers' | 'reader'>> {
  const [document, cases] = ['scheme.yaml', 'cases.yaml'].map((file) => readFileSync(path.join(ROOT, 'schemes/province-2022', file), 'utf8')) as [
    string,
    string,
  ];
  const scheme = readScheme(readYaml(document).value, new Faults()) as Scheme;
  const bodies = Array.from({ length: provinces }, (_, index) => `tinh-minh-hoa-${String(index + 1).padStart(2, '0')}`);
  const officers: BenchClerk[] = [];
  const rows: { account: string; body: string; role: string; token: string }[] = [];
  const add = (body: string, role: string): string => {
    const token = randomBytes(32).toString('base64url');
    rows.push({ account: randomUUID(), body, role, token });
    return token;
  };
  for (const body of bodies) for (let one = 0; one < officersEach; one++) officers.push({ body, token: add(body, 'clerk') });
  const reader = add('bo-minh-hoa', 'owner');
  await owner.query('BEGIN');
  await owner.query(`INSERT INTO installation (kind) VALUES ('real')`);
  const all = ['bo-minh-hoa', ...bodies];
  await owner.query(`INSERT INTO body (id, kind, ranked) SELECT id, 'province', true FROM unnest($1::text[]) AS id`, [all]);
  await owner.query(
    `INSERT INTO body_name (body_id, position, full_name, short_name, sort_name, search_key) SELECT id, 0, 'Minh họa ' || id, id, id, '|' || replace(id, '-', ' ') || '|' FROM unnest($1::text[]) AS id`,
    [all],
  );
  await owner.query(`INSERT INTO body_attribute (body_id, attribute, position, value) SELECT id, 'type', 0, 'province' FROM unnest($1::text[]) AS id`, [all]);
  await owner.query(
    `INSERT INTO account (id, email, name, created_at) SELECT id, 'nguoi-' || id || '@minh-hoa.example', 'Người minh họa', now() FROM unnest($1::uuid[]) AS id`,
    [rows.map(({ account }) => account)],
  );
  await owner.query(
    `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) SELECT a, b, r, '2020-01-01', now() FROM unnest($1::uuid[], $2::text[], $3::text[]) AS t (a, b, r)`,
    [rows.map(({ account }) => account), rows.map(({ body }) => body), rows.map(({ role }) => role)],
  );
  await owner.query(
    `INSERT INTO session (token_hash, account_id, created_at, seen_at, expires_at, complete_at, confirmed_at) SELECT h, a, now(), now(), now() + interval '12 hours', now(), '2100-01-01' FROM unnest($1::bytea[], $2::uuid[]) AS t (h, a)`,
    [rows.map(({ token }) => hashOfToken(token)), rows.map(({ account }) => account)],
  );
  await owner.query(
    `INSERT INTO edition (id, state, document, cases, scheme, hash, created_at, adopted_at) VALUES ($1, 'adopted', $2, $3, $4, $5, now(), now())`,
    [scheme.id, document, cases, canonicalText(scheme), hashOf(scheme)],
  );
  await owner.query(
    `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at, opened_at) VALUES ($1, 'bo-minh-hoa', 2022, 'Kỳ minh họa', $2, 'open', now(), now())`,
    [ROUND, scheme.id],
  );
  await owner.query(
    `INSERT INTO round_step (round_id, step, opens, closes) VALUES ($1, 'selfAssessment', now() - interval '10 days', now() + interval '10 days')`,
    [ROUND],
  );
  await owner.query(`INSERT INTO participant (round_id, body_id, position) SELECT $1, id, n FROM unnest($2::text[]) WITH ORDINALITY AS t (id, n)`, [
    ROUND,
    bodies,
  ]);
  await owner.query('COMMIT');
  return { scheme, officers, reader };
}
