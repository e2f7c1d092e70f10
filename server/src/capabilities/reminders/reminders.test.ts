import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MailSetting } from '../../config.ts';
import { connectPool } from '../../db/connect.ts';
import { inTransaction, inTransactionAs } from '../../db/transaction.ts';
import { inspectFile } from '../../file-inspection/inspect-file.ts';
import { hashOfToken } from '../../http/admission.ts';
import { pauseAfter, sendNext } from '../../mail/send-mails.ts';
import { type MailServer, startBreakingServer, startMailServer } from '../../mail/testing/mail-server.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, makeWorld, type Person, type PersonName, type World } from '../../testing/world.ts';
import { revokeTokens } from '../accounts/queries/tokens.ts';
import { remindOnce } from './remind.ts';

const FIRST = '2023-01-30T01:05:00Z';
const LAST = '2023-01-31T01:05:00Z';
const AFTER = '2023-02-02T01:05:00Z';
const ROUND = '/api/rounds/minh-hoa-2022';
const address = (person: PersonName) => `${person}@minh-hoa.example`;

let server: TestServer;
let world: World;
let mails: MailServer;
/** Two processes, as far as the database can tell. */
let jobs: readonly [pg.Pool, pg.Pool];
beforeAll(async () => {
  // Monday, five past eight; the self-assessment closes at the end of Tuesday.
  server = await startTestServer(FIRST);
  world = await makeWorld(server);
  mails = await startMailServer();
  jobs = [connectPool(server.urls.jobs, 2), connectPool(server.urls.jobs, 2)];
});
afterAll(async () => {
  await Promise.all([...jobs.map((pool) => pool.end()), mails.stop()]);
  await server.close();
});

const settingOf = (port: number): MailSetting => ({
  ...{ host: '127.0.0.1', port, secure: false, auth: undefined },
  from: { name: 'Chấm điểm cải cách hành chính', address: 'nhac-viec@minh-hoa.example' },
});
const remind = async () => (await Promise.all(jobs.map((pool) => remindOnce(pool, server.clock.now())))).reduce((sum, made) => sum + made, 0);
const send = (pool: pg.Pool, port: number) => sendNext({ kind: 'real', origin: 'https://cham-diem.example', clock: server.clock, pool, mail: settingOf(port) });
/** Both processes send, side by side, until neither finds any more. */
const sendAll = () =>
  Promise.all(
    jobs.map(async (pool) => {
      while (await send(pool, mails.port));
    }),
  );
const states = async () => (await server.owner.query('SELECT state, count(*)::int AS count FROM mail GROUP BY 1 ORDER BY 1')).rows;

it('[F45] the calendar becomes one mail a person and day, however many processes look how often', async () => {
  expect(await remind()).toBe(3);
  expect(await remind()).toBe(0);
  const { body } = await ask(server, world.people.an, 'GET', '/api/me/reminders');
  expect(body.unread).toBe(1);
  expect(body.items[0]).toMatchObject({ kind: 'dueSoon', day: '2023-01-30', body: { id: 'tinh-minh-hoa-01' }, step: 'selfAssessment' });
  expect(body.items[0].text).toBe('Việc tự đánh giá, chấm điểm của Tỉnh Minh họa 01 (Kỳ đánh giá minh họa 2022) sắp đến hạn: hết ngày 31/01/2023.');
  expect((await ask(server, world.people.giang, 'GET', '/api/me/reminders')).body.items).toEqual([]);
  await ask(server, world.people.an, 'POST', '/api/me/reminders/read', { ids: [body.items[0].id] });
  expect((await ask(server, world.people.an, 'GET', '/api/me/reminders')).body.unread).toBe(0);
});

it('[F45] the mail server is down for a day: nothing is lost, and then each is sent once', async () => {
  const nobody = await startMailServer();
  await nobody.stop();
  for (let hour = 0; hour < 24; hour += 1) {
    while (await send(jobs[0], nobody.port));
    server.clock.pass(3_600_000);
  }
  expect(await states()).toEqual([{ state: 'waiting', count: 3 }]);
  expect([1, 2, 7, 50].map(pauseAfter)).toEqual([60_000, 120_000, 3_600_000, 3_600_000]);

  server.clock.set(LAST);
  expect(await remind()).toBe(3);
  server.clock.pass(3_600_000);
  await sendAll();
  expect(await states()).toEqual([{ state: 'sent', count: 6 }]);
  const sent = mails.taken.map(({ to }) => to).toSorted();
  expect(sent).toEqual(['an', 'an', 'binh', 'binh', 'chi', 'chi'].map((person) => address(person as PersonName)));
  expect(new Set(mails.taken.map(({ messageId }) => messageId)).size).toBe(6);
  const last = mails.taken.findLast(({ to }) => to === address('an'))?.source ?? '';
  expect(last).toMatch(/^Auto-Submitted: auto-generated$/im);
  expect(last).not.toMatch(/text\/html|<img/i);
});

