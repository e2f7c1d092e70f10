import { randomUUID } from 'node:crypto';
import { itemsOfDomains } from '@parindex/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { ask, change, makeWorld, type PersonName, type World } from '../testing/world.ts';
import { roleTooStrong } from './prepare.ts';
import { inTransaction, inTransactionAs } from './transaction.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer('2023-01-15T00:00:00Z');
  world = await makeWorld(server);
  const [item] = itemsOfDomains(world.scheme.domains);
  for (const [person, body] of [
    ['an', 'tinh-minh-hoa-01'],
    ['chi', 'tinh-minh-hoa-02'],
  ] as const) {
    const saved = await ask(server, world.people[person], 'POST', `/api/rounds/${world.round}/sheets/${body}/entries`, {
      entries: [change({ item: item?.code as string }, 0, { justification: `Giải trình của ${body}` })],
    });
    expect(saved.status).toBe(201);
  }
  await server.owner.query(
    `INSERT INTO baseline (round_id, body_id, year, figures, items, source) SELECT $1, b, 2021, '{}', '{}', 'minh họa' FROM unnest(ARRAY['tinh-minh-hoa-01', 'tinh-minh-hoa-02']) AS b`,
    [world.round],
  );
});
afterAll(() => server.close());

/** What a table shows to somebody by a query that no policy of the server stands before. */
async function seen(person: PersonName, table: string, column: string): Promise<string[]> {
  const rows = await inTransactionAs(
    server.pool,
    world.people[person].account,
    server.clock.now(),
    async (db) => (await sql<{ value: string }>`SELECT DISTINCT ${sql.ref(column)}::text AS value FROM ${sql.table(table)}`.execute(db)).rows,
  );
  return rows.map(({ value }) => value).toSorted();
}

const BOTH = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02'];

