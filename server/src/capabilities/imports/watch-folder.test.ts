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
  await takeSettledFiles(broken as never, feed, alone);
  await expect(takeSettledFiles(broken as never, feed, alone)).rejects.toThrow(/no connection/);
  await look();
  await look();
  expect(await deliveries()).toHaveLength(2);
  expect(server.logged).toEqual([]);
});