it('[F45] a process killed while it sends leaves a mail that may have gone: no other sends it again, until somebody says so', async () => {
  const until = '2023-02-10T00:00:00+07:00';
  const extension = { step: 'selfAssessment', until, documentNumber: '12/CV-MH', documentDate: '2023-01-31', reason: 'Minh họa' };
  await server.owner.query(
    `INSERT INTO extension (id, round_id, step, until, document_number, document_date, reason, granted_by, granted_at) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8)`,
    [world.round, ...Object.values(extension), world.people.dung.account, server.clock.now()],
  );
  // A day off is silent.
  await server.owner.query(`INSERT INTO day_off (date, kind, name, source) VALUES ('2023-02-01', 'off', 'Nghỉ minh họa', 'Minh họa')`);
  server.clock.set('2023-02-01T03:00:00Z');
  expect(await remind()).toBe(0);
  server.clock.set(AFTER);
  expect(await remind()).toBe(3);

  const program = fileURLToPath(new URL('../../mail/testing/send-apart.ts', import.meta.url));
  const start = (moment: string) => spawn(process.execPath, [program, server.urls.jobs, String(mails.port), moment], { stdio: 'inherit' });
  const before = mails.taken.length;
  const come = (['an', 'binh', 'chi'] as const).map((person) => mails.holdMailTo(address(person)));
  const first = start(AFTER);
  const gone = once(first, 'exit');
  const held = await Promise.race(come);
  first.kill('SIGKILL');
  await gone;
  // The others go, by two more processes; that one does not, not even when its lease is over.
  mails.answerAll();
  const [second, third] = [start('2023-02-02T01:20:00Z'), start('2023-02-02T01:20:00Z')];
  await Promise.all([once(second, 'exit'), once(third, 'exit')]);
  const others = mails.taken.slice(before).map(({ to }) => to);
  expect(others.toSorted()).toEqual([address('an'), address('binh'), address('chi')].filter((to) => to !== held.to));
  expect(await states()).toEqual([
    { state: 'sent', count: 8 },
    { state: 'unsure', count: 1 },
  ]);

  const { body } = await ask(server, world.people.lan, 'GET', '/api/operation/mails');
  expect(body).toMatchObject({ server: false, more: false, items: [{ state: 'unsure', to: { email: held.to }, tries: 1 }] });
  expect(body.items[0].text).toContain('được gia hạn đến hết ngày 09/02/2023');
  const again = { mails: [body.items[0].id], decision: 'sendAgain' };
  expect((await ask(server, world.people.lan, 'POST', '/api/operation/mails', again)).status).toBe(204);
  server.clock.pass(60_000);
  await sendAll();
  expect(mails.taken.at(-1)).toMatchObject({ to: held.to, messageId: held.messageId });
  expect((await ask(server, world.people.lan, 'POST', '/api/operation/mails', again)).body.code).toBe('notNow');
});

