import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MOST_FILE_BYTES } from '@parindex/core/contracts/limits';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { inject } from 'vitest';
import { createApiServer } from '../app.ts';
import { readCheckFiles } from '../capabilities/editions/checks.ts';
import { readTemplates } from '../capabilities/editions/templates.ts';
import type { Evidence } from '../capabilities/evidence/evidence.ts';
import { readRegistry } from '../capabilities/results/published.ts';
import type { Clock } from '../clock.ts';
import type { Context, InstallationKind } from '../context.ts';
import { connectServing, type PoolOptions } from '../db/connect.ts';
import { urlAs } from '../db/prepare.ts';
import { CachedHealth } from '../external-services/cached-health.ts';
import { hashOfToken } from '../http/admission.ts';
import { newSecretsKey } from '../keys/key-file.ts';
import { Keys } from '../keys/keys.ts';
import { openFolder } from '../storage/folder.ts';

/** Those of the project's own editions. */
const ROOT = new URL('../../../', import.meta.url).pathname;
const CHECKS = readCheckFiles(ROOT);
const TEMPLATES = readTemplates(ROOT);
/** The bodies of the published results, as every installation serves them. */
const PUBLISHED = readRegistry(ROOT);

/** A clock that a story sets. */
export class TestClock implements Clock {
  #moment: number;
  constructor(moment: string) {
    this.#moment = Date.parse(moment);
  }
  now(): Date {
    return new Date(this.#moment);
  }
  set(moment: string): void {
    this.#moment = Date.parse(moment);
  }
  pass(milliseconds: number): void {
    this.#moment += milliseconds;
  }
}

export interface TestServer {
  readonly app: FastifyInstance;
  readonly context: Context;
  readonly clock: TestClock;
  /** A connection with the owner's rights, to prepare and to look with. */
  readonly owner: pg.Client;
  readonly urls: {
    readonly app: string;
    readonly signOn: string;
    readonly jobs: string;
    readonly owner: string;
    readonly retention: string;
    readonly super: string;
  };
  readonly pool: pg.Pool;
  readonly logged: string[];
  close(): Promise<void>;
}

/** A database of its own, copied from the newest form or from another one, and the API over it. */
export async function startTestServer(
  moment = '2023-01-10T02:00:00Z',
  kind: InstallationKind = 'real',
  template = 'parindex_template',
  evidenceWith: Partial<Evidence> = {},
): Promise<TestServer> {
  const [superUrl, servedUrl] = [inject('postgres'), inject('served')];
  const database = `test_${randomBytes(6).toString('hex')}`;
  const maker = new pg.Client({ connectionString: superUrl });
  await maker.connect();
  await maker.query(`CREATE DATABASE ${database} TEMPLATE ${template} STRATEGY FILE_COPY OWNER parindex_owner`);
  // As an installation is: no rights for whoever comes.
  await maker.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await maker.query(`GRANT CONNECT ON DATABASE ${database} TO parindex_owner, parindex_app, parindex_sign_on, parindex_jobs, parindex_retention`);
  const as = (role: string, url = superUrl) => urlAs(url, { role: `parindex_${role}`, password: `${role}-test`, database });
  const urls = {
    app: as('app', servedUrl),
    signOn: as('sign_on', servedUrl),
    jobs: as('jobs', servedUrl),
    owner: as('owner'),
    retention: as('retention'),
    super: urlAs(superUrl, { database }),
  };
  const owner = new pg.Client({ connectionString: urls.owner });
  await owner.connect();
  await owner.query('INSERT INTO installation (kind) VALUES ($1) ON CONFLICT DO NOTHING', [kind]);
  const [pool, signOn] = [connectServing(urls.app, 3, { sharedWithStrangers: true }), connectServing(urls.signOn, 2)];
  const clock = new TestClock(moment);
  const logged: string[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'parindex-evidence-'));
  const evidence: Evidence = {
    storage: await openFolder(folder),
    scanner: undefined,
    scannerState: new CachedHealth(undefined, clock),
    storeState: new CachedHealth(undefined, clock),
    trustFolder: undefined,
    mostFileBytes: MOST_FILE_BYTES,
    mostBodyBytes: 10 * MOST_FILE_BYTES,
    received: new EventEmitter(),
    ...evidenceWith,
  };
  const keys = new Keys(join(folder, 'keys'));
  keys.add(newSecretsKey(clock.now()));
  const context: Context = {
    kind,
    origin: undefined,
    clock,
    pool,
    signOn,
    evidence,
    keys,
    checks: CHECKS,
    templates: TEMPLATES,
    published: PUBLISHED,
    log: (text, error) => logged.push(`${text} ${error instanceof Error ? (error.stack ?? error.message) : ''}`),
  };
  const app = await createApiServer(context);
  await app.ready();
  return {
    app,
    context,
    clock,
    owner,
    urls,
    pool,
    logged,
    async close() {
      await app.close();
      await Promise.all([pool.end(), signOn.end(), owner.end(), evidence.storage.close()]);
      await rm(folder, { recursive: true, force: true });
      await maker.query(`DROP DATABASE ${database} WITH (FORCE)`);
      await maker.end();
    },
  };
}

/** A second server over the same database, with connections of its own, as another process is; its clock may go otherwise. */
export async function anotherProcess(first: TestServer, clock: TestClock = first.clock, options: PoolOptions = {}): Promise<TestServer> {
  const [pool, signOn] = [connectServing(first.urls.app, 10, { ...options, sharedWithStrangers: true }), connectServing(first.urls.signOn, 4, options)];
  const logged: string[] = [];
  const context: Context = {
    ...first.context,
    clock,
    pool,
    signOn,
    log: (text, error) => logged.push(`${text} ${error instanceof Error ? (error.stack ?? error.message) : ''}`),
  };
  const app = await createApiServer(context);
  await app.ready();
  return {
    ...first,
    app,
    context,
    clock,
    pool,
    logged,
    async close() {
      await app.close();
      await Promise.all([pool.end(), signOn.end()]);
    },
  };
}

/** A session of an account, as after a sign-in, that lasts as long as the story and is always as if confirmed just now. */
export async function signIn({ owner, clock }: TestServer, account: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await owner.query(
    `INSERT INTO session (token_hash, account_id, created_at, seen_at, expires_at, complete_at, confirmed_at) VALUES ($1, $2, $3, '2100-01-01', '2100-01-01', $3, '2100-01-01')`,
    [hashOfToken(token), account, clock.now()],
  );
  return token;
}
