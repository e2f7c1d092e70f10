import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAct } from '../../../audit/record.ts';
import { inBackground } from '../../../db/background.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { hashOfToken } from '../../../http/admission.ts';
import { sessionOf, tokenOf } from '../../../testing/sign-on.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { addAdministrator, agree, askFor, decideRequest, roleFrom } from '../../../testing/two-persons.ts';
import { ask, makeWorld, type Person, type World } from '../../../testing/world.ts';

const TODAY = '2023-01-10';
const PASSWORD = 'ốc sên đi xe đạp';
const OTHER = 'con cua bò ngang bờ ao';

let server: TestServer;
let world: World;
let lan: Person;
let tam: Person;
let chin: Person;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  lan = world.people.lan;
  await server.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [lan.account]);
  tam = await addAdministrator(server, 'tam', 'Vương Văn Tám', null);
  chin = await addAdministrator(server, 'chin', 'Vương Văn Chín', null);
});
afterAll(() => server.close());

const role = (name: string, body: string | null) => roleFrom(TODAY, name, body);
const asks = (by: Person, account: string, what: object) => askFor(server, by, account, what);
const decide = (by: Person, id: string) => decideRequest(server, by, id);
const use = (token: string, password = PASSWORD) => ask(server, undefined, 'POST', '/api/links/password', { token, password });
const inviteClerk = async (by: Person, email: string) => {
  const { body } = await ask(server, by, 'POST', '/api/people', {
    ...{ email, name: 'Người Rối', memberships: [{ role: 'clerk', body: 'tinh-minh-hoa-02', from: TODAY }] },
  });
  return { id: body.id as string, token: tokenOf(body.link) };
};
const signIn = (email: string, password = PASSWORD) => ask(server, undefined, 'POST', '/api/session', { email, password });

describe('[F94] a link that one person made', () => {
  it('opens nothing once a role that decides is asked for', async () => {
    const puppet = await inviteClerk(lan, 'roi.a@minh-hoa.example');
    const link = tokenOf((await ask(server, lan, 'POST', `/api/people/${puppet.id}/reset`)).body);
    const asked = await asks(lan, puppet.id, role('auditor', null));
    expect((await use(link)).body.code).toBe('linkSpent');
    expect((await use(await agree(server, tam, asked.body.request.id, asked.body.code))).status).toBe(200);
  });

  it('leaves a password with which no role that decides is held', async () => {
    const puppet = await inviteClerk(lan, 'roi.b@minh-hoa.example');
    expect((await use(puppet.token)).status).toBe(200);
    expect((await signIn('roi.b@minh-hoa.example')).status).toBe(201);
    const asked = await asks(lan, puppet.id, role('administrator', null));
    expect(asked.body.code).toEqual(expect.any(String));
    const token = await agree(server, tam, asked.body.request.id, asked.body.code);
    expect((await signIn('roi.b@minh-hoa.example')).status).toBe(401);
    const { rows } = await server.owner.query('SELECT FROM session WHERE account_id = $1 AND ended_at IS NULL', [puppet.id]);
    expect(rows).toEqual([]);
    server.clock.pass(1_000);
    expect((await use(token, OTHER)).status).toBe(200);
    // Once set by two, it stays with the next such role.
    const again = await asks(lan, puppet.id, role('auditor', null));
    expect(again.body.code).toBeNull();
    expect((await decide(tam, again.body.request.id)).body.link).toBeNull();
    expect((await signIn('roi.b@minh-hoa.example', OTHER)).status).toBe(201);
    expect(server.logged).toEqual([]);
  });
});

describe('[F94] administrators of the whole installation', () => {
  const as = (person: Person, statement: ReturnType<typeof sql>) =>
    inTransaction(server.pool, { session: hashOfToken(person.token).toString('hex') }, server.clock.now(), true, (db) => statement.execute(db));
  const end = async (by: Person, whom: Person, to: string) => {
    const { rows } = await server.owner.query('SELECT version FROM membership WHERE id = $1', [whom.membership]);
    return ask(server, by, 'PATCH', `/api/people/${whom.account}/memberships/${whom.membership}`, { to, version: rows[0].version });
  };

  it('are not ended by one of them until one is alone, nor is an account or a salt changed, whatever the program asks', async () => {
    await expect(
      as(lan, sql`UPDATE membership SET to_date = from_date - 1 WHERE role = 'administrator' AND body_id IS NULL AND account_id <> ${lan.account}`),
    ).rejects.toThrow(/too few administrators/);
    for (const change of [sql`ended_at = now()`, sql`salt = ''`, sql`id = gen_random_uuid()`])
      await expect(as(lan, sql`UPDATE account SET ${change} WHERE id = ${tam.account}`)).rejects.toThrow(/permission denied/);
    await expect(
      as(lan, sql`INSERT INTO account (email, name, search_key, created_at, salt) VALUES ('x@minh-hoa.example', 'x', 'x', now(), '')`),
    ).rejects.toThrow(/permission denied/);
    // One who was ended before the role began counts still: nobody is the first again.
    await server.owner.query(`UPDATE membership SET to_date = from_date - 1 WHERE role = 'administrator' AND account_id <> $1`, [lan.account]);
    expect((await ask(server, lan, 'GET', '/api/account-requests?state=waiting')).body.administrators).toMatchObject({ count: 1, mayMakeSecond: false });
    await server.owner.query(`UPDATE membership SET to_date = NULL WHERE role = 'administrator' AND account_id <> $1`, [lan.account]);
  });

  it('are not ended one day after the other by one of them', async () => {
    await server.owner.query(`UPDATE membership SET to_date = '2023-01-09' WHERE role = 'administrator' AND NOT account_id = ANY ($1)`, [
      [lan.account, tam.account, chin.account],
    ]);
    expect((await end(lan, tam, '2023-01-11')).status).toBe(200);
    expect((await end(lan, chin, TODAY)).body).toMatchObject({ code: 'notNow', detail: expect.stringContaining('không còn đủ hai') });
    // Her own role she may end, as another outlasts it.
    await server.owner.query('UPDATE membership SET to_date = NULL WHERE id = $1', [tam.membership]);
    expect(server.logged).toEqual([]);
  });
});

