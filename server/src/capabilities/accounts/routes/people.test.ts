import { randomUUID } from 'node:crypto';
import { peoplePage, personAnswer } from '@parindex/core/contracts/schemas/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queriesOver } from '../../../db/connect.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { hashOfToken } from '../../../http/admission.ts';
import { Problem } from '../../../http/problems.ts';
import { tokenOf } from '../../../testing/sign-on.ts';
import { signIn, startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { addAdministrator, byTwo } from '../../../testing/two-persons.ts';
import { ask, makeWorld, type Person, type World } from '../../../testing/world.ts';
import { makeAdministrator } from '../acts/make-administrator.ts';
import { makeFirstAdministrator } from '../acts/make-first-administrator.ts';
import { hashPassword } from '../sign-on/password-hash.ts';

let server: TestServer;
let world: World;
/** Administrator of Tỉnh Minh họa 01 and what is below it. */
let phuc: Person;

const TODAY = '2023-01-10';

async function administratorOf(body: string | null, name: string, email: string): Promise<Person> {
  const [account, membership] = [randomUUID(), randomUUID()];
  await server.owner.query('INSERT INTO account (id, email, name, created_at) VALUES ($1, $2, $3, $4)', [account, email, name, server.clock.now()]);
  await server.owner.query('INSERT INTO credential (account_id, password_hash) VALUES ($1, $2)', [account, await hashPassword('ốc sên đi xe đạp')]);
  await server.owner.query(
    `INSERT INTO membership (id, account_id, body_id, role, from_date, granted_at) VALUES ($1, $2, $3, 'administrator', '2022-01-01', $4)`,
    [membership, account, body, server.clock.now()],
  );
  return { account, membership, token: await signIn(server, account) };
}

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  phuc = await administratorOf('tinh-minh-hoa-01', 'Phan Văn Phúc', 'phuc@minh-hoa.example');
});
afterAll(() => server.close());

const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);
const invite = (by: Person, email: string, memberships: unknown[], name = 'Người Được Mời') =>
  ask(server, by, 'POST', '/api/people', { email, name, memberships });

describe('a list of people', () => {
  it('shows Lan everybody in Vietnamese order, page by page, each once', async () => {
    const { lan } = world.people;
    const whole = await ask(server, lan, 'GET', '/api/people?limit=200');
    expect(names(whole.body)).toEqual([
      'Bùi Thị Lan',
      'Đặng Văn Khánh',
      'Đỗ Văn Minh',
      'Hoàng Thị Giang',
      'Lê Thị Chi',
      'Nguyễn Văn An',
      'Phạm Văn Dũng',
      'Phan Văn Phúc',
      'Trần Thị Bình',
      'Vũ Thị Hạnh',
    ]);
    expect(peoplePage.safeParse(whole.body).error).toBeUndefined();
    expect(whole.body.next).toBeNull();
    const paged: string[] = [];
    for (let after: string | null = null, pages = 0; pages === 0 || after; pages += 1) {
      const page: { body: { items: { name: string }[]; next: string | null } } = await ask(
        server,
        lan,
        'GET',
        `/api/people?limit=3${after ? `&after=${after}` : ''}`,
      );
      paged.push(...names(page.body));
      after = page.body.next;
    }
    expect(paged).toEqual(names(whole.body));
  });
  it('is searched by name and email without marks', async () => {
    const { lan } = world.people;
    const found = async (text: string) => names((await ask(server, lan, 'GET', `/api/people?search=${encodeURIComponent(text)}`)).body);
    expect(await found('pham van dung')).toEqual(['Phạm Văn Dũng']);
    expect(await found('ĐẶNG')).toEqual(['Đặng Văn Khánh']);
    expect(await found('an@minh-hoa')).toContain('Nguyễn Văn An');
    expect(await found('%')).toEqual([]);
    expect(await found('không có ai')).toEqual([]);
  });
  it('shows Phúc the people of his province, the auditor everybody, the clerk nobody', async () => {
    expect(names((await ask(server, phuc, 'GET', '/api/people')).body)).toEqual(['Nguyễn Văn An', 'Phan Văn Phúc', 'Trần Thị Bình']);
    expect((await ask(server, world.people.khanh, 'GET', '/api/people')).body.items).toHaveLength(10);
    expect((await ask(server, world.people.an, 'GET', '/api/people')).status).toBe(403);
    expect((await ask(server, undefined, 'GET', '/api/people')).status).toBe(401);
    expect((await ask(server, world.people.lan, 'GET', '/api/people?after=xx&limit=0')).body.faults.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['/query/after', '/query/limit']),
    );
  });
});

