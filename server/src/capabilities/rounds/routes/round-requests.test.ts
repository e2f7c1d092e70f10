import { randomUUID } from 'node:crypto';
import { counts, PART_STANDINGS } from '@parindex/core/ledger/index';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordAuditedTables } from '../../../audit/record-audited-tables.ts';
import { sealAll } from '../../../audit/testing/seal-all.ts';
import { inBackground } from '../../../db/background.ts';
import { connectPool } from '../../../db/connect.ts';
import { inTransactionAs } from '../../../db/transaction.ts';
import { pagesOfPdf, wordsOfBytes } from '../../../http/testing/words-of-answer.ts';
import { addPerson } from '../../../testing/add-person.ts';
import { addOwner } from '../../../testing/close-round.ts';
import { openPlanned, STEPS_2024 } from '../../../testing/plan-round.ts';
import { adoptInStory, SMALL_CASES, smallDocument } from '../../../testing/small-edition.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type Person, type World } from '../../../testing/world.ts';
import { readZip } from '../../../zip/testing/read-zip.ts';
import { verifyDatabase } from '../../audit-trail/verify.ts';
import { remindOnce } from '../../reminders/remind.ts';
import { tellClosingProgress } from '../queries/closing-progress.ts';

let server: TestServer;
let world: World;
/** Another owner of Bộ Minh họa. */
let oanh: Person;
/** Of a department of Tỉnh Minh họa 01. */
let hoa: Person;
let round: string;
let made = 0;

beforeAll(async () => {
  server = await startTestServer('2024-01-10T02:00:00Z');
  world = await makeWorld(server);
  await adoptInStory(server, { document: smallDocument('mau-nho'), cases: SMALL_CASES });
  oanh = await addOwner(server, 'oanh', 'Mai Thị Oanh');
  hoa = await addPerson(server, 'hoa', 'Ngô Thị Hoa', 'clerk', 'so-minh-hoa-a');
  await inBackground(server.owner, 'BEGIN', (db) => recordAuditedTables({ db, account: null, membership: null, receivedAt: server.clock.now() }));
});
afterAll(() => server.close());
const PUBLICATION = { step: 'publication', opens: '2024-04-01T00:00:00+07:00', closes: '2024-04-30T00:00:00+07:00' };
beforeEach(async () => {
  await setClock('2024-01-10T02:00:00Z');
  made += 1;
  round = `ky-${made}`;
  await openPlanned(server, world.people.dung, {
    ...{ id: round, edition: 'mau-nho', year: 2023, participants: ['tinh-minh-hoa-01', 'tinh-minh-hoa-02'], domains: ['1', '2'] },
    steps: [...STEPS_2024, PUBLICATION],
  });
});

const setClock = async (moment: string) => {
  server.clock.set(moment);
  await server.owner.query(`UPDATE session SET seen_at = $1, expires_at = $1::timestamptz + interval '12 hours'`, [server.clock.now()]);
};
const as = (who: Person, method: 'GET' | 'POST' | 'PUT' | 'PATCH', part: string, body?: unknown) =>
  ask(server, who, method, `/api/rounds/${round}${part}`, body);
const asDung = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', part: string, body?: unknown) => as(world.people.dung, method, part, body);
const closing = async (who = world.people.dung) => (await as(who, 'GET', '/closing')).body;
const codesOf = (list: { code: string }[]) => list.map(({ code }) => code);
const OPEN = ['bodiesUnsent', 'stepsRunning', 'stepsToCome'];
const asks = (changes: object = {}) => ({ id: randomUUID(), kind: 'close', reason: 'Dừng kỳ theo công văn (minh họa)', told: OPEN, ...changes });

