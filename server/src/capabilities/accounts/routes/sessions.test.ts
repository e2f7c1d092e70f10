import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiServer } from '../../../app.ts';
import { hashOfToken, UNATTENDED } from '../../../http/admission.ts';
import { sessionOf } from '../../../testing/sign-on.ts';
import { anotherProcess, signIn, startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../../testing/world.ts';
import { hashPassword } from '../sign-on/password-hash.ts';

let server: TestServer;
let other: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  other = await anotherProcess(server);
  world = await makeWorld(server);
  await server.owner.query('UPDATE credential SET password_hash = $2 WHERE account_id = $1', [world.people.an.account, await hashPassword(PASSWORD)]);
});
afterAll(async () => {
  await other.close();
  await server.close();
});

const PASSWORD = 'ốc sên đi xe đạp';
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';
const open = async (from = server) =>
  sessionOf(await ask(from, undefined, 'POST', '/api/session', { email: 'an@minh-hoa.example', password: PASSWORD }, { 'user-agent': CHROME }));
const statusOf = async (session: { token: string }, from = server) => (await ask(from, session, 'GET', '/api/session')).status;

describe('[F93] An’s sessions', () => {
  it('are ten at most, in all processes: the one begun first ends, and she and the trail are told why; addresses are shown without their last part', async () => {
    const { an } = world.people;
    await server.owner.query('UPDATE session SET ended_at = $2 WHERE account_id = $1', [an.account, server.clock.now()]);
    const sessions: { token: string }[] = [];
    for (let number = 0; number < 11; number += 1) {
      server.clock.pass(1000);
      sessions.push(await open(number % 2 === 0 ? server : other));
    }
    const [first, second, ...rest] = sessions as [{ token: string }, { token: string }, ...{ token: string }[]];
    expect(await Promise.all([statusOf(first, other), statusOf(second), statusOf(rest.at(-1) as { token: string })])).toEqual([401, 200, 200]);
    const { body } = await ask(server, second, 'GET', '/api/me/sessions');
    expect(body).toMatchObject({ most: 10, ended: [{ reason: 'tooMany', agent: CHROME, endedAt: server.clock.now().toISOString() }] });
    expect(body.items).toHaveLength(10);
    expect(new Set([...body.items, ...body.ended].map(({ address }: { address: string }) => address))).toEqual(new Set(['127.0.0.*']));
    const { rows } = await server.owner.query(`SELECT content FROM audit WHERE act = 'session.end' AND subject = $1`, [`account:${an.account}`]);
    expect(rows).toEqual([{ content: { session: body.ended[0].id, for: 'tooMany' } }]);
    // She ends one by its button.
    const [{ id }] = body.items.filter(({ current }: { current: boolean }) => !current);
    expect((await ask(server, second, 'DELETE', `/api/me/sessions/${id}`)).status).toBe(204);
    expect((await ask(server, second, 'GET', '/api/me/sessions')).body).toMatchObject({ items: { length: 9 }, ended: { length: 1 } });
  });

  it('tell whoever holds their cookie why they have ended, and nobody else', async () => {
    const { an, lan } = world.people;
    const why = async (session?: { token: string }) => (await ask(server, session, 'GET', '/api/session/end')).body.reason;
    const newest = async (): Promise<string> =>
      (await server.owner.query('SELECT id FROM session WHERE account_id = $1 ORDER BY created_at DESC LIMIT 1', [an.account])).rows[0].id;
    await server.owner.query('UPDATE session SET ended_at = $2 WHERE account_id = $1', [an.account, server.clock.now()]);
    server.clock.pass(1000);
    const resting = await open();
    expect([await why(), await why({ token: 'x'.repeat(43) }), await why(resting)]).toEqual([null, null, null]);
    server.clock.pass(61 * 60_000);
    expect([await why(resting), await why(await open())]).toEqual(['rested', null]);
    server.clock.pass(1000);
    const used = await open();
    await server.owner.query(`UPDATE session SET seen_at = expires_at - interval '1 minute' WHERE id = $1`, [await newest()]);
    server.clock.pass(12 * 3_600_000);
    expect(await why(used)).toBe('longest');
    const [one, other] = [await open(), await open()];
    const [{ id }] = (await ask(server, other, 'GET', '/api/me/sessions')).body.items.filter(({ current }: { current: boolean }) => !current);
    expect((await ask(server, other, 'DELETE', `/api/me/sessions/${id}`)).status).toBe(204);
    expect([await why(one), await why(other)]).toEqual(['elsewhere', null]);
    server.clock.pass(1000);
    const administrator = { token: await signIn(server, lan.account) };
    expect((await ask(server, administrator, 'DELETE', `/api/people/${an.account}/sessions`)).status).toBe(200);
    expect(await why(other)).toBe('administrator');
    server.clock.pass(1000);
    const [here, elsewhere] = [await open(), await open()];
    const changed = await ask(server, here, 'PUT', '/api/me/password', { old: PASSWORD, new: 'tàu hỏa chạy qua cầu 77' });
    expect(changed.status).toBe(204);
    expect([await why(elsewhere), await why(here)]).toEqual(['password', 'password']);
    await server.owner.query('UPDATE credential SET password_hash = $2 WHERE account_id = $1', [an.account, await hashPassword(PASSWORD)]);
    expect(server.logged).toEqual([]);
  });

  it('end idle and in all as the installation says', async () => {
    const app = await createApiServer({ ...server.context, sessions: { idleMinutes: 10, longestHours: 1, most: 2 } });
    const strict = { ...server, app };
    const idle = await ask(strict, undefined, 'POST', '/api/session', { email: 'an@minh-hoa.example', password: PASSWORD });
    expect(String(idle.headers['set-cookie'])).toContain('Max-Age=90000;');
    server.clock.pass(11 * 60_000);
    // In whatever process: the session itself says how long it rests.
    expect(await statusOf(sessionOf(idle), other)).toBe(401);
    const busy = await open(strict);
    for (let minutes = 0; minutes < 54; minutes += 9) {
      expect(await statusOf(busy)).toBe(200);
      server.clock.pass(9 * 60_000);
    }
    expect(await statusOf(busy)).toBe(200);
    server.clock.pass(7 * 60_000);
    expect(await statusOf(busy)).toBe(401);
    await app.close();
  });

  it('rest while a sheet stands open that nobody touches: what its page asks every few seconds is no use of it', async () => {
    const an = { token: await signIn(server, world.people.an.account) };
    await server.owner.query('UPDATE session SET seen_at = $1 WHERE token_hash = $2', [server.clock.now(), hashOfToken(an.token)]);
    const look = async (headers: Record<string, string> = {}) =>
      (
        await server.app.inject({
          url: `/api/rounds/${world.round}/sheets/tinh-minh-hoa-01/mark`,
          headers: { cookie: `parindex_session=${an.token}`, ...headers },
        })
      ).statusCode;
    const seen = async () => (await server.owner.query('SELECT seen_at FROM session WHERE token_hash = $1', [hashOfToken(an.token)])).rows[0].seen_at;
    server.clock.pass(6 * 60_000);
    expect(await look()).toBe(200);
    const touched = await seen();
    server.clock.pass(6 * 60_000);
    expect(await look({ [UNATTENDED]: '1' })).toBe(200);
    expect(await seen()).toEqual(touched);
    expect(await look()).toBe(200);
    expect(await seen()).toEqual(server.clock.now());
  });

  it('end at once with a role that an administrator ends, in the other process too, an open board with them; on the day after its last day otherwise', async () => {
    const { chi, lan, hanh } = world.people;
    const address = await other.app.listen({ host: '127.0.0.1', port: 0 });
    const stream = await fetch(`${address}/api/rounds/${world.round}/board/events`, { headers: { cookie: `parindex_session=${hanh.token}` } });
    const reader = stream.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    expect((await reader.read()).done).toBe(false);
    // Somebody beside her looks on: she is not the one by whose right the board is read.
    const dung = await fetch(`${address}/api/rounds/${world.round}/board/events`, { headers: { cookie: `parindex_session=${world.people.dung.token}` } });
    const end = (account: string, membership: string | undefined, to: string) =>
      ask(server, lan, 'PATCH', `/api/people/${account}/memberships/${membership}`, { to, version: 1 });
    expect((await end(hanh.account, hanh.membership, '2023-01-09')).status).toBe(200);
    while (!(await reader.read()).done);
    expect(await statusOf(hanh, other)).toBe(401);
    const { rows } = await server.owner.query(`SELECT content->>'sessionsEnded' AS ended FROM audit WHERE act = 'membership.end' ORDER BY n`);
    expect(rows).toEqual([{ ended: '1' }]);
    await dung.body?.cancel();
    const again = { token: await signIn(server, hanh.account) };
    expect((await ask(server, again, 'GET', '/api/me/sessions')).body.ended).toMatchObject([{ reason: 'roleEnded' }]);

    expect((await end(chi.account, chi.membership, '2023-01-10')).status).toBe(200);
    expect(await statusOf(chi)).toBe(200);
    server.clock.set('2023-01-10T17:00:00Z');
    expect(await statusOf(chi, other)).toBe(401);
    // Who signs in afterwards has no such role, and goes on without it.
    expect(await statusOf({ token: await signIn(server, chi.account) })).toBe(200);
    expect(other.logged).toEqual([]);
  });

  it('rest while a board stands open: only what she asks herself keeps a session, and an open board ends with one that rested too long', async () => {
    const dung = { token: await signIn(server, world.people.dung.account) };
    await server.owner.query('UPDATE session SET seen_at = $1 WHERE token_hash = $2', [server.clock.now(), hashOfToken(dung.token)]);
    const address = await other.app.listen({ host: '127.0.0.1', port: 0 }).catch(() => `http://127.0.0.1:${(other.app.server.address() as AddressInfo).port}`);
    const stream = await fetch(`${address}/api/rounds/${world.round}/board/events`, { headers: { cookie: `parindex_session=${dung.token}` } });
    const reader = stream.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    expect((await reader.read()).done).toBe(false);
    server.clock.pass(20 * 60_000);
    const seen = async () => (await server.owner.query('SELECT seen_at FROM session WHERE token_hash = $1', [hashOfToken(dung.token)])).rows[0].seen_at;
    const before = await seen();
    await other.context.pool.query('SELECT app.begin_request($1, NULL, $2, false, true)', [hashOfToken(dung.token), server.clock.now()]);
    expect(await seen()).toEqual(before);
    server.clock.pass(24 * 3_600_000);
    while (!(await reader.read()).done);
    expect(await seen()).toEqual(before);
    expect(await statusOf(dung)).toBe(401);
    expect(
      (await server.owner.query('SELECT app.is_session_open(id, $2) AS open FROM session WHERE token_hash = $1', [hashOfToken(dung.token), server.clock.now()]))
        .rows,
    ).toEqual([{ open: false }]);
  });
});