describe('Phúc, administrator of Tỉnh Minh họa 01', () => {
  it('invites into his province and below it, nowhere else', async () => {
    const role = (body: string | null) => [{ body, role: body === null ? 'auditor' : 'clerk', from: TODAY }];
    expect((await invite(phuc, 'moi1@minh-hoa.example', role('so-minh-hoa-a'))).status).toBe(201);
    expect((await invite(phuc, 'moi2@minh-hoa.example', role('tinh-minh-hoa-02'))).status).toBe(403);
    expect((await invite(phuc, 'moi2@minh-hoa.example', [...role('tinh-minh-hoa-01'), ...role('tinh-minh-hoa-02')])).status).toBe(403);
    expect((await invite(phuc, 'moi2@minh-hoa.example', role(null))).status).toBe(403);
    expect((await invite(phuc, 'moi2@minh-hoa.example', [])).status).toBe(403);
    expect((await invite(phuc, 'chi@minh-hoa.example', role('tinh-minh-hoa-01'))).body.code).toBe('alreadyThere');
    expect(server.logged).toEqual([]);
  });
  it('is told all faults at once', async () => {
    const answer = await invite(
      phuc,
      'không phải',
      [
        { body: 'khong-co', role: 'clerk', from: '2023-02-30' },
        { body: 'tinh-minh-hoa-01', role: 'vua', from: TODAY, to: '2022-01-01' },
      ],
      '',
    );
    expect(answer.status).toBe(422);
    expect(answer.body.faults.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['/email', '/name', '/memberships/0/body', '/memberships/0/from', '/memberships/1/role']),
    );
    const order = await invite(phuc, 'moi3@minh-hoa.example', [{ body: 'tinh-minh-hoa-01', role: 'clerk', from: TODAY, to: '2022-01-01' }]);
    expect(order.body.faults).toMatchObject([{ code: 'outOfRange', path: '/memberships/0/to' }]);
    expect((await invite(world.people.lan, 'moi3@minh-hoa.example', [{ body: null, role: 'clerk', from: TODAY }])).body.faults).toMatchObject([
      { code: 'missingKey', path: '/memberships/0/body' },
    ]);
    // Neither a second line nor a mark that turns the reading round stands in a name.
    for (const name of ['Lan\nQuản trị viên', 'Lan\u2028Quản trị', 'Lan \u202ekcol', 'Lan\u200b'])
      expect((await invite(phuc, 'moi3@minh-hoa.example', [{ body: 'tinh-minh-hoa-01', role: 'clerk', from: TODAY }], name)).body.faults).toMatchObject([
        { code: 'badCharacter', path: '/name' },
      ]);
    const zero = await invite(phuc, 'moi3@minh-hoa.example', [{ body: 'tinh-minh-hoa-01', role: 'clerk', from: '0000-01-01' }]);
    expect(zero.status).toBe(422);
  });
  it('may not open an account that has a role beyond his province, though he may see it', async () => {
    const { lan, an } = world.people;
    const both = (
      await invite(lan, 'haivai@minh-hoa.example', [
        { body: 'tinh-minh-hoa-01', role: 'clerk', from: TODAY },
        { body: 'tinh-minh-hoa-02', role: 'clerk', from: TODAY },
      ])
    ).body.id;
    expect((await ask(server, phuc, 'GET', `/api/people/${both}`)).status).toBe(200);
    for (const [method, url, body] of [
      ['POST', `/api/people/${both}/reset`, undefined],
      ['POST', `/api/people/${both}/requests`, { id: randomUUID(), kind: 'secondFactor', reason: 'Mất máy' }],
      ['PATCH', `/api/people/${both}`, { email: 'cuaphuc@minh-hoa.example', version: 1 }],
    ] as const)
      expect((await ask(server, phuc, method, url, body)).status).toBe(403);
    expect((await ask(server, phuc, 'POST', `/api/people/${an.account}/reset`)).status).toBe(201);
    expect((await ask(server, phuc, 'POST', `/api/people/${world.people.chi.account}/reset`)).status).toBe(403);
    expect((await ask(server, phuc, 'GET', `/api/people/${world.people.minh.account}`)).status).toBe(403);
    expect((await ask(server, lan, 'GET', `/api/people/${world.people.minh.account}`)).status).toBe(200);
  });
  it('gives and ends roles within his province; a role is never deleted', async () => {
    const { an } = world.people;
    const url = `/api/people/${an.account}/memberships`;
    expect((await ask(server, phuc, 'POST', url, { body: 'tinh-minh-hoa-02', role: 'clerk', from: TODAY })).status).toBe(403);
    expect((await ask(server, phuc, 'POST', url, { body: 'khong-co', role: 'clerk', from: TODAY })).body.faults).toMatchObject([
      { code: 'unknownId', path: '/body' },
    ]);
    expect((await ask(server, phuc, 'POST', url, { body: 'tinh-minh-hoa-01', role: 'clerk', from: TODAY })).body.code).toBe('alreadyThere');
    const given = await ask(server, phuc, 'POST', url, { body: 'so-minh-hoa-a', role: 'clerk', from: TODAY });
    expect(given.status).toBe(201);
    const membership = `${url}/${given.body.id}`;
    expect((await ask(server, phuc, 'PATCH', membership, { to: '2023-01-31', version: 2 })).body).toMatchObject({ code: 'staleVersion', version: 1 });
    expect((await ask(server, phuc, 'PATCH', membership, { to: '2023-01-08', version: 1 })).body).toMatchObject({ code: 'notNow', earliest: '2023-01-09' });
    expect((await ask(server, phuc, 'PATCH', membership, { to: '2023-01-31', version: 1 })).body).toMatchObject({ to: '2023-01-31', version: 2 });
    expect((await ask(server, phuc, 'PATCH', membership, { to: '2023-01-09', version: 2 })).body).toMatchObject({ to: '2023-01-09', version: 3 });
    expect((await ask(server, phuc, 'PATCH', membership, { to: null, version: 3 })).body.code).toBe('notNow');
    const { body, headers } = await ask(server, phuc, 'GET', `/api/people/${an.account}`);
    expect(headers['etag']).toBe('"1"');
    expect(body.memberships).toHaveLength(2);
    const { rows } = await server.owner.query(`SELECT act FROM audit WHERE subject = $1 AND act LIKE 'membership.%' ORDER BY n`, [`account:${an.account}`]);
    expect(rows.map(({ act }) => act)).toEqual(['membership.grant', 'membership.end', 'membership.end']);
  });
  it('a role that needs a second factor ends the sessions of whoever has none', async () => {
    const { an } = world.people;
    const session = { token: await signIn(server, an.account) };
    await byTwo(server, [world.people.lan, phuc], an.account, { kind: 'membership', membership: { body: 'so-minh-hoa-a', role: 'head', from: TODAY } });
    expect((await ask(server, session, 'GET', '/api/session')).status).toBe(401);
    await server.owner.query(`UPDATE membership SET to_date = '2023-01-09' WHERE account_id = $1 AND role = 'head'`, [an.account]);
  });
});

