import { randomUUID } from 'node:crypto';
import { allContracts } from '@parindex/core/contracts/all-contracts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAuditedTables } from '../../../audit/record-audited-tables.ts';
import { sealAll } from '../../../audit/testing/seal-all.ts';
import { inBackground } from '../../../db/background.ts';
import { inTransactionAs } from '../../../db/transaction.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type PersonName, type World } from '../../../testing/world.ts';
import { verifyDatabase } from '../../audit-trail/verify.ts';

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const THREADS = `${SHEET}/threads`;
const THREADS_ROUTE = '/api/rounds/{round}/sheets/{body}/threads';
const BEFORE_APPRAISAL = '2023-01-15T02:00:00Z';
const APPRAISAL = '2023-02-10T02:00:00Z';

/** Everybody outside the province: the ministry, another province, whoever runs the installation. */
const OUTSIDE = ['chi', 'dung', 'giang', 'hanh', 'khanh', 'lan', 'minh'] as const satisfies readonly PersonName[];

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer(BEFORE_APPRAISAL);
  world = await makeWorld(server);
  await inBackground(server.owner, 'BEGIN', (db) => recordAuditedTables({ db, account: null, membership: null, receivedAt: server.clock.now() }));
});
afterAll(() => server.close());

const as = (person: PersonName, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown, headers?: Record<string, string>) =>
  ask(server, world.people[person], method, url, body, headers);
const comment = (text: string, ...mentions: PersonName[]) => ({ id: randomUUID(), text, mentions: mentions.map((name) => world.people[name].account) });
const thread = (kind: 'internal' | 'shared', first: ReturnType<typeof comment>, item = '1.1') => ({ id: randomUUID(), item, kind, comment: first });
const at = async (person: PersonName, item = '1.1') => (await as(person, 'GET', `${THREADS}?item=${item}`)).body.items;
const namesMentioned = async (person: PersonName) =>
  // biome-ignore lint/suspicious/noExplicitAny: an answer of the API.
  (await as(person, 'GET', '/api/me/mentions')).body.items.map(({ text, item, kind }: any) => [kind, item, text]);

