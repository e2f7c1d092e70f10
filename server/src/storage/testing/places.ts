import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StorageSetting } from '../../config.ts';
import { bucketAt, type S3Server, startS3 } from './s3-server.ts';

/** A store to test against, which can be taken away and brought back with all that lies in it. */
export interface Place {
  readonly setting: StorageSetting;
  away(): Promise<void>;
  back(): Promise<void>;
  close(): Promise<void>;
}

/** A folder, as a share that can be unmounted. */
export async function folderPlace(): Promise<Place> {
  const around = mkdtempSync(join(tmpdir(), 'parindex-store-'));
  const folder = join(around, 'kho');
  const aside = join(around, 'aside');
  return {
    setting: { kind: 'folder', folder },
    away: async () => renameSync(folder, aside),
    back: async () => renameSync(aside, folder),
    close: async () => rmSync(around, { recursive: true, force: true }),
  };
}

/** A bucket of an S3 server that can be stopped. */
export async function s3Place(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'parindex-s3-'));
  let server: S3Server = await startS3(folder);
  const { port } = server;
  return {
    setting: bucketAt(port),
    away: () => server.stop(),
    back: async () => {
      server = await startS3(folder, port);
    },
    close: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
