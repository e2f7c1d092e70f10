import { S3 } from '@aws-sdk/client-s3';
import type { BucketSetting } from '../config.ts';
import { CircuitBreaker, CircuitOpen } from '../external-services/circuit-breaker.ts';
import { StorageDown, StorageFull } from './storage-faults.ts';

// Each reader that takes its time holds a connection; the library's 50 would let fifty of them stop everybody.
const CONNECTIONS = 1_000;
/** Milliseconds of silence after which an answer is given up. */
const SILENCE = 30_000;
const FULL = ['QuotaExceeded', 'XMinioStorageFull', 'XMinioAdminBucketQuotaExceeded'];
const NETWORK = ['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE'];

/** Questions at a time, those included that wait for a connection. */
const MOST_AT_ONCE = 2 * CONNECTIONS;
const MAX_TIMEOUTS = 3;
const OPEN_MS = 15_000;

/** How long a bucket is waited for, in milliseconds, and who hears that it does not answer. */
export interface Patience {
  readonly silence?: number;
  readonly rest?: number;
  log?(text: string, error?: unknown): void;
}

/** One for all clients of a bucket. */
export const breakerOf = ({ rest = OPEN_MS, log = () => {} }: Patience): CircuitBreaker =>
  new CircuitBreaker({
    name: 'the store of files',
    isFault: (error) => storeFault(error) instanceof StorageDown,
    isTimeout: (error) => error instanceof Error && error.name === 'TimeoutError',
    ...{ maxTimeouts: MAX_TIMEOUTS, openMs: rest, maxConcurrent: MOST_AT_ONCE, log },
  });

/** A client that sees only the keys under a prefix, without it, and whose faults are StorageDown and StorageFull where the store is at fault. */
export function openClient(setting: BucketSetting, prefix: string, breaker: CircuitBreaker, { silence = SILENCE }: Patience): S3 {
  const client = new S3({
    region: setting.region,
    ...(setting.endpoint === undefined ? {} : { endpoint: setting.endpoint }),
    forcePathStyle: true,
    maxAttempts: 2,
    credentials: { accessKeyId: setting.accessKeyId, secretAccessKey: setting.secretAccessKey },
    // By default bodies are sent in a framing that many stores do not know: some refuse it, some keep the frames as content.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: Math.min(5_000, silence),
      socketTimeout: silence,
      httpAgent: { maxSockets: CONNECTIONS, keepAlive: true },
      httpsAgent: { maxSockets: CONNECTIONS, keepAlive: true },
    },
  });
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        const answer = await breaker.ask(() => next({ ...args, input: prefixed(args.input, prefix) as typeof args.input }));
        return { ...answer, output: withoutPrefix(answer.output, prefix) as typeof answer.output };
      } catch (error) {
        throw storeFault(error);
      }
    },
    { step: 'initialize', name: 'keysUnderPrefix' },
  );
  return client;
}

const asRecord = (value: object): Readonly<Record<string, unknown>> => ({ ...value });

const INPUT_KEYS = ['Key', 'Prefix', 'StartAfter'] as const;

function prefixed(input: object, prefix: string): object {
  const given = asRecord(input);
  const keys = INPUT_KEYS.filter((name) => typeof given[name] === 'string').map((name) => [name, `${prefix}${given[name]}`]);
  return { ...input, ...Object.fromEntries(keys) };
}

const OUTPUT_LISTS = ['Contents', 'Versions', 'DeleteMarkers', 'Uploads'] as const;

function withoutPrefix(output: object, prefix: string): object {
  const given = asRecord(output);
  const lists = OUTPUT_LISTS.flatMap((name) => {
    const list = given[name];
    return Array.isArray(list) ? [[name, list.map((entry) => ({ ...entry, Key: String(entry.Key).slice(prefix.length) }))]] : [];
  });
  // The answer's own object: the SDK hangs a body's methods on it.
  return Object.assign(output, Object.fromEntries(lists));
}

const wordOf = (error: Error, name: 'code' | 'name'): string => (name in error ? String(error[name as keyof Error]) : '');

/** HTTP status of the answer that an error of the SDK came with. */
export const statusOf = (error: unknown): number | undefined => {
  if (!(error instanceof Error) || !('$metadata' in error)) return undefined;
  const status = (error.$metadata as { readonly httpStatusCode?: number }).httpStatusCode;
  return status;
};

/** Whether the store said that there is no such object or upload. */
export const isMissing = (error: unknown): boolean => error instanceof Error && ['NotFound', 'NoSuchKey', 'NoSuchUpload'].includes(error.name);

/** Whether the store does not know what it was asked to do. */
export const isUnknown = (error: unknown): boolean => statusOf(error) === 405 || statusOf(error) === 501;

/** The error as StorageFull or StorageDown where the store or the way to it is at fault; else the error itself. */
export function storeFault(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof CircuitOpen) return new StorageDown(error);
  const status = statusOf(error);
  if (status === 507 || FULL.includes(error.name)) return new StorageFull(error);
  const refused = status === 401 || status === 403 || error.name === 'NoSuchBucket';
  const failed = status !== undefined && status >= 500 && status !== 501;
  const cut = error.name === 'TimeoutError' || NETWORK.includes(wordOf(error, 'code'));
  return refused || failed || cut ? new StorageDown(error) : error;
}
