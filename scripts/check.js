// npm run check: every rule of the house that a tool can hold. Names choose steps: npm run check -- types imports
import { install } from './install.js';
import { commandOf, inProject, projectNode } from './project.js';
import { run } from './run.js';

const own = (script) => [inProject('scripts', script)];
const tool = (command, ...args) => [commandOf(...command.split(' ')), ...args];

/** Name, what it looks at, and what Node is given; nothing is looked up before it is installed. */
const STEPS = [
  ['types', 'TypeScript', () => tool('typescript tsc', '--project', '.')],
  ['web-types', 'TypeScript, with the browser in sight', () => tool('typescript tsc', '--project', 'web')],
  ['worker-types', 'TypeScript, of what runs beside the page', () => tool('typescript tsc', '--project', 'web/service-worker', '--noEmit')],
  ['lint', 'Biome: rules, format, order of imports', () => tool('@biomejs/biome biome', 'check', '.')],
  ['imports', 'dependency-cruiser: who may import whom', () => own('imports-check.js')],
  ['purity', 'the core has no clock, chance or surroundings', () => own('purity-check.js')],
  ['words', 'names of states, steps, roles and acts stand in one place; no word that was mended comes back', () => own('words-check.js')],
  ['dead', 'knip: unused files, exports, dependencies', () => tool('knip', '--no-progress')],
  ['duplicates', 'jscpd: the same text twice', () => tool('jscpd', '--config', '.jscpd.json')],
  ['features', 'docs/features.md against the tests', () => own('features-check.js')],
  ['tests', 'vitest', () => own('test.js')],
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some(([step]) => step === name));
if (unknown.length > 0) {
  console.error(`Không có bước (no such step): ${unknown.join(', ')}\nCác bước (steps): ${STEPS.map(([name]) => name).join(', ')}`);
  process.exit(2);
}

await install();
const node = projectNode();
const summary = [];
for (const [name, about, command] of STEPS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n━━ ${name}: ${about}`);
  const since = Date.now();
  const status = await run(node, command());
  summary.push({ name, status, seconds: ((Date.now() - since) / 1000).toFixed(1) });
  if (status > 128) break;
}

console.log('');
for (const { name, status, seconds } of summary) console.log(`${status === 0 ? '✓' : '✗'} ${name.padEnd(10)} ${seconds.padStart(6)} s`);
const failed = summary.filter(({ status }) => status !== 0);
console.log(failed.length === 0 ? 'Đạt tất cả. (All is well.)' : `Chưa đạt (not yet): ${failed.map(({ name }) => name).join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