describe('Lan, administrator of the whole installation', () => {
  it('corrects a name by its version, and sees what was asked for', async () => {
    const { lan, chi } = world.people;
    expect(
      (await ask(server, chi, 'POST', '/api/me/corrections', { field: 'name', value: 'Lê Thị Kim Chi', reason: 'Theo quyết định (minh họa)' })).status,
    ).toBe(204);
    const url = `/api/people/${chi.account}`;
    const before = await ask(server, lan, 'GET', url);
    expect(before.body.corrections).toMatchObject([{ field: 'name', value: 'Lê Thị Kim Chi', applied: false }]);
    expect((await ask(server, lan, 'PATCH', url, { name: 'Lê Thị Kim Chi', version: 7 })).body).toMatchObject({ code: 'staleVersion', version: 1 });
    expect((await ask(server, lan, 'PATCH', url, { version: 1 })).status).toBe(422);
    expect((await ask(server, lan, 'PATCH', url, { name: 'Lê Thị Kim Chi', version: 1 })).body).toMatchObject({ name: 'Lê Thị Kim Chi', version: 2 });
    const after = await ask(server, lan, 'GET', url);
    expect(personAnswer.safeParse(after.body).error).toBeUndefined();
    expect(after.body).toMatchObject({ name: 'Lê Thị Kim Chi', version: 2, corrections: [{ applied: true }] });
    expect(names((await ask(server, lan, 'GET', '/api/people?search=kim%20chi')).body)).toEqual(['Lê Thị Kim Chi']);
    expect((await ask(server, lan, 'PATCH', url, { email: 'an@minh-hoa.example', version: 2 })).body.code).toBe('alreadyThere');
  });
  it('is not ended as the last administrator who can sign on, not by two who end each other at once either', async () => {
    const { lan } = world.people;
    const [sau, tam] = [
      await administratorOf(null, 'Vương Thị Sáu', 'sau@minh-hoa.example'),
      await administratorOf(null, 'Vương Văn Tám', 'tam@minh-hoa.example'),
    ];
    const end = (by: Person, whom: Person) =>
      ask(server, by, 'PATCH', `/api/people/${whom.account}/memberships/${whom.membership}`, { to: '2023-01-09', version: 1 });
    // Lan never set a password, so she is nobody to rely on: they are two, and neither ends the other to decide alone.
    expect((await end(sau, tam)).body).toMatchObject({ code: 'notNow', detail: expect.stringContaining('không còn đủ hai quản trị viên') });
    const chin = await addAdministrator(server, 'chin', 'Vương Văn Chín', null);
    const answers = await Promise.all([end(sau, tam), end(tam, sau)]);
    // The one that came second had lost its own rights meanwhile, or its session with them, or would leave one alone.
    expect(answers.map(({ status }) => status === 200).toSorted()).toEqual([false, true]);
    expect(answers.every(({ status }) => [200, 401, 403, 404, 409].includes(status))).toBe(true);
    const left = answers[0]?.status === 200 ? sau : tam;
    expect((await end(lan, left)).body.code).toBe('notNow');
    // By their own word one of two goes, and the last does not.
    expect((await end(left, left)).status).toBe(200);
    expect((await end(chin, chin)).body).toMatchObject({ code: 'notNow', detail: expect.stringContaining('quản trị viên cuối cùng') });
    expect(server.logged).toEqual([]);
  });
});