describe('row security, the second wall', () => {
  it.each(['entry', 'cell', 'baseline'])('[F94] %s: a body sees its own, the round’s owner, council and auditor all, others nothing', async (table) => {
    expect(await seen('an', table, 'body_id')).toEqual(['tinh-minh-hoa-01']);
    expect(await seen('chi', table, 'body_id')).toEqual(['tinh-minh-hoa-02']);
    for (const person of ['dung', 'hanh', 'khanh', 'giang'] as const) expect(await seen(person, table, 'body_id')).toEqual(BOTH);
    for (const person of ['lan', 'minh'] as const) expect(await seen(person, table, 'body_id')).toEqual([]);
  });

  it('[F94] texts of a sheet are seen by those who see the sheet', async () => {
    const texts = async (person: PersonName) => (await seen(person, 'payload', 'body_id')).filter((body) => body !== null);
    expect(await texts('an')).toEqual(['tinh-minh-hoa-01']);
    expect(await texts('dung')).toEqual(BOTH);
    expect(await texts('minh')).toEqual([]);
  });

  it('[F94] people, what proves who they are, and their sessions are seen by themselves; the rest only by whoever gives rights', async () => {
    const { an, chi } = world.people;
    expect(await seen('an', 'account', 'id')).toEqual([an.account]);
    expect((await seen('lan', 'account', 'id')).length).toBe(Object.keys(world.people).length);
    for (const table of ['credential', 'session', 'membership']) expect(await seen('chi', table, 'account_id')).toEqual([chi.account]);
    expect(await seen('lan', 'credential', 'account_id')).toEqual([world.people.lan.account]);
  });

  it('[F94] the trail is seen whole by administrator and auditor, by others as far as they acted', async () => {
    expect(await seen('an', 'audit', 'actor')).toEqual([world.people.an.account]);
    expect((await seen('khanh', 'audit', 'actor')).length).toBeGreaterThan(1);
    expect(await seen('minh', 'audit', 'actor')).toEqual([]);
  });

  it('[F94] without an account nothing is seen at all', async () => {
    for (const table of [
      'entry',
      'cell',
      'payload',
      'audit',
      'account',
      'credential',
      'session',
      'membership',
      'personal_token',
      'one_time_link',
      'handover',
      'baseline',
      'estimate',
    ]) {
      const rows = await inTransaction(
        server.pool,
        {},
        server.clock.now(),
        false,
        async (db) => (await sql`SELECT * FROM ${sql.table(table)}`.execute(db)).rows,
      );
      expect([table, rows]).toEqual([table, []]);
    }
  });

  it('[F94] nobody writes an entry into a foreign sheet, in another’s name, or a trail of another', async () => {
    const write = (person: PersonName, actor: PersonName, body: string) =>
      inTransactionAs(server.pool, world.people[person].account, server.clock.now(), (db) =>
        sql`INSERT INTO entry (id, round_id, body_id, seq, act, stage, standing, actor, office, received_at, base, edition_id, changes, texts, origin, hash)
          VALUES (${randomUUID()}, ${world.round}, ${body}, 99, 'declare', 'claimed', 'effective', ${world.people[actor].account}, ${world.people[actor].membership}, now(), 0, ${world.scheme.id}, '{}', '{}', 'api', '\\x00')`.execute(
          db,
        ),
      );
    await expect(write('an', 'an', 'tinh-minh-hoa-02')).rejects.toThrow(/row-level security/);
    await expect(write('an', 'binh', 'tinh-minh-hoa-01')).rejects.toThrow(/row-level security/);
    await expect(write('minh', 'an', 'tinh-minh-hoa-01')).rejects.toThrow(/row-level security/);
    await expect(
      inTransactionAs(server.pool, world.people.an.account, server.clock.now(), (db) =>
        sql`INSERT INTO audit (at, actor, act, subject, content, hash) VALUES (now(), ${world.people.chi.account}, 'x', 'x', '{}', '\\x00')`.execute(db),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('[F94] a request that only shows cannot write, whatever its query says', async () => {
    await expect(inTransaction(server.pool, {}, server.clock.now(), false, (db) => sql`UPDATE round SET title = 'x'`.execute(db))).rejects.toThrow(
      /read-only transaction/,
    );
  });
});

describe('[F94] between administrators', () => {
  it('one of a department reaches nobody who works elsewhere, reads no trail, and changes no role but its end', async () => {
    const { owner, clock } = server;
    const local = randomUUID();
    await owner.query(`INSERT INTO account (id, email, name, created_at) VALUES ($1, 'quan-tri-so@minh-hoa.example', 'Quản trị Sở Minh họa A', $2)`, [
      local,
      clock.now(),
    ]);
    await owner.query(
      `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, 'so-minh-hoa-a', 'administrator', '2022-01-01', $2)`,
      [local, clock.now()],
    );
    const as = <T>(work: Parameters<typeof inTransactionAs<T>>[3]) => inTransactionAs(server.pool, local, clock.now(), work);
    const { lan, an } = world.people;
    for (const target of [lan.account, an.account]) {
      expect(Number((await as((db) => sql`UPDATE account SET email = 'khac@minh-hoa.example' WHERE id = ${target}`.execute(db))).numAffectedRows)).toBe(0);
      await expect(
        as((db) =>
          sql`INSERT INTO one_time_link (token_hash, purpose, account_id, created_at, expires_at) VALUES (sha256('x'), 'reset', ${target}, now(), now())`.execute(
            db,
          ),
        ),
      ).rejects.toThrow(/row-level security/);
    }
    expect((await as((db) => sql<{ dropped: boolean }>`SELECT app.drop_second_factor(${lan.account}) AS dropped`.execute(db))).rows).toEqual([
      { dropped: false },
    ]);
    expect((await as((db) => sql`SELECT n FROM audit`.execute(db))).rows).toEqual([]);
    await expect(
      inTransactionAs(server.pool, lan.account, clock.now(), (db) => sql`UPDATE membership SET role = 'owner' WHERE account_id = ${an.account}`.execute(db)),
    ).rejects.toThrow(/permission denied/);
  });

  it('nobody writes at another time than the request’s, or in an office that is not theirs', async () => {
    const { an, dung } = world.people;
    const act = (at: string, office: string | undefined) =>
      inTransactionAs(server.pool, an.account, server.clock.now(), (db) =>
        sql`INSERT INTO audit (at, actor, office, act, subject, content, hash) VALUES (${at}, ${an.account}, ${office}, 'x', 'x', '{}', '\\x00')`.execute(db),
      );
    await expect(act('2020-01-01T00:00:00Z', an.membership)).rejects.toThrow(/row-level security/);
    await expect(act(server.clock.now().toISOString(), dung.membership)).rejects.toThrow(/row-level security/);
    await act(server.clock.now().toISOString(), an.membership);
  });
});

describe('the role that serves', () => {
  it('is refused where it could go around row security or owns what it serves', async () => {
    expect(await roleTooStrong(server.urls.app)).toBeUndefined();
    expect(await roleTooStrong(server.urls.owner)).toMatch(/owns tables/);
    expect(await roleTooStrong(server.urls.super)).toMatch(/superuser/);
  });
});
