import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compare, saveCase } from './compare.ts';
import { SHARE_BROKEN } from './corpus.ts';
import { killMutants } from './mutants.ts';
import { findPython } from './python-side.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '20221110' },
    mutants: { type: 'boolean', default: true },
    'mutant-cases': { type: 'string', default: '3000' },
    broken: { type: 'string', default: String(SHARE_BROKEN) },
  },
  allowNegative: true,
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const SHOWN = 5;

const python = findPython();
if (python === undefined) {
  say('Python 3.9 or later was not found: nothing was compared.');
  process.exit(2);
}
const [cases, seed, keep, shareBroken] = [values.cases, values.seed, values['mutant-cases'], values.broken].map(Number) as [number, number, number, number];
const start = performance.now();
const onProgress = (done: number): void => {
  if (process.stdout.isTTY) process.stdout.write(`\r${done} of ${cases} snapshots, ${seconds(start)} `);
};
const { coverage, differences, agreed } = await compare(python, { seed, cases, keep, shareBroken, onProgress });
say(`\n${cases} snapshots of seed ${seed}, ${seconds(start)}: ${differences.length} differences between TypeScript and Python.`);
for (const { number, text, lines } of differences.slice(0, SHOWN)) {
  say(`\nSnapshot ${number} (TypeScript | Python), saved as ${fileURLToPath(saveCase(`difference-${seed}-${number}`, text))}`);
  for (const line of lines) say(`  ${line}`);
}
say('');
for (const line of coverage.table()) say(line);
const { empty } = coverage;
say(
  empty.length > 0
    ? `\nNothing came to:\n${empty.map((cell) => `  ${cell}`).join('\n')}`
    : `\nEvery cell was met. The rarest: ${coverage.lowest
        .slice(0, 8)
        .map(([cell, count]) => `${cell} (${count})`)
        .join(', ')}.`,
);

let alive = false;
if (values.mutants && differences.length === 0) {
  const since = performance.now();
  const verdicts = await killMutants(python, agreed, (line) => process.stdout.isTTY && process.stdout.write(`\r${line} `));
  const survivors = verdicts.filter((verdict) => verdict.survives);
  alive = survivors.length > 0;
  const count = (side: string) => verdicts.filter((verdict) => verdict.side === side).length;
  say(
    `\n${verdicts.length - survivors.length} of ${verdicts.length} mutants found (TypeScript ${count('TypeScript')}, Python ${count('Python')}), ${seconds(since)}.`,
  );
  for (const { side, mutant, why } of survivors) say(`  ${side} survives: ${mutant.what} (${mutant.file}): ${why}`);
}
process.exitCode = differences.length > 0 || empty.length > 0 || alive ? 1 : 0;
