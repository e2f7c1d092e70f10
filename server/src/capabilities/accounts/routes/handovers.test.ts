import { randomUUID } from 'node:crypto';
import { handoverRecord } from '@parindex/core/contracts/schemas/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '../../../testing/add-person.ts';
import { signIn, startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../../../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.close());

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const id = randomUUID();
const handover = () => ({
  id,
  from: world.people.an.account,
  to: world.people.minh.account,
  day: '2023-01-15',
  document: { number: '12/QĐ-MH', date: '2023-01-09' },
});

describe('An hands over to Minh', () => {
  let token: string;
  beforeAll(async () => {
    const { an } = world.people;
    const figure = (await ask(server, an, 'GET', SHEET)).body.figures[0].id;
    expect((await ask(server, an, 'POST', `${SHEET}/entries`, { entries: [change({ figure }, 0, { value: '12', source: 'Báo cáo minh họa' })] })).status).toBe(
      201,
    );
    const kept = { documents: [{ id: randomUUID(), number: '9/KH-MH', date: '2022-02-02' }] };
    expect((await ask(server, an, 'POST', `${SHEET}/documents`, kept)).status).toBe(201);
    token = (await ask(server, an, 'POST', '/api/me/tokens', { name: 'Máy <b>số 1</b>', scopes: ['read'], expiresAt: '2023-06-01T00:00:00Z' })).body.token;
    await server.owner.query('UPDATE account SET name = $2 WHERE id = $1', [world.people.minh.account, 'Đỗ "Văn" Minh <script>alert(1)</script>']);
  });
  const byToken = () => ask(server, undefined, 'GET', SHEET, undefined, { authorization: `Bearer ${token}` });

  it('[F117] is refused to whoever does not administer both, to a past day, to oneself, and of people there are not', async () => {
    const { lan, an, binh } = world.people;
    expect((await ask(server, an, 'POST', '/api/handovers', handover())).status).toBe(403);
    expect((await ask(server, binh, 'POST', '/api/handovers', handover())).status).toBe(403);
    expect((await ask(server, lan, 'POST', '/api/handovers', { ...handover(), day: '2023-01-09' })).body.code).toBe('notNow');
    const faulty = await ask(server, lan, 'POST', '/api/handovers', { ...handover(), from: randomUUID(), day: '2023-02-30', extra: 1 });
    expect(faulty.body.faults.map(({ path }: { path: string }) => path).toSorted()).toEqual(['/day', '/extra', '/from']);
    expect((await ask(server, lan, 'POST', '/api/handovers', { ...handover(), to: an.account })).body.faults).toMatchObject([
      { code: 'duplicateId', path: '/to' },
    ]);
    expect((await ask(server, lan, 'POST', '/api/handovers', { ...handover(), from: world.people.minh.account, to: an.account })).body.code).toBe('notNow');
    expect((await server.owner.query('SELECT FROM handover')).rowCount).toBe(0);
  });

  it('[F117] passes roles, open work and tokens in one act; the same again answers the same, the id is not for another', async () => {
    const { lan, an, minh } = world.people;
    const done = await ask(server, lan, 'POST', '/api/handovers', handover());
    expect(server.logged).toEqual([]);
    expect(done.status).toBe(201);
    expect(done.body).toMatchObject({
      id,
      from: { id: an.account, name: 'Nguyễn Văn An' },
      day: '2023-01-15',
      performedBy: { id: lan.account, role: 'administrator', body: null },
      memberships: [{ from: an.membership, alreadyHeld: false, role: 'clerk', body: { id: 'tinh-minh-hoa-01' }, begins: '2023-01-15', ends: null }],
      sheets: [
        {
          round: { id: 'minh-hoa-2022' },
          body: { id: 'tinh-minh-hoa-01', name: 'Tỉnh Minh họa 01' },
          entries: 1,
          lastSeq: 1,
          steps: [{ step: 'selfAssessment' }, { step: 'appraisal' }, { step: 'secondAppraisal' }, { step: 'council' }],
        },
      ],
      tokens: [{ name: 'Máy <b>số 1</b>' }],
    });
    expect(handoverRecord.safeParse(done.body).error).toBeUndefined();
    const again = await ask(server, lan, 'POST', '/api/handovers', handover());
    expect(again).toMatchObject({ status: 200, body: done.body });
    const { rows } = await server.owner.query(
      'SELECT account_id, from_date, to_date::text, handover_id FROM membership WHERE account_id = ANY ($1) ORDER BY granted_at, from_date',
      [[an.account, minh.account]],
    );
    expect(rows.map(({ account_id, to_date, handover_id }) => [account_id, to_date, handover_id])).toEqual([
      [an.account, '2023-01-14', null],
      [minh.account, null, id],
    ]);
    expect((await server.owner.query(`SELECT act FROM audit WHERE subject = $1`, [`handover:${id}`])).rows).toEqual([{ act: 'handover.perform' }]);
  });

  it('[F117] until the day An works on, by token too; on the day Minh does and An does not', async () => {
    const { an, minh } = world.people;
    server.clock.set('2023-01-14T16:59:00Z');
    const [a, m] = [{ token: await signIn(server, an.account) }, { token: await signIn(server, minh.account) }];
    expect((await ask(server, a, 'GET', SHEET)).status).toBe(200);
    expect((await byToken()).status).toBe(200);
    expect((await ask(server, m, 'GET', SHEET)).status).toBe(403);
    server.clock.set('2023-01-14T17:00:00Z');
    // The session ends with the role in which it was begun; a new one has the role no more.
    expect((await ask(server, a, 'GET', SHEET)).status).toBe(401);
    expect((await ask(server, { token: await signIn(server, an.account) }, 'GET', SHEET)).status).toBe(403);
    expect((await byToken()).status).toBe(401);
    expect((await ask(server, m, 'GET', SHEET)).status).toBe(200);
  });

  it('[F117] leaves a record to print: in the form of official documents, every text escaped, nothing loaded', async () => {
    const { an, chi } = world.people;
    const a = { token: await signIn(server, an.account) };
    const c = { token: await signIn(server, chi.account) };
    expect((await ask(server, a, 'GET', `/api/handovers/${id}`)).body.id).toBe(id);
    expect((await ask(server, c, 'GET', `/api/handovers/${id}`)).status).toBe(404);
    const page = await ask(server, a, 'GET', `/api/handovers/${id}/record`);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(String(page.headers['content-security-policy'])).toMatch(/^default-src 'none'; style-src 'sha256-/);
    for (const text of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'BIÊN BẢN BÀN GIAO',
      'ngày 10 tháng 01 năm 2023',
      'Căn cứ Quyết định số 12/QĐ-MH ngày 09 tháng 01 năm 2023.',
      'Công chức đầu mối',
      'Máy &lt;b&gt;số 1&lt;/b&gt;',
      'Đỗ &quot;Văn&quot; Minh &lt;script&gt;',
      'BÊN GIAO',
      'BÊN NHẬN',
    ])
      expect(page.body).toContain(text);
    // Whom the documents are no longer shown is told how many there are.
    expect(page.body).toContain('Có 1 tài liệu không nêu ở đây vì người in biên bản không có quyền xem.');
    const byReceiver = await ask(server, { token: await signIn(server, world.people.minh.account) }, 'GET', `/api/handovers/${id}/record`);
    expect(byReceiver.body).toContain('9/KH-MH');
    expect(byReceiver.body).not.toContain('không nêu ở đây');
    expect(page.body).not.toContain('<script');
    expect(page.body).not.toContain('MINH HỌA –');
  });

  it('[F117] an administrator of the province hands over within it, today; the same again, though the roles have passed, and two at once', async () => {
    const { lan, binh } = world.people;
    const join = async (email: string, name: string, role: string) => {
      const { body } = await ask(server, lan, 'POST', '/api/people', { email, name, memberships: [{ body: 'so-minh-hoa-a', role, from: '2023-01-10' }] });
      return body.id as string;
    };
    const tu = await join('tu@minh-hoa.example', 'Tô Thị Tư', 'clerk');
    const { account: phuc } = await addPerson(server, 'phuc', 'Phan Văn Phúc', 'administrator', 'so-minh-hoa-a');
    const { account: ngoc } = await addPerson(server, 'ngoc', 'Ngô Thị Ngọc', 'council', 'so-minh-hoa-a');
    const p = { token: await signIn(server, phuc) };
    const within = { id: randomUUID(), from: tu, to: ngoc, day: '2023-01-15' };
    expect((await ask(server, p, 'POST', '/api/handovers', { ...within, to: binh.account })).status).toBe(403);
    expect((await ask(server, p, 'POST', '/api/handovers', { ...within, from: binh.account })).status).toBe(403);
    const answers = await Promise.all([1, 2].map(() => ask(server, p, 'POST', '/api/handovers', within)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 201]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(answers[0]?.body.performedBy).toEqual({
      id: phuc,
      name: 'Phan Văn Phúc',
      role: 'administrator',
      body: { id: 'so-minh-hoa-a', name: 'Sở Minh họa A' },
    });
    expect((await ask(server, p, 'POST', '/api/handovers', within)).status).toBe(200);
    // What the receiver holds already is not given twice.
    const back = { id: randomUUID(), from: ngoc, to: phuc, day: '2023-01-20' };
    expect((await ask(server, p, 'POST', '/api/handovers', back)).body.code).toBe('notForOneself');
    // A role that decides is given by two persons, and then passes.
    expect((await ask(server, lan, 'POST', '/api/handovers', back)).body).toMatchObject({
      code: 'secondPersonNeeded',
      roles: [{ role: 'council', from: '2023-01-20' }],
    });
    await server.owner.query(
      `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, 'so-minh-hoa-a', 'council', '2023-01-01', now())`,
      [phuc],
    );
    const passed = await ask(server, lan, 'POST', '/api/handovers', back);
    expect(passed.body.memberships.map(({ role, alreadyHeld }: { role: string; alreadyHeld: boolean }) => [role, alreadyHeld])).toEqual([
      ['council', true],
      ['clerk', false],
    ]);
    expect(server.logged).toEqual([]);
  });

  it('[F117] the only administrator hands the whole installation over today, and has it no more', async () => {
    const { lan, khanh } = world.people;
    const l = { token: await signIn(server, lan.account) };
    const token = (await ask(server, l, 'POST', '/api/me/tokens', { name: 'Máy', scopes: ['read', 'write'], expiresAt: '2023-06-01T00:00:00Z' })).body.token;
    const asked = { id: randomUUID(), from: lan.account, to: khanh.account, day: '2023-01-15' };
    // The second one, the only administrator makes alone.
    expect((await ask(server, l, 'POST', '/api/handovers', asked)).body.code).toBe('secondPersonNeeded');
    const given = { body: null, role: 'administrator', from: '2023-01-15' };
    expect((await ask(server, l, 'POST', `/api/people/${khanh.account}/memberships`, given)).status).toBe(201);
    // To somebody who cannot sign on yet it would leave the house without a key.
    expect((await ask(server, l, 'POST', '/api/handovers', asked)).body).toMatchObject({ code: 'notNow', detail: expect.stringContaining('đặt mật khẩu') });
    await server.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [khanh.account]);
    const done = await ask(server, l, 'POST', '/api/handovers', asked);
    expect(server.logged).toEqual([]);
    expect(done).toMatchObject({ status: 201, body: { document: null, memberships: [{ role: 'administrator', body: null }], tokens: [{ name: 'Máy' }] } });
    expect((await ask(server, l, 'GET', '/api/people')).status).toBe(401);
    expect((await ask(server, { token: await signIn(server, lan.account) }, 'GET', '/api/people')).status).toBe(403);
    expect((await ask(server, undefined, 'GET', '/api/session', undefined, { authorization: `Bearer ${token}` })).status).toBe(401);
    const k = { token: await signIn(server, khanh.account) };
    expect((await ask(server, k, 'GET', '/api/people')).status).toBe(200);
    expect((await ask(server, k, 'POST', `/api/people/${lan.account}/reset`)).status).toBe(201);
  });
});
