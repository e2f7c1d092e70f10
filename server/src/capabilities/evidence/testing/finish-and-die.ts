import { EventEmitter } from 'node:events';
import { connectPool } from '../../../db/connect.ts';
import { CachedHealth } from '../../../external-services/cached-health.ts';
import { openFolder } from '../../../storage/folder.ts';
import type { Storage } from '../../../storage/storage.ts';
import { finishNext } from '../finish-upload.ts';

/** Where the checking of an upload may be cut off: before its bytes are read, before and after they are kept, after it is recorded. */
export const STAGES = ['received', 'hashed', 'stored', 'recorded'] as const;

// node finish-and-die.ts JOBS_URL FOLDER STAGE: checks one upload and is killed at the stage, as by a power cut.
const [jobsUrl = '', folder = '', stage = ''] = process.argv.slice(2);
if (jobsUrl !== '') {
  const die = (): never => {
    process.kill(process.pid, 'SIGKILL');
    throw new Error('killed');
  };
  const storage = await openFolder(folder);
  const dying = Object.assign(Object.create(storage) as Storage, {
    readArrival: (id: string) => (stage === 'received' ? die() : storage.readArrival(id)),
    keepArrival: async (id: string, key: string) => {
      if (stage === 'hashed') die();
      await storage.keepArrival(id, key);
      if (stage === 'stored') die();
    },
    dropArrival: (id: string) => (stage === 'recorded' ? die() : storage.dropArrival(id)),
    withArrivalFile: storage.withArrivalFile.bind(storage),
    withFile: storage.withFile.bind(storage),
    read: storage.read.bind(storage),
    put: storage.put.bind(storage),
  });
  const clock = { now: () => new Date('2023-01-15T02:00:00Z') };
  const evidence = {
    storage: dying,
    scanner: undefined,
    scannerState: new CachedHealth(undefined, clock),
    storeState: new CachedHealth(undefined, clock),
    trustFolder: undefined,
    mostFileBytes: 1e9,
    mostBodyBytes: 1e10,
    received: new EventEmitter(),
  };
  await finishNext({ pool: connectPool(jobsUrl, 2), clock, evidence, log: (text, error) => console.error(text, error) });
  process.exit(9);
}
