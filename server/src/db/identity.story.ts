import { createHash } from 'node:crypto';
import { itemsOfDomains } from '@parindex/core';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfOf } from '../capabilities/evidence/testing/pdf-of.ts';
import { uploadFile, workOf } from '../capabilities/evidence/testing/upload-file.ts';
import { hashOfToken } from '../http/admission.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../testing/world.ts';
import { inTransaction } from './transaction.ts';

/** Read by whoever may sign on as the serving role: the register of bodies, editions and plans, which the server publishes besides, and what the database is. */
const OPEN_TABLES = [
  ...[
    'body',
    'body_attribute',
    'body_name',
    'body_succession',
    'day_off',
    'day_off_year',
    'edition',
    'installation',
    'migration',
    'migration_repeatable',
    'seal',
  ],
  ...['round', 'round_step', 'participant', 'exclusion', 'domain_owner', 'copied_part', 'extension', 'takeover'],
];

/** Words that stand in what nobody may reach, and nowhere else. */
const CANARIES = ['@minh-hoa.example', 'Nguyễn Văn An', 'Phạm Văn Dũng', 'Bùi Thị Lan', 'chim hoàng yến'];

let server: TestServer;
let world: World;
/** Somebody who has the database's address, and nothing else. */
let stranger: pg.Client;
let tables: string[];
/** What a stranger might guess or know, by the type of what takes it. */
let known: Record<string, unknown[]>;

beforeAll(async () => {
  server = await startTestServer('2023-01-15T00:00:00Z');
  world = await makeWorld(server);
  const { an } = world.people;
  const sheet = `/api/rounds/${world.round}/sheets/tinh-minh-hoa-01`;
  const [item] = itemsOfDomains(world.scheme.domains);
  const saved = await ask(server, an, 'POST', `${sheet}/entries`, {
    entries: [change({ item: item?.code as string }, 0, { justification: 'chim hoàng yến' })],
  });
  expect(saved.status).toBe(201);
  const work = workOf(server);
  const uploaded = await uploadFile(server, work, an, sheet, 'chim hoàng yến.pdf', pdfOf([{ lines: ['chim hoàng yến'] }]));
  expect(uploaded.state).toBe('kept');
  await work.close();
  await server.owner.query(
    `INSERT INTO one_time_link (token_hash, purpose, account_id, created_at, expires_at) SELECT sha256('link'), 'reset', id, now(), '2100-01-01' FROM account WHERE id = $1`,
    [world.people.lan.account],
  );
  await server.owner.query(`INSERT INTO calendar_feed (account_id, token_hash, made_at) VALUES ($1, sha256('feed'), now())`, [world.people.dung.account]);
  stranger = new pg.Client({ connectionString: server.urls.app });
  await stranger.connect();
  const found = await server.owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') AND has_any_column_privilege('parindex_app', oid, 'SELECT')`,
  );
  tables = found.rows.map(({ name }) => name).filter((name) => !OPEN_TABLES.includes(name));
  expect(tables).toEqual(expect.arrayContaining(['entry', 'session', 'document', 'audit']));
  const ids = await server.owner.query<{ id: string }>(
    'SELECT id FROM account UNION SELECT id FROM membership UNION SELECT id FROM upload UNION SELECT id FROM document UNION SELECT id FROM job UNION SELECT id FROM session',
  );
  const { rows: secrets } = await server.owner.query<{ hash: Buffer }>(
    `SELECT sha256('link') AS hash UNION SELECT sha256('feed') UNION SELECT sha256 FROM content`,
  );
  known = {
    uuid: [uploaded.upload, uploaded.document, ...Object.values(world.people).map(({ account }) => account), ...ids.rows.map(({ id }) => id)],
    text: ['tinh-minh-hoa-01', world.round, 'internal', 'clerk', 'chim', 'an@minh-hoa.example', 'head', 'removal', 'carriedOut'],
    bytea: secrets.map(({ hash }) => hash),
    'timestamp with time zone': ['2023-01-15T00:00:00Z'],
    date: ['2023-01-15'],
    interval: ['1 minute'],
    integer: [1, 100],
    bigint: [1],
    smallint: [2022],
    boolean: [true, false],
    jsonb: ['{}'],
    'uuid[]': [[uploaded.document, world.people.dung.account]],
    'text[]': [['tinh-minh-hoa-01', 'bo-minh-hoa'], [world.round], ['clerk', 'owner', 'administrator']],
  };
});
afterAll(async () => {
  await stranger.end();
  await server.close();
});