it('[F45] a mail of an account waits in the same queue, goes at once beside the reminders of the day, and where it says', async () => {
  const { owner, clock } = server;
  const says = { event: 'asked', kind: 'email', role: null, body: null, email: 'moi@minh-hoa.example', by: 'Bùi Thị Lan', askedBy: 'Bùi Thị Lan' };
  for (const to of [null, 'cu@minh-hoa.example'])
    await owner.query(
      `INSERT INTO mail (id, account_id, day, message_id, next_try, made_at, kind, says, address) VALUES (gen_random_uuid(), $1, '2023-02-02', gen_random_uuid(), $2, $2, 'account', $3, $4)`,
      [world.people.an.account, clock.now(), { ...says, reason: 'Đổi đơn vị', note: null, until: null }, to],
    );
  const { body } = await ask(server, world.people.lan, 'GET', '/api/operation/mails');
  expect(body.items.map(({ to }: { to: { email: string } }) => to.email).toSorted()).toEqual(['an@minh-hoa.example', 'cu@minh-hoa.example']);
  expect(body.items[0].text).toContain('Lý do: Đổi đơn vị');
  // Nobody silences what tells somebody of their account: not at the server, nor past it.
  const waiting = body.items.map(({ id }: { id: string }) => id);
  expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['account', 'account']);
  expect((await ask(server, world.people.lan, 'POST', '/api/operation/mails', { mails: waiting, decision: 'handedOver' })).body.code).toBe('notNow');
  const past = (set: string, where = "kind = 'account'") =>
    inTransactionAs(
      server.context,
      world.people.lan.account,
      clock.now(),
      async (db) => (await sql`UPDATE mail SET ${sql.raw(set)} WHERE ${sql.raw(where)}`.execute(db)).numAffectedRows,
    );
  const away = "state = 'handedOver', ended_at = app.moment(), next_try = app.moment()";
  expect(await past(away)).toBe(0n);
  expect(await past("next_try = '2999-01-01'")).toBe(0n);
  await owner.query("UPDATE mail SET state = 'refused' WHERE kind = 'account'");
  for (const set of [away, "state = 'waiting', next_try = '2999-01-01'"]) await expect(past(set)).rejects.toThrow(/row-level security/);
  expect((await ask(server, world.people.lan, 'POST', '/api/operation/mails', { mails: waiting, decision: 'sendAgain' })).status).toBe(204);
  const before = mails.taken.length;
  await sendAll();
  expect(
    mails.taken
      .slice(before)
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual(['an@minh-hoa.example', 'cu@minh-hoa.example']);
  expect(await remind()).toBe(0);
});

it('[F45] a department is told of what came back, and a body that its sheet was opened again', async () => {
  const { owner, clock } = server;
  const { minh, an, dung } = world.people;
  clock.set('2023-02-06T01:05:00Z');
  await owner.query(`INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, 'so-minh-hoa-a', 'clerk', '2023-01-01', $2)`, [
    minh.account,
    clock.now(),
  ]);
  await owner.query(
    `INSERT INTO assignment (id, round_id, body_id, target_kind, target, edition_id, to_body, assigned_by, assigned_at)
      SELECT gen_random_uuid(), $1, 'tinh-minh-hoa-01', 'item', target, $2, 'so-minh-hoa-a', $3, $4 FROM unnest(ARRAY['1.1', '1.2']) target`,
    [world.round, world.scheme.id, an.account, clock.now()],
  );
  await owner.query(
    `INSERT INTO part (round_id, body_id, target_kind, target, standing, seq, fields, seqs) VALUES ($1, 'tinh-minh-hoa-01', 'item', '1.1', 'returned', 7, '{}', '{}')`,
    [world.round],
  );
  await owner.query(
    `INSERT INTO entry (id, round_id, body_id, seq, act, stage, standing, actor, office, received_at, base, edition_id, changes, texts, origin, hash)
      VALUES (gen_random_uuid(), $1, 'tinh-minh-hoa-02', 1, 'reopen', 'claimed', 'effective', $2, $3, $4, 0, $5, '{}', '{}', 'api', '\\x00')`,
    [world.round, dung.account, dung.membership, clock.now(), world.scheme.id],
  );
  expect(await remind()).toBe(4);
  const textsOf = async (person: PersonName) =>
    (await ask(server, world.people[person], 'GET', '/api/me/reminders')).body.items
      .filter(({ day }: { day: string }) => day === '2023-02-06')
      .map(({ kind, text }: { kind: string; text: string }) => [kind, text]);
  expect(await textsOf('minh')).toEqual(
    expect.arrayContaining([
      ['returned', 'Nội dung 1.1 trong bảng chấm điểm của Tỉnh Minh họa 01 (Kỳ đánh giá minh họa 2022) được trả lại để sửa.'],
      ['dueSoon', '2 nội dung được giao trong bảng chấm điểm của Tỉnh Minh họa 01 (Kỳ đánh giá minh họa 2022) sắp đến hạn: hết ngày 09/02/2023.'],
    ]),
  );
  expect((await textsOf('chi')).map(([kind]: [string]) => kind).toSorted()).toEqual(['dueSoon', 'reopened']);
  await sendAll();
  expect(mails.taken.findLast(({ to }) => to === address('minh'))).toBeDefined();
  // What comes back after the mail of the day, or at night, does not wait for the next.
  for (const [at, target, seq] of [
    ['2023-02-06T03:00:00Z', '1.2', 8],
    ['2023-02-06T19:30:00Z', '1.1', 9],
  ] as const) {
    await owner.query(
      `INSERT INTO part (round_id, body_id, target_kind, target, standing, seq, fields, seqs) VALUES ($1, 'tinh-minh-hoa-01', 'item', $2, 'returned', $3, '{}', '{}')
        ON CONFLICT (round_id, body_id, target_kind, target) DO UPDATE SET seq = $3`,
      [world.round, target, seq],
    );
    clock.set(at);
    const before = mails.taken.filter(({ to }) => to === address('minh')).length;
    expect(await remind()).toBe(1);
    expect(await remind()).toBe(0);
    await sendAll();
    expect(mails.taken.filter(({ to }) => to === address('minh'))).toHaveLength(before + 1);
  }
  await owner.query('UPDATE assignment SET ended_by = $1, ended_at = $2', [an.account, clock.now()]);
});

