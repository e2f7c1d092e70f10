// npm run bench:web: the workspace in a browser: bytes of the first load, time until it can be used, items opened, typing, scrolling.
import { cpus } from 'node:os';
import { launchChromium } from '../tests/chromium.ts';
import { bytesOf, type Load } from '../tests/workspace/first-load.ts';
import { FAST_DESK, FAST_PHONE, SLOW_DESK, SLOW_PHONE } from './workspace/device.ts';
import {
  type Bench,
  BOARD,
  dataToChart,
  firstLoad,
  HOME,
  ITEM,
  nextItems,
  OVERVIEW,
  outlineItems,
  RANKING,
  SIGN_IN,
  scrollList,
  scrollSheets,
  timeToUsable,
  typing,
} from './workspace/measures.ts';
import { startSandbox } from './workspace/sandbox.ts';

const ROUNDS = 5;
const ITEMS = 30;

const rows: (readonly [what: string, figure: string, unbraked: string, ratio: string, target: string])[] = [];
const report = (...row: (typeof rows)[number]) => {
  rows.push(row);
  console.log(row.filter((cell) => cell !== '').join(' | '));
};

const ms = (value: number) => `${value.toFixed(0)} ms`;
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
const at = (values: readonly number[], part: number) => values.toSorted((a, b) => a - b)[Math.ceil(part * values.length) - 1] ?? Number.NaN;
const median = (values: readonly number[]) => at(values, 0.5);

function compare(what: string, slow: number, fast: number, target = '') {
  report(what, ms(slow), ms(fast), `${(slow / fast).toFixed(1)}×`, target);
}

const KINDS = ['document', 'stylesheet', 'script', 'font', 'fetch'];

function reportLoad(name: string, load: Load): void {
  const told = KINDS.map((kind) => `${kind} ${kilobytes(load[kind] ?? 0)}`);
  const rest = bytesOf(load) - KINDS.reduce((sum, kind) => sum + (load[kind] ?? 0), 0);
  report(`first load, ${name}: ${told.join(', ')}, other ${kilobytes(rest)}`, `${kilobytes(bytesOf(load))} kB`, '', '', '< 250 kB');
}

async function reportUsable(bench: Bench): Promise<void> {
  for (const [name, place] of [
    ['sign-in page', SIGN_IN],
    ['home, signed in', HOME],
    ['an item of a sheet by its link, signed in', ITEM],
    ['board of 63 × 94, signed in', BOARD],
    ['ranking of 63 × 94, signed in', RANKING.place],
  ] as const) {
    const times = { slow: [] as { first: number; again: number }[], fast: [] as { first: number; again: number }[] };
    for (let round = 0; round < ROUNDS; round++) {
      times.slow.push(await timeToUsable(bench, SLOW_PHONE, place));
      times.fast.push(await timeToUsable(bench, FAST_PHONE, place));
    }
    for (const visit of ['first', 'again'] as const) {
      const [slow, fast] = [times.slow, times.fast].map((list) => median(list.map((time) => time[visit]))) as [number, number];
      compare(`usable, ${name}, ${visit === 'first' ? 'never there before' : 'coming again'}, median of ${ROUNDS}`, slow, fast, '2 s');
    }
  }
}

function compareDelays(what: string, slow: readonly number[], fast: readonly number[], target: string): void {
  for (const [name, part] of [
    ['p50', 0.5],
    ['p95', 0.95],
    ['longest', 1],
  ] as const)
    compare(`${what}, ${name} of ${slow.length}`, at(slow, part), at(fast, part), target);
}

const tasks = (list: readonly number[]) =>
  `${list.length} over 50 ms, ${list.filter((task) => task > 100).length} over 100 ms${list.length === 0 ? '' : `, longest ${ms(Math.max(...list))}`}`;

async function reportCharts(bench: Bench): Promise<void> {
  for (const [name, chart] of [
    ['overview of a round', OVERVIEW],
    ['ranking', RANKING],
  ] as const) {
    const times = { slow: [] as number[], fast: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      times.slow.push(await dataToChart(bench, SLOW_DESK, chart));
      times.fast.push(await dataToChart(bench, FAST_DESK, chart));
    }
    compare(`from its data to the first chart, ${name}, median of ${ROUNDS}`, median(times.slow), median(times.fast), '100 ms');
  }
}

async function reportScrolling(name: string, scroll: typeof scrollList, bench: Bench): Promise<void> {
  const [slow, fast] = [await scroll(bench, SLOW_PHONE), await scroll(bench, FAST_PHONE)];
  report(
    `${name}: long tasks while ${(slow.pixels / 1000).toFixed(0)} thousand pixels are scrolled`,
    tasks(slow.scrolling),
    tasks(fast.scrolling),
    '',
    'none over 100 ms',
  );
  report(`${name}: … while it is drawn`, tasks(slow.drawing), tasks(fast.drawing), '', '');
}

const sandbox = await startSandbox();
// Cut off, it takes its server along.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.stop().then(() => process.exit(1)));
const browser = await launchChromium();
try {
  const bench = { sandbox, browser };
  console.log(`Node ${process.version}, Chromium ${browser.version()}, ${cpus().length} × ${cpus()[0]?.model ?? ''}\n`);
  reportLoad('sign-in page', await firstLoad(bench, FAST_PHONE, SIGN_IN));
  reportLoad('home, signed in', await firstLoad(bench, FAST_PHONE, HOME));
  for (const [name, place] of [
    ['an item of a sheet by its link', ITEM],
    ['round', OVERVIEW.place],
    ['board', BOARD],
    ['ranking', RANKING.place],
  ] as const)
    reportLoad(`${name}, signed in`, await firstLoad(bench, FAST_DESK, place));
  await reportUsable(bench);
  await reportCharts(bench);
  compareDelays('item opened by "next item"', await nextItems(bench, SLOW_PHONE, ITEMS), await nextItems(bench, FAST_PHONE, ITEMS), '300 ms');
  compareDelays('item opened from the outline (desk size)', await outlineItems(bench, SLOW_DESK, ITEMS), await outlineItems(bench, FAST_DESK, ITEMS), '300 ms');
  compareDelays('key to paint, no request answered', await typing(bench, SLOW_PHONE), await typing(bench, FAST_PHONE), 'never waits');
  await reportScrolling('list view of a sheet, all domains', scrollList, bench);
  await reportScrolling('63 bodies × 94 items', scrollSheets, bench);
  console.log(`\n| what | slow phone | unbraked | ratio | target |\n|---|---:|---:|---:|---|\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}`);
} finally {
  await browser.close();
  await sandbox.stop();
}
