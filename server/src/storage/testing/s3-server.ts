import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver, { type Context, type Middleware, type Store } from 's3rver';
import type { BucketSetting } from '../../config.ts';

const BUCKET = 'parindex';

export interface S3Server {
  readonly setting: BucketSetting;
  readonly port: number;
  stop(): Promise<void>;
}

/** How the test store is reached. */
export const bucketAt = (port: number, prefix = 'minh-hoa/kho/'): BucketSetting => ({
  kind: 's3',
  bucket: BUCKET,
  prefix,
  endpoint: `http://127.0.0.1:${port}`,
  region: 'us-east-1',
  accessKeyId: 'S3RVER',
  secretAccessKey: 'S3RVER',
});

/** Starts an S3 server on a folder that it keeps when it stops; `first` sees each request before it. */
export async function startS3(folder: string, port = 0, first: Middleware = (_, next) => next()): Promise<S3Server> {
  const server = new S3rver({ address: '127.0.0.1', port, directory: folder, silent: true, vhostBuckets: false, configureBuckets: [{ name: BUCKET }] });
  storeWhole(server);
  server.middleware.unshift(first, whatIsMissing(server));
  const address = await server.run();
  const stop = async () => {
    server.httpServer.closeAllConnections();
    await server.close();
  };
  return { setting: bucketAt(address.port), port: address.port, stop };
}

// s3rver writes into the object and what it says of it while bytes come in, and answers before they are there;
// S3 shows an object whole or not at all.
function storeWhole({ store }: S3rver): void {
  const write = async (path: string, content: Buffer) => {
    await mkdir(dirname(path), { recursive: true });
    const draft = join(dirname(path), randomUUID());
    await writeFile(draft, content);
    await rename(draft, path);
    return { md5: createHash('md5').update(content).digest('hex'), size: content.length };
  };
  store.putMetadata = async (bucket, key, metadata, md5) => {
    if (md5 !== undefined) await write(store.getResourcePath(bucket, key, 'object.md5'), Buffer.from(md5));
    const headers = Object.entries(metadata).filter(([name]) => name === 'content-type' || name.startsWith('x-amz-meta-'));
    await write(store.getResourcePath(bucket, key, 'metadata.json'), Buffer.from(JSON.stringify(Object.fromEntries(headers))));
  };
  store.putObject = async ({ bucket, key, content, metadata }) => {
    const written = await write(store.getResourcePath(bucket, key, 'object'), Buffer.isBuffer(content) ? content : await buffer(content));
    await store.putMetadata(bucket, key, metadata, written.md5);
    return written;
  };
  store.putPart = async (bucket, uploadId, part, content) => {
    const path = join(store.getResourcePath(bucket, undefined, 'uploads'), uploadId, String(part));
    const written = await write(path, await buffer(content));
    await writeFile(`${path}.md5`, written.md5);
    return written;
  };
  store.copyObject = async (fromBucket, fromKey, bucket, key, metadata) => {
    const path = store.getResourcePath(bucket, key, 'object');
    await mkdir(dirname(path), { recursive: true });
    const draft = join(dirname(path), randomUUID());
    await copyFile(store.getResourcePath(fromBucket, fromKey, 'object'), draft);
    await rename(draft, path);
    await store.putMetadata(bucket, key, metadata ?? {});
    return store.getMetadata(bucket, key);
  };
}

// What s3rver lacks of S3: parts listed, copied and given up, uploads listed, and lists longer than a page (its tokens want DES).
function whatIsMissing({ store }: S3rver): Middleware {
  return async (context, next) => {
    const { method, path, query } = context;
    const [bucket = '', ...key] = decodeURIComponent(path).slice(1).split('/');
    const uploads = store.getResourcePath(bucket, undefined, 'uploads');
    if (query['uploadId'] && method !== 'POST') return ofUpload(store, join(uploads, query['uploadId']), context, next);
    if (method === 'PUT' && context.headers['x-amz-copy-source'] !== undefined) return next().catch((error) => ofGoneSource(error, context));
    if (method !== 'GET' || key.join('') !== '') return next();
    if ('uploads' in query) return answer(context, await uploadsXml(uploads, query['prefix'] ?? ''));
    if (query['list-type'] !== '2') return next();
    const options = { prefix: query['prefix'] ?? '', startAfter: query['start-after'] ?? '', maxKeys: Number(query['max-keys'] ?? 1000) };
    answer(context, listXml(await store.listObjects(bucket, options)));
  };
}

