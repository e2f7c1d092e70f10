import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import type { InstallationKind } from '../../context.ts';
import { CachedHealth } from '../../external-services/cached-health.ts';
import { openScanner } from '../../scanner/scanner.ts';
import { provenScanner } from '../../scanner/scanner-reach.ts';
import { withCircuitBreaker } from '../../scanner/with-circuit-breaker.ts';
import { readTrust, trustFaultText } from '../../signatures/trust.ts';
import { openStorage } from '../../storage/open-storage.ts';
import { answers } from '../../storage/storage.ts';
import { WrongSetting } from '../../wrong-setting.ts';
import type { Evidence } from './evidence.ts';

/** The storage folder beside an embedded database; a real one and a sandbox never share one. */
const FOLDERS: Readonly<Record<InstallationKind, string>> = { sandbox: 'evidence-sandbox', real: 'evidence' };

function scannerOf(setting: string | undefined) {
  try {
    return openScanner(setting);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new WrongSetting(
      `PARINDEX_SCANNER phải có dạng tcp://máy:cổng hoặc unix:/đường/dẫn, không phải "${setting}". (PARINDEX_SCANNER must be tcp://host:port or unix:/path.)`,
    );
  }
}

/** Logs what is wrong with the trusted certificates; the sound ones are used. */
async function tellTrust(folder: string | undefined, say: (text: string) => void): Promise<void> {
  if (folder === undefined) return;
  for (const fault of (await readTrust(folder)).faults) say(`PARINDEX_TRUST: ${trustFaultText(fault, 'vi')} (${trustFaultText(fault, 'en')})`);
}

/**
 * Opens what evidence needs. `folder` belongs to the embedded database; on a server the storage must be configured, as
 * several processes share it. Throws WrongSetting.
 */
export async function openEvidence(
  config: Config,
  kind: InstallationKind,
  folder: string | undefined,
  clock: Clock,
  say: (text: string) => void,
  log: (text: string, error?: unknown) => void,
): Promise<Evidence> {
  if (config.storage === undefined && folder === undefined)
    throw new WrongSetting(
      'Dùng DATABASE_URL thì cần PARINDEX_STORE: thư mục hoặc s3://… để giữ tệp tài liệu kiểm chứng. (With DATABASE_URL, PARINDEX_STORE is needed: a folder or s3://… for the files of evidence.)',
    );
  const set = scannerOf(config.scanner);
  const scanner = set && provenScanner(withCircuitBreaker(set, log), config.mostFileBytes);
  const storage = await openStorage(config.storage, join(folder ?? '', FOLDERS[kind]), log);
  await tellTrust(config.trustFolder, say);
  const { trustFolder, mostFileBytes, mostBodyBytes } = config;
  const scannerState = new CachedHealth(scanner && (() => scanner.version()), clock);
  const storeState = new CachedHealth(() => answers(storage), clock);
  return { storage, scanner, scannerState, storeState, trustFolder, mostFileBytes, mostBodyBytes, received: new EventEmitter() };
}