it('[F45] without a mail server, or where it knows nobody of that name, the administrator passes the mail on', async () => {
  server.clock.set('2023-02-09T01:05:00Z');
  expect(await remind()).toBe(3);
  mails.unknown = address('chi');
  await sendAll();
  const { body } = await ask(server, world.people.lan, 'GET', '/api/operation/mails');
  expect(body.items).toMatchObject([{ state: 'refused', to: { email: address('chi') } }]);
  expect(body.items[0].told).toMatch(/550/);
  await ask(server, world.people.lan, 'POST', '/api/operation/mails', { mails: [body.items[0].id], decision: 'handedOver' });
  expect((await ask(server, world.people.lan, 'GET', '/api/operation/mails')).body.items).toEqual([]);
  expect((await ask(server, world.people.an, 'GET', '/api/operation/mails')).status).toBe(403);
});

it('[F45] where the line breaks when all was said, nobody knows, and nothing is sent again', async () => {
  await server.owner.query(
    `INSERT INTO mail (id, account_id, day, message_id, next_try, made_at) VALUES (gen_random_uuid(), $1, '2023-02-08', 'dut@parindex', '2023-02-08', '2023-02-08')`,
    [world.people.an.account],
  );
  const breaking = await startBreakingServer();
  expect(await send(jobs[0], breaking.port)).toBe(false);
  await breaking.stop();
  server.clock.pass(24 * 3_600_000);
  const before = mails.taken.length;
  await sendAll();
  expect(mails.taken.length).toBe(before);
  const { items } = (await ask(server, world.people.lan, 'GET', '/api/operation/mails')).body;
  expect(items).toMatchObject([{ state: 'unsure', day: '2023-02-08' }]);
  await ask(server, world.people.lan, 'POST', '/api/operation/mails', { mails: [items[0].id], decision: 'handedOver' });
});

it('[F45] what has waited for over a week is no news, and stays in the outbox', async () => {
  await server.owner.query(
    `INSERT INTO mail (id, account_id, day, message_id, next_try, made_at) VALUES (gen_random_uuid(), $1, '2023-02-01', 'cu@parindex', '2023-02-01', '2023-02-01')`,
    [world.people.an.account],
  );
  const before = mails.taken.length;
  await sendAll();
  expect(mails.taken.length).toBe(before);
  expect((await ask(server, world.people.lan, 'GET', '/api/operation/mails')).body.items).toMatchObject([{ state: 'waiting', day: '2023-02-01' }]);
});

