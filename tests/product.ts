import type { FastifyInstance } from 'fastify';
import { createApp } from '../server/src/app.ts';
import { type Library, loadLibrary } from '../server/src/capabilities/results/library.ts';

export const ROOT = new URL('..', import.meta.url).pathname;

export interface Product {
  readonly app: FastifyInstance;
  readonly address: string;
  readonly library: Library;
}

/** The result pages on a free port, without a database: what a copy of them would be. */
export async function startProduct(): Promise<Product> {
  const library = loadLibrary(ROOT, () => {});
  const app = await createApp(ROOT, library);
  return { app, library, address: await app.listen({ host: '127.0.0.1', port: 0 }) };
}
