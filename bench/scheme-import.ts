// node bench/scheme-import.ts: a table of criteria of 300 rows as XLSX and DOCX, previewed over HTTP; beside it the list of editions, in the same run
import { readdirSync } from 'node:fs';
import { tablesAsDocx, tablesAsXlsx, type WrittenTable } from '../server/src/file-inspection/testing/tables.ts';
import { megabytesOf } from './process-memory.ts';
import { makeBenchDatabase } from './server/bench-database.ts';
import { cpuSeconds, parentOf } from './server/cpu-time.ts';
import { startServer } from './server/served.ts';

const ROWS = 300;
const TURNS = 7;
const RULES = [
  'Từ 95% trở lên: 2 điểm; từ 80% đến dưới 95%: điểm = tỷ lệ × 2 / 95%; dưới 80%: 0 điểm',
  'Đúng thời hạn: 2; không đúng: 0',
  'Mỗi sáng kiến được 0,25, tối đa 2',
  'Theo hướng dẫn của Sở Minh họa, được ban hành riêng cho từng năm',
];

const TABLE: WrittenTable = {
  name: 'Phụ lục',
  rows: [
    ['STT', 'Tiêu chí', 'Điểm tối đa', 'Cách tính điểm', 'Tài liệu kiểm chứng', 'Cơ quan thẩm định'],
    ...Array.from({ length: ROWS - 1 }, (_, at) => {
      const [domain, within] = [Math.floor(at / 23) + 1, at % 23];
      if (within === 0) return [String(domain), `LĨNH VỰC MINH HỌA ${domain}`, '44', '', '', ''];
      return [
        `${domain}.${within}`,
        `Tiêu chí minh họa ${domain}.${within}`,
        '2',
        RULES[at % RULES.length] as string,
        'Báo cáo, văn bản đã ban hành',
        'Sở Minh họa A',
      ];
    }),
  ],
};

/** Of a process that has ended, none. */
const memoryOf = (pid: number, what: 'VmRSS' | 'VmHWM'): number => megabytesOf(pid, what) || 0;
const startedBy = (pid: number): number[] => {
  const own = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) && parentOf(Number(name)) === pid ? [Number(name)] : []));
  return own.flatMap((child) => [child, ...startedBy(child)]);
};

const bench = await makeBenchDatabase(1, 1);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void bench.stop().then(() => process.exit(1)));
try {
  const served = await startServer({ app: bench.urls.app, signOn: bench.urls.signOn, keys: bench.urls.keys }, bench.store);
  const asked = async (url: string, init: RequestInit = {}) => {
    const started = performance.now();
    const response = await fetch(`${served.address}${url}`, { ...init, headers: { cookie: `parindex_session=${bench.reader}`, ...init.headers } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${url}: ${response.status} ${text.slice(0, 500)}`);
    return { taken: performance.now() - started, answer: JSON.parse(text) };
  };
  const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] as number;

  const lists = [];
  for (let turn = 0; turn < TURNS; turn += 1) lists.push((await asked('/api/editions')).taken);
  console.log(`list of editions, the middle of ${TURNS}: ${middle(lists).toFixed(0)} ms`);
  for (const [kind, bytes] of [
    ['XLSX', await tablesAsXlsx([TABLE])],
    ['DOCX', await tablesAsDocx([TABLE])],
  ] as const) {
    const before = memoryOf(served.pid, 'VmRSS');
    let reader = 0;
    const watch = setInterval(() => {
      reader = Math.max(reader, ...startedBy(served.pid).map((pid) => memoryOf(pid, 'VmHWM')));
    }, 20);
    const worked = cpuSeconds([served.pid]);
    const times = [];
    let counts: unknown;
    for (let turn = 0; turn < TURNS; turn += 1) {
      const { taken, answer } = await asked('/api/editions/files/preview', {
        method: 'POST',
        body: new Uint8Array(bytes),
        headers: { 'content-type': 'application/octet-stream' },
      });
      times.push(taken);
      counts = answer.counts;
    }
    clearInterval(watch);
    const processor = ((cpuSeconds([served.pid]) - worked) * 1_000) / TURNS;
    const [first = 0, ...then] = times;
    console.log(`${kind}, ${Math.round(bytes.length / 1024)} kB, ${JSON.stringify(counts)}`);
    console.log(
      `… first ${first.toFixed(0)} ms, then the middle of ${then.length} ${middle(then).toFixed(0)} ms, at most ${Math.max(...then).toFixed(0)} ms; ${processor.toFixed(0)} ms of processor each`,
    );
    console.log(
      `… server ${before.toFixed(0)} MB before, at most ${memoryOf(served.pid, 'VmHWM').toFixed(0)} MB; process that reads the file at most ${reader.toFixed(0)} MB`,
    );
  }
  await served.stop();
} finally {
  await bench.stop();
}
