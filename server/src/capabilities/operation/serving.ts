import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { InstallationKind } from '../../context.ts';
import { identityOf, isStillRunning } from '../../postgres/process-identity.ts';
import { WrongSetting } from '../../wrong-setting.ts';

export interface Serving {
  /** Records the address at which this process answers. */
  tell(address: string): void;
  release(): void;
}

interface Note {
  readonly process: string;
  readonly address: string | null;
}

function read(file: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Note;
  } catch {
    // Missing, or truncated by a kill, which counts as missing.
    return undefined;
  }
}

/**
 * Records in the data folder that this process serves it; a second process is refused and told the address of the first.
 * On a database server any number may run, so nothing is recorded.
 */
export function claimServing(folder: string | undefined, kind: InstallationKind): Serving | undefined {
  if (folder === undefined) return undefined;
  const file = path.join(folder, `serving-${kind}.json`);
  const other = read(file);
  if (other && isStillRunning(other.process)) {
    const where = other.address ?? '…';
    throw new WrongSetting(`ParIndex đang chạy sẵn ở ${where}; không cần khởi động lại. (ParIndex is already running at ${where}.)`);
  }
  const write = (address: string | null) => {
    writeFileSync(`${file}.new`, JSON.stringify({ process: identityOf(process.pid), address } satisfies Note));
    renameSync(`${file}.new`, file);
  };
  write(null);
  return { tell: write, release: () => rmSync(file, { force: true }) };
}