describe('[F94] a round is closed by two persons, who are told what is open', () => {
  it('what is open is listed and must be named; nobody closes alone, and who sees neither asks nor decides', async () => {
    const { open, possible } = await closing();
    expect(open).toMatchObject([
      { code: 'bodiesUnsent', about: ['tinh-minh-hoa-01', 'tinh-minh-hoa-02'], text: '2 trong 2 cơ quan chưa gửi báo cáo' },
      { code: 'stepsRunning', about: ['selfAssessment'] },
      { code: 'stepsToCome', about: ['appraisal', 'publication'] },
    ]);
    expect(possible).toBe('close');
    const untold = await asDung('POST', '/requests', asks({ told: ['bodiesUnsent'] }));
    expect([untold.status, untold.body.code, codesOf(untold.body.consequences)]).toEqual([409, 'consequencesUntold', OPEN]);
    expect((await as(world.people.an, 'POST', '/requests', asks())).status).toBe(403);
    expect((await as(world.people.hanh, 'GET', '/closing')).status).toBe(403);
    expect((await asDung('POST', '/requests', asks({ kind: 'undoClosing' }))).body.code).toBe('notNow');

    const wanted = asks();
    const asked = await asDung('POST', '/requests', wanted);
    expect(asked).toMatchObject({ status: 201, body: { mayDecide: false, mayStop: true, decided: null, told: open } });
    expect((await asDung('POST', '/requests', wanted)).body).toEqual(asked.body);
    expect((await as(oanh, 'POST', '/requests', asks())).body.code).toBe('notNow');
    const decision = `/requests/${wanted.id}/decision`;
    const alone = await asDung('POST', decision, { decision: 'carriedOut', told: OPEN });
    expect([alone.status, alone.body.code]).toEqual([403, 'refused']);
    // While another owner could, an administrator of the installation does not.
    expect((await as(world.people.lan, 'POST', decision, { decision: 'carriedOut', told: OPEN })).status).toBe(403);
    expect((await closing(oanh)).requests[0]).toMatchObject({ mayDecide: true, mayStop: false });
    expect((await as(oanh, 'POST', decision, { decision: 'carriedOut' })).body.code).toBe('consequencesUntold');
    expect((await as(oanh, 'POST', decision, { decision: 'refused' })).body.code).toBe('faulty');
    expect((await asDung('GET', '')).body.state).toBe('open');

    const done = await as(oanh, 'POST', decision, { decision: 'carriedOut', told: OPEN });
    expect(done.body.decided).toMatchObject({ decision: 'carriedOut', by: { name: 'Mai Thị Oanh' } });
    expect((await as(oanh, 'POST', decision, { decision: 'carriedOut', told: OPEN })).body).toEqual(done.body);
    expect((await asDung('GET', '')).body).toMatchObject({ state: 'closed', closedAt: '2024-01-10T02:00:00.000Z' });
  });

  it('[F119] the archive holds a record of the closing: who asked and why, who decided, what was open, what was asked before', async () => {
    const first = asks({ reason: 'Đóng sớm (minh họa)' });
    await asDung('POST', '/requests', first);
    await as(oanh, 'POST', `/requests/${first.id}/decision`, { decision: 'refused', note: 'Còn cơ quan chưa gửi (minh họa)' });
    const wanted = asks();
    await asDung('POST', '/requests', wanted);
    await as(oanh, 'POST', `/requests/${wanted.id}/decision`, { decision: 'carriedOut', told: OPEN });
    const headers = { cookie: `parindex_session=${world.people.dung.token}` };
    const { rawPayload } = await server.app.inject({ method: 'GET', url: `/api/rounds/${round}/archive`, headers });
    const files = await readZip(rawPayload);
    const inFolder = (name: string) => files.get(`Hồ sơ chung của kỳ đánh giá/${name}`) as Buffer;
    const pdf = await pagesOfPdf(inFolder('Biên bản đóng kỳ đánh giá.pdf'));
    const docx = (await wordsOfBytes(inFolder('Biên bản đóng kỳ đánh giá.docx'))).replaceAll(/<[^>]+>/g, '');
    for (const text of [pdf.join(' '), docx])
      for (const part of [
        'Ông/Bà Phạm Văn Dũng',
        'Dừng kỳ theo công văn (minh họa)',
        'Ông/Bà Mai Thị Oanh',
        '2 trong 2 cơ quan chưa gửi báo cáo',
        'Tỉnh Minh họa 01; Tỉnh Minh họa 02',
        'Đóng sớm (minh họa)',
        'Còn cơ quan chưa gửi (minh họa)',
      ])
        expect(text.replaceAll(/\s+/g, ' ').replaceAll(' ', '')).toContain(part.replaceAll(' ', ''));
    const listed = String(inFolder('Mục lục văn bản.html'));
    expect(listed).toMatch(/10\/01\/2024[\s\S]*Biên bản đóng kỳ đánh giá[\s\S]*Bộ Minh họa/);
    // And what the result that was frozen is submitted and approved by.
    for (const paper of ['Tờ trình phê duyệt kết quả (dự thảo)', 'Quyết định phê duyệt kết quả (dự thảo)']) {
      expect(listed).toContain(paper);
      expect((await pagesOfPdf(inFolder(`${paper}.pdf`))).join(' ').replaceAll(/\s+/g, ' ')).toContain(
        'Về việc phê duyệt và công bố Chỉ số cải cách hành chính',
      );
    }
  });

  it('a part of a department is told as long as it is not approved, before its leader too', async () => {
    const { an } = world.people;
    const sheet = '/sheets/tinh-minh-hoa-01';
    const waiting = async () => (await closing()).open.filter(({ code }: { code: string }) => code === 'partsWaiting');
    const target = { item: '2.1' };
    await as(an, 'POST', `${sheet}/assignments`, { to: 'so-minh-hoa-a', targets: [{ id: randomUUID(), ...target }] });
    await as(hoa, 'POST', `${sheet}/entries`, { entries: [change(target, 0, { 'answer.points': '0.5' })] });
    expect(await waiting()).toMatchObject([{ about: ['tinh-minh-hoa-01'] }]);
    expect((await as(hoa, 'POST', `${sheet}/part-submissions`, { submissions: [{ id: randomUUID(), ...target, act: 'submit', base: 1 }] })).status).toBe(201);
    expect(await waiting()).toMatchObject([{ about: ['tinh-minh-hoa-01'] }]);
    for (const standing of PART_STANDINGS) {
      const { rows } = await server.owner.query('SELECT app.part_counts($1) AS counts', [standing]);
      expect(rows[0].counts, standing).toBe(counts({ standing }));
    }
  });

  it('what cannot be computed is foretold, by body and item with why, and keeps the round open until it is mended', async () => {
    const { an, dung, giang } = world.people;
    const sheet = '/sheets/tinh-minh-hoa-01';
    const entries = [change({ figure: 'tasks' }, 0, { value: '4' }), change({ figure: 'tasksDone' }, 0, { value: '5' })];
    expect((await as(an, 'POST', `${sheet}/entries`, { entries })).status).toBe(201);
    const { open, uncomputed } = await closing();
    expect(uncomputed).toMatchObject([{ body: { id: 'tinh-minh-hoa-01' }, item: { code: '1.2' }, why: expect.stringMatching(/5.*4/) }]);
    expect(open.filter(({ code }: { code: string }) => code === 'notComputed')).toMatchObject([{ about: ['tinh-minh-hoa-01'] }]);
    const told = codesOf(open);
    expect((await asDung('POST', '/requests', asks({ told }))).body).toMatchObject({ code: 'notNow', waits: ['notComputed'] });

    // What an appraiser puts right is right from then on, and the way from claim to end is told all the same.
    await setClock('2024-02-16T02:00:00Z');
    const { seq } = (await as(giang, 'GET', sheet)).body;
    const figure = { id: randomUUID(), figure: 'tasksDone', changes: { value: '3' } };
    const verdict = { id: randomUUID(), base: seq, changes: {}, figures: [figure], reason: { code: 'other', text: 'Số liệu đúng là 3 (minh họa)' } };
    const given = await as(giang, 'POST', `${sheet}/items/1.2/appraisal`, verdict);
    expect(given.status, JSON.stringify(given.body)).toBe(201);
    const mended = await closing();
    expect(mended.uncomputed).toEqual([]);
    const request = asks({ told: codesOf(mended.open) });
    await as(dung, 'POST', '/requests', request);
    const decided = await as(oanh, 'POST', `/requests/${request.id}/decision`, { decision: 'carriedOut', told: codesOf(mended.open) });
    expect(decided.status, JSON.stringify(decided.body)).toBe(200);
    const { rows } = (await asDung('GET', '/final-ranking')).body;
    const [one] = rows.filter(({ body }: { body: { id: string } }) => body.id === 'tinh-minh-hoa-01');
    expect(one.steps.map(({ stage }: { stage: string }) => stage)).toEqual(['claimed', 'appraised']);
  });

  it('a closed round takes a decision on its results, and nothing else of one person', async () => {
    const document = (kind: string) => ({
      ...{ id: randomUUID(), kind, number: '77/QĐ-MH', date: '2024-01-10', issuer: 'Bộ Minh họa', subject: 'Văn bản của kỳ (minh họa)', files: [] },
    });
    const notice = () => ({ id: randomUUID(), kind: 'announcement', item: null, text: 'Thông báo (minh họa)' });
    const [guidance, announced] = [document('guidance'), notice()];
    for (const [url, body] of [['/documents', guidance] as const, ['/notices', announced] as const]) expect((await asDung('POST', url, body)).status).toBe(201);
    const wanted = asks();
    await asDung('POST', '/requests', wanted);
    await as(oanh, 'POST', `/requests/${wanted.id}/decision`, { decision: 'carriedOut', told: OPEN });
    const tried = [
      ['/documents', document('plan')],
      ['/documents', document('guidance')],
      [`/documents/${guidance.id}/versions`, { version: 1, number: '78', date: '2024-01-10', issuer: 'Bộ Minh họa', subject: 'Sửa', files: [] }],
      [`/documents/${guidance.id}/withdrawal`, undefined],
      ['/notices', notice()],
      [`/notices/${announced.id}/withdrawal`, undefined],
    ] as const;
    for (const [url, body] of tried) expect((await asDung('POST', url, body)).body, url).toMatchObject({ code: 'notNow', state: 'closed' });
    // What was published before is answered as it was.
    expect((await asDung('POST', '/notices', announced)).status).toBe(201);
    const results = document('decision');
    expect((await asDung('POST', '/documents', results)).status).toBe(201);
    expect((await asDung('POST', `/documents/${results.id}/withdrawal`)).body.code).toBe('notNow');
  });

  it('tells whoever runs the round how far the computation of its result has come, as long as that goes on', async () => {
    const tell = (who: Person, computed: number) =>
      inTransactionAs(server.context, who.account, server.clock.now(), (db) => tellClosingProgress(db, round, { computed, bodies: 2 }, server.clock.now()));
    expect((await closing()).computing).toBeNull();
    await tell(world.people.dung, 1);
    expect((await closing(oanh)).computing).toEqual({ computed: 1, bodies: 2 });
    await expect(tell(world.people.an, 0)).rejects.toThrow(/row-level security/);
    server.clock.pass(61_000);
    expect((await closing()).computing).toBeNull();

    const request = asks();
    await asDung('POST', '/requests', request);
    const decided = await as(oanh, 'POST', `/requests/${request.id}/decision`, { decision: 'carriedOut', told: OPEN });
    expect(decided.status, JSON.stringify(decided.body)).toBe(200);
    const { rows } = await server.owner.query('SELECT computed, bodies FROM closing_progress WHERE round_id = $1', [round]);
    expect(rows).toEqual([{ computed: 2, bodies: 2 }]);
    expect((await closing()).computing).toBeNull();
  });

  it('is undone by two persons until it is published, and not after', async () => {
    const both = async (kind: string, told: string[] = []) => {
      const wanted = asks({ kind, told });
      const asked = await asDung('POST', '/requests', wanted);
      if (asked.status !== 201) return asked;
      return as(oanh, 'POST', `/requests/${wanted.id}/decision`, { decision: 'carriedOut', told });
    };
    await both('close', OPEN);
    expect(await closing()).toMatchObject({ possible: 'undoClosing', open: OPEN.map((code) => ({ code })) });
    // What it opens again is told as what closing leaves open is: to whoever asks, and to whoever decides.
    const untold = await both('undoClosing');
    expect([untold.body.code, codesOf(untold.body.consequences)]).toEqual(['consequencesUntold', OPEN]);
    expect((await both('undoClosing', OPEN)).body.decided.decision).toBe('carriedOut');
    expect((await asDung('GET', '')).body).toMatchObject({ state: 'open', closedAt: null });
    await both('close', OPEN);
    await setClock('2024-04-01T02:00:00Z');
    expect((await closing()).possible).toBe(null);
    expect((await both('undoClosing', OPEN)).body).toMatchObject({ code: 'notNow' });
  });

  it('a request is refused with a reason, withdrawn by who asked, and lapses; an administrator decides only where there is no other owner', async () => {
    const first = asks();
    await asDung('POST', '/requests', first);
    const refused = await as(oanh, 'POST', `/requests/${first.id}/decision`, { decision: 'refused', note: 'Còn cơ quan chưa gửi (minh họa)' });
    expect(refused.body.decided).toMatchObject({ decision: 'refused', note: 'Còn cơ quan chưa gửi (minh họa)' });
    const second = asks();
    await asDung('POST', '/requests', second);
    expect((await as(oanh, 'POST', `/requests/${second.id}/stop`, {})).status).toBe(403);
    expect((await asDung('POST', `/requests/${second.id}/stop`, {})).body.decided.decision).toBe('stopped');
    const third = asks();
    await asDung('POST', '/requests', third);
    await setClock('2024-01-17T02:00:00.001Z');
    expect((await as(oanh, 'POST', `/requests/${third.id}/decision`, { decision: 'carriedOut', told: OPEN })).body.code).toBe('notNow');

    const fourth = asks();
    await asDung('POST', '/requests', fourth);
    await server.owner.query(`UPDATE credential SET password_hash = NULL WHERE account_id = $1`, [oanh.account]);
    const byAdministrator = await as(world.people.lan, 'POST', `/requests/${fourth.id}/decision`, { decision: 'carriedOut', told: OPEN });
    expect(byAdministrator.body).toMatchObject({ decided: { decision: 'carriedOut', by: { name: 'Bùi Thị Lan' } } });
    await server.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [oanh.account]);
  });

  it('stands on the home of whoever may decide it, with who asks, why and until when, and reaches them by mail at once', async () => {
    const waiting = async (who: Person) =>
      (await ask(server, who, 'GET', '/api/work')).body.tasks.filter(
        ({ kind, ...task }: { kind: string; round: { id: string } | null }) => kind === 'roundRequest' && task.round?.id === round,
      );
    const remind = async () => {
      await inBackground(server.owner, 'BEGIN', async (db) => {
        await sql`UPDATE mail SET day = day - 9 WHERE kind = 'reminders'`.execute(db);
      });
      const jobs = connectPool(server.urls.jobs, 1);
      await remindOnce(jobs, server.clock.now()).finally(() => jobs.end());
    };
    const told = async (who: Person) =>
      (await ask(server, who, 'GET', '/api/me/reminders')).body.items.filter(
        ({ kind, about }: { kind: string; about: { id: string } }) => kind !== 'returned' && about.id === round,
      );
    expect(await waiting(oanh)).toEqual([]);
    const wanted = asks();
    await asDung('POST', '/requests', wanted);
    const earlier = round;
    await setClock('2024-01-10T03:00:00Z');
    expect(await waiting(oanh)).toMatchObject([
      {
        ...{ round: { id: earlier, title: `Kỳ ${earlier}` }, request: 'close', closes: '2024-01-17T02:00:00.000Z', count: 1 },
        first: [{ text: wanted.reason, by: 'Phạm Văn Dũng', at: '2024-01-10T02:00:00.000Z' }],
      },
    ]);
    for (const who of [world.people.dung, world.people.lan, world.people.an]) expect(await waiting(who)).toEqual([]);

    await remind();
    const mine = (await told(oanh)).filter(({ kind }: { kind: string }) => kind === 'toDecide');
    expect(mine).toMatchObject([
      {
        step: null,
        text: `Đề nghị đóng kỳ của Phạm Văn Dũng (Kỳ ${earlier}) chờ Ông/Bà quyết định, hạn: 09 giờ 00 ngày 17/01/2024. Lý do: ${wanted.reason}`,
      },
    ]);
    for (const who of [world.people.dung, world.people.lan]) expect((await told(who)).filter(({ kind }: { kind: string }) => kind === 'toDecide')).toEqual([]);
    // On the day on which it lapses it is told once more; once it is decided, never.
    await setClock('2024-01-17T01:30:00Z');
    await remind();
    expect((await told(oanh)).map(({ kind }: { kind: string }) => kind)).toContain('lastDay');
    await as(oanh, 'POST', `/requests/${wanted.id}/decision`, { decision: 'refused', note: 'Còn sớm (minh họa)' });
    expect(await waiting(oanh)).toEqual([]);
    // Whoever asked is told at once.
    await remind();
    expect((await told(world.people.dung)).find(({ kind }: { kind: string }) => kind === 'decided')).toMatchObject({
      text: `Đề nghị đóng kỳ của Ông/Bà (Kỳ ${earlier}) không được Mai Thị Oanh chấp thuận. Lý do: Còn sớm (minh họa)`,
    });

    // Where the owner has nobody else, an administrator of the whole installation is who is told, of a closed round too.
    await server.owner.query(`UPDATE credential SET password_hash = NULL WHERE account_id = $1`, [oanh.account]);
    await asDung('POST', '/requests', asks());
    expect(await waiting(world.people.lan)).toHaveLength(1);
    await remind();
    expect((await told(world.people.lan)).map(({ kind }: { kind: string }) => kind)).toContain('toDecide');
    await server.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [oanh.account]);
  });

  it('the database itself lets the program close nothing that one person asked for', async () => {
    const close = (who: Person) =>
      inTransactionAs(server.context, who.account, server.clock.now(), (db) => sql`UPDATE round SET state = 'closed' WHERE id = ${round}`.execute(db));
    await expect(close(world.people.dung)).rejects.toThrow(/takes two persons/);
    const wanted = asks();
    await asDung('POST', '/requests', wanted);
    const decide = (who: Person) =>
      inTransactionAs(server.context, who.account, server.clock.now(), (db) =>
        sql`SELECT app.decide_round_request(${wanted.id}, ${who.membership}, 'carriedOut', NULL)`.execute(db),
      );
    for (const who of [world.people.dung, world.people.lan, world.people.an, world.people.hanh])
      await expect(decide(who)).rejects.toThrow(/not decided by whoever asks/);
    // A request waits for seven days and no longer, whatever the program says.
    await asDung('POST', `/requests/${wanted.id}/stop`, {});
    const askFor = (days: number) =>
      inTransactionAs(server.context, world.people.dung.account, server.clock.now(), (db) =>
        sql`INSERT INTO round_request (id, round_id, kind, told, reason, asked_by, asked_office, asked_at, lapses_at)
          VALUES (${randomUUID()}, ${round}, 'close', '[]', 'x', ${world.people.dung.account}, ${world.people.dung.membership}, app.moment(), app.moment() + make_interval(days => ${days}))`.execute(
          db,
        ),
      );
    for (const days of [6, 8, 3650]) await expect(askFor(days)).rejects.toThrow(/row-level security/);
  });
});