describe('[F94] two who may be one', () => {
  const mailed = async (whom: Person) =>
    (
      await server.owner.query<{ says: { event: string; person?: string; role: string } }>(
        `SELECT says FROM mail WHERE account_id = $1 AND says->>'event' = 'roleInBody'`,
        [whom.account],
      )
    ).rows.map(({ says }) => `${says.role} ${says.person}`);

  it('do not decide for each other while somebody independent could; nor does anything count that was asked by whoever administers no more', async () => {
    const { chi } = world.people;
    await server.owner.query(`UPDATE membership SET to_date = NULL WHERE role = 'administrator'`);
    await server.owner.query('UPDATE membership SET granted_by = $1 WHERE id = $2', [lan.account, tam.membership]);
    const asked = (await asks(lan, chi.account, role('owner', 'bo-minh-hoa'))).body.request.id;
    const shown = (await ask(server, tam, 'GET', '/api/account-requests?state=waiting')).body.items;
    expect(shown.find(({ id }: { id: string }) => id === asked).mayDecide).toBe(false);
    expect((await decide(tam, asked)).body).toMatchObject({ code: 'secondPersonNeeded', detail: expect.stringContaining('do người kia một mình') });
    await server.owner.query('UPDATE membership SET to_date = $1 WHERE id = $2', ['2023-01-09', lan.membership]);
    expect((await decide(chin, asked)).body).toMatchObject({ code: 'notNow', detail: expect.stringContaining('không còn vai trò') });
    await server.owner.query('UPDATE membership SET to_date = NULL WHERE id = $1', [lan.membership]);
    expect((await decide(chin, asked)).status).toBe(200);
    // Without anybody else they have to do: as where the first administrator made the second.
    await server.owner.query(`UPDATE membership SET to_date = '2023-01-09' WHERE role = 'administrator' AND NOT account_id = ANY ($1)`, [
      [lan.account, tam.account],
    ]);
    const small = (await asks(lan, chi.account, role('head', 'tinh-minh-hoa-02'))).body.request.id;
    expect((await decide(tam, small)).status).toBe(200);
    await server.owner.query(`UPDATE membership SET to_date = NULL WHERE role = 'administrator'`);
    await server.owner.query('UPDATE membership SET granted_by = NULL WHERE id = $1', [tam.membership]);
  });

  it('stand out: whoever leads a body is told who was given a role there, a clerk too', async () => {
    const { body } = await ask(server, lan, 'POST', '/api/people', {
      ...{ email: 'roi.c@minh-hoa.example', name: 'Người Rối Ba', memberships: [{ role: 'clerk', body: 'tinh-minh-hoa-01', from: TODAY }] },
    });
    expect(body.id).toEqual(expect.any(String));
    expect(await mailed(world.people.binh)).toEqual(['clerk Người Rối Ba']);
    expect(server.logged).toEqual([]);
  });
});

describe('[F94] what was asked for is judged anew', () => {
  it('waits once, though asked for three times at a time; and for no address that somebody has', async () => {
    const { hanh, an } = world.people;
    const answers = await Promise.all(Array.from({ length: 3 }, () => asks(lan, hanh.account, role('auditor', null))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect((await asks(lan, an.account, { kind: 'email', email: 'binh@minh-hoa.example' })).body.code).toBe('alreadyThere');
    const free = (await asks(lan, an.account, { kind: 'email', email: 'con-trong@minh-hoa.example' })).body.request.id;
    await inviteClerk(lan, 'con-trong@minh-hoa.example');
    expect((await decide(chin, free)).body.code).toBe('alreadyThere');
    expect(server.logged).toEqual([]);
  });

  it('opens nothing once its person has changed the password', async () => {
    const person = await inviteClerk(lan, 'doi@minh-hoa.example');
    await use(person.token);
    const asked = await asks(lan, person.id, { kind: 'password' });
    const token = await agree(server, chin, asked.body.request.id, asked.body.code);
    const session = sessionOf(await signIn('doi@minh-hoa.example'));
    const changed = await ask(server, session as Person, 'PUT', '/api/me/password', { old: PASSWORD, new: OTHER });
    expect(changed.status).toBe(204);
    expect((await use(token)).body.code).toBe('linkSpent');
    expect(server.logged).toEqual([]);
  });

  it('is carried out no more after a restore, before which it may have been stopped', async () => {
    const { chi } = world.people;
    const asked = (await asks(lan, chi.account, { kind: 'secondFactor' })).body.request.id;
    server.clock.pass(1_000);
    await inBackground(server.owner, 'BEGIN', (db) =>
      recordAct({ db, account: null, membership: null, receivedAt: server.clock.now() }, { act: 'installation.restore', subject: 'installation', content: {} }),
    );
    expect((await decide(chin, asked)).body).toMatchObject({ code: 'notNow', detail: expect.stringContaining('phục hồi từ bản sao lưu') });
    expect(server.logged).toEqual([]);
  });
});
