import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { createApiServer } from '../../../app.ts';
import { connectPool } from '../../../db/connect.ts';
import { CachedHealth } from '../../../external-services/cached-health.ts';
import { Keys } from '../../../keys/keys.ts';
import { openFolder } from '../../../storage/folder.ts';

// node serve-apart.ts APP_URL SIGN_ON_URL FOLDER PORT MOMENT: the API in a process of its own, to be killed. Says the address once it listens.
const [appUrl = '', signOnUrl = '', folder = '', port = '0', moment = ''] = process.argv.slice(2);
const clock = { now: () => new Date(moment) };
const storage = await openFolder(folder);
const evidence = {
  storage,
  scanner: undefined,
  scannerState: new CachedHealth(undefined, clock),
  storeState: new CachedHealth(undefined, clock),
  trustFolder: undefined,
  mostFileBytes: 2e8,
  mostBodyBytes: 1e10,
  received: new EventEmitter(),
};
const app = await createApiServer({
  kind: 'real',
  origin: undefined,
  clock,
  pool: connectPool(appUrl, 10),
  signOn: connectPool(signOnUrl, 2),
  evidence,
  keys: new Keys(join(folder, 'keys')),
  templates: () => [],
  checks: new Map(),
  log: (text, error) => console.error(text, error),
});
console.log(await app.listen({ host: '127.0.0.1', port: Number(port) }));