describe('the wall behind', () => {
  it('[F94] the database itself refuses rights that the asker could not give, and accounts to whoever administers nothing', async () => {
    const { an, minh } = world.people;
    const as = (person: Person, query: string, values: unknown[]) =>
      inTransaction(server.pool, { session: hashOfToken(person.token).toString('hex') }, server.clock.now(), true, async (db) =>
        db.executeQuery({ sql: query, parameters: values, query: { kind: 'RawNode' } as never, queryId: {} as never }),
      );
    const give = `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, $2, 'head', '2023-01-01', now())`;
    await expect(as(phuc, give, [minh.account, 'tinh-minh-hoa-02'])).rejects.toThrow(/row-level security/);
    await expect(as(phuc, give, [minh.account, null])).rejects.toThrow(/row-level security|check constraint/);
    const chi = world.people.chi;
    await expect(as(chi, give, [chi.account, 'tinh-minh-hoa-02'])).rejects.toThrow(/row-level security/);
    await expect(as(chi, `INSERT INTO account (email, name, created_at) VALUES ('x@minh-hoa.example', 'x', now())`, [])).rejects.toThrow(/row-level security/);
    expect((await as(chi, 'SELECT FROM account', [])).rows).toHaveLength(1);
    await expect(as(phuc, 'SELECT FROM credential WHERE account_id = $1', [an.account])).rejects.toThrow(/permission denied/);
    await expect(as(phuc, 'SELECT app.drop_second_factor($1) AS had', [an.account])).rejects.toThrow(/permission denied/);
    expect((await as(chi, 'SELECT FROM one_time_link', [])).rows).toHaveLength(0);
    expect((await as(chi, 'SELECT FROM app.work_of($1)', [an.account])).rows).toHaveLength(0);
  });
});