describe('[F46] comments within a body', () => {
  it('An asks Bình by name; Bình finds it, answers, and it is resolved and opened again by the version that was seen', async () => {
    const begun = thread('internal', comment('Số liệu dòng 3\nlấy ở đâu?', 'binh'));
    const written = await as('an', 'POST', THREADS, begun);
    expect(written.status).toBe(201);
    expect(written.headers['etag']).toBe('"1"');
    expect(written.body).toMatchObject({
      item: '1.1',
      kind: 'internal',
      resolved: null,
      comments: [
        {
          author: { name: 'Nguyễn Văn An' },
          role: 'clerk',
          office: { name: 'Tỉnh Minh họa 01' },
          text: 'Số liệu dòng 3\nlấy ở đâu?',
          mentions: [{ name: 'Trần Thị Bình' }],
        },
      ],
    });
    expect(await namesMentioned('binh')).toEqual([['internal', '1.1', 'Số liệu dòng 3\nlấy ở đâu?']]);
    expect(await namesMentioned('an')).toEqual([]);

    server.clock.pass(1_000);
    expect((await as('binh', 'POST', `${THREADS}/${begun.id}/comments`, comment('Báo cáo 12/BC-MH, trang 3.'))).status).toBe(201);
    // Whoever has answered is waited for no longer.
    expect(await namesMentioned('binh')).toEqual([]);
    const state = `${THREADS}/${begun.id}/state`;
    const resolved = await as('binh', 'PUT', state, { state: 'resolved', version: 1 });
    expect(resolved.body).toMatchObject({ version: 2, resolved: { by: { name: 'Trần Thị Bình' } } });
    expect((await as('an', 'GET', `${SHEET}/thread-counts`)).body.items).toEqual([{ item: '1.1', internal: { open: 0, all: 1 }, shared: { open: 0, all: 0 } }]);
    expect((await as('an', 'POST', `${THREADS}/${begun.id}/comments`, comment('Khi đã xong'))).body.code).toBe('notNow');
    const stale = await as('an', 'PUT', state, { state: 'open', version: 1 });
    expect([stale.status, stale.body.code, stale.body.current.version]).toEqual([409, 'staleVersion', 2]);
    expect((await as('an', 'PUT', state, { state: 'open' }, { 'if-match': '"2"' })).body).toMatchObject({ version: 3, resolved: null });
    expect((await at('an'))[0].comments.map(({ text }: { text: string }) => text)).toEqual(['Số liệu dòng 3\nlấy ở đâu?', 'Báo cáo 12/BC-MH, trang 3.']);
  });

  it('what comes twice is kept once, in one form of Unicode; something else under the same id is refused', async () => {
    const begun = thread('internal', comment('Te\u0302n co\u031B quan', 'binh'), '1.2');
    const first = await as('an', 'POST', THREADS, begun);
    expect(first.body.comments[0].text).toBe('Tên cơ quan'.normalize('NFC'));
    expect((await as('an', 'POST', THREADS, begun)).body).toEqual(first.body);
    for (const other of [
      { ...begun, comment: { ...begun.comment, mentions: [] } },
      { ...begun, item: '1.3.1' },
      { ...begun, kind: 'shared' },
      { ...begun, id: randomUUID() },
    ])
      expect((await as('an', 'POST', THREADS, other)).body.code).toBe('idReused');
    expect((await as('binh', 'POST', THREADS, begun)).body.code).toBe('idReused');

    const reply = comment('Đã sửa.');
    const replies = await Promise.all([1, 2, 3].map(() => as('binh', 'POST', `${THREADS}/${begun.id}/comments`, reply)));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await at('an', '1.2'))[0].comments).toHaveLength(2);
  });

  it('tells all that is wrong at once: no such item, a text that is too long, and people who take no part', async () => {
    const wrong = thread('internal', comment('x'.repeat(5_001), 'binh', 'dung', 'minh'), '99.9');
    const { status, body } = await as('an', 'POST', THREADS, wrong);
    expect(status).toBe(422);
    expect(body.faults.map(({ code, path }: { code: string; path: string }) => `${code} ${path}`).toSorted()).toEqual([
      'textTooLong /comment/text',
      'unknownId /comment/mentions/1',
      'unknownId /comment/mentions/2',
      'unknownId /item',
    ]);
    expect((await as('an', 'POST', THREADS, thread('internal', comment(' \n ')))).body.faults[0].code).toBe('emptyText');
  });

  it('its author alone takes a comment back: who and when stay, the text and whom it named are gone', async () => {
    const begun = thread('internal', comment('Nhầm tiêu chí', 'binh'), '1.3.1');
    await as('an', 'POST', THREADS, begun);
    const withdrawal = `${THREADS}/${begun.id}/comments/${begun.comment.id}/withdrawal`;
    expect((await as('binh', 'POST', withdrawal)).status).toBe(403);
    const withdrawn = await as('an', 'POST', withdrawal);
    expect(withdrawn.body.comments[0]).toMatchObject({
      author: { name: 'Nguyễn Văn An' },
      text: null,
      mentions: [],
      withdrawnAt: BEFORE_APPRAISAL.replace('Z', '.000Z').replace('00.000', '01.000'),
    });
    expect((await as('an', 'POST', withdrawal)).body).toEqual(withdrawn.body);
    expect(await namesMentioned('binh')).not.toContainEqual(['internal', '1.3.1', 'Nhầm tiêu chí']);
    await expect(server.owner.query('UPDATE comment SET withdrawn_at = NULL WHERE id = $1', [begun.comment.id])).rejects.toThrow(/kept as they were written/);
    await expect(server.owner.query('DELETE FROM comment WHERE id = $1', [begun.comment.id])).rejects.toThrow(/kept as they were written/);
  });
});

