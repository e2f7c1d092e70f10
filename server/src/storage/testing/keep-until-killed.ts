// A process that keeps uploads and stores previews until it is killed: node keep-until-killed.ts '<setting>'.
// It says when it is ready, begins when its input brings [id, key] pairs, and prints each upload that it has kept.
import { once } from 'node:events';
import { previewKey } from '../keys.ts';
import { openStorage } from '../open-storage.ts';

const storage = await openStorage(JSON.parse(process.argv[2] ?? ''), '');
console.log('ready');
const [line] = await once(process.stdin, 'data');
for (const [id, key] of JSON.parse(String(line))) {
  await storage.keepArrival(id, key);
  console.log(id);
}
for (let number = 0; ; number += 1) await storage.put(previewKey('c'.repeat(64), `trang-${number % 3}.png`), new Uint8Array(300_000).fill(number % 3));
