// The parts of s3rver that the tests touch; it has no types of its own.
declare module 's3rver' {
  import type { Server } from 'node:http';
  import type { Readable } from 'node:stream';

  interface StoredObject {
    readonly bucket: string;
    readonly key: string;
    readonly content: Readable | Buffer;
    readonly metadata: Readonly<Record<string, unknown>>;
  }

  interface Store {
    getResourcePath(bucket: string, key: string | undefined, resource: string): string;
    putObject(object: StoredObject): Promise<{ readonly md5: string; readonly size: number }>;
    putPart(bucket: string, uploadId: string, part: number | string, content: Readable): Promise<{ readonly md5: string; readonly size: number }>;
    putMetadata(bucket: string, key: string, metadata: object, md5?: string): Promise<void>;
    getMetadata(bucket: string, key: string): Promise<Readonly<Record<string, string>>>;
    copyObject(fromBucket: string, fromKey: string, bucket: string, key: string, metadata: object | null): Promise<Readonly<Record<string, string>>>;
    listObjects(
      bucket: string,
      options: { readonly prefix: string; readonly startAfter: string; readonly maxKeys: number },
    ): Promise<{
      readonly objects: readonly { readonly key: string; readonly size: number; readonly lastModifiedDate: Date }[];
      readonly isTruncated: boolean;
    }>;
  }

  interface Context {
    readonly method: string;
    readonly path: string;
    readonly query: Readonly<Record<string, string | undefined>>;
    readonly headers: Readonly<Record<string, string | undefined>>;
    status: number;
    type: string;
    body: unknown;
  }

  type Middleware = (context: Context, next: () => Promise<void>) => Promise<void>;

  // biome-ignore lint/style/noDefaultExport: the library has nothing else
  export default class S3rver {
    constructor(options: Readonly<Record<string, unknown>>);
    readonly store: Store;
    readonly httpServer: Server;
    readonly middleware: Middleware[];
    run(): Promise<{ readonly port: number }>;
    close(): Promise<void>;
  }
}