describe('[F46] [F94] the wall before internal comments', () => {
  const SECRET = 'Bí mật nội bộ minh họa';
  /** What some addresses have to be asked, by how they end. */
  const QUERIES: Readonly<Record<string, string>> = {
    threads: '?item=1.4.1',
    'thread-people': '?kind=shared',
    search: '?q=bi+mat',
    evidence: '?q=bi+mat',
    events: '?seconds=0',
  };
  const inner = () => thread('internal', comment(`${SECRET}: chưa có văn bản`, 'binh'), '1.4.1');
  let marks: string[];
  let begun: ReturnType<typeof inner>;
  beforeAll(async () => {
    begun = inner();
    expect((await as('an', 'POST', THREADS, begun)).status).toBe(201);
    // Whom it names still waits to answer.
    await as('an', 'POST', `${THREADS}/${begun.id}/comments`, comment(`${SECRET}: đã hỏi`));
    marks = [SECRET, begun.id, begun.comment.id];
    // Appraisal is open: everybody sees of the sheet what they ever will.
    server.clock.set(APPRAISAL);
  });

  /** Addresses whose answer to somebody has a mark of it. */
  async function leaking(person: PersonName): Promise<string[]> {
    const found: string[] = [];
    for (const { method, url } of allContracts) {
      if (method !== 'GET') continue;
      const filled = url
        .replace('{round}', 'minh-hoa-2022')
        .replace('{body}', 'tinh-minh-hoa-01')
        .replaceAll(/\{\w+\}/g, begun.id);
      const response = await server.app.inject({
        url: filled + (QUERIES[url.split('/').at(-1) as string] ?? ''),
        headers: { cookie: `parindex_session=${world.people[person].token}` },
      });
      if (marks.some((mark) => response.body.includes(mark)) && response.statusCode < 400) found.push(url);
    }
    return found;
  }

  it('whoever asks from outside gets not one byte, count or name of it by any address', async () => {
    for (const person of OUTSIDE) expect([person, await leaking(person)]).toEqual([person, []]);
    // And those for whom it is read it: the walk can fail.
    expect(await leaking('binh')).toEqual([THREADS_ROUTE, '/api/me/mentions', '/api/work']);
    for (const person of ['dung', 'giang', 'hanh', 'khanh'] as const) {
      expect((await as(person, 'GET', `${THREADS}?item=1.4.1`)).body.items).toEqual([]);
      expect((await as(person, 'GET', `${SHEET}/thread-counts`)).body.items).toEqual([]);
      expect((await as(person, 'GET', `${SHEET}/thread-people?kind=internal`)).status).toBe(403);
    }
  });

  it('and nobody outside writes in it, resolves it or takes anything back', async () => {
    for (const person of OUTSIDE) {
      for (const [method, ending, body] of [
        ['POST', 'comments', comment('từ ngoài')],
        ['PUT', 'state', { state: 'resolved', version: 1 }],
        ['POST', `comments/${begun.comment.id}/withdrawal`, undefined],
      ] as const)
        expect([person, ending, [403, 404].includes((await as(person, method, `${THREADS}/${begun.id}/${ending}`, body)).status)]).toEqual([
          person,
          ending,
          true,
        ]);
      expect((await as(person, 'POST', THREADS, thread('internal', comment('từ ngoài')))).status).toBe(403);
    }
  });

  it('the database itself shows nothing of it to them, in no table, and lets them write nothing', async () => {
    const { rows: tables } = await server.owner.query(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND has_table_privilege('parindex_app', oid, 'SELECT')`,
    );
    expect(tables.length).toBeGreaterThan(40);
    const seen = (person: PersonName) =>
      inTransactionAs(server.context, world.people[person].account, server.clock.now(), async (db) => {
        const found: string[] = [];
        for (const { name } of tables) {
          const all = await sql<{ row: string }>`SELECT to_jsonb(t)::text AS row FROM ${sql.table(name)} t`.execute(db);
          if (all.rows.some(({ row }) => marks.some((mark) => row.includes(mark)))) found.push(name);
        }
        return found.toSorted();
      });
    for (const person of OUTSIDE) expect([person, await seen(person)]).toEqual([person, []]);
    expect(await seen('binh')).toEqual(['comment', 'comment_mention', 'comment_thread', 'payload']);
    const { dung, giang } = world.people;
    for (const { account, membership } of [dung, giang]) {
      const write = (statement: ReturnType<typeof sql>) => inTransactionAs(server.context, account, server.clock.now(), (db) => statement.execute(db));
      await expect(
        write(sql`INSERT INTO comment_thread (id, round_id, body_id, item, edition_id, kind, begun_by, begun_at)
          VALUES (${randomUUID()}, 'minh-hoa-2022', 'tinh-minh-hoa-01', '1.4.1', ${world.scheme.id}, 'internal', ${account}, app.moment())`),
      ).rejects.toThrow(/row-level security/);
      await expect(
        write(sql`INSERT INTO comment (id, thread_id, round_id, body_id, kind, number, author, office, written_at, payload_id)
          VALUES (${randomUUID()}, ${begun.id}, 'minh-hoa-2022', 'tinh-minh-hoa-01', 'internal', 9, ${account}, ${membership}, app.moment(), ${randomUUID()})`),
      ).rejects.toThrow(/row-level security/);
      expect(Number((await write(sql`UPDATE comment_thread SET version = 9 WHERE id = ${begun.id}`)).numAffectedRows)).toBe(0);
    }
  });
});

describe('[F46] comments between a body and those who appraise it', () => {
  it('both sides read and write; an appraiser from when appraisal opens; auditors read, and do not write', async () => {
    server.clock.set(BEFORE_APPRAISAL);
    const begun = thread('shared', comment('Đề nghị hướng dẫn cách tính', 'giang'), '1.5');
    expect((await as('an', 'POST', THREADS, begun)).status).toBe(201);
    expect((await as('giang', 'GET', `${THREADS}?item=1.5`)).body.code).toBe('appraisalNotOpen');
    expect(await namesMentioned('giang')).toEqual([]);
    server.clock.set(APPRAISAL);
    expect(await namesMentioned('giang')).toEqual([['shared', '1.5', 'Đề nghị hướng dẫn cách tính']]);
    expect((await as('giang', 'POST', `${THREADS}/${begun.id}/comments`, comment('Theo hướng dẫn, mục 2.', 'an'))).status).toBe(201);
    expect(await namesMentioned('an')).toEqual([['shared', '1.5', 'Theo hướng dẫn, mục 2.']]);
    for (const person of ['an', 'binh', 'dung', 'giang', 'hanh', 'khanh'] as const) expect((await at(person, '1.5'))[0].comments).toHaveLength(2);
    for (const person of ['chi', 'lan', 'minh'] as const) expect((await as(person, 'GET', `${THREADS}?item=1.5`)).status).toBe(403);
    expect((await as('khanh', 'POST', `${THREADS}/${begun.id}/comments`, comment('kiểm toán'))).status).toBe(403);
    expect((await as('giang', 'PUT', `${THREADS}/${begun.id}/state`, { state: 'resolved', version: 1 })).status).toBe(200);
    const people = (await as('giang', 'GET', `${SHEET}/thread-people?kind=shared`)).body.items.map(({ name }: { name: string }) => name);
    expect(people.toSorted()).toEqual(['an', 'binh', 'dung', 'giang', 'hanh'].map((name) => PEOPLE_NAMES[name]).toSorted());
    expect((await as('an', 'GET', `${SHEET}/thread-people?kind=internal`)).body.items.map(({ name }: { name: string }) => name)).toEqual([
      'Nguyễn Văn An',
      'Trần Thị Bình',
    ]);
  });

  it('come in pages, open ones first, each once', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      server.clock.pass(1_000);
      const begun = thread('shared', comment(`Ý kiến ${index}`), '2.1.1');
      ids.unshift(begun.id);
      await as('an', 'POST', THREADS, begun);
    }
    await as('an', 'PUT', `${THREADS}/${ids[0]}/state`, { state: 'resolved', version: 1 });
    const found: string[] = [];
    for (let after = ''; ; ) {
      const { body } = await as('binh', 'GET', `${THREADS}?item=2.1.1&limit=2${after}`);
      found.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(found).toEqual([...ids.slice(1), ids[0]]);
  });

  it('[F95] the trail tells each act without its text, and the check of all that is kept finds nothing wrong', async () => {
    const { rows } = await server.owner.query(`SELECT act, content FROM audit WHERE act LIKE 'comment.%'`);
    expect(new Set(rows.map(({ act }) => act))).toEqual(new Set(['comment.begin', 'comment.reply', 'comment.resolve', 'comment.reopen', 'comment.withdraw']));
    expect(JSON.stringify(rows)).not.toMatch(/Bí mật|hướng dẫn|Ý kiến/);
    await sealAll(server);
    const found: unknown[] = [];
    await verifyDatabase(server.urls.owner, {}, { found: (finding) => found.push(finding), purged: () => {} });
    expect(found).toEqual([]);
    expect(server.logged).toEqual([]);
  });

  it('a closed round is read, and written in no more', async () => {
    await server.owner.query(`UPDATE round SET state = 'closed', closed_at = now()`);
    expect((await as('an', 'POST', THREADS, thread('internal', comment('muộn')))).body.code).toBe('notNow');
    expect((await at('an', '1.5'))[0].comments).toHaveLength(2);
  });
});

const PEOPLE_NAMES: Readonly<Record<string, string>> = {
  an: 'Nguyễn Văn An',
  binh: 'Trần Thị Bình',
  dung: 'Phạm Văn Dũng',
  giang: 'Hoàng Thị Giang',
  hanh: 'Vũ Thị Hạnh',
};