it('[F45] a calendar program reads the closings by a secret address, which its person renews and revokes', async () => {
  const { binh } = world.people;
  const { path } = (await ask(server, binh, 'POST', '/api/me/calendar')).body;
  const feed = await ask(server, undefined, 'GET', path);
  expect(feed.headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(feed.body).toContain('UID:minh-hoa-2022/tinh-minh-hoa-01/selfAssessment@parindex\r\n');
  expect(feed.body).toContain('SEQUENCE:2\r\nDTSTART;VALUE=DATE:20230209\r\n');
  expect(feed.body).not.toContain('tinh-minh-hoa-02');
  expect((await ask(server, undefined, 'GET', path.replace(/.{5}\.ics$/, 'xxxxx.ics'))).status).toBe(404);
  const again = (await ask(server, binh, 'POST', '/api/me/calendar')).body.path;
  expect((await ask(server, undefined, 'GET', path)).status).toBe(404);
  expect((await ask(server, undefined, 'GET', again)).status).toBe(200);
  await ask(server, binh, 'DELETE', '/api/me/calendar');
  expect((await ask(server, undefined, 'GET', again)).status).toBe(404);
  expect((await ask(server, binh, 'GET', '/api/me/calendar')).body).toEqual({ madeAt: null });
});

it('[F119] the letter of urging lists who is late with what is missing, and reads back with all diacritics', async () => {
  server.clock.set('2023-02-10T02:00:00Z');
  const { dung } = world.people;
  const { body } = await ask(server, dung, 'GET', `${ROUND}/urging`);
  expect(body.items.map((item: { body: { id: string }; late: boolean }) => [item.body.id, item.late])).toEqual([
    ['tinh-minh-hoa-01', true],
    ['tinh-minh-hoa-02', true],
    ['tinh-minh-hoa-03', true],
  ]);
  const response = await server.app.inject({
    method: 'POST',
    url: `${ROUND}/urging`,
    headers: { cookie: `parindex_session=${dung.token}`, 'content-type': 'application/json' },
    payload: JSON.stringify({ bodies: ['tinh-minh-hoa-01', 'tinh-minh-hoa-03'] }),
  });
  expect(response.statusCode).toBe(200);
  const folder = await mkdtemp(join(tmpdir(), 'parindex-letter-'));
  try {
    await writeFile(join(folder, 'cong-van.docx'), response.rawPayload);
    const read = await inspectFile(join(folder, 'cong-van.docx'), 'cong-van.docx');
    const text = 'image' in read ? '' : read.pages.map((page) => page.text.replaceAll(/\s+/g, ' ')).join(' ');
    for (const part of [
      'BỘ TIÊU CHÍ THAM KHẢO – chưa đối chiếu với văn bản gốc',
      'BỘ MINH HỌA',
      'V/v đôn đốc tự đánh giá, chấm điểm',
      'Kính gửi: - Ủy ban nhân dân tỉnh Minh họa 01; - Ủy ban nhân dân tỉnh Minh họa 03.',
      'Số: ……/BMH-……',
      // Two of the three that have not: nothing is said of how many there are.
      'đến ngày 10 tháng 02 năm 2023 các cơ quan, đơn vị sau đây chưa hoàn thành, đều đã quá hạn:',
      'Hết ngày 09/02/2023 (đã quá hạn)',
      `Còn ${body.items[0].own.asked - body.items[0].own.answered} nội dung chưa chấm; chưa chốt số liệu 2 Ủy ban nhân dân tỉnh Minh họa 03`,
      'Thực hiện Quyết định số 878/QĐ-BNV của Bộ Nội vụ ban hành Kế hoạch triển khai',
      'khẩn trương: - Hoàn thành việc tự đánh giá, chấm điểm các tiêu chí còn lại;',
      'để được hướng dẫn./.',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('tỉnh Minh họa 02');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const refused = await ask(server, dung, 'POST', `${ROUND}/urging`, { bodies: ['tinh-minh-hoa-99'] });
  expect(refused.body.faults).toMatchObject([{ code: 'unknownId', path: '/bodies/0' }]);
  const { rows } = await server.owner.query(`SELECT content FROM audit WHERE act = 'round.urge'`);
  const name = 'cong-van-don-doc-minh-hoa-2022.docx';
  const sha256 = createHash('sha256').update(response.rawPayload).digest('hex');
  expect(rows).toMatchObject([{ content: { bodies: ['tinh-minh-hoa-01', 'tinh-minh-hoa-03'], name, sha256 } }]);

  // Who reads later sees the same letter, whatever has changed since; those who are urged see what was issued.
  const documents = async (person: Person) => (await ask(server, person, 'GET', `${ROUND}/documents`)).body;
  server.clock.set('2023-02-13T02:00:00Z');
  const { letters } = await documents(dung);
  expect(letters).toMatchObject([
    {
      bodies: [
        { id: 'tinh-minh-hoa-01', name: 'Tỉnh Minh họa 01' },
        { id: 'tinh-minh-hoa-03', name: 'Tỉnh Minh họa 03' },
      ],
      madeBy: { id: dung.account },
      file: { name, kind: 'docx', sha256, broughtAt: '2023-02-10T02:00:00.000Z' },
    },
  ]);
  const kept = (person: Person) => {
    const headers = { cookie: `parindex_session=${person.token}` };
    return server.app.inject({ method: 'GET', url: `${ROUND}/files/${letters[0].file.id}`, headers });
  };
  expect((await kept(dung)).rawPayload.equals(response.rawPayload)).toBe(true);
  expect([(await kept(world.people.an)).statusCode, (await documents(world.people.an)).letters]).toEqual([404, []]);
  const issued = {
    id: randomUUID(),
    kind: 'urging',
    number: '77/BMH-CCHC',
    date: '2023-02-13',
    issuer: 'Bộ Minh họa',
    subject: 'Đôn đốc (minh họa)',
    files: [],
  };
  // What was made here is neither signed nor numbered: it is filed as no issued letter, and as no guidance.
  for (const kind of ['urging', 'guidance']) {
    const draft = await ask(server, dung, 'POST', `${ROUND}/documents`, { ...issued, id: randomUUID(), kind, files: [letters[0].file.id] });
    expect(draft.body).toMatchObject({ code: 'faulty', faults: [{ code: 'unknownId', path: '/files/0' }] });
  }
  expect((await ask(server, dung, 'POST', `${ROUND}/documents`, issued)).status).toBe(201);
  expect((await documents(world.people.an)).documents).toMatchObject([{ kind: 'urging', versions: [{ number: '77/BMH-CCHC' }] }]);

  // Who has sent meanwhile, and a round that is closed, are refused by what they are, and by name.
  const refusal = async () => (await ask(server, dung, 'POST', `${ROUND}/urging`, { bodies: ['tinh-minh-hoa-02'] })).body;
  const setState = (state: string) =>
    server.owner.query(`UPDATE participant SET state = $2 WHERE body_id = 'tinh-minh-hoa-02' AND round_id = $1`, [world.round, state]);
  await setState('sent');
  expect(await refusal()).toMatchObject({ code: 'notNow', detail: 'Tỉnh Minh họa 02 đã gửi báo cáo, nên không đôn đốc nữa.' });
  await setState('open');
  await server.owner.query(`UPDATE round SET state = 'closed', closed_at = $2 WHERE id = $1`, [world.round, server.clock.now()]);
  expect(await refusal()).toMatchObject({ code: 'notNow', detail: 'Kỳ đánh giá đã đóng, nên không lập công văn đôn đốc nữa.' });
  await server.owner.query(`UPDATE round SET state = 'open', closed_at = NULL WHERE id = $1`, [world.round]);
});

it('[F45] [F94] the address of a calendar shows reminders and makes nobody of whoever has it; it ends with tokens, with the password and with a role', async () => {
  const { an, binh, lan, dung } = world.people;
  const make = async (person: typeof an) => (await ask(server, person, 'POST', '/api/me/calendar')).body.path as string;
  const statusOf = async (path: string) => (await ask(server, undefined, 'GET', path)).status;
  const ofOwner = await make(dung);
  const hash = hashOfToken(ofOwner.slice('/api/calendar/'.length, -'.ics'.length));
  await inTransaction(server.pool, {}, server.clock.now(), true, async (db) => {
    const { rows } = await sql<{ people: number; who: null; all: boolean }>`
      SELECT jsonb_array_length(app.calendar_of(${hash}, ${server.clock.now()})->'people') AS people, app.account() AS who, app.administers(NULL) AS all`.execute(
      db,
    );
    expect(rows).toEqual([{ people: 1, who: null, all: false }]);
    expect((await sql`SELECT id FROM account`.execute(db)).rows).toEqual([]);
  });
  await expect(
    inTransactionAs(server.context, dung.account, server.clock.now(), (db) => sql`SELECT token_hash FROM calendar_feed`.execute(db)),
  ).rejects.toThrow(/permission denied/);
  // An administrator ends all that she is signed in by; a new password ends it; so does a role that is over.
  expect((await ask(server, lan, 'DELETE', `/api/people/${dung.account}/sessions?tokens=true`)).status).toBe(200);
  expect(await statusOf(ofOwner)).toBe(404);
  const ofHead = await make(binh);
  await inTransaction(server.context.signOn, {}, server.clock.now(), true, (db) => revokeTokens(db, binh.account, server.clock.now()));
  expect(await statusOf(ofHead)).toBe(404);
  const ofClerk = await make(an);
  expect(await statusOf(ofClerk)).toBe(200);
  server.clock.pass(1000);
  await server.owner.query(`UPDATE membership SET to_date = '2023-02-08', ended_at = $2 WHERE id = $1`, [an.membership, server.clock.now()]);
  expect(await statusOf(ofClerk)).toBe(404);
});