/** Locks that a transaction of the stranger holds and others may wait for. */
const LOCKS = `SELECT 'lock ' || locktype FROM pg_locks WHERE pid = pg_backend_pid() AND locktype IN ('advisory', 'transactionid', 'tuple')`;

/** What a transaction of the stranger reaches of what is not open: the tables that show a row. */
async function reached(...more: string[]): Promise<string[]> {
  const text = [...tables.map((name) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM ${name})`), ...more].join(' UNION ALL ');
  // Planned once: it is asked after every call of every function.
  const { rows } = await stranger.query<{ name: string }>({ name: `reached ${more.length}`, text });
  return rows.map(({ name }) => name);
}

/** Every row of every table, as the owner sees them. */
async function wholeState(): Promise<Record<string, string>> {
  const { rows } = await server.owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  );
  const state: Record<string, string> = {};
  for (const { name } of rows)
    state[name] = (await server.owner.query(`SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS hash FROM ${name} t`)).rows[0].hash;
  return state;
}

const NAMES_OF_SETTINGS = `SELECT DISTINCT m[1] AS name FROM (
    SELECT prosrc AS text FROM pg_proc WHERE pronamespace = 'app'::regnamespace
    UNION ALL SELECT concat(qual, ' ', with_check) FROM pg_policies WHERE schemaname = 'public') s
  CROSS JOIN LATERAL regexp_matches(s.text, '(?:current_setting|set_config)\\s*\\(\\s*''([^'']+)''', 'g') m`;

/** What might be said of who asks, as a setting. */
function claims(): string[] {
  const { dung, lan } = world.people;
  const said = `{${dung.account},"{tinh-minh-hoa-01}","{tinh-minh-hoa-01}","{${world.round}}"}`;
  return [
    ...[dung.account, lan.account, 'lan@minh-hoa.example', '{tinh-minh-hoa-01}', `{${world.round}}`, createHash('sha256').update('link').digest('hex')],
    ...[said, `${'0'.repeat(64)}${said}`, `${createHash('sha256').update(said).digest('hex')}${said}`],
  ];
}

/** Runs work of the stranger in a transaction that is given up. */
async function givenUp<T>(work: () => Promise<T>): Promise<T> {
  await stranger.query('BEGIN');
  try {
    return await work();
  } finally {
    await stranger.query('ROLLBACK');
  }
}

async function settings(): Promise<string[]> {
  const names = (await server.owner.query<{ name: string }>(NAMES_OF_SETTINGS)).rows.map(({ name }) => name);
  return [...new Set([...names.filter((name) => name.startsWith('app.')), 'app.account', 'app.own_sheets', 'app.whole_rounds', 'app.signing_in'])];
}

describe('[F94] with the database’s address alone', () => {
  it('what proves who somebody is is not to be read at all, with an identity or without', async () => {
    const secrets = [
      'credential',
      'sign_in_slowing',
      'refused_sign_in',
      'known_device (token_hash)',
      'recovery_code (code_hash)',
      'security_key (credential_id)',
      'security_key (public_key)',
      'session (challenge)',
      'identity_key',
      'session (token_hash)',
      'personal_token (token_hash)',
      'one_time_link (token_hash)',
      'calendar_feed (token_hash)',
    ];
    for (const secret of secrets) {
      const [table, column = '*'] = secret.replace(/[()]/g, '').split(' ');
      await expect(stranger.query(`SELECT ${column} FROM ${table}`), secret).rejects.toMatchObject({ code: '42501' });
    }
    const session = `INSERT INTO session (token_hash, account_id, created_at, seen_at, expires_at, complete_at) VALUES (sha256('x'), $1, now(), now(), '2100-01-01', now())`;
    await expect(stranger.query(session, [world.people.lan.account])).rejects.toMatchObject({ code: '42501' });
  });

  it('no setting gives anything', async () => {
    const names = await settings();
    expect(names).toContain('app.identity');
    for (const claim of claims())
      for (const set of [...names.map((name) => [name]), names])
        expect(
          await givenUp(async () => {
            await stranger.query(`SELECT set_config('app.moment', '2023-01-15T00:00:00.000Z', true)`);
            for (const name of set) await stranger.query('SELECT set_config($1, $2, true)', [name, claim]);
            // A claim that is no identity at all may also be answered by an error.
            return reached().catch((error: pg.DatabaseError) => (error.code?.startsWith('22') ? [] : Promise.reject(error)));
          }),
          `${set} = ${claim}`,
        ).toEqual([]);
  });

  it('what is open to read is not open to write', async () => {
    for (const name of OPEN_TABLES) {
      const { rows } = await stranger.query<{ column: string }>(
        `SELECT quote_ident(attname) AS column FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND has_column_privilege(attrelid, attnum, 'UPDATE')`,
        [name],
      );
      for (const statement of [`DELETE FROM ${name}`, ...rows.map(({ column }) => `UPDATE ${name} SET ${column} = ${column}`)])
        await givenUp(async () => {
          const written = await stranger.query(statement).catch((error: pg.DatabaseError) => error);
          expect([statement, written instanceof Error ? written.code : written.rowCount]).toEqual([statement, written instanceof Error ? '42501' : 0]);
        });
      await givenUp(async () => {
        const copied = await stranger.query(`INSERT INTO ${name} SELECT * FROM ${name}`).catch((error: pg.DatabaseError) => error);
        // Of an empty one there is nothing to copy.
        expect([name, copied instanceof Error ? copied.code : copied.rowCount]).toEqual([name, copied instanceof Error ? '42501' : 0]);
      });
    }
  });

  it('nor does any function: not by its answer, nor by what can be read after it, nor by what it changes', async () => {
    const { rows: functions } = await server.owner.query<{ name: string; types: string[] }>(
      `SELECT p.oid::regproc::text AS name, ARRAY(SELECT format_type(t, NULL) FROM unnest(p.proargtypes) WITH ORDINALITY a (t, n) ORDER BY n)::text[] AS types
       FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.prorettype <> 'trigger'::regtype ORDER BY 1`,
    );
    expect(functions.length).toBeGreaterThan(40);
    const before = await wholeState();
    let answered = 0;
    for (const { name, types } of functions) {
      const pools = types.map((type) => known[type] ?? [null]);
      const most = Math.min(Math.max(1, ...pools.map((pool) => pool.length * 2)), 60);
      for (let turn = 0; turn < most; turn += 1) {
        // Each of its arguments goes through what is known at another pace.
        const values = pools.map((pool, place) => pool[(turn + Math.floor(turn / pool.length) * place + place) % pool.length]);
        const call = `SELECT to_jsonb(t) AS answer FROM app.${name.replace(/^app\./, '')}(${types.map((type, place) => `$${place + 1}::${type}`).join(', ')}) t`;
        await stranger.query('BEGIN');
        const said = await stranger.query(call, values).catch((error: Error) => error);
        if (said instanceof Error) {
          await stranger.query('ROLLBACK');
          continue;
        }
        answered += 1;
        const text = JSON.stringify(said.rows);
        expect([call, values, CANARIES.filter((word) => text.includes(word) && !values.some((value) => String(value).includes(word)))]).toEqual([
          call,
          values,
          [],
        ]);
        // Nor does it hold what others wait for.
        expect([call, values, await reached(LOCKS)]).toEqual([call, values, []]);
        await stranger.query('COMMIT');
      }
    }
    // Not that all were refused for a wrong call.
    expect(answered).toBeGreaterThan(100);
    expect(await wholeState()).toEqual(before);
  });

  it('an identity that was found serves in its own transaction, at its own moment, unaltered, and nowhere else', async () => {
    const begin = async (client: pg.Client) => {
      await client.query('BEGIN');
      await client.query('SELECT app.begin_request($1, NULL, $2, false)', [hashOfToken(world.people.dung.token), server.clock.now()]);
    };
    const identity = async () => (await stranger.query(`SELECT current_setting('app.identity') AS identity`)).rows[0].identity as string;
    const set = (name: string, value: string) => stranger.query('SELECT set_config($1, $2, true)', [name, value]);
    await begin(stranger);
    const own = await identity();
    expect(await reached()).toContain('entry');
    for (const altered of [
      own.replace('{}', '{tinh-minh-hoa-02}'),
      `${own},x`,
      own.replace(world.people.dung.account, world.people.lan.account),
      own.slice(64),
    ]) {
      await set('app.identity', altered);
      expect(await reached()).toEqual([]);
    }
    await set('app.identity', own);
    expect(await reached()).toContain('entry');
    await set('app.moment', '2023-02-15T00:00:00.000Z');
    expect(await reached()).toEqual([]);
    await stranger.query('ROLLBACK');
    await stranger.query('BEGIN');
    await set('app.moment', server.clock.now().toISOString());
    await set('app.identity', own);
    expect(await reached()).toEqual([]);
    await stranger.query('ROLLBACK');
  });

  it('what has ended stays ended, and no token makes itself longer or others beside it', async () => {
    const { an, dung, lan } = world.people;
    const begin = (session: Buffer | null, token: Buffer | null) =>
      stranger.query('SELECT app.begin_request($1, $2, $3, false)', [session, token, server.clock.now()]);
    /** What a statement does in a transaction that this session or token began and that is kept. */
    const tried = async (secret: { session: string } | { token: string }, statement: string, values: unknown[] = []) => {
      await stranger.query('BEGIN');
      try {
        await begin('session' in secret ? hashOfToken(secret.session) : null, 'token' in secret ? hashOfToken(secret.token) : null);
        const { rowCount } = await stranger.query(statement, values);
        await stranger.query('COMMIT');
        return rowCount;
      } catch (error) {
        await stranger.query('ROLLBACK');
        return (error as pg.DatabaseError).code;
      }
    };
    const REFUSED = '42501';
    const status = async (headers: Record<string, string>) => (await ask(server, undefined, 'GET', '/api/session', undefined, headers)).status;

    // Dũng's other session has ended; he, and the administrator, want it back.
    const other = 'x'.repeat(43);
    await server.owner.query(
      `INSERT INTO session (token_hash, account_id, created_at, seen_at, expires_at, complete_at) VALUES ($1, $2, $3, $3, '2100-01-01', $3)`,
      [hashOfToken(other), dung.account, server.clock.now()],
    );
    expect(
      await tried({ session: other }, 'UPDATE session SET ended_at = app.moment() WHERE account_id = $1 AND ended_at IS NULL AND seen_at < $2', [
        dung.account,
        '2050-01-01',
      ]),
    ).toBe(1);
    for (const { token } of [dung, lan]) {
      expect(await tried({ session: token }, 'UPDATE session SET ended_at = NULL WHERE account_id = $1', [dung.account])).toBe(REFUSED);
      expect(await tried({ session: token }, 'UPDATE session SET ended_at = NULL WHERE account_id = $1 AND ended_at IS NOT NULL', [dung.account])).toBe(0);
    }
    expect(await status({ cookie: `parindex_session=${other}` })).toBe(401);

    const made = async (scopes: string[]) =>
      (await ask(server, an, 'POST', '/api/me/tokens', { name: 'Máy', scopes, expiresAt: '2023-02-01T00:00:00Z' })).body as { id: string; token: string };
    const [revoked, reading] = [await made(['read']), await made(['read'])];
    expect((await ask(server, an, 'DELETE', `/api/me/tokens/${revoked.id}`)).status).toBe(204);
    const another = `INSERT INTO personal_token (account_id, name, token_hash, scopes, created_at, expires_at)
      SELECT app.account(), 'khác', $1, '{read,write}', app.moment(), app.moment() + make_interval(days => $2)`;
    for (const secret of [{ session: an.token }, { session: lan.token }, { token: reading.token }]) {
      expect(await tried(secret, `UPDATE personal_token SET revoked_at = NULL, expires_at = '2100-01-01' WHERE id = $1`, [revoked.id])).toBe(0);
      expect(await tried(secret, `UPDATE personal_token SET expires_at = '2200-01-01' WHERE id = $1`, [reading.id])).toBe(REFUSED);
    }
    expect(await tried({ token: reading.token }, another, [Buffer.alloc(32, 1), 30])).toBe(REFUSED);
    expect(await tried({ session: an.token }, another, [Buffer.alloc(32, 2), 30_000])).toBe(REFUSED);
    expect(await status({ authorization: `Bearer ${revoked.token}` })).toBe(401);
    // What the product does itself goes on: a shorter term, an end, a token of a person's own.
    expect(await tried({ session: an.token }, another, [Buffer.alloc(32, 3), 30])).toBe(1);
    expect(await tried({ session: lan.token }, `UPDATE personal_token SET expires_at = '2023-01-20' WHERE id = $1`, [reading.id])).toBe(1);
    expect(await tried({ session: an.token }, 'UPDATE personal_token SET revoked_at = app.moment() WHERE id = $1', [reading.id])).toBe(1);

    // A token of the administrator opens nobody's account and gives no role.
    await server.owner.query(
      `INSERT INTO security_key (id, account_id, credential_id, public_key, counter, name, made_at) VALUES (gen_random_uuid(), $1, '\\x01', '\\x01', 0, 'Khóa', now())`,
      [lan.account],
    );
    const strong = (await ask(server, lan, 'POST', '/api/me/tokens', { name: 'Máy', scopes: ['read', 'write'], expiresAt: '2023-02-01T00:00:00Z' })).body.token;
    for (const statement of [
      `INSERT INTO account (email, name, search_key, created_at) VALUES ('moi@minh-hoa.example', 'Mới', 'moi', app.moment())`,
      `INSERT INTO one_time_link (token_hash, purpose, account_id, created_by, created_at, expires_at) SELECT sha256('mine'), 'invitation', id, app.account(), app.moment(), app.moment() + interval '1 hour' FROM account WHERE email = 'tam@minh-hoa.example'`,
      `INSERT INTO membership (account_id, body_id, role, from_date, granted_by, granted_at) SELECT id, 'tinh-minh-hoa-01', 'clerk', '2023-01-01', app.account(), app.moment() FROM account WHERE email = 'tam@minh-hoa.example'`,
    ]) {
      await server.owner.query(
        `INSERT INTO account (email, name, search_key, created_at) VALUES ('tam@minh-hoa.example', 'Tạm', 'tam', now()) ON CONFLICT (email) DO NOTHING`,
      );
      expect([statement, await tried({ token: strong }, statement)]).toEqual([statement, REFUSED]);
      expect([statement, await tried({ session: lan.token }, statement)]).toEqual([statement, 1]);
    }
    expect(await tried({ token: strong }, `UPDATE account SET email = 'khac@minh-hoa.example' WHERE email = 'tam@minh-hoa.example'`)).toBe(0);
  });

  it('what others present as their secret cannot be seen', async () => {
    const secret = hashOfToken(world.people.lan.token).toString('hex');
    await inTransaction(server.pool, { session: secret }, server.clock.now(), false, async () => {
      const { rows } = await stranger.query<{ query: string }>(
        'SELECT query FROM pg_stat_activity WHERE usename = current_user AND datname = current_database()',
      );
      expect(rows.filter(({ query }) => query.includes(secret))).toEqual([]);
      expect(rows.length).toBeGreaterThan(1);
    });
  });
});
