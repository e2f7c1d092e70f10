import { createHash, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { SOAK } from '../../../../../tests/soak.ts';
import { connectPool } from '../../../db/connect.ts';
import type { TestServer } from '../../../testing/test-server.ts';
import { ask, type Person } from '../../../testing/world.ts';
import { finishNext } from '../finish-upload.ts';
import { type EvidenceWork, type FileReading, READ_APART } from '../work.ts';
import { READ_HERE } from './read-here.ts';

/** Where a test server listens; opened once. */
export async function addressOf({ app }: TestServer): Promise<string> {
  const there = app.server.address();
  if (there && typeof there === 'object') return `http://127.0.0.1:${there.port}`;
  return app.listen({ host: '127.0.0.1', port: 0 });
}

/** What works beside the requests of a test server, under parindex_jobs as in life; files are read here unless the story is about that (a soak reads all apart). */
export function workOf(server: TestServer, reading: FileReading = SOAK ? READ_APART : READ_HERE): EvidenceWork & { close(): Promise<void> } {
  const pool = connectPool(server.urls.jobs, 2);
  return { pool, clock: server.clock, evidence: server.context.evidence, reading, log: server.context.log, close: () => pool.end() };
}

/** Brings all that has come to its end. */
export async function finishAll(work: EvidenceWork): Promise<void> {
  while (await finishNext(work));
}

/** Sends bytes of an upload from an offset on, as the tus protocol says. */
export async function sendPiece(server: TestServer, person: Pick<Person, 'token'>, upload: string, offset: number, bytes: Uint8Array): Promise<Response> {
  return fetch(`${await addressOf(server)}/api/uploads/${upload}`, {
    method: 'PATCH',
    headers: {
      cookie: `parindex_session=${person.token}`,
      'tus-resumable': '1.0.0',
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: bytes as BodyInit,
  });
}

/** A text that no other file has. */
export const textFile = (words: string): Buffer => Buffer.from(`Báo cáo minh họa: ${words} ${randomUUID()}\n`);

/** SHA-256 as answers and names of objects write it. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Begins an upload and sends all its bytes; what checks it is another matter. Answers its id. */
export async function sendFile(
  server: TestServer,
  person: Person,
  sheet: string,
  bytes: Uint8Array,
  more: { readonly name?: string; readonly document?: string; readonly redacted?: boolean } = {},
): Promise<string> {
  const id = randomUUID();
  const upload = { id, document: randomUUID(), name: 'báo cáo.txt', bytes: bytes.length, notSecret: true, ...more };
  const begun = await ask(server, person, 'POST', `${sheet}/uploads`, upload);
  if (begun.status !== 201) throw new Error(`${begun.status} ${JSON.stringify(begun.body)}`);
  const sent = await sendPiece(server, person, id, 0, bytes);
  if (sent.status !== 204) throw new Error(`${sent.status} ${await sent.text()}`);
  return id;
}

export interface UploadedFile {
  readonly upload: string;
  /** The document that it became, or that held the same bytes. */
  readonly document: string;
  readonly state: string;
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

/** Somebody brings a file into a library: begun, sent, checked. */
export async function uploadFile(
  server: TestServer,
  work: EvidenceWork,
  person: Person,
  sheet: string,
  name: string,
  bytes: Uint8Array,
  more: { readonly document?: string; readonly redacted?: boolean } = {},
): Promise<UploadedFile> {
  const id = await sendFile(server, person, sheet, bytes, { name, ...more });
  await finishAll(work);
  const told = () => ask(server, person, 'GET', `/api/uploads/${id}`);
  let { body } = await told();
  // Work that goes on beside the test may have taken it, and be at it still.
  for (let waited = 0; body.state === 'received' && waited < 20_000; waited += 100) {
    await setTimeout(100);
    ({ body } = await told());
  }
  return { upload: id, document: body.document, state: body.state, refusal: body.refusal };
}
