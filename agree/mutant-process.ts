import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import type { Agreed } from './compare.ts';
import { ordered, settled } from './json.ts';
import { type Mutant, planted } from './mutant.ts';

// Run by mutants.ts: node mutant-process.ts CASES MUTANT. Says "same" or "differs".
const [casesFile = '', mutantText = ''] = process.argv.slice(2);
const mutant = JSON.parse(mutantText) as Mutant;
const target = new URL(`../${mutant.file}`, import.meta.url).href;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (url !== target) return loaded;
    const trial = planted(readFileSync(new URL(url), 'utf8'), mutant);
    if ('fault' in trial) throw new Error(trial.fault);
    return { ...loaded, source: trial.text };
  },
});

const { answerOf } = await import('./typescript-side.ts');

let verdict = 'same';
for (const line of readFileSync(casesFile, 'utf8').split('\n')) {
  if (line === '') continue;
  const { text, answer } = JSON.parse(line) as Agreed;
  if (ordered(settled(await answerOf(text))) === answer) continue;
  verdict = 'differs';
  break;
}
process.stdout.write(verdict);
