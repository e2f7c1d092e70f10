import { fileURLToPath } from 'node:url';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** The checkout: schemes, data and the built site stand in it. */
  readonly root: string;
  /** Where the embedded database keeps its data, where that was said. */
  readonly dataFolder: string | undefined;
  readonly stateHome: string | undefined;
  /** A PostgreSQL of one's own in place of the embedded one. */
  readonly database: DatabaseUrls | undefined;
  /** How people reach it, as "https://chamdiem.example.gov.vn"; behind TLS cookies are marked so. */
  readonly origin: string | undefined;
  /** Addresses of proxies whose word on the client's address is taken; none unless named. */
  readonly trustedProxies: readonly string[];
}

export interface DatabaseUrls {
  /** Under parindex_app. */
  readonly app: string;
  /** Under parindex_jobs; without it nothing is sealed by this process. */
  readonly jobs: string | undefined;
  /** Under parindex_owner; with it migrations are applied at the start. */
  readonly owner: string | undefined;
  /** False behind a PgBouncer that cannot pass prepared statements on. */
  readonly prepared: boolean;
}

/** What is wrong with a setting, in words for the operator. */
export class WrongSetting extends Error {}

const DEFAULT_PORT = 8080;

type Environment = Readonly<Record<string, string | undefined>>;

function portOf(written: string): number {
  const port = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN;
  if (!(port <= 65_535)) throw new WrongSetting(`PORT phải là số từ 0 đến 65535, không phải "${written}". (PORT must be a number from 0 to 65535.)`);
  return port;
}

function databaseOf(environment: Environment): DatabaseUrls | undefined {
  const app = environment['DATABASE_URL'];
  if (!app) return undefined;
  const urls = {
    app,
    jobs: environment['DATABASE_JOBS_URL'] || undefined,
    owner: environment['DATABASE_OWNER_URL'] || undefined,
    prepared: environment['DATABASE_PREPARED'] !== 'off',
  };
  for (const [name, url] of Object.entries({ DATABASE_URL: urls.app, DATABASE_JOBS_URL: urls.jobs, DATABASE_OWNER_URL: urls.owner })) {
    if (url !== undefined && !/^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? ''))
      throw new WrongSetting(`${name} phải có dạng postgresql://người-dùng:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu. (${name} must be a postgresql:// address.)`);
  }
  return urls;
}

function originOf(written: string | undefined): string | undefined {
  if (!written) return undefined;
  const url = URL.parse(written);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new WrongSetting(`PARINDEX_ORIGIN phải là địa chỉ http(s), không phải "${written}". (PARINDEX_ORIGIN must be an http(s) address.)`);
  return url.origin;
}

/** Reads the environment; the only place that does. */
export function readConfig(environment: Environment): Config {
  return {
    host: environment['HOST'] ?? '127.0.0.1',
    port: portOf(environment['PORT'] ?? String(DEFAULT_PORT)),
    root: fileURLToPath(new URL('../..', import.meta.url)),
    dataFolder: environment['PARINDEX_DATA'] || undefined,
    stateHome: environment['XDG_STATE_HOME'] || undefined,
    database: databaseOf(environment),
    origin: originOf(environment['PARINDEX_ORIGIN']),
    trustedProxies: (environment['PARINDEX_PROXIES'] ?? '')
      .split(',')
      .map((address) => address.trim())
      .filter(Boolean),
  };
}
