import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { firstPageBytes } from './first-page.ts';
import { inventedRound, readEdition } from './round.ts';

// Figures and ratios of this machine in this run; docs/benchmarks.md keeps a run.

const here = import.meta.dirname;
const node = process.execPath;

function runNode(args: readonly string[], output: 'pipe' | number = 'pipe'): { stdout: string; stderr: string; seconds: number } {
  const start = performance.now();
  const run = spawnSync(node, [...args], { encoding: 'utf8', stdio: ['ignore', output, 'pipe'], maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(`${args.join(' ')}\n${run.stderr}`);
  return { stdout: run.stdout ?? '', stderr: run.stderr, seconds: (performance.now() - start) / 1000 };
}

interface Scored {
  readonly median: number;
  readonly least: number;
  readonly items: number;
}

const score = (bodies: number, rounds: number, floats: boolean): Scored =>
  JSON.parse(
    runNode([...(floats ? ['--import', path.join(here, 'with-floats.mjs')] : []), path.join(here, 'score.ts'), String(bodies), String(rounds)]).stdout,
  );

const rows: (readonly [what: string, figure: string, target: string])[] = [];
const report = (what: string, figure: string, target = '') => {
  rows.push([what, figure, target]);
  console.log(`${what}: ${figure}${target === '' ? '' : `  (${target})`}`);
};

function benchScoring(): void {
  const exact = score(63, 60, false);
  const floats = score(63, 60, true);
  report(`63 bodies × ${exact.items} items with explanations, warm`, `${exact.median.toFixed(1)} ms`, 'target < 50 ms');
  report('the same with floats in the place of exact numbers', `${floats.median.toFixed(1)} ms`);
  report('exact / floats', `${(exact.median / floats.median).toFixed(2)}×`, 'target ≤ 5×');
  const [few, more, many] = [score(63, 24, false), score(630, 8, false), score(6300, 4, false)];
  const perBody = (scored: Scored, bodies: number) => (scored.least * 1000) / bodies;
  report(
    'microseconds a body for 63, 630, 6,300 bodies',
    [perBody(few, 63), perBody(more, 630), perBody(many, 6300)].map((value) => value.toFixed(0)).join(', '),
    'linear: about equal',
  );
  report('6,300 bodies / 63 bodies', `${(many.least / few.least).toFixed(1)}×`, 'linear: 100×');
}

function benchLines(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'parindex-bench-'));
  try {
    const [input, output] = [path.join(folder, 'communes.ndjson'), path.join(folder, 'result.ndjson')];
    writeCommunes(input, 11_000);
    const sink = openSync(output, 'w');
    const run = runNode([path.join(here, 'command.ts'), 'compute', input], sink);
    closeSync(sink);
    const { seconds, megabytes } = JSON.parse(run.stderr.trim().split('\n').at(-1) ?? '{}') as { seconds: number; megabytes: number };
    report('11,000 communes as lines, from the command line', `${seconds.toFixed(1)} s`, 'target < 20 s');
    report(
      '… greatest memory',
      `${megabytes.toFixed(0)} MB for ${(statSync(input).size / 1e6).toFixed(0)} MB in, ${(statSync(output).size / 1e6).toFixed(0)} MB out`,
      'target < 200 MB',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeCommunes(file: string, bodies: number): void {
  const {
    figures,
    sheets,
    estimates,
    previous,
    bodies: list,
    ...head
  } = inventedRound(readEdition('commune-nq57-2026'), bodies) as unknown as {
    [part: string]: unknown;
    bodies: { id: string }[];
    figures: Record<string, unknown>;
    sheets: Record<string, unknown>;
    estimates: Record<string, unknown>;
    previous: { round: string; bodies: Record<string, unknown> };
  };
  const out = openSync(file, 'w');
  writeSync(out, `${JSON.stringify({ ...head, format: 'parindex-snapshot-lines/1', previous: { round: previous.round } })}\n`);
  for (const body of list) {
    writeSync(
      out,
      `${JSON.stringify({ body, figures: figures[body.id], sheet: sheets[body.id], estimates: estimates[body.id], previous: previous.bodies[body.id] })}\n`,
    );
  }
  closeSync(out);
}

function benchHelp(): void {
  const times = Array.from({ length: 21 }, () => runNode([path.join(here, '../cli/bin/parindex.js'), '--help']).seconds * 1000).toSorted((a, b) => a - b);
  const bare = Array.from({ length: 21 }, () => runNode(['-e', '0']).seconds * 1000).toSorted((a, b) => a - b);
  report('parindex --help, median of 21', `${(times[10] ?? 0).toFixed(0)} ms`, 'target < 150 ms');
  report('… over a bare start of Node', `${((times[10] ?? 0) / (bare[10] ?? 1)).toFixed(2)}×`);
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? ''}\n`);
benchScoring();
benchLines();
benchHelp();
const bytes = await firstPageBytes();
report('first page as a browser loads it (page, style, script, fonts)', `${(bytes / 1000).toFixed(0)} kB compressed`, 'target < 200 kB');
console.log(`\n| what | figure | |\n|---|---:|---|\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}`);
