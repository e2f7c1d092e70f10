import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { itemsOfDomains } from '@parindex/core';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAuditedTables } from '../../../audit/record-audited-tables.ts';
import { sealAll } from '../../../audit/testing/seal-all.ts';
import { recordBackup } from '../../../backup/record.ts';
import { restoreBackup } from '../../../backup/restore.ts';
import { writeBackup } from '../../../backup/write.ts';
import { inBackground } from '../../../db/background.ts';
import { inTransactionAs } from '../../../db/transaction.ts';
import { openFolder } from '../../../storage/folder.ts';
import { previewKey } from '../../../storage/keys.ts';
import type { Storage } from '../../../storage/storage.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type Person, type PersonName, type World } from '../../../testing/world.ts';
import type { Finding, Purged } from '../../audit-trail/findings.ts';
import { verifyDatabase } from '../../audit-trail/verify.ts';
import { eraseGone } from '../../evidence/erase-gone.ts';
import { sweep } from '../../evidence/sweep.ts';
import { pdfOf } from '../../evidence/testing/pdf-of.ts';
import { finishAll, sendPiece, uploadFile, workOf } from '../../evidence/testing/upload-file.ts';

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const OTHER = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-02';
const NOW = '2023-01-15T02:00:00Z';

let server: TestServer;
let world: World;
let work: ReturnType<typeof workOf>;
let folder: string;
let item: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'parindex-erasures-'));
  server = await startTestServer(NOW, 'real', 'parindex_template', { storage: await openFolder(path.join(folder, 'store')) });
  world = await makeWorld(server);
  await inBackground(server.owner, 'BEGIN', (db) => recordAuditedTables({ db, account: null, membership: null, receivedAt: server.clock.now() }));
  work = workOf(server);
  item = itemsOfDomains(world.scheme.domains)[0]?.code as string;
});
afterAll(async () => {
  await work.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const PLAN = ['ỦY BAN NHÂN DÂN', 'TỈNH MINH HỌA 01', 'Số: 77/KH-ZETA', 'Minh Họa, ngày 05 tháng 02 năm 2022', 'KẾ HOẠCH', 'Về việc zetakappa'];
const fileOf = (document: string, sheet = SHEET) => `${sheet}/documents/${document}/versions/1/file`;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const asPerson = (person: PersonName, query: ReturnType<typeof sql>) =>
  inTransactionAs(server.context, world.people[person].account, server.clock.now(), (db) => query.execute(db));

/** Every row of every table that holds a text, whatever its case. */
async function tablesWith(of: TestServer, words: string): Promise<string[]> {
  const { rows } = await of.owner.query<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`);
  const found: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await of.owner.query(`SELECT FROM ${name} t WHERE t::text ILIKE '%' || $1 || '%'`, [words]);
    if (rowCount) found.push(`${name}: ${rowCount}`);
  }
  return found;
}

/** Every file of the store, whatever it is called, that holds these bytes. */
function filesWith(bytes: Buffer): string[] {
  const all = readdirSync(path.join(folder, 'store'), { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, 'store', name));
  return all.filter((file) => statSync(file).isFile() && readFileSync(file).includes(bytes));
}

async function verified(of: TestServer): Promise<{ found: Finding[]; purged: Purged[] }> {
  const [found, purged]: [Finding[], Purged[]] = [[], []];
  await verifyDatabase(of.urls.owner, {}, { found: (finding) => found.push(finding), purged: (one) => purged.push(one) });
  return { found, purged };
}

const removalsOf = (document: string, sheet = SHEET) => `${sheet}/documents/${document}/removals`;
const askRemoval = async (person: Person, document: string, sheet = SHEET, id: string = randomUUID()) => ({
  id,
  ...(await ask(server, person, 'POST', removalsOf(document, sheet), { id, reason: 'Đưa lên nhầm (minh họa)' })),
});
const decide = (person: Person, id: string, decision: string, kind = 'removals', reach?: string) =>
  ask(server, person, 'POST', `/api/${kind}/${id}/decision`, { decision, ...(reach === undefined ? {} : { reach }) });

describe('[F116] an emergency removal', () => {
  const bytes = pdfOf([{ lines: PLAN }, { lines: ['Trang hai: zetakappa theo từng tháng'] }]);
  const hash = sha256(bytes);
  let document: string;
  let elsewhere: string;
  let removal: string;

  beforeAll(async () => {
    const { an, chi } = world.people;
    ({ document } = await uploadFile(server, work, an, SHEET, 'zetakappa.pdf', bytes));
    ({ document: elsewhere } = await uploadFile(server, work, chi, OTHER, 'bản chép zetakappa.pdf', bytes));
    await work.evidence.storage.put(previewKey(hash, 'image.webp'), Buffer.from('xem trước'));
    const facts = { number: '77/KH-ZETA', date: '2022-02-05', issuer: 'UBND', subject: 'Kế hoạch zetakappa', validFrom: null, validTo: null };
    const described = await ask(server, an, 'PATCH', `${SHEET}/documents/${document}/description`, { version: 1, number: 1, facts });
    expect(described.status).toBe(200);
    const { body: sheet } = await ask(server, an, 'GET', SHEET);
    const cite = await ask(server, an, 'POST', `${SHEET}/entries`, { entries: [change({ item }, sheet.seq, { citations: [`${document}/1?pages=1`] })] });
    expect(cite.status).toBe(201);
    await recordBackup(server.urls.owner, { tables: {}, rows: 1, sha256: 'ab'.repeat(32) }, new Date('2023-01-14T02:00:00Z'), []);
    await recordBackup(server.urls.owner, { tables: {}, rows: 1, sha256: 'cd'.repeat(32) }, server.clock.now(), []);
    expect((await tablesWith(server, 'zetakappa')).map((row) => row.split(':')[0]).toSorted()).toEqual(['document_version', 'page_text', 'payload', 'upload']);
    expect(filesWith(bytes)).not.toEqual([]);
  });

  it('is asked for by the body, the owner of the round, an administrator; to others the document is not there', async () => {
    const { chi, giang, khanh, minh } = world.people;
    for (const person of [chi, giang, khanh, minh]) expect((await askRemoval(person, document)).status).toBe(404);
    for (const person of ['an', 'binh', 'dung', 'lan'] as const) {
      const asked = await askRemoval(world.people[person], document);
      expect([person, asked.status]).toEqual([person, 201]);
      const other = person === 'dung' ? 'lan' : 'dung';
      expect((await decide(world.people[other], asked.id, 'refused')).body.decided).toMatchObject({ decision: 'refused' });
    }
    expect((await ask(server, world.people.an, 'GET', fileOf(document))).status).toBe(200);
  });

  it('is not decided by whoever alone gave the asker their role, while another owner or administrator could', async () => {
    const { an, dung, lan } = world.people;
    await server.owner.query('UPDATE membership SET granted_by = $1 WHERE id = $2', [lan.account, an.membership]);
    const asked = await askRemoval(an, document);
    await server.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [dung.account]);
    expect(await decide(lan, asked.id, 'refused')).toMatchObject({ status: 403, body: { detail: expect.stringContaining('do người kia một mình') } });
    // Where nobody else could, the installation is not held up.
    await server.owner.query('UPDATE credential SET password_hash = NULL WHERE account_id = $1', [dung.account]);
    expect((await decide(lan, asked.id, 'refused')).status).toBe(201);
    await server.owner.query('UPDATE membership SET granted_by = NULL WHERE id = $1', [an.membership]);
  });

  it('takes the document out of everybody’s sight in the body’s own libraries from the moment on; whoever else holds the same bytes reads on, and is told', async () => {
    const { an, chi, dung, hanh, lan } = world.people;
    const asked = await askRemoval(an, document);
    removal = asked.id;
    expect(asked.body).toMatchObject({
      kind: 'removal',
      document,
      body: { id: 'tinh-minh-hoa-01' },
      asked: { role: 'clerk' },
      decided: null,
      mayDecide: false,
    });
    expect((await askRemoval(an, document, SHEET, removal)).status).toBe(200);
    expect((await askRemoval(an, elsewhere, SHEET, removal)).status).toBe(404);
    expect((await askRemoval(dung, document)).body).toMatchObject({ code: 'alreadyThere', removal });
    const found = async (person: Person) => (await ask(server, person, 'GET', '/api/rounds/minh-hoa-2022/evidence?q=zetakappa')).body.items;
    for (const person of [an, dung]) {
      expect((await ask(server, person, 'GET', `${SHEET}/documents/${document}`)).body).toMatchObject({ held: true, gone: null, versions: [] });
      expect((await ask(server, person, 'GET', fileOf(document))).body).toMatchObject({ code: 'notReadable', state: 'held' });
      expect((await ask(server, person, 'GET', `${SHEET}/documents/${document}/versions/1/pages`)).status).toBe(409);
    }
    expect(await found(an)).toEqual([]);
    expect(new Set((await found(dung)).map((one: { document: string }) => one.document))).toEqual(new Set([elsewhere]));
    for (const table of ['page_text', 'document_version'])
      expect((await asPerson('hanh', sql`SELECT FROM ${sql.table(table)} WHERE round_id = 'minh-hoa-2022' AND body_id = 'tinh-minh-hoa-01'`)).rows).toEqual([]);
    // One clerk closes no other province's evidence.
    expect((await ask(server, chi, 'GET', fileOf(elsewhere, OTHER))).status).toBe(200);
    expect(await found(chi)).not.toEqual([]);
    const copies = await ask(server, chi, 'GET', '/api/removals/copies');
    expect(copies.body.items.find((one: { becomes: string }) => one.becomes === 'asked')).toMatchObject({
      ...{ removal, document: elsewhere, body: { id: 'tinh-minh-hoa-02' }, decidedAt: null },
    });
    for (const hidden of ['tinh-minh-hoa-01', 'Đưa lên nhầm', document, an.account]) expect(JSON.stringify(copies.body)).not.toContain(hidden);
    for (const person of [an, hanh, world.people.minh]) expect((await ask(server, person, 'GET', '/api/removals/copies')).body.items).toEqual([]);
    expect((await ask(server, hanh, 'GET', '/api/removals')).body.items).toEqual([]);
    expect((await ask(server, an, 'GET', '/api/removals')).body.items).toMatchObject([{ reach: null, reaches: null }]);
    const bodies = [{ id: 'tinh-minh-hoa-01', name: 'Tỉnh Minh họa 01' }];
    const both = [...bodies, { id: 'tinh-minh-hoa-02', name: 'Tỉnh Minh họa 02' }];
    for (const person of [dung, lan])
      expect((await ask(server, person, 'GET', '/api/removals')).body.items[0].reaches).toEqual({
        choices: [
          { reach: 'body', documents: 1, libraries: 1, bodies },
          { reach: 'all', documents: 2, libraries: 2, bodies: both },
        ],
        beyond: 0,
      });
    expect((await ask(server, chi, 'GET', '/api/removals')).body.items).toEqual([]);
    for (const person of [dung, lan]) expect((await ask(server, person, 'GET', '/api/removals')).body.items).toMatchObject([{ id: removal, mayDecide: true }]);
    expect((await ask(server, an, 'GET', `/api/removals/${removal}/record`)).body.code).toBe('notNow');
    const { body: sheet } = await ask(server, an, 'GET', SHEET);
    const cite = change({ item: itemsOfDomains(world.scheme.domains)[1]?.code as string }, sheet.seq, { citations: [`${document}/1`] });
    expect((await ask(server, an, 'POST', `${SHEET}/entries`, { entries: [cite] })).body.faults).toMatchObject([{ code: 'unknownId' }]);
  });

  it('is decided by another person than asked, above the body, and by nobody in SQL either', async () => {
    const { an, binh, chi, giang } = world.people;
    for (const person of [an, binh]) expect((await decide(person, removal, 'carriedOut')).status).toBe(403);
    for (const person of [chi, giang]) expect((await decide(person, removal, 'carriedOut')).status).toBe(404);
    const decideBySql = (office: string | undefined) => sql`SELECT app.decide_erasure(${removal}, ${office}, 'carriedOut', NULL, '{}', 'all')`;
    const refused = /is not decided by whoever asks|permission denied/;
    await expect(asPerson('an', decideBySql(an.membership))).rejects.toThrow(refused);
    await expect(asPerson('binh', decideBySql(world.people.dung.membership))).rejects.toThrow(refused);
    await expect(asPerson('hanh', decideBySql(world.people.hanh.membership))).rejects.toThrow(refused);
    // Whoever may decide must tell all that goes.
    await expect(asPerson('dung', decideBySql(world.people.dung.membership))).rejects.toThrow(/do not name what goes/);
    await expect(asPerson('dung', sql`SELECT app.erase(${removal}, 'removed', ARRAY[${document}]::uuid[], 'all')`)).rejects.toThrow(/permission denied/);
    for (const statement of [
      sql`UPDATE document SET gone_at = now(), gone_for = 'removed'`,
      sql`DELETE FROM page_text`,
      sql`UPDATE payload SET content = NULL`,
      sql`UPDATE content SET gone_for = 'removed', gone_at = now()`,
      sql`UPDATE erasure SET decision = 'carriedOut'`,
      sql`UPDATE upload SET file_name = '—'`,
    ])
      await expect(asPerson('dung', statement)).rejects.toThrow(/permission denied/);
    // In another's name, or decided from the start.
    const insert = (asker: Person, more = '') =>
      sql`INSERT INTO erasure (id, kind, round_id, body_id, documents, reason, asked_by, asked_office, asked_at ${sql.raw(more === '' ? '' : ', decision')})
        VALUES (${randomUUID()}, 'removal', 'minh-hoa-2022', 'tinh-minh-hoa-02', ARRAY[${elsewhere}]::uuid[], 'x', ${asker.account}, ${asker.membership}, ${server.clock.now()} ${sql.raw(more)})`;
    await expect(asPerson('dung', insert(world.people.lan))).rejects.toThrow(/row-level security/);
    await expect(asPerson('an', insert(an))).rejects.toThrow(/row-level security/);
    await expect(asPerson('dung', insert(world.people.dung, `, 'carriedOut'`))).rejects.toThrow(/permission denied/);
    expect((await tablesWith(server, 'zetakappa')).length).toBeGreaterThan(0);
  });

  it('leaves no word in any table, in any library, and no byte in the store, though the process died between the two', async () => {
    const { an, chi, dung, lan } = world.people;
    const carried = await decide(dung, removal, 'carriedOut', 'removals', 'all');
    expect(carried.status).toBe(201);
    expect((await ask(server, chi, 'GET', '/api/removals/copies')).body.items).toContainEqual(expect.objectContaining({ removal, becomes: 'removed' }));
    expect(carried.body.reach).toBe('all');
    expect(carried.body.record).toMatchObject({
      documents: [
        { document, versions: [{ number: 1, sha256: hash, bytes: bytes.length, docNumber: null }], cited: [{ kind: 'item', target: item }] },
        { document: elsewhere, body: { id: 'tinh-minh-hoa-02' }, cited: [] },
      ],
      backups: [{ sha256: 'cd'.repeat(32) }],
      elsewhere: 0,
    });
    expect(await tablesWith(server, 'zetakappa')).toEqual([]);
    expect(await tablesWith(server, '77/KH-ZETA')).toEqual([]);
    // The same again answers the same; another decision comes too late, whoever makes it.
    expect((await decide(dung, removal, 'carriedOut', 'removals', 'all')).status).toBe(200);
    for (const [person, decision] of [
      [dung, 'refused'],
      [lan, 'carriedOut'],
    ] as const)
      expect((await decide(person, removal, decision)).body.code).toBe('notNow');
    // Nothing has worked beside the requests yet: as after a kill.
    expect(filesWith(bytes)).not.toEqual([]);
    expect(await sweep(work)).toMatchObject({ erased: 1 });
    for (const gone of [bytes, Buffer.from('xem trước')]) expect(filesWith(gone)).toEqual([]);
    expect(await sweep(work)).toMatchObject({ erased: 0 });
    for (const [person, id, sheet] of [
      [an, document, SHEET],
      [chi, elsewhere, OTHER],
    ] as const)
      expect((await ask(server, person, 'GET', `${sheet}/documents/${id}`)).body).toMatchObject({
        held: false,
        gone: { why: 'removed' },
        versions: [
          { number: 1, file: { name: '—', sha256: hash, bytes: bytes.length, state: 'gone' }, facts: { number: null, subject: null }, proposed: null },
        ],
      });
    const late = await ask(server, an, 'PATCH', `${SHEET}/documents/${document}/description`, {
      ...{ version: 3, number: 1 },
      facts: { number: '1', date: null, issuer: null, subject: null, validFrom: null, validTo: null },
    });
    expect(late.body.code).toBe('notNow');
    expect((await ask(server, an, 'POST', `${SHEET}/uploads`, { id: randomUUID(), document, name: 'x.pdf', bytes: 9, notSecret: true })).body.code).toBe(
      'faulty',
    );
    await expect(asPerson('an', sql`UPDATE document_version SET subject = 'lại' WHERE document_id = ${document}`)).rejects.toThrow(/is gone/);
    expect((await askRemoval(an, document)).body.code).toBe('notNow');
  });

  it('leaves the trail whole, which says by which acts its texts were purged', async () => {
    await sealAll(server);
    const { found, purged } = await verified(server);
    expect(found).toEqual([]);
    const { rows } = await server.owner.query(`SELECT n FROM audit WHERE act = 'payload.purge' AND subject = $1 AND actor = $2`, [
      `removal:${removal}`,
      world.people.dung.account,
    ]);
    expect(rows).toHaveLength(1);
    // Two documents added, one described.
    expect(purged.map(({ act }) => act)).toEqual(Array(3).fill(rows[0].n));
  });

  it('is printed as an official record: who, when, why, hash and size; each reader learns of their own libraries alone', async () => {
    const print = async (person: Person) => String((await ask(server, person, 'GET', `/api/removals/${removal}/record`)).body);
    const page = await print(world.people.dung);
    for (const text of [
      'BIÊN BẢN GỠ BỎ KHẨN CẤP TÀI LIỆU',
      'Nguyễn Văn An',
      'Phạm Văn Dũng',
      'Đưa lên nhầm (minh họa)',
      hash,
      String(bytes.length),
      `${document}/1?pages=1`,
    ])
      expect(page).toContain(text);
    expect(page).toContain('cd'.repeat(32));
    expect(page).not.toContain('ab'.repeat(32));
    for (const text of ['zetakappa', 'ZETA']) expect(page).not.toContain(text);
    expect(page).toContain('Tỉnh Minh họa 02');
    const own = await print(world.people.an);
    expect(own).not.toContain('Tỉnh Minh họa 02');
    expect(own).toContain('còn 1 tài liệu cùng nội dung trong kho khác');
    expect((await ask(server, world.people.chi, 'GET', `/api/removals/${removal}/record`)).status).toBe(404);
    expect((await ask(server, world.people.lan, 'GET', '/api/removals?state=decided')).body.items.length).toBe(6);
  });

  it('holds for ever: the same bytes do not come in again, under no name', async () => {
    const again = await uploadFile(server, work, world.people.chi, OTHER, 'ten-khac.pdf', bytes);
    expect(again).toMatchObject({ state: 'refused', refusal: { code: 'removedBefore' } });
    await sweep(work);
    expect(filesWith(bytes)).toEqual([]);
    const jobs = new pg.Client({ connectionString: server.urls.jobs });
    await jobs.connect();
    try {
      const raise = jobs.query(`UPDATE content SET gone_at = NULL, gone_for = NULL, erased_at = NULL WHERE sha256 = decode($1, 'hex')`, [hash]);
      await expect(raise).rejects.toThrow(/do not come back/);
      await expect(jobs.query(`UPDATE content SET gone_at = now(), gone_for = 'purged' WHERE gone_at IS NULL`)).resolves.toMatchObject({ rowCount: 0 });
    } finally {
      await jobs.end();
    }
  });

  it('comes through backup and restore: gone there too, the trail whole', async () => {
    const file = path.join(folder, 'after.parindex');
    await writeBackup(server.urls.owner, file, server.clock.now(), []);
    const there = await startTestServer(NOW);
    try {
      await restoreBackup({ ownerUrl: there.urls.owner, file, kind: 'real', moment: there.clock.now() });
      expect((await verified(there)).found).toEqual([]);
      const count = async ({ owner }: TestServer) =>
        (await owner.query(`SELECT (SELECT count(*) FROM document WHERE gone_for = 'removed')::int AS gone, (SELECT count(*) FROM erasure)::int AS erasures`))
          .rows[0];
      expect(await count(there)).toEqual(await count(server));
      expect(await count(there)).toEqual({ gone: 2, erasures: 6 });
    } finally {
      await there.close();
    }
  });

  it('gives up what is still on its way into the document: the upload and the job that would check it', async () => {
    const { an, lan } = world.people;
    const { document } = await uploadFile(server, work, an, SHEET, 'etatheta.pdf', pdfOf([{ lines: [...PLAN, 'etatheta'] }]));
    const upload = randomUUID();
    const begun = await ask(server, an, 'POST', `${SHEET}/uploads`, { id: upload, document, name: 'etatheta bản sau.pdf', bytes: 9, notSecret: true });
    expect(begun.status).toBe(201);
    const { id } = await askRemoval(an, document);
    expect((await decide(lan, id, 'carriedOut')).status).toBe(201);
    const { rows } = await server.owner.query(
      'SELECT u.state AS upload, j.state AS job, j.ended_at IS NULL AS waits FROM upload u JOIN job j USING (id) WHERE id = $1',
      [upload],
    );
    expect(rows).toEqual([{ upload: 'cancelled', job: 'cancelled', waits: false }]);
  });

  it.each([
    ['goes on', false, false],
    ['is killed there', true, false],
    ['is killed there, and the store emptied again', true, true],
  ])('meets the same bytes on their way: they are refused, and go from the store; the process %s', async (what, killed, emptied) => {
    const { an, chi, lan } = world.people;
    const second = pdfOf([{ lines: [...PLAN, `lần hai, thetasigma, ${what}`] }]);
    const { document } = await uploadFile(server, work, an, SHEET, 'thetasigma.pdf', second);
    const { id } = await askRemoval(an, document);
    const upload = randomUUID();
    await ask(server, chi, 'POST', `${OTHER}/uploads`, { id: upload, document: randomUUID(), name: 'thetasigma.pdf', bytes: second.length, notSecret: true });
    await sendPiece(server, chi, upload, 0, second);
    // The removal is carried out, and the store emptied, just when the bytes have been put there.
    const storage: Storage = new Proxy(work.evidence.storage, {
      get(target, key) {
        const found = Reflect.get(target, key);
        if (key !== 'keepArrival') return typeof found === 'function' ? found.bind(target) : found;
        return async (...given: [string, string]) => {
          expect((await decide(lan, id, 'carriedOut')).status).toBe(201);
          await eraseGone(work);
          await target.keepArrival(...given);
          if (killed) throw new Error('killed');
        };
      },
    });
    const first = finishAll({ ...work, evidence: { ...work.evidence, storage } });
    await (killed ? expect(first).rejects.toThrow('killed') : first);
    if (emptied) {
      await server.owner.query('UPDATE content SET erased_at = NULL WHERE gone_at IS NOT NULL');
      await eraseGone(work);
      expect(filesWith(second)).toEqual([]);
    }
    await finishAll(work);
    expect((await ask(server, chi, 'GET', `/api/uploads/${upload}`)).body).toMatchObject({ state: 'refused', name: '—', refusal: { code: 'removedBefore' } });
    await eraseGone(work);
    expect(filesWith(second)).toEqual([]);
    expect(await tablesWith(server, 'thetasigma')).toEqual([]);
    expect((await verified(server)).found).toEqual([]);
  });

  it('takes a reference without a file too, with what was taken over of it into another round', async () => {
    const { an, dung } = world.people;
    const [id, later] = [randomUUID(), randomUUID()];
    const reference = { id, number: '5/OMEGARHO', date: '2022-03-01', subject: 'omegarho' };
    expect((await ask(server, an, 'POST', `${SHEET}/documents`, { documents: [reference] })).status).toBe(201);
    await server.owner.query(
      `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at) VALUES ('minh-hoa-2023', 'bo-minh-hoa', 2023, 'Kỳ minh họa 2023', $1, 'open', now())`,
      [world.scheme.id],
    );
    await server.owner.query(`INSERT INTO participant (round_id, body_id, position) VALUES ('minh-hoa-2023', 'tinh-minh-hoa-01', 1)`);
    await server.owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ('minh-hoa-2023', 'selfAssessment', '2023-01-01', '2024-03-01')`);
    const carry = (document: string) =>
      ask(server, an, 'POST', '/api/rounds/minh-hoa-2023/sheets/tinh-minh-hoa-01/carried-documents', {
        from: 'minh-hoa-2022',
        documents: [{ id: document, document: id, version: 1 }],
      });
    expect((await carry(later)).status).toBe(201);
    const asked = await askRemoval(an, id);
    expect((await decide(dung, asked.id, 'carriedOut')).body.record.documents).toHaveLength(2);
    expect(await tablesWith(server, 'omegarho')).toEqual([]);
    expect((await carry(randomUUID())).status).toBe(422);
  });

  it('is decided once, however many decide at the same moment', async () => {
    const { an, dung, lan } = world.people;
    const id = randomUUID();
    await ask(server, an, 'POST', `${SHEET}/documents`, { documents: [{ id, number: '6/KH-MH', date: '2022-03-01' }] });
    const asked = await askRemoval(an, id);
    const answers = await Promise.all([dung, lan, dung, lan].map((person, index) => decide(person, asked.id, index % 2 === 0 ? 'carriedOut' : 'refused')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 201, 409, 409]);
    const { rows } = await server.owner.query(`SELECT act FROM audit WHERE subject = $1 AND act IN ('removal.carryOut', 'removal.refuse')`, [
      `removal:${asked.id}`,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('goes as far as is decided: an owner over the rounds that they run, an administrator over all; what stays is read on, and its bytes may come again', async () => {
    const { an, chi, dung, lan } = world.people;
    const { owner, clock } = server;
    // The same bytes with the province next door, and in a round that another ministry runs.
    await owner.query(
      `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at) VALUES ('minh-hoa-khac', 'bo-minh-hoa-b', 2022, 'Kỳ minh họa khác', $1, 'open', $2)`,
      [world.scheme.id, clock.now()],
    );
    await owner.query(`INSERT INTO participant (round_id, body_id, position) VALUES ('minh-hoa-khac', 'tinh-minh-hoa-02', 1)`);
    await owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ('minh-hoa-khac', 'selfAssessment', '2023-01-01', '2023-02-01')`);
    const same = pdfOf([{ lines: [...PLAN, 'iotaomega'] }]);
    const beyond = OTHER.replace('minh-hoa-2022', 'minh-hoa-khac');
    const bring = async (person: Person, sheet: string) => (await uploadFile(server, work, person, sheet, 'iotaomega.pdf', same)).document;
    const [mine, theirs, apart] = [await bring(an, SHEET), await bring(chi, OTHER), await bring(chi, beyond)];
    const readable = async () => {
      const read = [fileOf(mine), fileOf(theirs, OTHER), fileOf(apart, beyond)].map((url, place) => ask(server, place === 0 ? an : chi, 'GET', url));
      return (await Promise.all(read)).map(({ status, body }) => (status === 200 ? 'read' : body.state));
    };
    const becomes = async (id: string) =>
      (await ask(server, chi, 'GET', '/api/removals/copies')).body.items
        .filter((one: { removal: string }) => one.removal === id)
        .map((one: { document: string; becomes: string }) => [one.document === apart ? 'apart' : 'theirs', one.becomes])
        .toSorted();

    const first = await askRemoval(an, mine);
    expect(await readable()).toEqual(['held', 'read', 'read']);
    expect(await becomes(first.id)).toEqual([
      ['apart', 'asked'],
      ['theirs', 'asked'],
    ]);
    const reaches = async (person: Person) => {
      const { items } = (await ask(server, person, 'GET', '/api/removals')).body;
      const { choices, beyond: rest } = items.find(({ id }: { id: string }) => id === first.id).reaches;
      return [...choices.map((one: { reach: string; libraries: number }) => `${one.reach} ${one.libraries}`), `beyond ${rest}`];
    };
    expect(await reaches(dung)).toEqual(['body 1', 'rounds 2', 'beyond 1']);
    expect(await reaches(lan)).toEqual(['body 1', 'all 3', 'beyond 0']);
    expect(await decide(dung, first.id, 'carriedOut', 'removals', 'all')).toMatchObject({ status: 403, body: { reaches: ['body', 'rounds'] } });
    await expect(asPerson('dung', sql`SELECT app.prepare_erasure(${first.id}, ${dung.membership}, 'all')`)).rejects.toThrow(/does not reach so far/);
    // The narrowest, where nothing is said.
    expect((await decide(dung, first.id, 'carriedOut')).body).toMatchObject({ reach: 'body', record: { documents: [{ document: mine }], elsewhere: 0 } });
    expect(await readable()).toEqual(['gone', 'read', 'read']);
    expect(await becomes(first.id)).toEqual([
      ['apart', 'kept'],
      ['theirs', 'kept'],
    ]);
    await sweep(work);
    expect(filesWith(same)).not.toEqual([]);

    // An owner who asks closes what lies in their own rounds, and no more; an administrator closes all.
    const again = await bring(an, SHEET);
    expect(again).not.toBe(mine);
    const second = await askRemoval(dung, again);
    expect((await readable()).slice(1)).toEqual(['held', 'read']);
    expect(await becomes(second.id)).toEqual([
      ['apart', 'asked'],
      ['theirs', 'held'],
    ]);
    expect((await decide(lan, second.id, 'refused')).status).toBe(201);
    expect((await readable()).slice(1)).toEqual(['read', 'read']);
    const third = await askRemoval(lan, again);
    expect((await readable()).slice(1)).toEqual(['held', 'held']);
    expect((await decide(dung, third.id, 'carriedOut', 'removals', 'rounds')).body).toMatchObject({ reach: 'rounds', record: { elsewhere: 0 } });
    expect(await readable()).toEqual(['gone', 'gone', 'read']);
    expect(await becomes(third.id)).toEqual([
      ['apart', 'kept'],
      ['theirs', 'removed'],
    ]);
    const page = String((await ask(server, dung, 'GET', `/api/removals/${third.id}/record`)).body);
    expect(page).toContain('kho khác giữ nguyên');
    expect(page).not.toContain('Kỳ minh họa khác');
    // What is left of it goes by the word of whoever administers the whole, and comes no more.
    const fourth = await askRemoval(chi, apart, beyond);
    expect((await decide(lan, fourth.id, 'carriedOut')).body).toMatchObject({ reach: 'all' });
    await sweep(work);
    expect(filesWith(same)).toEqual([]);
    expect(await uploadFile(server, work, an, SHEET, 'iotaomega.pdf', same)).toMatchObject({ state: 'refused', refusal: { code: 'removedBefore' } });
    await sealAll(server);
    // Rounds of the story were made without an act.
    expect((await verified(server)).found.filter(({ code }) => code !== 'registerUntold')).toEqual([]);
  });

  it('fails nowhere: the server has logged nothing', () => expect(server.logged).toEqual([]));
});

describe('[F96] retention', () => {
  const PAST = '/api/rounds/minh-hoa-2010/sheets/tinh-minh-hoa-01';
  const [kept, common] = [pdfOf([{ lines: [...PLAN, 'giữ lại lambdamu'] }]), pdfOf([{ lines: [...PLAN, 'dùng chung lambdamu'] }])];
  const documents: Record<string, string> = {};
  const term = (person: Person, name: string, years: number | null, version = 0) =>
    ask(server, person, 'PUT', `/api/retention/terms/${name}`, { years, basis: 'Quy định minh họa', version });
  const propose = (person: Person, id: string = randomUUID()) =>
    ask(server, person, 'POST', '/api/rounds/minh-hoa-2010/purges', { id, reason: 'Hết thời hạn bảo quản (minh họa)' });

  beforeAll(async () => {
    const { an } = world.people;
    await server.owner.query(
      `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at) VALUES ('minh-hoa-2010', 'bo-minh-hoa', 2010, 'Kỳ minh họa 2010', $1, 'open', now())`,
      [world.scheme.id],
    );
    await server.owner.query(`INSERT INTO participant (round_id, body_id, position) VALUES ('minh-hoa-2010', 'tinh-minh-hoa-01', 1)`);
    await server.owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ('minh-hoa-2010', 'selfAssessment', '2010-01-01', '2024-03-01')`);
    for (const [name, bytes] of Object.entries({ own: kept, common }))
      ({ document: (documents[name] as string) } = await uploadFile(server, work, an, PAST, `lambdamu ${name}.pdf`, bytes));
    // The one is needed by another round for its bytes alone; a reference is taken over and held.
    await uploadFile(server, work, an, SHEET, 'dùng chung.pdf', common);
    const held = randomUUID();
    await ask(server, an, 'POST', `${PAST}/documents`, { documents: [{ id: held, number: '9/KH-MH', date: '2010-02-02' }] });
    const carried = await ask(server, an, 'POST', `${SHEET}/carried-documents`, {
      from: 'minh-hoa-2010',
      documents: [{ id: randomUUID(), document: held, version: 1 }],
    });
    expect(carried.status).toBe(201);
    documents['held'] = held;
  });

  it('purges nothing by default, nor in a round that is open; only an administrator sets terms', async () => {
    const { dung, lan, an } = world.people;
    const { body } = await ask(server, lan, 'GET', '/api/retention');
    expect(body).toMatchObject({ due: [], terms: [{ class: 'withdrawn', years: null, version: 0 }, {}, {}, {}] });
    for (const person of [dung, an]) expect((await term(person, 'uncited', 2)).status).toBe(403);
    expect((await term(lan, 'uncited', 2)).body).toMatchObject({ class: 'uncited', years: 2, version: 1 });
    expect((await term(lan, 'uncited', 3)).body).toMatchObject({ code: 'staleVersion', version: 1 });
    expect((await term(lan, 'uncited', 3, 1)).body).toMatchObject({ years: 3, version: 2 });
    expect((await propose(dung)).body).toMatchObject({ code: 'notNow', round: 'open' });
    await expect(asPerson('dung', sql`UPDATE retention_term SET years = 1`)).resolves.toMatchObject({ numAffectedRows: 0n });
  });

  it('tells a year ahead what becomes due: full years from the end of the year of closing, not what another round still holds', async () => {
    const { dung, lan, an } = world.people;
    await server.owner.query(`UPDATE round SET state = 'closed', closed_at = '2020-06-30T00:00:00Z' WHERE id = 'minh-hoa-2010'`);
    // Due from 2024 on, in Vietnam.
    server.clock.set('2022-12-31T16:59:59Z');
    expect((await ask(server, lan, 'GET', '/api/retention')).body.due).toEqual([]);
    server.clock.set('2022-12-31T17:00:00Z');
    for (const person of [dung, lan])
      expect((await ask(server, person, 'GET', '/api/retention')).body.due).toEqual([
        {
          round: { id: 'minh-hoa-2010', title: 'Kỳ minh họa 2010', year: 2010 },
          class: 'uncited',
          from: '2023-12-31T17:00:00.000Z',
          documents: 2,
          bytes: kept.length + common.length,
        },
      ]);
    expect((await ask(server, an, 'GET', '/api/retention')).status).toBe(403);
    server.clock.set('2023-12-31T16:59:59Z');
    expect((await propose(dung)).body.code).toBe('notNow');
    server.clock.set('2024-01-15T02:00:00Z');
  });

  it('takes an owner and an administrator, the one proposing, the other carrying out', async () => {
    const { dung, lan, an, binh } = world.people;
    for (const person of [an, binh]) expect((await propose(person)).status).toBe(403);
    const id = randomUUID();
    const proposed = await propose(dung, id);
    expect([proposed.status, proposed.body.documents, proposed.body.mayDecide]).toEqual([201, 2, false]);
    expect((await propose(dung, id)).status).toBe(200);
    expect((await propose(lan)).body.code).toBe('alreadyThere');
    // Another owner of the same round is not enough.
    await server.owner.query(
      `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, 'bo-minh-hoa', 'owner', '2022-01-01', now())`,
      [world.people.minh.account],
    );
    for (const person of [dung, world.people.minh]) expect((await decide(person, id, 'carriedOut', 'purges')).status).toBe(403);
    expect((await ask(server, lan, 'GET', '/api/purges')).body.items).toMatchObject([{ id, mayDecide: true }]);
    // Both who answer for it read beforehand what would go; others find nothing in the list, whatever they may know of the purge.
    const listOf = async (person: Person) => String((await ask(server, person, 'GET', `/api/purges/${id}/documents`)).body);
    for (const person of [dung, lan]) {
      const list = await listOf(person);
      for (const text of ['DANH MỤC', '77/KH-ZETA', '05/02/2022', 'không được dẫn ở đâu', '2 tài liệu'])
        expect(list.toLowerCase()).toContain(text.toLowerCase());
    }
    for (const person of [an, world.people.minh]) expect(await listOf(person)).not.toContain('77/KH-ZETA');
    const carried = await decide(lan, id, 'carriedOut', 'purges');
    expect(carried.body.record.documents).toHaveLength(2);
    expect((await ask(server, lan, 'GET', `/api/purges/${id}/documents`)).body.code).toBe('notNow');
    expect((await decide(lan, id, 'carriedOut', 'purges')).status).toBe(200);
    const page = String((await ask(server, dung, 'GET', `/api/purges/${id}/record`)).body);
    for (const text of ['BIÊN BẢN HỦY TÀI LIỆU HẾT THỜI HẠN BẢO QUẢN', '77/KH-ZETA', sha256(kept), '05/02/2022']) expect(page).toContain(text);
  });

  it('leaves number, date, hash and who brought it; the bytes only where another round needs them', async () => {
    const { an } = world.people;
    await sweep(work);
    expect(filesWith(kept)).toEqual([]);
    expect(filesWith(common)).toHaveLength(1);
    const { body } = await ask(server, an, 'GET', `${PAST}/documents/${documents['own']}`);
    expect(body).toMatchObject({
      gone: { why: 'purged' },
      versions: [
        {
          facts: { number: '77/KH-ZETA', date: '2022-02-05', subject: null, issuer: null },
          file: { name: '—', sha256: sha256(kept), state: 'gone' },
          uploaded: { by: { name: 'Nguyễn Văn An' } },
        },
      ],
    });
    expect((await ask(server, an, 'GET', fileOf(documents['common'] as string, PAST))).body.code).toBe('notReadable');
    expect((await ask(server, an, 'GET', `${PAST}/documents/${documents['held']}`)).body.gone).toBeNull();
    const { rows } = await server.owner.query(
      `SELECT encode(sha256, 'hex') AS hash, gone_for FROM content WHERE encode(sha256, 'hex') = ANY ($1) ORDER BY gone_for`,
      [[sha256(kept), sha256(common)]],
    );
    expect(rows).toEqual([
      { hash: sha256(kept), gone_for: 'purged' },
      { hash: sha256(common), gone_for: null },
    ]);
    await sealAll(server);
    const { found, purged } = await verified(server);
    // The story wrote the plan of its rounds by hand, which is found besides.
    expect(found.filter(({ register }) => register === undefined || ['erasure', 'retention_term'].includes(register))).toEqual([]);
    expect(purged.length).toBeGreaterThan(5);
    // What is purged, unlike what is removed, may come again.
    server.clock.set(NOW);
    expect(await uploadFile(server, work, an, SHEET, 'lại.pdf', kept)).toMatchObject({ state: 'kept' });
    expect(filesWith(kept)).toHaveLength(1);
    expect(server.logged).toEqual([]);
  });
});