describe('[F35] [F36] what a change of a round that runs brings with it is told before it is done', () => {
  it('a deadline that comes earlier, steps out of order, an extension and an exclusion without their decision', async () => {
    const { version } = (await asDung('GET', '')).body.steps.find(({ step }: { step: string }) => step === 'selfAssessment');
    const earlier = { version, closes: '2024-01-20T00:00:00+07:00' };
    const untold = await asDung('PATCH', '/steps/selfAssessment', earlier);
    expect(untold.body).toMatchObject({ code: 'consequencesUntold', consequences: [{ code: 'deadlineEarlier', about: ['selfAssessment'] }] });
    expect(untold.body.consequences[0].text).toContain('hết ngày 19/01/2024 thay vì hết ngày 31/01/2024, các cơ quan mất 12 ngày');
    expect((await asDung('PATCH', '/steps/selfAssessment', { ...earlier, told: ['deadlineEarlier'] })).status).toBe(200);

    const { version: seen, steps } = (await asDung('GET', '')).body;
    const moved = steps.map(({ step, opens, closes }: { step: string; opens: string; closes: string }) =>
      step === 'publication' ? { step, opens: '2024-02-10T00:00:00+07:00', closes } : { step, opens, closes },
    );
    const out = await asDung('PUT', '/steps', { version: seen, steps: moved });
    expect(codesOf(out.body.consequences)).toEqual(['stepsOutOfOrder']);
    expect((await asDung('PUT', '/steps', { version: seen, steps: moved, told: ['stepsOutOfOrder'] })).status).toBe(200);

    const decision = {
      id: randomUUID(),
      kind: 'decision',
      number: '05/BMH-CCHC',
      date: '2024-01-09',
      issuer: 'Bộ Minh họa',
      subject: 'Gia hạn (minh họa)',
      files: [],
    };
    const extension = {
      ...{ id: randomUUID(), step: 'selfAssessment', until: '2024-02-05T17:00:00+07:00', reason: 'Mất điện diện rộng (minh họa)' },
      document: { number: decision.number, date: decision.date },
    };
    expect(codesOf((await asDung('POST', '/extensions', extension)).body.consequences)).toEqual(['extensionWithoutDecision']);
    expect((await asDung('POST', '/extensions', { ...extension, decision: decision.id })).body.faults[0]).toMatchObject({
      code: 'unknownId',
      path: '/decision',
    });
    await asDung('POST', '/documents', decision);
    expect(
      (await asDung('POST', '/extensions', { ...extension, document: { number: 'khác', date: decision.date }, decision: decision.id })).body.faults[0].path,
    ).toBe('/decision');
    expect((await asDung('POST', '/extensions', { ...extension, decision: decision.id })).body).toMatchObject({ decision: decision.id });

    const exclusion = { body: 'tinh-minh-hoa-02', item: '2.1', legalBasis: 'Công văn (minh họa)' };
    const excluding = async (more: object, told: object = {}) =>
      asDung('PUT', '/exclusions', { version: (await asDung('GET', '')).body.version, exclusions: [{ ...exclusion, ...more }], ...told });
    expect(codesOf((await excluding({})).body.consequences)).toEqual(['exclusionWithoutDecision']);
    expect((await excluding({ decision: decision.id })).body.exclusions).toEqual([{ ...exclusion, decision: decision.id }]);
    // What rests on a decision keeps it: it is not withdrawn, and an exclusion loses it knowingly alone.
    const withdrawal = () => asDung('POST', `/documents/${decision.id}/withdrawal`);
    expect((await withdrawal()).body).toMatchObject({ code: 'notNow', extensions: 1, exclusions: 1 });
    expect(codesOf((await excluding({ decision: null })).body.consequences)).toEqual(['exclusionWithoutDecision']);
    expect((await excluding({ decision: null }, { told: ['exclusionWithoutDecision'] })).status).toBe(200);
    expect((await withdrawal()).body.detail).toContain('1 lần gia hạn đang căn cứ vào nó');
  });

  it('steps that are removed, and one that opens later and is shorter', async () => {
    const { version, steps } = (await asDung('GET', '')).body;
    const shorter = { version: steps[1].version, opens: '2024-02-29T23:59:00+07:00' };
    const untold = await asDung('PATCH', '/steps/appraisal', shorter);
    expect(untold.body).toMatchObject({ code: 'consequencesUntold', consequences: [{ code: 'stepsShortened', about: ['appraisal'] }] });
    expect(untold.body.consequences[0].text).toContain('từ 23 giờ 59 ngày 29/02/2024, còn 1 phút thay vì 29 ngày');
    const only = { version, steps: steps.slice(0, 1).map(({ step, opens, closes }: Record<string, string>) => ({ step, opens, closes })) };
    const removing = await asDung('PUT', '/steps', only);
    expect(removing.body).toMatchObject({ code: 'consequencesUntold', consequences: [{ code: 'stepsRemoved', about: ['appraisal', 'publication'] }] });
    expect((await asDung('GET', '')).body.steps).toEqual(steps);
    expect((await asDung('PUT', '/steps', { ...only, told: ['stepsRemoved'] })).body.steps).toHaveLength(1);
  });

  it('[F95] the trail tells each act, and the check of all that is kept finds nothing wrong', async () => {
    const { rows } = await server.owner.query(`SELECT DISTINCT act FROM audit WHERE act ~ '^round\\.(ask|undo|close|refuse|stop)' ORDER BY act`);
    expect(rows.map(({ act }) => act)).toEqual([
      'round.askClosing',
      'round.askUndoClosing',
      'round.close',
      'round.refuseRequest',
      'round.stopRequest',
      'round.undoClosing',
    ]);
    await sealAll(server);
    const found: unknown[] = [];
    await verifyDatabase(server.urls.owner, {}, { found: (finding) => found.push(finding), purged: () => {} });
    expect(found).toEqual([]);
    expect(server.logged).toEqual([]);
  });
});
