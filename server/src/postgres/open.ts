import { existsSync, rmSync } from 'node:fs';
import { repeat } from '../jobs/repeat.ts';
import { ensureBinaries, findRelease, removeOtherBinaries } from './binaries.ts';
import { clusterFolder, createCluster, refuseOtherMajors, removeDrafts } from './cluster.ts';
import { withLock } from './lock.ts';
import { ensurePassword } from './password.ts';
import { choosePlace } from './place.ts';
import { findServer, hasServer, type Site, startServer, stopServer } from './postmaster.ts';
import { EmbeddedRefused } from './refused.ts';
import { isRoot } from './server-user.ts';
import { hasUsers, registerUser } from './users.ts';

export { EmbeddedRefused };

export interface EmbeddedOptions {
  /** The checkout. */
  readonly root: string;
  /** PARINDEX_DATA. */
  readonly folder?: string | undefined;
  /** XDG_STATE_HOME. */
  readonly stateHome?: string | undefined;
  /** Whether it will hold real data, not a demonstration. */
  readonly real: boolean;
  say(text: string): void;
}

export interface EmbeddedPostgres {
  /** The data folder. */
  readonly folder: string;
  readonly port: number;
  /** The superuser's address of a database. */
  url(database: string): string;
  /** Whether the server was running already. */
  readonly joined: boolean;
  /** Starts the server again when it has died, as nobody else would; the returned function ends the watch. */
  keepRunning(log: (text: string, error?: unknown) => void): () => Promise<void>;
  /** Leaves the cluster; the last user stops the server. */
  stop(): Promise<void>;
}

/** Opens the embedded PostgreSQL: makes a missing cluster, starts the server or joins the running one. */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  if (options.real && isRoot()) throw realAsRoot();
  const release = findRelease();
  const folder = choosePlace(options);
  return withLock(folder, async () => {
    const { major } = release;
    refuseOtherMajors(folder, major);
    removeDrafts(folder);
    const there = existsSync(clusterFolder(folder, major));
    if (!there) options.say(`Đang tạo cơ sở dữ liệu trong ${folder} … (making the database)`);
    const site: Site = { folder, major, bin: ensureBinaries(folder, release), password: ensurePassword(folder, there) };
    if (!there) await createCluster(folder, major, site.bin, site.password);
    const running = await findServer(site);
    const port = running ?? (await startServer(site));
    if (running === undefined && !hasUsers(folder)) removeOtherBinaries(folder, release);
    const note = registerUser(folder);
    let stopped: Promise<void> | undefined;
    return {
      folder,
      port,
      joined: running !== undefined,
      url: (database) => `postgres://postgres:${site.password}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
      keepRunning: (log) => keepRunning(site, log),
      stop: () => {
        stopped ??= withLock(folder, async () => {
          rmSync(note, { force: true });
          if (!hasUsers(folder)) await stopServer(site);
        });
        return stopped;
      },
    };
  });
}

/** Milliseconds between looks; it is started at the second look that finds none, as somebody may be starting it. */
const LOOK_EVERY = 5_000;

function keepRunning(site: Site, log: (text: string, error?: unknown) => void): () => Promise<void> {
  let missed = 0;
  return repeat({
    work: async () => {
      missed = hasServer(site) ? 0 : missed + 1;
      if (missed < 2) return false;
      await withLock(site.folder, async () => (await findServer(site)) ?? (await startServer(site)));
      log('PostgreSQL had died and was started again');
      return false;
    },
    betweenMs: LOOK_EVERY,
    afterFailureMs: LOOK_EVERY,
    onFailure: (error) => log('PostgreSQL died and does not start', error),
  });
}

const realAsRoot = () =>
  new EmbeddedRefused(
    'Không giữ dữ liệu thật khi chạy bằng root: PostgreSQL sẽ phải chạy bằng người dùng nobody. Hãy chạy bằng người dùng thường, hoặc đặt DATABASE_URL.',
    'Real data are not kept when run as root: PostgreSQL would have to run as nobody. Run as an ordinary user, or set DATABASE_URL.',
  );
