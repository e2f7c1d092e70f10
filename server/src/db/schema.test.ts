import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { inBackground } from './background.ts';
import { releaseOfFiles } from './definitions.ts';
import { RELEASE } from './definitions-release.ts';
import { readFingerprints } from './schema-check.ts';
import { readSchema } from './testing/read-schema.ts';
import { fingerprintsText } from './testing/write-fingerprints.ts';
import { schemaText } from './testing/write-schema.ts';
import { tablesText } from './testing/write-tables.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
const migrations = readdirSync(FOLDER)
  .toSorted()
  .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('what the migrations make ("npm run db:schema" writes it anew)', () => {
  it('is what schema.sql says', async () => {
    await expect(schemaText(await readSchema(server.owner), migrations)).toMatchFileSnapshot('./schema.sql');
  });

  it('is what the types of tables.ts say', async () => {
    await expect(tablesText(await readSchema(server.owner))).toMatchFileSnapshot('./tables.ts');
  });

  it('is what verify holds a database against', async () => {
    await expect(fingerprintsText(await inBackground(server.owner, 'BEGIN', () => readFingerprints(server.owner)))).toMatchFileSnapshot(
      './schema-fingerprints.ts',
    );
  });

  it('and the release of its functions and policies is counted', async () => {
    const { release, hash } = releaseOfFiles(RELEASE);
    await expect(`// Written by "npm run db:schema": counts up whenever a function or policy has changed.
export const RELEASE: { readonly release: number; readonly hash: string } = {
  release: ${release},
  hash: '${hash}',
};
`).toMatchFileSnapshot('./definitions-release.ts');
  });
});
