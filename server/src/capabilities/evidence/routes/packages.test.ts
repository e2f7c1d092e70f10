import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { itemsOfDomains } from '@parindex/core';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itInSoak } from '../../../../../tests/it-in-soak.ts';
import { sized } from '../../../../../tests/soak.ts';
import { openFolder } from '../../../storage/folder.ts';
import { objectKey } from '../../../storage/keys.ts';
import { addPerson } from '../../../testing/add-person.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type Person, type World } from '../../../testing/world.ts';
import { readZip } from '../../../zip/testing/read-zip.ts';
import { keepDocuments } from '../testing/kept-documents.ts';
import { pdfOf } from '../testing/pdf-of.ts';
import { sparseObjects } from '../testing/sparse-objects.ts';
import { addressOf, uploadFile, workOf } from '../testing/upload-file.ts';

const ROUND = '/api/rounds/minh-hoa-2022';
const SHEET = `${ROUND}/sheets/tinh-minh-hoa-01`;
const OTHER = `${ROUND}/sheets/tinh-minh-hoa-02`;
const DECLARING = '2023-01-15T02:00:00Z';
const APPRAISING = '2023-02-10T02:00:00Z';

let server: TestServer;
let world: World;
let work: ReturnType<typeof workOf>;
let folder: string;
let items: readonly string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parindex-packages-'));
  server = await startTestServer(DECLARING, 'real', undefined, { storage: await openFolder(folder) });
  world = await makeWorld(server);
  work = workOf(server);
  items = itemsOfDomains(world.scheme.domains).map(({ code }) => code);
});
afterAll(async () => {
  await work.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const download = async (person: Pick<Person, 'token'>, url: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${await addressOf(server)}${url}`, { headers: { cookie: `parindex_session=${person.token}`, ...headers } });

async function take(person: Pick<Person, 'token'>, url: string): Promise<Map<string, Buffer>> {
  const answer = await download(person, url);
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return readZip(Buffer.from(await answer.arrayBuffer()));
}

type Row = Readonly<Record<string, unknown>>;

/** The rows of a list, by its heads. */
async function rowsOf(xlsx: Buffer | undefined, firstHead: string): Promise<Row[]> {
  const rows = (await readXlsx(xlsx as Buffer)).sheets[0]?.rows ?? [];
  const start = rows.findIndex((row) => row[0] === firstHead);
  const heads = (rows[start] ?? []).map(String);
  return rows.slice(start + 1).map((row) => Object.fromEntries(heads.map((head, index) => [head, row[index] ?? ''])));
}

/** Every file but the hashes has its true hash among them. */
function expectSums(files: ReadonlyMap<string, Buffer>): void {
  const told = new Map(
    (files.get('SHA256SUMS')?.toString() ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)] as const),
  );
  const there = [...files].filter(([path]) => path !== 'SHA256SUMS').map(([path, content]) => [path, sha256(content)] as const);
  expect(told).toEqual(new Map(there));
}

async function cite(person: Person, sheet: string, item: string, citations: readonly string[]): Promise<void> {
  const { body } = await ask(server, person, 'GET', sheet);
  const saved = await ask(server, person, 'POST', `${sheet}/entries`, { entries: [change({ item }, body.seq, { citations })] });
  expect(saved.status).toBe(201);
}

const acts = async (act: string) =>
  (await server.owner.query('SELECT actor, subject, body_id, content FROM audit WHERE act = $1 ORDER BY n', [act])).rows as {
    actor: string;
    subject: string;
    content: Record<string, unknown>;
  }[];

const PLAN = ['ỦY BAN NHÂN DÂN', 'TỈNH MINH HỌA 01', 'Số: 12/KH-UBND', 'Minh Họa, ngày 05 tháng 02 năm 2022', 'KẾ HOẠCH', 'Cải cách hành chính năm 2022'];
const PEOPLE = ['DANH SÁCH', ...Array.from({ length: 8 }, (_, index) => `Người Minh Họa ${index} 0912 345 ${100 + index}`)];

describe('the package of a sheet’s evidence', () => {
  let plan: string;
  let list: string;
  const pdf = pdfOf([{ lines: PLAN }, { lines: ['Trang hai'] }]);
  const people = pdfOf([{ lines: ['Danh sách minh họa', ...PEOPLE] }]);
  const secret = randomUUID();

  beforeAll(async () => {
    const { an } = world.people;
    const [first = '', second = ''] = items;
    ({ document: plan } = await uploadFile(server, work, an, SHEET, 'kế hoạch.pdf', pdf));
    const facts = {
      number: '12/KH-UBND',
      date: '2022-02-05',
      issuer: 'UBND Tỉnh Minh họa 01',
      subject: 'Cải cách hành chính năm 2022',
      validFrom: null,
      validTo: null,
    };
    expect((await ask(server, an, 'PATCH', `${SHEET}/documents/${plan}/description`, { version: 1, number: 1, facts })).status).toBe(200);
    server.clock.pass(1_000);
    ({ document: list } = await uploadFile(server, work, an, SHEET, 'danh sách người.pdf', people));
    server.clock.pass(1_000);
    await uploadFile(server, work, an, SHEET, 'ghi chép.txt', Buffer.from('Ghi chép minh họa.\n'.repeat(500)));
    server.clock.pass(1_000);
    await ask(server, an, 'POST', `${SHEET}/documents`, {
      documents: [
        { id: randomUUID(), number: '45/BC-SNV', date: '2022-03-01' },
        { id: secret, form: 'secretMail', number: null, date: null },
      ],
    });
    await cite(an, SHEET, first, [`${plan}/1?pages=1-2&section=II`, `${secret}/1`]);
    await cite(an, SHEET, second, [`${plan}/1`, `${list}/1`]);
  });

  it('[F23] [F29] holds each file once under a readable name, byte for byte, and a list that tells every place that cites it', async () => {
    const { an } = world.people;
    const answer = await download(an, `${SHEET}/package`, { 'accept-encoding': 'gzip, br' });
    expect(answer.status).toBe(200);
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({
      'content-type': 'application/zip',
      'content-encoding': 'identity',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(headers['content-disposition']).toContain(encodeURIComponent('Tai-lieu-kiem-chung – Tỉnh Minh họa 01 – 2022.zip'));
    const files = await readZip(Buffer.from(await answer.arrayBuffer()));
    expectSums(files);
    const [first = '', second = ''] = items;
    const at = `Lĩnh vực 1/${first}/12-KH-UBND - Cải cách hành chính năm 2022.pdf`;
    expect([...files.keys()]).toEqual(['muc-luc.xlsx', 'muc-luc.html', at, 'Chưa được dẫn/ghi chép.txt', 'SHA256SUMS']);
    expect(files.get(at)?.equals(pdf)).toBe(true);
    const rows = await rowsOf(files.get('muc-luc.xlsx'), 'STT');
    expect(
      rows.map((row) => [row['Tiêu chí'], row['Số, ký hiệu'], row['Trang, mục được dẫn'], row['Tên tệp trong gói'], row['Trạng thái'], row['Ghi chú']]),
    ).toEqual([
      [expect.stringContaining(`${first}. `), '12/KH-UBND', 'trang 1-2, mục II', at, 'Kèm theo', 'chưa quét mã độc'],
      [expect.stringContaining(`${first}. `), '', 'toàn văn bản', '', 'Không có tệp', 'gửi theo đường văn thư mật'],
      [expect.stringContaining(`${second}. `), '12/KH-UBND', 'toàn văn bản', at, 'Kèm theo', 'chưa quét mã độc'],
      [expect.stringContaining(`${second}. `), '', 'toàn văn bản', '', 'Không kèm', 'không kèm: có dữ liệu cá nhân'],
      ['Chưa được dẫn', '', '', 'Chưa được dẫn/ghi chép.txt', 'Kèm theo', 'chưa quét mã độc'],
      ['Chưa được dẫn', '45/BC-SNV', '', '', 'Không có tệp', 'dẫn theo số, ký hiệu'],
    ]);
    expect(rows[0]).toMatchObject({ STT: 1, Ngày: '05/02/2022', 'Phiên bản': 1, 'Dung lượng (byte)': pdf.length, 'SHA-256': sha256(pdf) });
    const page = files.get('muc-luc.html')?.toString() ?? '';
    expect(page).toContain(`href="${at.split('/').map(encodeURIComponent).join('/')}"`);
    expect(page).not.toContain('Danh sách minh họa');
  });

  it('is opened by another program, and its hashes are what sha256sum takes', async (ctx) => {
    if (spawnSync('python3', ['--version']).status !== 0 || spawnSync('sha256sum', ['--version']).status !== 0) ctx.skip('no Python or sha256sum here');
    const answer = await download(world.people.an, `${SHEET}/package`);
    const opened = mkdtempSync(join(tmpdir(), 'parindex-opened-'));
    writeFileSync(join(opened, 'gói.zip'), Buffer.from(await answer.arrayBuffer()));
    execFileSync('python3', ['-m', 'zipfile', '-e', 'gói.zip', '.'], { cwd: opened });
    expect(execFileSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: opened, encoding: 'utf8' }).trimEnd().split('\n')).toHaveLength(4);
    rmSync(opened, { recursive: true, force: true });
  });

  it('[F31] documents with personal data go along only where that is asked for by somebody who may see them, and each view is told', async () => {
    const { an, dung } = world.people;
    const views = async () => (await acts('evidence.view')).filter(({ subject }) => subject === `document:${list}/1`).map(({ actor }) => actor);
    expect(await views()).toEqual([]);
    const whole = await take(an, `${SHEET}/package?personal=true`);
    expectSums(whole);
    const [path] = [...whole].find(([, content]) => content.equals(people)) ?? [];
    expect(path).toMatch(/\.pdf$/);
    expect(await views()).toEqual([an.account]);
    const rows = await rowsOf(whole.get('muc-luc.xlsx'), 'STT');
    expect(rows.find((row) => row['Tên tệp trong gói'] === path)?.['Ghi chú']).toBe('chưa quét mã độc; có dữ liệu cá nhân');
    // The owner of the round does not work on items: asking changes nothing.
    const owners = await take(dung, `${SHEET}/package?personal=true`);
    expect([...owners.values()].some((content) => content.equals(people))).toBe(false);
    expect(await views()).toEqual([an.account]);
    expect((await acts('evidence.package')).at(-1)).toMatchObject({
      actor: dung.account,
      subject: 'sheet:minh-hoa-2022/tinh-minh-hoa-01',
      content: { documents: 5, files: 2, withoutFile: 3, personal: true },
    });
  });

  it('[F94] is refused to other bodies, and to an appraiser before appraisal opens; a HEAD makes none', async () => {
    const { chi, minh, giang, an } = world.people;
    const before = (await acts('evidence.package')).length;
    for (const person of [chi, minh]) expect((await ask(server, person, 'GET', `${SHEET}/package`)).status).toBe(403);
    expect((await ask(server, undefined, 'GET', `${SHEET}/package`)).status).toBe(401);
    expect((await ask(server, giang, 'GET', `${SHEET}/package`)).body.code).toBe('appraisalNotOpen');
    expect((await download(an, `${SHEET}/package?personal=maybe`)).status).toBe(422);
    const head = await fetch(`${await addressOf(server)}${SHEET}/package`, { method: 'HEAD', headers: { cookie: `parindex_session=${an.token}` } });
    expect(head.status).toBe(405);
    expect((await acts('evidence.package')).length).toBe(before);
    server.clock.set(APPRAISING);
    expect((await download(giang, `${SHEET}/package`)).status).toBe(200);
    server.clock.set(DECLARING);
  });

  it('what cannot be read now is left out, and the list says why; a late version says by which extension', async () => {
    const { dung, chi } = world.people;
    server.clock.set('2023-02-03T02:00:00Z');
    const extension = {
      id: randomUUID(),
      step: 'selfAssessment',
      body: 'tinh-minh-hoa-02',
      until: '2023-02-05T00:00:00+07:00',
      document: { number: '9/BMH', date: '2023-02-02' },
      told: ['extensionWithoutDecision'],
      reason: 'Đường truyền hỏng (minh họa)',
    };
    expect((await ask(server, dung, 'POST', `${ROUND}/extensions`, extension)).status).toBe(201);
    const late = await uploadFile(server, work, chi, OTHER, 'muộn.txt', Buffer.from('Đến muộn (minh họa).'));
    expect(late.state).toBe('kept');
    server.clock.set(DECLARING);
    const made = await sparseObjects(folder, [5_001, 5_002]);
    const [gone, infected] = made as [(typeof made)[number], (typeof made)[number]];
    await keepDocuments(server.owner, { round: world.round, body: 'tinh-minh-hoa-02', account: chi.account }, [
      { ...gone, subject: 'Đã mất' },
      { ...infected, subject: 'Bị nhiễm' },
    ]);
    await server.owner.query(`UPDATE content SET gone_at = now(), gone_for = 'removed' WHERE sha256 = $1`, [gone.sha256]);
    await server.owner.query(`UPDATE content SET scan = 'infected' WHERE sha256 = $1`, [infected.sha256]);
    const files = await take(chi, `${OTHER}/package`);
    const notes = new Map((await rowsOf(files.get('muc-luc.xlsx'), 'STT')).map((row) => [row['Trích yếu'], [row['Tên tệp trong gói'], row['Ghi chú']]]));
    expect(notes.get('Đã mất')).toEqual(['', 'không kèm: tệp không còn trong kho']);
    expect(notes.get('Bị nhiễm')).toEqual(['', 'không kèm: phát hiện mã độc']);
    expect(notes.get('')).toEqual(['Chưa được dẫn/muộn.txt', 'chưa quét mã độc; nộp sau hạn theo văn bản gia hạn số 9/BMH ngày 02/02/2023']);
    expect([...files.keys()]).toEqual(['muc-luc.xlsx', 'muc-luc.html', 'Chưa được dẫn/muộn.txt', 'SHA256SUMS']);
  });

  it('names are sound and apart, however documents are called and however many are called the same', async () => {
    const { chi } = world.people;
    const made = await sparseObjects(
      folder,
      Array.from({ length: 108 }, (_, index) => 10_000 + index),
    );
    const hostile = ['../../etc/passwd', 'CON', '..', 'a\u202Efdp.exe', 'x:y*z?"<>|', '=HYPERLINK("http://minh-hoa.example")', 'dòng một dòng\u2028hai', ' . '];
    await keepDocuments(
      server.owner,
      { round: world.round, body: 'tinh-minh-hoa-03', account: chi.account },
      made.map((object, index) => ({ ...object, number: '1/KH-MH', subject: hostile[index] ?? (index % 2 ? 'Kế hoạch trùng tên' : 'KẾ HOẠCH TRÙNG TÊN') })),
    );
    const files = await take(world.people.dung, `${ROUND}/sheets/tinh-minh-hoa-03/package`);
    expectSums(files);
    expect(files.size).toBe(108 + 3);
    expect(new Set([...files.keys()].map((path) => path.toLowerCase())).size).toBe(files.size);
    for (const path of files.keys()) {
      expect(path).toMatch(/^[^\p{Cc}\p{Cf}\\:*?"<>|]+$/u);
      expect(path.split('/').length).toBeLessThanOrEqual(2);
      for (const part of path.split('/')) expect(part).toMatch(/^[^. ].*[^. ]$/u);
    }
    const rows = await rowsOf(files.get('muc-luc.xlsx'), 'STT');
    expect(rows.map((row) => row['Trích yếu'])).toContain('=HYPERLINK("http://minh-hoa.example")');
  });
});

const MEGABYTE = 1024 * 1024;
/** Bytes of each of two objects that are larger than what may stand in memory. */
const OBJECT = sized(110, 500) * MEGABYTE;

describe('a package on its way', () => {
  const LARGE = '/api/rounds/minh-hoa-2022/sheets/so-minh-hoa-a';
  let hashes: string[];

  beforeAll(async () => {
    await server.owner.query(`INSERT INTO participant (round_id, body_id, position) VALUES ('minh-hoa-2022', 'so-minh-hoa-a', 9)`);
    const made = await sparseObjects(folder, [OBJECT, OBJECT + 1]);
    hashes = made.map((object) => object.sha256.toString('hex'));
    await keepDocuments(server.owner, { round: world.round, body: 'so-minh-hoa-a', account: world.people.an.account }, made);
  }, 60_000);

  async function begin(): Promise<IncomingMessage> {
    const address = await addressOf(server);
    return new Promise((resolve, reject) => {
      get(`${address}${LARGE}/package`, { headers: { cookie: `parindex_session=${world.people.dung.token}` } }, resolve).on('error', reject);
    });
  }

  itInSoak('[F23] of hundreds of megabytes takes no more memory than one of a few', async () => {
    const answer = await begin();
    let [came, peak] = [0, 0];
    const before = process.memoryUsage().rss;
    for await (const piece of answer) {
      came += (piece as Buffer).length;
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    expect(came).toBeGreaterThan(2 * OBJECT);
    expect(peak - before).toBeLessThan(200 * MEGABYTE);
  });

  it('stops reading the store when the client does, and lets go of it when the client is gone', async () => {
    const { storage } = server.context.evidence;
    const read = storage.read.bind(storage);
    let [opened, closed, passed] = [0, 0, 0];
    storage.read = async (key, range) => {
      opened += 1;
      const source = await read(key, range);
      source.once('close', () => {
        closed += 1;
      });
      source.on('data', (piece: Buffer) => {
        passed += piece.length;
      });
      return source.pause();
    };
    try {
      const logged = server.logged.length;
      const answer = await begin();
      answer.pause();
      // The buffers on the way fill; then nothing more is read.
      let held: number;
      do {
        held = passed;
        await pause(500);
      } while (passed !== held);
      expect(held).toBeLessThan(100 * MEGABYTE);
      expect([opened, closed]).toEqual([1, 0]);
      answer.destroy();
      await expect.poll(() => closed).toBe(1);
      await pause(100);
      expect([opened, server.logged.length]).toEqual([1, logged]);
    } finally {
      storage.read = read;
    }
  });

  it('breaks off visibly where an object is missing, and the log says which', async () => {
    const last = hashes[1] as string;
    await server.context.evidence.storage.remove(objectKey(last));
    const answer = await begin();
    expect(answer.statusCode).toBe(200);
    await expect(
      (async () => {
        for await (const piece of answer) expect(piece).toBeDefined();
      })(),
    ).rejects.toThrow(/aborted|ECONNRESET/);
    expect(server.logged.at(-1)).toContain('package of minh-hoa-2022/so-minh-hoa-a broke off');
    expect(server.logged.at(-1)).toContain(last);
  });
});

describe('the archive of a round', () => {
  it('[F119] is refused while the round is open, and to whoever neither owns nor audits it', async () => {
    const { dung, an, hanh, giang, khanh } = world.people;
    for (const person of [an, hanh, giang]) expect((await ask(server, person, 'GET', `${ROUND}/archive`)).status).toBe(403);
    for (const person of [dung, khanh]) {
      const early = await ask(server, person, 'GET', `${ROUND}/archive`);
      expect([early.status, early.body.code, early.body.state]).toEqual([409, 'notNow', 'open']);
    }
    expect(await acts('round.archive')).toEqual([]);
  });

  it('[F119] of a closed round holds a file for each participant: its documents listed and as they came, its sheet, its history', async () => {
    const { an, dung, khanh } = world.people;
    // What lies in the store no more is told by its row, as the housekeeping does; the department leaves no documents behind.
    await server.owner.query(`UPDATE content SET gone_at = now(), gone_for = 'removed' WHERE bytes >= $1`, [OBJECT]);
    server.clock.set('2023-01-16T02:00:00Z');
    const withdrawn = randomUUID();
    await ask(server, an, 'POST', `${SHEET}/documents`, { documents: [{ id: withdrawn, number: '8/TTr-MH', date: '2022-05-01' }] });
    expect((await ask(server, an, 'POST', `${SHEET}/documents/${withdrawn}/withdrawal`, { version: 1 })).status).toBe(201);
    // What a department proposed and brought before its leader stays within the body, and is not missing from the archive.
    const { seq, figures } = (await ask(server, an, 'GET', SHEET)).body;
    const target = { figure: figures[0].id };
    await ask(server, an, 'POST', `${SHEET}/assignments`, { to: 'so-minh-hoa-a', targets: [{ id: randomUUID(), ...target }] });
    const hoa = await addPerson(server, 'hoa', 'Ngô Thị Hoa', 'clerk', 'so-minh-hoa-a');
    const proposed = await ask(server, hoa, 'POST', `${SHEET}/entries`, { entries: [change(target, seq, { value: '12', source: 'Báo cáo minh họa' })] });
    const submission = { id: randomUUID(), ...target, act: 'submit', base: seq + 1 };
    const submitted = await ask(server, hoa, 'POST', `${SHEET}/part-submissions`, { submissions: [submission] });
    expect([proposed.status, submitted.status]).toEqual([201, 201]);
    await server.owner.query(`UPDATE round SET state = 'closed', closed_at = '2023-04-02T02:00:00Z'`);
    server.clock.set('2023-04-03T02:00:00Z');
    const files = await take(khanh, `${ROUND}/archive`);
    expectSums(files);
    expect([...files.keys()].filter((path) => !path.includes('/'))).toEqual([
      'Giới thiệu.txt',
      'Bộ tiêu chí.docx',
      'Bộ tiêu chí.yaml',
      'Mục lục hồ sơ.xlsx',
      'Mục lục hồ sơ.html',
      'SHA256SUMS',
    ]);
    expect(files.get('Giới thiệu.txt')?.toString()).toContain('Cơ quan chủ trì: Bộ Minh họa');
    expect((await rowsOf(files.get('Mục lục hồ sơ.xlsx'), 'Số TT')).map((row) => [row['Thư mục'], row['Số văn bản'], row['Thời hạn bảo quản']])).toEqual([
      ['Hồ sơ chung của kỳ đánh giá/Mục lục văn bản.html', 0, ''],
      ['1 - Tỉnh Minh họa 01/Mục lục văn bản.html', 7, ''],
      ['2 - Tỉnh Minh họa 02/Mục lục văn bản.html', 4, ''],
      ['3 - Tỉnh Minh họa 03/Mục lục văn bản.html', 109, ''],
      ['4 - Sở Minh họa A/Mục lục văn bản.html', 3, ''],
    ]);
    const folderOf = '1 - Tỉnh Minh họa 01';
    const documents = await rowsOf(files.get(`${folderOf}/Mục lục văn bản.xlsx`), 'Số TT');
    // The report comes first; a document with personal data is named by number and date alone, as the report names it.
    expect(documents[0]).toMatchObject({
      'Số TT': 1,
      'Tên loại và trích yếu nội dung': 'Báo cáo tự đánh giá',
      Tệp: 'Báo cáo tự đánh giá (hệ thống lập).docx',
    });
    expect(documents.filter((row) => /cá nhân/.test(String(row['Ghi chú']))).map((row) => row['Tên loại và trích yếu nội dung'])).toContain(
      'Tài liệu có dữ liệu cá nhân',
    );
    const [, firstDocument] = documents;
    expect(firstDocument).toMatchObject({
      'Số TT': 2,
      'Số, ký hiệu': '12/KH-UBND',
      'Ngày, tháng, năm': '05/02/2022',
      'Tên loại và trích yếu nội dung': 'Kế hoạch Cải cách hành chính năm 2022',
      'Tờ số': '',
      'Số trang': 2,
      Tệp: 'Văn bản/001 - 12-KH-UBND - Cải cách hành chính năm 2022.pdf',
    });
    expect(documents.map((row) => row['Ghi chú'])).toEqual(
      expect.arrayContaining(['không kèm: có dữ liệu cá nhân', 'gửi theo đường văn thư mật', 'đã rút khỏi kho ngày 16/01/2023']),
    );
    expect(sha256(files.get(`${folderOf}/${firstDocument?.['Tệp']}`) as Buffer)).toBe(firstDocument?.['SHA-256']);
    const history = (files.get(`${folderOf}/Lịch sử chấm điểm.jsonl`)?.toString() ?? '').trimEnd().split('\n');
    expect(history.map((line) => JSON.parse(line)).map(({ seq, actor }) => [seq, actor.name])).toEqual([
      [1, 'Nguyễn Văn An'],
      [2, 'Nguyễn Văn An'],
    ]);
    expect(JSON.parse(files.get(`${folderOf}/Bảng chấm điểm.json`)?.toString() ?? '')).toMatchObject({
      round: 'minh-hoa-2022',
      body: { name: 'Tỉnh Minh họa 01' },
    });
    // Each item, and the sum of what the body scores itself.
    expect(await rowsOf(files.get(`${folderOf}/Bảng chấm điểm.xlsx`), 'STT')).toHaveLength(items.length + 1);
    expect(files.get('4 - Sở Minh họa A/Lịch sử chấm điểm.jsonl')?.length).toBe(0);
    expect(await acts('round.archive')).toMatchObject([
      { actor: khanh.account, subject: 'round:minh-hoa-2022', content: { participants: 4, documents: 119, personal: false } },
    ]);
    // The owner may not see the people in a document; nor in the archive of their round.
    const owners = await take(dung, `${ROUND}/archive?personal=true`);
    expect([...owners.keys()]).toEqual([...files.keys()]);
  });

  it('[F94] breaks off where the right to it ends while it is on its way', async () => {
    const { dung } = world.people;
    const { storage } = server.context.evidence;
    const read = storage.read.bind(storage);
    storage.read = async (key, range) => {
      await server.owner.query(`UPDATE membership SET to_date = '2023-04-02' WHERE id = $1`, [dung.membership]);
      return read(key, range);
    };
    try {
      const answer = await download(dung, `${ROUND}/archive`);
      await expect(answer.arrayBuffer()).rejects.toThrow();
      expect(server.logged.at(-1)).toMatch(/archive of minh-hoa-2022 broke off .*0 of 3 documents/);
    } finally {
      storage.read = read;
      await server.owner.query('UPDATE membership SET to_date = NULL WHERE id = $1', [dung.membership]);
    }
  });
});