async function ofUpload(store: Store, upload: string, context: Context, next: () => Promise<void>): Promise<void> {
  const source = context.headers['x-amz-copy-source'];
  if (!existsSync(upload)) return answer(context, '<Error><Code>NoSuchUpload</Code><Message>none</Message></Error>', 404);
  if (context.method === 'GET') return answer(context, await partsXml(upload));
  if (context.method === 'PUT' && source !== undefined) return copyPart(store, source, context);
  if (context.method === 'PUT') return next();
  await rm(upload, { recursive: true });
  context.status = 204;
}

// The source was there when it was looked for, and another process has removed it since.
function ofGoneSource(error: NodeJS.ErrnoException, context: Context): void {
  if (error.code !== 'ENOENT') throw error;
  answer(context, '<Error><Code>NoSuchKey</Code><Message>none</Message></Error>', 404);
}

async function copyPart(store: Store, source: string, context: Context): Promise<void> {
  const [bucket = '', ...key] = decodeURI(source).split('/');
  const [start = 0, end = Number.POSITIVE_INFINITY] = context.headers['x-amz-copy-source-range']?.slice('bytes='.length).split('-').map(Number) ?? [];
  const content = createReadStream(store.getResourcePath(bucket, key.join('/'), 'object'), { start, end });
  const { md5 } = await store.putPart(bucket, context.query['uploadId'] ?? '', context.query['partNumber'] ?? '', content);
  answer(context, `<CopyPartResult><ETag>"${md5}"</ETag></CopyPartResult>`);
}

function answer(context: Context, xml: string, status = 200): void {
  context.status = status;
  context.type = 'application/xml';
  context.body = `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`;
}

async function partsXml(upload: string): Promise<string> {
  const numbers = (await readdir(upload)).filter((name) => /^\d+$/.test(name)).sort((one, other) => Number(one) - Number(other));
  const parts = numbers.map(async (number) => {
    const { size, mtime } = await stat(join(upload, number));
    const md5 = await readFile(join(upload, `${number}.md5`), 'utf8');
    return `<Part><PartNumber>${number}</PartNumber><ETag>"${md5}"</ETag><Size>${size}</Size><LastModified>${mtime.toISOString()}</LastModified></Part>`;
  });
  return `<ListPartsResult><IsTruncated>false</IsTruncated>${(await Promise.all(parts)).join('')}</ListPartsResult>`;
}

async function uploadsXml(folder: string, prefix: string): Promise<string> {
  const ids = existsSync(folder) ? await readdir(folder) : [];
  const found = ids.map(async (id) => {
    const key = await readFile(join(folder, id, 'key'), 'utf8');
    const { mtime } = await stat(join(folder, id, 'key'));
    return key.startsWith(prefix) ? `<Upload><Key>${key}</Key><UploadId>${id}</UploadId><Initiated>${mtime.toISOString()}</Initiated></Upload>` : '';
  });
  return `<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${(await Promise.all(found)).join('')}</ListMultipartUploadsResult>`;
}

function listXml({ objects, isTruncated }: Awaited<ReturnType<Store['listObjects']>>): string {
  const contents = objects.map(
    ({ key, size, lastModifiedDate: at }) => `<Contents><Key>${key}</Key><Size>${size}</Size><LastModified>${at.toISOString()}</LastModified></Contents>`,
  );
  return `<ListBucketResult><IsTruncated>${isTruncated}</IsTruncated>${contents.join('')}</ListBucketResult>`;
}
