import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MOST_FILE_BYTES } from '@parindex/core/contracts/limits';
import type { SessionTerms } from './context.ts';
import { WrongSetting } from './wrong-setting.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** The checkout, with schemes, data and the built site. */
  readonly root: string;
  /** The data folder of the embedded database, if set. */
  readonly dataFolder: string | undefined;
  readonly stateHome: string | undefined;
  /** The folder of the keys that encrypt and sign, if set; else beside the embedded database. */
  readonly keyFolder: string | undefined;
  /** To whom backups are encrypted: recipients of age. */
  readonly backupRecipients: readonly string[];
  /** A PostgreSQL server to use instead of the embedded one. */
  readonly database: DatabaseUrls | undefined;
  /** The public address, as "https://chamdiem.example.gov.vn"; cookies are marked Secure for https. */
  readonly origin: string | undefined;
  /** Proxies whose X-Forwarded-For is trusted; none by default. */
  readonly trustedProxies: readonly string[];
  /** Where evidence is stored, if set. */
  readonly storage: StorageSetting | undefined;
  /** The address of clamd, as "tcp://127.0.0.1:3310" or "unix:/run/clamav/clamd.ctl"; undefined: nothing is scanned. */
  readonly scanner: string | undefined;
  /** A folder with the certificates of trusted authorities, if set. */
  readonly trustFolder: string | undefined;
  /** A watched folder of figures, and the account that uploads them, if set. */
  readonly feed: { readonly folder: string; readonly account: string } | undefined;
  /** The mail server for reminders; undefined: mails wait for the administrator. */
  readonly mail: MailSetting | undefined;
  /** To whom the anchor of the trail is mailed daily. */
  readonly anchorAddresses: readonly string[];
  /** Where the access log goes; undefined: to standard output of a real installation, nowhere in a sandbox. */
  readonly accessLog: 'stdout' | 'off' | { readonly file: string } | undefined;
  /** Whoever has it reads /metrics; undefined: this machine alone. */
  readonly metricsToken: string | undefined;
  readonly sessions: SessionTerms;
  /** Size limits of one evidence file, and of all that a body stores in a round. */
  readonly mostFileBytes: number;
  readonly mostBodyBytes: number;
}

export type StorageSetting = FolderSetting | BucketSetting;

export interface FolderSetting {
  readonly kind: 'folder';
  readonly folder: string;
}

