// npm run bench:evidence: 2 GB into the store against a plain copy with hash, and search in 50,000 documents. Words: --only upload or search; --gigabytes 2; --store bucket (S3 by s3rver) instead of a folder; --documents 50000
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeBenchDatabase } from '../server/bench-database.ts';
import { searchBench } from './search.ts';
import { uploadBench } from './upload.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    gigabytes: { type: 'string', default: '2' },
    store: { type: 'string', default: 'folder' },
    documents: { type: 'string', default: '50000' },
  },
});
const folder = mkdtempSync(path.join(tmpdir(), 'parindex-bench-store-'));
const bench = await makeBenchDatabase(63, 1);
const stop = async () => {
  await bench.stop();
  rmSync(folder, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().then(() => process.exit(1)));
try {
  if (values.only !== 'search') await uploadBench(bench, folder, Number(values.gigabytes) * 1024 ** 3, values.store === 'bucket');
  if (values.only !== 'upload') await searchBench(bench, folder, Number(values.documents));
} finally {
  await stop();
}
