import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocx, paragraph } from '../../file-inspection/testing/office.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../testing/world.ts';
import { pdfOf } from './testing/pdf-of.ts';
import { finishAll, sendPiece, textFile, uploadFile, workOf } from './testing/upload-file.ts';

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const MOST = 20_000_000;

let server: TestServer;
let world: World;
let work: ReturnType<typeof workOf>;
beforeAll(async () => {
  server = await startTestServer('2023-01-15T02:00:00Z', 'real', 'parindex_template', { mostBodyBytes: MOST });
  world = await makeWorld(server);
  work = workOf(server);
});
afterAll(async () => {
  await work.close();
  await server.close();
});

const PERSONAL = ['DANH SÁCH', ...Array.from({ length: 8 }, (_, index) => `Người Minh Họa ${index} 0912 345 ${100 + index}`)];
const documentOf = async (document: string) => (await ask(server, world.people.an, 'GET', `${SHEET}/documents/${document}`)).body;

describe('the library of a body', () => {
  it('[F29] takes no more than it has room for, however many uploads begin at once', async () => {
    const { an } = world.people;
    const begun = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const id = randomUUID();
        const sent = { id, document: randomUUID(), name: 'lớn.txt', bytes: MOST / 2 - 2_000_000, notSecret: true };
        return { id, status: (await ask(server, an, 'POST', `${SHEET}/uploads`, sent)).status };
      }),
    );
    expect(begun.map(({ status }) => status).toSorted()).toEqual([201, 201, 413, 413, 413, 413]);
    for (const { id, status } of begun) if (status === 201) expect((await ask(server, an, 'DELETE', `/api/uploads/${id}`)).status).toBe(204);
  });

  it('[F29] [F30] what is taken over needs room too', async () => {
    const { an } = world.people;
    const [document, sha256] = [randomUUID(), Buffer.alloc(32, 7)];
    await server.owner.query(
      `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at) VALUES ('minh-hoa-2021', 'bo-minh-hoa', 2021, 'Kỳ minh họa 2021', $1, 'open', now())`,
      [world.scheme.id],
    );
    await server.owner.query(`INSERT INTO participant (round_id, body_id, position) VALUES ('minh-hoa-2021', 'tinh-minh-hoa-01', 1)`);
    await server.owner.query('INSERT INTO content (sha256, bytes, kept_at) VALUES ($1, $2, now())', [sha256, MOST + 1]);
    await server.owner.query(
      `INSERT INTO document (id, round_id, body_id, form, created_by, created_at) VALUES ($1, 'minh-hoa-2021', 'tinh-minh-hoa-01', 'file', $2, now())`,
      [document, an.account],
    );
    await server.owner.query(
      `INSERT INTO document_version (document_id, number, round_id, body_id, sha256, bytes, file_name, kind, uploaded_by, uploaded_at, pages)
        VALUES ($1, 1, 'minh-hoa-2021', 'tinh-minh-hoa-01', $2, $3, 'lớn.txt', 'txt', $4, now(), 1)`,
      [document, sha256, MOST + 1, an.account],
    );
    const carried = await ask(server, an, 'POST', `${SHEET}/carried-documents`, {
      from: 'minh-hoa-2021',
      documents: [{ id: randomUUID(), document, version: 1 }],
    });
    expect([carried.status, carried.body.code]).toEqual([413, 'overQuota']);
  });

  it('[F32] the same id begins no other upload: what it is meant for is held against it too', async () => {
    const { an } = world.people;
    const sent = { id: randomUUID(), document: randomUUID(), name: 'một.txt', bytes: 10, notSecret: true, redacted: false };
    expect((await ask(server, an, 'POST', `${SHEET}/uploads`, sent)).status).toBe(201);
    expect((await ask(server, an, 'POST', `${SHEET}/uploads`, sent)).status).toBe(201);
    for (const other of [{ redacted: true }, { document: randomUUID() }])
      expect((await ask(server, an, 'POST', `${SHEET}/uploads`, { ...sent, ...other })).body.code).toBe('idReused');
    expect((await ask(server, an, 'DELETE', `/api/uploads/${sent.id}`)).status).toBe(204);
  });

  it('[F116] a paper sent by the secret mail gets no file, though the upload was begun before it was told', async () => {
    const { an } = world.people;
    const [id, document, bytes] = [randomUUID(), randomUUID(), textFile('văn thư mật')];
    await ask(server, an, 'POST', `${SHEET}/uploads`, { id, document, name: 'a.txt', bytes: bytes.length, notSecret: true });
    expect((await ask(server, an, 'POST', `${SHEET}/documents`, { documents: [{ id: document, form: 'secretMail', number: null, date: null }] })).status).toBe(
      201,
    );
    expect((await sendPiece(server, an, id, 0, bytes)).status).toBe(204);
    await finishAll(work);
    expect((await ask(server, an, 'GET', `/api/uploads/${id}`)).body).toMatchObject({ state: 'refused', refusal: { code: 'documentElsewhere' } });
    expect(await documentOf(document)).toMatchObject({ form: 'secretMail', versions: [{ number: 1, file: null }] });
  });

  it('[F24] who saw a document without its newest version changes nothing in it', async () => {
    const { an, binh } = world.people;
    const { document } = await uploadFile(server, work, an, SHEET, 'một.txt', textFile('bản một'));
    const seen = (await documentOf(document)).version;
    await uploadFile(server, work, an, SHEET, 'hai.txt', textFile('bản hai'), { document });
    const release = await ask(server, binh, 'PATCH', `${SHEET}/documents/${document}/access`, { version: seen, access: 'released', reason: 'Công khai' });
    expect(release.status).toBe(409);
    expect((await documentOf(document)).access).toBe('restricted');
  });

  it('[F31] what was released is closed again when a version with personal data comes', async () => {
    const { an, binh } = world.people;
    const { document } = await uploadFile(server, work, an, SHEET, 'công khai.txt', textFile('công khai'));
    const { version } = await documentOf(document);
    const released = await ask(server, binh, 'PATCH', `${SHEET}/documents/${document}/access`, { version, access: 'released', reason: 'Công khai' });
    expect(released.body.access).toBe('released');
    await uploadFile(server, work, an, SHEET, 'danh sách.pdf', pdfOf([{ lines: PERSONAL }]), { document });
    expect(await documentOf(document)).toMatchObject({ access: 'restricted', personalData: true });
  });

  it('[F31] is closed by anybody of the body, and opened by its head alone, where personal data were found or to the public', async () => {
    const { an, binh } = world.people;
    const { document } = await uploadFile(server, work, an, SHEET, 'danh sách mở.pdf', pdfOf([{ lines: [...PERSONAL, 'mở'] }]));
    const set = async (person: typeof an, change: object) =>
      ask(server, person, 'PATCH', `${SHEET}/documents/${document}/access`, { version: (await documentOf(document)).version, reason: 'Minh họa', ...change });
    expect((await set(an, { personalData: false })).body.code).toBe('refused');
    expect((await set(binh, { personalData: false })).body).toMatchObject({ personalData: false });
    expect((await set(an, { access: 'released' })).body.code).toBe('refused');
    expect((await set(binh, { access: 'released' })).body).toMatchObject({ access: 'released' });
    // Found to hold them after all: closed at once, by whoever saw it.
    expect((await set(an, { personalData: true })).body).toMatchObject({ personalData: true, access: 'restricted' });
    expect((await set(binh, { access: 'released' })).body.code).toBe('notNow');
  });

  it('[F31] a search tells nothing of withheld pages, not even that there are some', async () => {
    const { an, giang } = world.people;
    const words = (index: number) => [...PERSONAL, 'câu hỏi dò tìm', `tờ ${index}`];
    for (const index of [1, 2, 3]) await uploadFile(server, work, an, SHEET, 'danh sách.pdf', pdfOf([{ lines: words(index) }]));
    const open = await uploadFile(server, work, an, SHEET, 'mở.txt', textFile('câu hỏi dò tìm'));
    server.clock.set('2023-02-10T02:00:00Z');
    const found = async (q: string) => (await ask(server, giang, 'GET', `/api/rounds/minh-hoa-2022/evidence?limit=1&q=${encodeURIComponent(q)}`)).body;
    expect(await found('Người Minh Họa dò tìm')).toEqual({ items: [], more: false });
    const listed = await ask(server, giang, 'GET', `${SHEET}/documents?q=${encodeURIComponent('danh sách')}`);
    expect(listed.body.items).toEqual([]);
    expect(await found('câu hỏi dò tìm')).toMatchObject({ items: [{ document: open.document }], more: false });
    server.clock.set('2023-01-15T02:00:00Z');
  });

  it('[F28] letters that no database takes, and more words than an index takes, keep no document out', async () => {
    const { an } = world.people;
    const broken = await uploadFile(server, work, an, SHEET, 'phông hỏng.pdf', pdfOf([{ lines: ['phông chữ \u0000 hỏng', 'tờ phông hỏng'] }]));
    expect([broken.state, broken.refusal]).toEqual(['kept', null]);
    // Pages by breaks alone are one page.
    const pages = Array.from({ length: 10 }, (_, page) =>
      paragraph(Array.from({ length: 20_000 }, (__, index) => 1_000_000 + page * 20_000 + index).join(' ')),
    );
    const long = await uploadFile(server, work, an, SHEET, 'bảng số.docx', await makeDocx(pages.join('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')));
    expect([long.state, long.refusal]).toEqual(['kept', null]);
    const { body } = await ask(server, an, 'GET', '/api/rounds/minh-hoa-2022/evidence?q=1000007');
    expect(body.items).toMatchObject([{ document: long.document }]);
  });
});
