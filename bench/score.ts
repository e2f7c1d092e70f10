// Scores an invented round again and again and prints the median in milliseconds; run on its own, so that
// the numbers beneath can be swapped (`--floats`).
import { Faults, prepareScheme, rankBodies, readJson, scoreBodies } from '@parindex/core';
import { readSnapshot } from '@parindex/core/snapshot/read';
import { inventedRound, readEdition } from './round.ts';

const [bodies = '63', rounds = '40'] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const { snapshot } = readSnapshot(readJson(JSON.stringify(inventedRound(readEdition('province-2022'), Number(bodies)))).value, new Faults());
if (!snapshot) throw new Error('the invented round has faults');
const prepared = prepareScheme(snapshot.scheme);

const times: number[] = [];
for (let run = 0; run < Number(rounds); run++) {
  const start = performance.now();
  rankBodies(prepared, scoreBodies(prepared, snapshot, new Faults()));
  times.push(performance.now() - start);
}
// The first runs warm the compiler up.
const warm = times.slice(Math.floor(times.length / 4)).toSorted((a, b) => a - b);
console.log(JSON.stringify({ median: warm[Math.floor(warm.length / 2)], least: warm[0], items: prepared.items.length }));
