import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { inspect } from './inspect.ts';
import { lockedDown, PROCESS_LIMITS, ROOT } from './locked-down.ts';
import { isolationHere } from './namespaces.ts';
import { refusal, TestFolder } from './testing/files.ts';
import { pixelBomb } from './testing/images.ts';
import { makeDocx, makeXlsx, paragraph, rels } from './testing/office.ts';
import { flateBomb, makePdf } from './testing/pdf.ts';

const folder = new TestFolder();
afterAll(() => folder.remove());

const MEGABYTE = 1024 * 1024;

const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 9 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join('')}]><x>&a9;</x>`;
const sheets = Array.from({ length: 1_000 }, (_, index) => [String(index + 1), ''] as const);
const deep = `${'<w:p>'.repeat(300)}${'</w:p>'.repeat(300)}`;

describe('bombs are refused by their limits, while this process hardly grows', () => {
  test.for<readonly [string, string, () => Promise<Buffer> | Buffer, string]>([
    ['a ZIP bomb', 'a.docx', () => makeDocx(paragraph('x'), { parts: { 'word/media/a.bmp': Buffer.alloc(200 * MEGABYTE) } }), 'suspiciousCompression'],
    ['a billion laughs', 'a.xlsx', () => makeXlsx({ A: '' }, { parts: { 'xl/sharedStrings.xml': laughs } }), 'unsafeXml'],
    [
      'one sheet listed a thousand times',
      'a.xlsx',
      () => makeXlsx(Object.fromEntries(sheets), { relations: rels(...sheets.map(([name]) => [`s${name}`, 'worksheet', 'worksheets/sheet1.xml'] as const)) }),
      'tooComplex',
    ],
    ['XML without a floor', 'a.docx', () => makeDocx(deep), 'tooComplex'],
    ['a picture of 2.5 billion pixels', 'a.png', () => pixelBomb(50_000, 50_000), 'tooManyPixels'],
    ['a PDF whose page unpacks to 4 GB', 'a.pdf', () => makePdf({ pages: [[]], packedContents: flateBomb(4_096) }), 'tooHeavy'],
  ])('[F28] %s', async ([, name, make, code]) => {
    const file = folder.keep(await make());
    const before = process.memoryUsage().rss;
    const { code: found, details } = await refusal(inspect(file, name));
    expect(found, JSON.stringify(details)).toBe(code);
    // A fault of our own would be told as too heavy just so.
    expect(details['reason']).not.toBe('crash');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MEGABYTE);
  });

  test('[F28] the clock is the last resort', async () => {
    const { code, details } = await refusal(inspect(folder.keep(makePdf({ pages: [[]], packedContents: flateBomb(4_096) })), 'a.pdf', { seconds: 0.5 }));
    expect([code, details['reason']]).toEqual(['tooHeavy', 'time']);
  });
});

test('[F28] whatever a file makes the process do: it reads that one file and the code, writes and starts nothing', async (ctx) => {
  if (process.platform === 'win32') ctx.skip('no ulimit here');
  const file = folder.keep('x');
  const libraries = `${ROOT}node_modules/@img`;
  const addon = existsSync(libraries)
    ? readdirSync(libraries, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.node') && name.includes(process.platform))
    : undefined;
  const program = fileURLToPath(new URL('testing/probe.ts', import.meta.url));
  const listening = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const probe = async (nativeCode: boolean) => {
    const args = [file, folder.keep('secret'), `${libraries}/${addon}`, String((listening.address() as AddressInfo).port), String(process.pid)];
    const [command, ...rest] = await lockedDown({ program, args, file, size: 1, nativeCode, seconds: 60 });
    return JSON.parse((await promisify(execFile)(command, rest, { env: {} })).stdout);
  };
  const read = { readFile: true, readOther: false, readAccounts: false, readEnvironment: false };
  const held = { ...read, write: false, start: false, worker: false, evaluate: false, environment: [] };
  const done = await probe(false);
  expect(done).toMatchObject({ ...held, nativeCode: false });
  const native = await probe(true);
  expect(native).toMatchObject({ ...held, nativeCode: true });
  listening.close();
  if (process.platform === 'linux') expect(done.megabytes).toBeLessThan(PROCESS_LIMITS.memory);
  const isolation = await isolationHere();
  if (isolation === 'none') ctx.skip('this system lets nobody make namespaces: what reads files keeps the network');
  expect([done.connect, native.connect]).toEqual([false, false]);
  if (isolation === 'network') ctx.skip('this system lets no namespace of processes be made');
  expect([done.signal, native.signal]).toEqual([false, false]);
});
