import type { ListObjectVersionsCommandOutput, S3 } from '@aws-sdk/client-s3';
import { isUnknown } from './s3-client.ts';

/** Removes everything in a bucket under a key, including all versions and delete markers. */
export async function eraseKey(client: S3, bucket: string, key: string): Promise<void> {
  const versions = await versionsOf(client, bucket, key);
  for (const version of versions) await client.deleteObject({ Bucket: bucket, Key: key, VersionId: version });
  // Without visible versions, a plain delete is enough.
  if (versions.length === 0) await client.deleteObject({ Bucket: bucket, Key: key });
}

async function versionsOf(client: S3, bucket: string, key: string): Promise<readonly string[]> {
  const found: string[] = [];
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    page = await client
      .listObjectVersions({ Bucket: bucket, Prefix: key, KeyMarker: page?.NextKeyMarker, VersionIdMarker: page?.NextVersionIdMarker })
      .catch((error) => {
        if (isUnknown(error)) return undefined;
        throw error;
      });
    const entries = [...(page?.Versions ?? []), ...(page?.DeleteMarkers ?? [])];
    found.push(...entries.flatMap(({ Key, VersionId }) => (Key === key && VersionId ? [VersionId] : [])));
    // Longer keys with this prefix follow.
    if (entries.some(({ Key }) => Key !== key)) break;
  } while (page?.IsTruncated);
  return found;
}
