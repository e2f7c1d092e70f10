// A process that may write no file of more than a megabyte: node write-with-little-room.ts <folder>. It prints what became of what it tried.

import { openFolder } from '../folder.ts';
import { objectKey, previewKey } from '../keys.ts';
import { begin, patch } from './uploaded.ts';

const storage = await openFolder(process.argv[2] ?? '');
const nameOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error) => error.constructor.name,
  );
const large = new Uint8Array(2_000_000).fill(7);
const id = await begin(storage, large.length);
console.log(
  JSON.stringify({
    object: await nameOf(storage.put(objectKey('a'.repeat(64)), large)),
    preview: await nameOf(storage.put(previewKey('a'.repeat(64), 'trang-1.png'), large)),
    upload: await nameOf(patch(storage, id, 0, large)),
    drop: await nameOf(storage.dropArrival(id)),
    small: await nameOf(storage.put(previewKey('b'.repeat(64), 'trang-1.png'), large.subarray(0, 500_000))),
  }),
);