/** A bucket of an S3 store. */
export interface BucketSetting {
  readonly kind: 's3';
  readonly bucket: string;
  /** Prefix of all our keys: "" or "a/b/". */
  readonly prefix: string;
  /** The endpoint of the store; Amazon's by default. */
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface MailSetting {
  readonly host: string;
  readonly port: number;
  /** TLS from the start; otherwise STARTTLS if the server offers it. */
  readonly secure: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | undefined;
  readonly from: { readonly name: string; readonly address: string };
}

export interface DatabaseUrls {
  /** Under parindex_app. */
  readonly app: string;
  /** Under parindex_sign_on: needed to serve. */
  readonly signOn: string | undefined;
  /** Under parindex_jobs; without it this process seals nothing. */
  readonly jobs: string | undefined;
  /** Under parindex_owner; with it migrations are applied at the start. */
  readonly owner: string | undefined;
  /** False behind a PgBouncer that does not support prepared statements. */
  readonly prepared: boolean;
}

export const USUAL_SESSION_TERMS: SessionTerms = { idleMinutes: 60, longestHours: 12, most: 10 };

const DEFAULT_PORT = 8080;

type Environment = Readonly<Record<string, string | undefined>>;

/** What is written one beside another, by commas. */
const listOf = (written: string | undefined): string[] =>
  (written ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

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
    signOn: environment['DATABASE_SIGN_ON_URL'] || undefined,
    jobs: environment['DATABASE_JOBS_URL'] || undefined,
    owner: environment['DATABASE_OWNER_URL'] || undefined,
    prepared: environment['DATABASE_PREPARED'] !== 'off',
  };
  for (const [name, url] of Object.entries({
    DATABASE_URL: urls.app,
    DATABASE_SIGN_ON_URL: urls.signOn,
    DATABASE_JOBS_URL: urls.jobs,
    DATABASE_OWNER_URL: urls.owner,
  })) {
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

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const BUCKET_PREFIX = /^(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\/?$/;

function storageOf(environment: Environment): StorageSetting | undefined {
  const written = environment['PARINDEX_STORE'];
  if (!written) return undefined;
  if (!written.includes('://')) return { kind: 'folder', folder: resolve(written) };
  const url = URL.parse(written);
  const options = new Map(url?.searchParams);
  const endpoint = options.get('endpoint');
  const isEndpoint = endpoint === undefined || /^https?:$/.test(URL.parse(endpoint)?.protocol ?? '');
  const isKnown = [...options.keys()].every((name) => ['endpoint', 'region'].includes(name));
  const isBucket = url?.protocol === 's3:' && BUCKET.test(url.host) && BUCKET_PREFIX.test(url.pathname) && !url.username && !url.password && !url.hash;
  if (!isBucket || !isEndpoint || !isKnown)
    throw new WrongSetting(
      'PARINDEX_STORE phải là thư mục hoặc s3://bucket/tiền-tố?endpoint=https://máy&region=vùng. (PARINDEX_STORE must be a folder or s3://bucket/prefix?endpoint=https://host&region=region.)',
    );
  const accessKeyId = environment['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = environment['AWS_SECRET_ACCESS_KEY'];
  if (!accessKeyId || !secretAccessKey)
    throw new WrongSetting(
      'PARINDEX_STORE là S3 thì cần AWS_ACCESS_KEY_ID và AWS_SECRET_ACCESS_KEY. (With S3 in PARINDEX_STORE, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are needed.)',
    );
  const prefix = url.pathname
    .split('/')
    .filter(Boolean)
    .map((segment) => `${segment}/`)
    .join('');
  return { kind: 's3', bucket: url.host, prefix, endpoint, region: options.get('region') || 'us-east-1', accessKeyId, secretAccessKey };
}

const MAIL_ADDRESS = /^[^\s@<>"(),;:\\[\]]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/;
const NAMED_ADDRESS = /^(?<name>[^<>"\r\n]*?)\s*<(?<address>[^<>\s]+)>$/;

function mailOf(environment: Environment): MailSetting | undefined {
  const [server, written] = [environment['PARINDEX_SMTP'], environment['PARINDEX_MAIL_FROM']];
  if (!server) return undefined;
  const url = URL.parse(server);
  const isServer = url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && ['', '/'].includes(url.pathname) && !url.search && !url.hash;
  if (!isServer || (url.username === '') !== (url.password === ''))
    throw new WrongSetting('PARINDEX_SMTP phải có dạng smtp(s)://người-dùng:mật-khẩu@máy:cổng. (PARINDEX_SMTP must be an smtp(s):// address.)');
  const groups = NAMED_ADDRESS.exec(written ?? '')?.groups;
  const from = { name: groups?.['name'] ?? '', address: groups?.['address'] ?? written ?? '' };
  if (!MAIL_ADDRESS.test(from.address))
    throw new WrongSetting(
      'Có PARINDEX_SMTP thì cần PARINDEX_MAIL_FROM, dạng "Tên <hộp-thư@máy>". (With PARINDEX_SMTP, PARINDEX_MAIL_FROM is needed: "Name <box@host>".)',
    );
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replaceAll(/[[\]]/g, ''),
    port: url.port === '' ? (secure ? 465 : 25) : Number(url.port),
    secure,
    auth: url.username === '' ? undefined : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    from,
  };
}

function anchorAddressesOf(environment: Environment): string[] {
  const addresses = listOf(environment['PARINDEX_ANCHOR_MAIL']);
  const wrong = addresses.find((address) => !MAIL_ADDRESS.test(address));
  if (wrong !== undefined)
    throw new WrongSetting(`PARINDEX_ANCHOR_MAIL có địa chỉ không hợp lệ: ${wrong}. (PARINDEX_ANCHOR_MAIL has an address that is none.)`);
  if (addresses.length > 0 && !environment['PARINDEX_SMTP'])
    throw new WrongSetting('Có PARINDEX_ANCHOR_MAIL thì cần PARINDEX_SMTP. (With PARINDEX_ANCHOR_MAIL, PARINDEX_SMTP is needed.)');
  return addresses;
}

/** Limit on all documents of a body in a round: about 2,000 scans of 5 MB. */
const MOST_BODY_BYTES = 10 * 1024 ** 3;

function megabytesOf(environment: Environment, name: string): number | undefined {
  const written = environment[name];
  if (!written) return undefined;
  if (!/^[1-9]\d{0,7}$/.test(written))
    throw new WrongSetting(`${name} phải là số nguyên MB từ 1, không phải "${written}". (${name} must be a whole number of MB from 1.)`);
  return Number(written) * 1024 ** 2;
}

function wholeOf(environment: Environment, name: string, [least, most]: readonly [number, number], usual: number): number {
  const written = environment[name];
  if (!written) return usual;
  const value = /^\d{1,4}$/.test(written) ? Number(written) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new WrongSetting(
    `${name} phải là số nguyên từ ${least} đến ${most}, không phải "${written}". (${name} must be a whole number from ${least} to ${most}.)`,
  );
}

/** Never endless: somebody leaves a screen open. */
const sessionsOf = (environment: Environment): SessionTerms => ({
  idleMinutes: wholeOf(environment, 'PARINDEX_SESSION_IDLE_MINUTES', [5, 480], USUAL_SESSION_TERMS.idleMinutes),
  longestHours: wholeOf(environment, 'PARINDEX_SESSION_HOURS', [1, 24], USUAL_SESSION_TERMS.longestHours),
  most: wholeOf(environment, 'PARINDEX_SESSIONS_MOST', [1, 50], USUAL_SESSION_TERMS.most),
});

function feedOf(environment: Environment): Config['feed'] {
  const folder = environment['PARINDEX_FEED_FOLDER'];
  const account = environment['PARINDEX_FEED_ACCOUNT'];
  if (!folder && !account) return undefined;
  if (!folder || !account)
    throw new WrongSetting(
      'PARINDEX_FEED_FOLDER (thư mục theo dõi) và PARINDEX_FEED_ACCOUNT (tên đăng nhập của người chủ trì kỳ đánh giá) phải đi cùng nhau. (PARINDEX_FEED_FOLDER and PARINDEX_FEED_ACCOUNT, the sign-on name of an owner of rounds, go together.)',
    );
  return { folder: resolve(folder), account: account.trim().toLowerCase() };
}

function accessLogOf(written: string | undefined): Config['accessLog'] {
  if (!written) return undefined;
  return written === 'stdout' || written === 'off' ? written : { file: resolve(written) };
}

function metricsTokenOf(written: string | undefined): string | undefined {
  if (!written) return undefined;
  if (!/^[\x21-\x7e]{20,}$/.test(written))
    throw new WrongSetting(
      'PARINDEX_METRICS_TOKEN phải dài ít nhất 20 ký tự, không dấu cách. (PARINDEX_METRICS_TOKEN must have at least 20 characters, without spaces.)',
    );
  return written;
}

/** Reads the environment; the only place that does. */
export function readConfig(environment: Environment): Config {
  return {
    host: environment['HOST'] ?? '127.0.0.1',
    port: portOf(environment['PORT'] ?? String(DEFAULT_PORT)),
    root: fileURLToPath(new URL('../..', import.meta.url)),
    dataFolder: environment['PARINDEX_DATA'] || undefined,
    stateHome: environment['XDG_STATE_HOME'] || undefined,
    keyFolder: environment['PARINDEX_KEYS'] ? resolve(environment['PARINDEX_KEYS']) : undefined,
    backupRecipients: listOf(environment['PARINDEX_BACKUP_RECIPIENTS']),
    database: databaseOf(environment),
    origin: originOf(environment['PARINDEX_ORIGIN']),
    trustedProxies: listOf(environment['PARINDEX_PROXIES']),
    storage: storageOf(environment),
    scanner: environment['PARINDEX_SCANNER'] || undefined,
    trustFolder: environment['PARINDEX_TRUST'] ? resolve(environment['PARINDEX_TRUST']) : undefined,
    feed: feedOf(environment),
    mail: mailOf(environment),
    anchorAddresses: anchorAddressesOf(environment),
    accessLog: accessLogOf(environment['PARINDEX_ACCESS_LOG']),
    metricsToken: metricsTokenOf(environment['PARINDEX_METRICS_TOKEN']),
    sessions: sessionsOf(environment),
    mostFileBytes: megabytesOf(environment, 'PARINDEX_MOST_FILE_MB') ?? MOST_FILE_BYTES,
    mostBodyBytes: megabytesOf(environment, 'PARINDEX_MOST_BODY_MB') ?? MOST_BODY_BYTES,
  };
}
