// npm run attack: hostile requests, bounded in number and time, against a real installation on this machine; prints what was tried and what was found.
import { itemsOfDomains } from '@parindex/core';
import { makeBenchDatabase } from '../../bench/server/bench-database.ts';
import { startServer } from '../../bench/server/served.ts';
import { files } from './files.ts';
import { boardStreams, floods, publicAnswers } from './floods.ts';
import { guesses } from './guesses.ts';
import { hostileBodies } from './hostile-bodies.ts';
import { rawHttp } from './raw-http.ts';
import { readings } from './readings.ts';
import { Target } from './target.ts';
import { twoProcesses } from './two-processes.ts';

/** In this order: guesses hold this machine's address back in the end. `npm run attack -- rawHttp files` runs some. */
const WAYS = { floods, publicAnswers, rawHttp, hostileBodies, files, boardStreams, twoProcesses, readings, guesses } as const;

const wanted = process.argv.slice(2);
const began = performance.now();
const database = await makeBenchDatabase(4, 2);
const server = await startServer(database.urls, database.store, { PARINDEX_ACCESS_LOG: 'off' });
const target = new Target(database, server, itemsOfDomains(database.scheme.domains)[0]?.code as string);
try {
  await target.measureQuiet();
  for (const [name, way] of Object.entries(WAYS)) if (wanted.length === 0 || wanted.includes(name)) await way(target);
} finally {
  await server.stop();
  await database.stop();
}
const seconds = ((performance.now() - began) / 1_000).toFixed(0);
console.log(`${target.tried} attacks with ${target.requests} requests of their own in ${seconds} s, ${target.found} got through`);
if (target.leftOut.length > 0) console.log(`${target.leftOut.length} left out, not tried: ${target.leftOut.join('; ')}`);
process.exitCode = target.found > 0 ? 1 : 0;
