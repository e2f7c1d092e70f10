import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { readSchema } from './testing/read-schema.ts';
import { schemaText } from './testing/write-schema.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
const migrations = readdirSync(FOLDER)
  .toSorted()
  .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it('schema.sql says what the migrations make ("npm run db:schema" writes it anew)', async () => {
  await expect(schemaText(await readSchema(server.owner), migrations)).toMatchFileSnapshot('./schema.sql');
});
