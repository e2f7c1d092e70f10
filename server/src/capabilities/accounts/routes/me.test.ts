import { randomUUID } from 'node:crypto';
import { dataExport, keptData } from '@parindex/core/contracts/schemas/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionOf } from '../../../testing/sign-on.ts';
import { signIn, startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../../../testing/world.ts';
import { KEPT_DATA } from '../kept-data.ts';
import { hashPassword } from '../sign-on/password-hash.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await server.owner.query('UPDATE credential SET password_hash = $2, password_set_at = $3 WHERE account_id = $1', [
    world.people.an.account,
    await hashPassword('ốc sên đi xe đạp'),
    server.clock.now(),
  ]);
});
afterAll(() => server.close());

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';

describe('An and the data kept on her', () => {
  let token: string;
  const withToken = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: unknown) =>
    ask(server, undefined, method, url, body, { authorization: `Bearer ${token}` });

  it('makes a token that is shown once, kept as its hash, and works with data alone', async () => {
    const { an } = world.people;
    const made = await ask(server, an, 'POST', '/api/me/tokens', {
      name: 'Phần mềm báo cáo',
      scopes: ['read', 'write'],
      expiresAt: '2024-01-10T09:00:00+07:00',
    });
    expect(made).toMatchObject({ status: 201, body: { token: expect.stringMatching(/^pix_[\w-]{43}$/), usedAt: null, expiresAt: '2024-01-10T02:00:00.000Z' } });
    token = made.body.token;
    const list = await ask(server, an, 'GET', '/api/me/tokens');
    expect(list.body.items).toHaveLength(1);
    expect(JSON.stringify(list.body)).not.toContain(token);
    const figure = (await withToken('GET', SHEET)).body.figures[0].id;
    expect((await withToken('POST', `${SHEET}/entries`, { entries: [change({ figure }, 0, { value: '12', source: 'Báo cáo minh họa' })] })).status).toBe(201);
    expect((await withToken('GET', '/api/session')).body).toMatchObject({ waitsFor: null, expiresAt: null });
    for (const [method, url, body] of [
      ['GET', '/api/me', undefined],
      ['GET', '/api/me/export', undefined],
      ['GET', '/api/me/sessions', undefined],
      ['DELETE', '/api/me/sessions', undefined],
      ['GET', '/api/me/tokens', undefined],
      ['POST', '/api/me/tokens', { name: 'thêm', scopes: ['read'], expiresAt: '2023-06-01T00:00:00Z' }],
      ['PUT', '/api/me/password', { old: 'x', new: 'y' }],
      ['POST', '/api/me/second-factor', undefined],
      ['DELETE', '/api/session', undefined],
      ['GET', '/api/people', undefined],
      ['POST', '/api/people', {}],
      ['POST', '/api/handovers', {}],
    ] as const)
      expect([url, (await withToken(method, url, body)).body.code]).toEqual([url, 'outOfScope']);
  });

  it('is told what is wrong with a token that she wants: too long, over already, without a scope', async () => {
    const { an } = world.people;
    const wanted = async (expiresAt: string, scopes: string[] = ['read']) =>
      (await ask(server, an, 'POST', '/api/me/tokens', { name: ' ', scopes, expiresAt })).body.faults;
    expect((await wanted('2024-01-12T00:00:00Z', [])).map(({ path }: { path: string }) => path).toSorted()).toEqual(['/expiresAt', '/name', '/scopes']);
    expect(await wanted('2023-01-10T02:00:00Z')).toContainEqual(expect.objectContaining({ path: '/expiresAt' }));
  });

  it('a token for reading does not write, and one that was revoked or is over does nothing', async () => {
    const { an } = world.people;
    const read = await ask(server, an, 'POST', '/api/me/tokens', { name: 'Chỉ đọc', scopes: ['read'], expiresAt: '2023-01-10T03:00:00Z' });
    const bearer = { authorization: `Bearer ${read.body.token}` };
    const entries = { entries: [change({ item: '1.1.1' }, 0, { justification: 'x' })] };
    expect((await ask(server, undefined, 'GET', SHEET, undefined, bearer)).status).toBe(200);
    expect((await ask(server, undefined, 'POST', `${SHEET}/entries`, entries, bearer)).body.code).toBe('outOfScope');
    expect((await ask(server, world.people.chi, 'DELETE', `/api/me/tokens/${read.body.id}`)).status).toBe(404);
    expect((await ask(server, an, 'DELETE', `/api/me/tokens/${read.body.id}`)).status).toBe(204);
    expect((await ask(server, undefined, 'GET', SHEET, undefined, bearer)).status).toBe(401);
  });

  it('sees each thing that is kept, what for and how long, by the law that asks for it', async () => {
    const { body } = await ask(server, world.people.an, 'GET', '/api/me');
    expect(keptData.safeParse(body).error).toBeUndefined();
    expect(body.law.vi).toContain('91/2025/QH15');
    expect(body.items.map(({ field }: { field: string }) => field)).toEqual(Object.keys(KEPT_DATA));
    for (const { name, purpose, term } of body.items)
      for (const texts of [name, purpose, term]) expect(texts).toEqual({ vi: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
    const value = (field: string) => body.items.find((item: { field: string }) => item.field === field).value;
    expect([value('name'), value('email'), value('memberships'), value('entries'), value('tokens')]).toEqual(['Nguyễn Văn An', 'an@minh-hoa.example', 1, 1, 2]);
    expect(value('password')).toBe('2023-01-10T02:00:00.000Z');
  });

  it('takes all of it along, and no secret with it; the export is recorded', async () => {
    const { an, chi } = world.people;
    await ask(server, an, 'POST', '/api/me/corrections', { field: 'email', value: 'an.moi@minh-hoa.example', reason: 'Đổi hộp thư (minh họa)' });
    const { body, headers } = await ask(server, an, 'GET', '/api/me/export');
    expect(server.logged).toEqual([]);
    expect(headers['content-disposition']).toMatch(/^attachment/);
    expect(body).toMatchObject({
      person: { name: 'Nguyễn Văn An' },
      memberships: [{ role: 'clerk' }],
      entries: [{ round: 'minh-hoa-2022', seq: 1 }],
      handovers: [],
    });
    expect(body.acts.map(({ act }: { act: string }) => act)).toEqual(['token.make', 'sheet.declare', 'token.make', 'token.revoke', 'me.askCorrection']);
    expect(body.acts.at(-1).more).toEqual({ value: 'an.moi@minh-hoa.example', reason: 'Đổi hộp thư (minh họa)' });
    expect(dataExport.safeParse(body).error).toBeUndefined();
    expect(body).not.toHaveProperty('notice');
    const text = JSON.stringify(body);
    expect(text).not.toContain('argon2');
    expect(text).not.toContain(chi.account);
    const again = await ask(server, an, 'GET', '/api/me/export');
    expect(again.body.acts.at(-1).act).toBe('me.export');
  });

  it('changes her password by the old one: every session ends but the one that begins anew', async () => {
    const { an } = world.people;
    const other = { token: await signIn(server, an.account) };
    const put = (old: string, next: string) => ask(server, an, 'PUT', '/api/me/password', { old, new: next });
    expect((await put('sai hoàn toàn', 'thuyen.giay.mua.rao.84')).body.code).toBe('wrongCredentials');
    expect((await put('ốc sên đi xe đạp', 'matkhau12345')).body).toMatchObject({ code: 'weakPassword', path: '/new' });
    const changed = await put('ốc sên đi xe đạp', 'thuyen.giay.mua.rao.84');
    expect(changed.status).toBe(204);
    for (const ended of [other, an]) expect((await ask(server, ended, 'GET', '/api/session')).status).toBe(401);
    expect((await ask(server, sessionOf(changed), 'GET', '/api/me/sessions')).body.items).toHaveLength(1);
    expect((await ask(server, undefined, 'POST', '/api/session', { email: 'an@minh-hoa.example', password: 'ốc sên đi xe đạp' })).status).toBe(401);
    expect((await ask(server, undefined, 'POST', '/api/session', { email: 'an@minh-hoa.example', password: 'thuyen.giay.mua.rao.84' })).status).toBe(201);
  });

  it('a token ends with the password, and with all her sessions', async () => {
    const { hanh } = world.people;
    await server.owner.query(`UPDATE credential SET password_hash = $2, totp_secret = 'x', totp_confirmed_at = $3 WHERE account_id = $1`, [
      ...[hanh.account, await hashPassword('ốc sên đi xe đạp'), server.clock.now()],
    ]);
    const make = async (by: { token: string }) => {
      const made = await ask(server, by, 'POST', '/api/me/tokens', { name: 'Máy của Hạnh', scopes: ['read'] });
      expect(made.status).toBe(201);
      return { made: made.body, use: () => ask(server, undefined, 'GET', '/api/rounds', undefined, { authorization: `Bearer ${made.body.token}` }) };
    };
    const first = await make(hanh);
    // Where no end is said it lasts 90 days; its last use is told.
    expect(Date.parse(first.made.expiresAt) - Date.parse(first.made.createdAt)).toBe(90 * 24 * 3_600_000);
    expect((await first.use()).status).toBe(200);
    expect((await ask(server, hanh, 'GET', '/api/me/tokens')).body.items[0].usedAt).toBe(server.clock.now().toISOString());
    const changed = await ask(server, hanh, 'PUT', '/api/me/password', { old: 'ốc sên đi xe đạp', new: 'thuyen.giay.mua.rao.84' });
    expect(changed.status).toBe(204);
    expect((await first.use()).status).toBe(401);

    const anew = sessionOf(changed);
    const other = { token: await signIn(server, hanh.account) };
    const second = await make(anew);
    expect((await ask(server, anew, 'DELETE', '/api/me/sessions?others=true')).body).toEqual({ sessions: 1, tokens: 1 });
    expect((await ask(server, other, 'GET', '/api/session')).status).toBe(401);
    expect((await second.use()).status).toBe(401);
    const third = await make(anew);
    expect((await ask(server, anew, 'DELETE', '/api/me/sessions')).body).toEqual({ sessions: 1, tokens: 1 });
    expect((await third.use()).status).toBe(401);
  });

  it('a token binds nobody, and reads neither the trail nor what others keep of themselves', async () => {
    const { binh, dung, lan } = world.people;
    await server.owner.query('UPDATE credential SET totp_confirmed_at = now() WHERE account_id = ANY ($1)', [[binh.account, dung.account, lan.account]]);
    const refused = async (person: { token: string }, method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, body?: unknown) => {
      const made = await ask(server, person, 'POST', '/api/me/tokens', { name: 'Máy', scopes: ['read', 'write'] });
      const { status, body: told } = await ask(server, undefined, method, url, body, { authorization: `Bearer ${made.body.token}` });
      expect([url, status, told.code]).toEqual([url, 403, 'outOfScope']);
    };
    await refused(binh, 'POST', `${SHEET}/freeze`, {});
    await refused(binh, 'POST', `${SHEET}/taking-back`, {});
    await refused(dung, 'POST', `${SHEET}/reopening`, {});
    await refused(dung, 'PUT', '/api/rounds/minh-hoa-2022/steps', {});
    await refused(dung, 'POST', '/api/rounds/minh-hoa-2022/extensions', {});
    // Nor does it say who sees what: whose domains are whose, which body stands under which, whether figures replace what bodies entered.
    await refused(dung, 'PUT', '/api/rounds/minh-hoa-2022/domain-owners', {});
    await refused(dung, 'PUT', '/api/rounds/minh-hoa-2022/participants', {});
    await refused(dung, 'POST', `/api/rounds/minh-hoa-2022/deliveries/${randomUUID()}/agreement`, {});
    await refused(lan, 'PATCH', '/api/bodies/tinh-minh-hoa-01', {});
    await refused(lan, 'POST', '/api/bodies/import', {});
    await refused(lan, 'GET', '/api/audit');
    await refused(lan, 'GET', '/api/people');
  });

  it('ends one session, then all', async () => {
    const { chi } = world.people;
    const [one, other] = [{ token: await signIn(server, chi.account) }, { token: await signIn(server, chi.account) }];
    const { items } = (await ask(server, one, 'GET', '/api/me/sessions')).body;
    const foreign = items.find(({ current }: { current: boolean }) => !current);
    expect((await ask(server, world.people.giang, 'DELETE', `/api/me/sessions/${foreign.id}`)).status).toBe(404);
    expect((await ask(server, one, 'DELETE', `/api/me/sessions/${foreign.id}`)).status).toBe(204);
    expect((await ask(server, one, 'GET', '/api/me/sessions')).body.items).toHaveLength(items.length - 1);
    expect((await ask(server, one, 'DELETE', '/api/me/sessions')).body).toEqual({ sessions: items.length - 1, tokens: 0 });
    for (const session of [one, other, chi]) expect((await ask(server, session, 'GET', '/api/session')).status).toBe(401);
  });

  it('[F93] a token of somebody whose role asks for a second factor serves only once one is enrolled', async () => {
    const { minh } = world.people;
    const made = await ask(server, minh, 'POST', '/api/me/tokens', { name: 'Máy của Minh', scopes: ['read', 'write'], expiresAt: '2023-06-01T00:00:00Z' });
    const bearer = { authorization: `Bearer ${made.body.token}` };
    expect((await ask(server, undefined, 'GET', '/api/rounds', undefined, bearer)).status).toBe(200);
    await server.owner.query(
      `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, 'bo-minh-hoa', 'owner', '2022-01-01', now())`,
      [minh.account],
    );
    expect((await ask(server, undefined, 'GET', '/api/rounds', undefined, bearer)).body.code).toBe('secondFactorNeeded');
    await server.owner.query('UPDATE credential SET totp_confirmed_at = now() WHERE account_id = $1', [minh.account]);
    expect((await ask(server, undefined, 'GET', '/api/rounds', undefined, bearer)).status).toBe(200);
  });
});
