import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anotherProcess, startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../testing/world.ts';
import { type FileStates, takeSettledFiles } from './watch-folder.ts';

let server: TestServer;
let second: TestServer;
let world: World;
let folder: string;
beforeAll(async () => {
  server = await startTestServer('2023-01-15T02:00:00Z');
  world = await makeWorld(server);
  second = await anotherProcess(server);
  folder = await mkdtemp(join(tmpdir(), 'parindex-feed-'));
  for (const round of [world.round, 'khong-co']) await mkdir(join(folder, round));
});
afterAll(async () => {
  await second.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const inbox = (...path: string[]) => join(folder, world.round, ...path);
const ROW = 'body,figure,value,source,date\ntinh-minh-hoa-01,newEnterprises,1200,Cục Thống kê Minh họa,31/12/2022\n';

it('[F111] files that have come to rest in the watched folder become deliveries, each once, whoever looks and whatever dies', async () => {
  const seen: [FileStates, FileStates] = [new Map(), new Map()];
  const feed = { folder, account: 'dung@minh-hoa.example' };
  const look = () => Promise.all([takeSettledFiles(server.context, feed, seen[0]), takeSettledFiles(second.context, feed, seen[1])]);
  const deliveries = async () => (await ask(server, world.people.dung, 'GET', `/api/rounds/${world.round}/deliveries`)).body.items;

  await writeFile(inbox('số liệu.csv'), ROW);
  await writeFile(inbox('đang ghi.csv.part'), ROW);
  await writeFile(inbox('hỏng.csv'), 'body,figure\nx,y\n');
  await writeFile(join(folder, 'khong-co', 'a.csv'), ROW);
  await look();
  expect(await deliveries()).toEqual([]);
  // While it is still being written it is left alone.
  await writeFile(inbox('số liệu.csv'), `${ROW}02,khong-co,1,x,31/12/2022\n`);
  await look();
  expect(await deliveries()).toEqual([]);
  await look();
  expect(await deliveries()).toEqual([
    expect.objectContaining({
      cameBy: 'folder',
      fileName: 'số liệu.csv',
      state: 'pending',
      rows: 2,
      broughtBy: { id: world.people.dung.account, name: 'Phạm Văn Dũng' },
    }),
  ]);
  const [kept, report, ...others] = (await readdir(inbox('da-nhan'))).toSorted();
  expect([kept?.endsWith('-số liệu.csv'), report, others]).toEqual([true, `${kept}.bao-cao.txt`, []]);
  expect(await readFile(inbox('da-nhan', report as string), 'utf8')).toContain('A3: Trong kỳ đánh giá không có cơ quan nào');
  const refused = await readdir(inbox('khong-nhan'));
  expect(refused).toHaveLength(2);
  expect(await readFile(inbox('khong-nhan', refused.find((name) => name.endsWith('.txt')) as string), 'utf8')).toContain('Thiếu cột “Giá trị”');
  expect((await readdir(join(folder, 'khong-co', 'khong-nhan'))).some((name) => name.endsWith('a.csv'))).toBe(true);
  expect((await readdir(inbox())).toSorted()).toEqual(['.dang-nhan', 'da-nhan', 'khong-nhan', 'đang ghi.csv.part'].toSorted());

  // The same content again, by another name, is the same delivery.
  await rename(inbox('da-nhan', kept as string), inbox('lại.csv'));
  await look();
  await look();
  expect(await deliveries()).toHaveLength(1);

  // Without its database nothing is lost: the file lies where it was.
  await writeFile(inbox('sau.csv'), ROW);
  const [alone, broken]: [FileStates, object] = [new Map(), { ...server.context, pool: { connect: () => Promise.reject(new Error('away')) } }];
  for (let turn = 0; turn < 3; turn += 1) await takeSettledFiles(broken as never, feed, alone);
  expect(await readdir(inbox())).toContain('sau.csv');
  // It is said once, and not at every look.
  expect(server.logged.splice(0)).toEqual([expect.stringMatching(/sau\.csv.*no connection/s)]);
  await look();
  await look();
  expect(await deliveries()).toHaveLength(2);
  expect(server.logged).toEqual([]);
});

it('[F111] a name as long as the file system takes is taken, an abandoned one comes back under it, and what fails holds up no file beside it', async () => {
  const feed = { folder, account: 'dung@minh-hoa.example' };
  const seen: FileStates = new Map();
  const names = async (...path: string[]) => (await readdir(inbox(...path)).catch(() => [])).toSorted();
  const deliveries = async () =>
    (await ask(server, world.people.dung, 'GET', `/api/rounds/${world.round}/deliveries`)).body.items.map(({ fileName }: { fileName: string }) => fileName);
  const before = { taken: (await names('da-nhan')).length, deliveries: (await deliveries()).length };
  const long = `${'a'.repeat(226)}.csv`;
  const vietnamese = `${'Báo cáo số liệu đăng ký doanh nghiệp '.repeat(4)}năm 2022 (tỉnh).csv`.normalize('NFD');
  const longest = `${'ổ'.repeat(83)}b.csv`;
  expect([long, longest].map((name) => Buffer.byteLength(name))).toEqual([230, 254]);
  expect(Buffer.byteLength(vietnamese)).toBeGreaterThan(218);
  const laid = [long, vietnamese, longest, 'ở bên.csv'];
  for (const [number, name] of laid.entries()) await writeFile(inbox(name), ROW.replace('1200', String(1300 + number)));
  await takeSettledFiles(server.context, feed, seen);
  await takeSettledFiles(server.context, feed, seen);
  expect((await deliveries()).toSorted()).toEqual(expect.arrayContaining(laid));
  expect(await deliveries()).toHaveLength(before.deliveries + laid.length);
  const kept = (await names('da-nhan')).filter((name) => !name.endsWith('.bao-cao.txt'));
  expect(await names('da-nhan')).toHaveLength(before.taken + 2 * laid.length);
  for (const name of kept) expect([name, name.endsWith('.csv'), Buffer.byteLength(name) <= 230]).toEqual([name, true, true]);
  expect(await names('.dang-nhan')).toEqual([]);
  expect(server.logged).toEqual([]);

  // A process that died had taken one: it comes back by its own name.
  await writeFile(inbox('.dang-nhan', 'a6b1c2d3-0000-4000-8000-000000000000'), ROW.replace('1200', '1400'));
  await writeFile(inbox('.dang-nhan', 'a6b1c2d3-0000-4000-8000-000000000000.ten'), long);
  const { now } = Date;
  Date.now = () => now() + 11 * 60_000;
  try {
    await takeSettledFiles(server.context, feed, seen);
    expect(await names()).toContain(long);
  } finally {
    Date.now = now;
  }

  // Of two files one cannot be taken: the other is, and the first is told once.
  await writeFile(inbox('z.csv'), ROW.replace('1200', '1500'));
  const other: FileStates = new Map();
  let asked = 0;
  const halting = {
    ...server.context,
    get pool() {
      asked += 1;
      return asked === 1 ? { connect: () => Promise.reject(new Error('away')) } : server.context.pool;
    },
  };
  for (let turn = 0; turn < 4; turn += 1) await takeSettledFiles(halting as never, feed, other);
  expect(await names()).toContain(long);
  expect(await deliveries()).toContain('z.csv');
  expect(server.logged.splice(0)).toEqual([expect.stringMatching(/a\.csv.*no connection/s)]);
});