describe('parindex init', () => {
  const moment = new Date('2023-01-10T02:00:00Z');
  it('makes the first administrator with a link, again for the same email while it was not used, and never a second', async () => {
    const fresh = await startTestServer();
    try {
      const make = async (email: string) => {
        await fresh.owner.query('BEGIN');
        try {
          const link = await makeFirstAdministrator(queriesOver(fresh.owner as never), { email, name: 'Mai Thị Hoa' }, moment);
          await fresh.owner.query('COMMIT');
          return link;
        } catch (error) {
          await fresh.owner.query('ROLLBACK');
          throw error;
        }
      };
      const first = await make('hoa@minh-hoa.example');
      await expect(make('khac@minh-hoa.example')).rejects.toBeInstanceOf(Problem);
      const again = await make('hoa@minh-hoa.example');
      expect((await ask(fresh, undefined, 'POST', '/api/links/password', { token: tokenOf(first), password: 'ốc sên đi xe đạp' })).body.code).toBe('linkSpent');
      expect((await ask(fresh, undefined, 'POST', '/api/links/password', { token: tokenOf(again), password: 'ốc sên đi xe đạp' })).status).toBe(200);
      await expect(make('hoa@minh-hoa.example')).rejects.toMatchObject({ code: 'notNow' });
      const opened = await ask(fresh, undefined, 'POST', '/api/session', { email: 'hoa@minh-hoa.example', password: 'ốc sên đi xe đạp' });
      expect(opened.body).toMatchObject({ waitsFor: 'enrolment' });
      // The operator at the console helps where too few are left: a second administrator, and new keys for the first.
      const atConsole = async (email: string) => {
        await fresh.owner.query('BEGIN');
        const link = await makeAdministrator(queriesOver(fresh.owner as never), { email, name: 'Lý Văn Khác' }, moment);
        await fresh.owner.query('COMMIT');
        return link;
      };
      const second = await atConsole('khac@minh-hoa.example');
      expect((await ask(fresh, undefined, 'POST', '/api/links/password', { token: tokenOf(second), password: 'ốc sên đi xe đạp' })).status).toBe(200);
      await fresh.owner.query(`UPDATE credential SET totp_secret = 'x', totp_confirmed_at = now()`);
      await atConsole('hoa@minh-hoa.example');
      const { rows } = await fresh.owner.query(
        `SELECT a.email, (SELECT count(*)::int FROM membership m WHERE m.account_id = a.id) AS roles, c.totp_secret FROM account a JOIN credential c ON c.account_id = a.id ORDER BY 1`,
      );
      expect(rows).toEqual([
        { email: 'hoa@minh-hoa.example', roles: 1, totp_secret: null },
        { email: 'khac@minh-hoa.example', roles: 1, totp_secret: 'x' },
      ]);
      const told = await fresh.owner.query(`SELECT act, content->'given' AS given FROM audit WHERE act = 'installation.makeAdministrator' ORDER BY n`);
      expect(told.rows.map(({ given }) => given)).toEqual([true, false]);
      expect((await fresh.owner.query(`SELECT says->>'event' AS event, says->'by' AS by FROM mail`)).rows).toEqual([{ event: 'roleGiven', by: null }]);
      expect(fresh.logged).toEqual([]);
    } finally {
      await fresh.close();
    }
  });
});
