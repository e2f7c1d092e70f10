import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { itemsOfDomains } from '@parindex/core';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealAll } from '../../../audit/testing/seal-all.ts';
import { recordBackup } from '../../../backup/record.ts';
import { restoreBackup } from '../../../backup/restore.ts';
import { writeBackup } from '../../../backup/write.ts';
import { previewKey } from '../../../storage/keys.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, type Person } from '../../../testing/world.ts';
import { sweep } from '../../evidence/sweep.ts';
import { pdfOf } from '../../evidence/testing/pdf-of.ts';
import { uploadFile } from '../../evidence/testing/upload-file.ts';
import { type ErasureStory, fileOf, NOW, OTHER, PLAN, SHEET, sha256, startErasures, tablesWith, verified } from '../testing/erasure-story.ts';

let close: ErasureStory['close'];
let server: ErasureStory['server'];
let world: ErasureStory['world'];
let work: ErasureStory['work'];
let folder: ErasureStory['folder'];
let asPerson: ErasureStory['asPerson'];
let filesWith: ErasureStory['filesWith'];
let askRemoval: ErasureStory['askRemoval'];
let decide: ErasureStory['decide'];
let item: string;
beforeAll(async () => {
  ({ close, server, world, work, folder, asPerson, filesWith, askRemoval, decide } = await startErasures());
  item = itemsOfDomains(world.scheme.domains)[0]?.code as string;
});
afterAll(() => close());

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
      'Tiêu chí 1.1</td><td>trang 1',
    ])
      expect(page).toContain(text);
    // By an id nobody finds a paper: number and date are filled in from the register.
    expect(page).not.toContain(document);
    expect(page).toContain('Số, ký hiệu, ngày (ghi theo sổ văn bản)');
    for (const [format, begin] of [
      ['docx', 'PK'],
      ['pdf', '%PDF'],
    ] as const) {
      const headers = { cookie: `parindex_session=${world.people.dung.token}` };
      const file = await server.app.inject({ url: `/api/removals/${removal}/record?format=${format}`, headers });
      expect(file.rawPayload.subarray(0, begin.length).toString()).toBe(begin);
    }
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

  it('fails nowhere: the server has logged nothing', () => expect(server.logged).toEqual([]));
});
