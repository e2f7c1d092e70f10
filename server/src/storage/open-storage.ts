import type { StorageSetting } from '../config.ts';
import { WrongSetting } from '../wrong-setting.ts';
import { openFolder } from './folder.ts';
import { openBucket } from './s3.ts';
import type { Patience } from './s3-client.ts';
import type { Storage } from './storage.ts';
import { StorageDown } from './storage-faults.ts';

/** Opens the store that was set, or the folder that stands in for it. Throws WrongSetting where the folder cannot be written; a bucket is not asked yet. */
export async function openStorage(setting: StorageSetting | undefined, fallbackFolder: string, log?: Patience['log']): Promise<Storage> {
  if (setting?.kind === 's3') return openBucket(setting, log && { log });
  const folder = setting?.folder ?? fallbackFolder;
  try {
    return await openFolder(folder);
  } catch (error) {
    if (!(error instanceof StorageDown)) throw error;
    const reason = error.cause instanceof Error ? error.cause.message : '';
    throw new WrongSetting(
      `Không ghi được vào thư mục kho tệp ${folder}; hãy chọn thư mục khác bằng PARINDEX_STORE. (The folder of the store cannot be written; choose another with PARINDEX_STORE.)\n${reason}`,
    );
  }
}
