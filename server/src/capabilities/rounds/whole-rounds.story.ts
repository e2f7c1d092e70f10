import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { hashOf, type Scheme } from '@parindex/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { itInSoak } from '../../../../tests/it-in-soak.ts';
import { sized } from '../../../../tests/soak.ts';
import { addPerson } from '../../testing/add-person.ts';
import { adoptScheme } from '../../testing/adopt-edition.ts';
import { expectAsComputed, expectRebuilt, runWholeRound } from '../../testing/run-whole-round.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { makeWorld, type World } from '../../testing/world.ts';

const ROOT = path.join(import.meta.dirname, '../../../..');
const PROVINCE = 'tinh-minh-hoa-01';

let server: TestServer;
let world: World;
beforeEach(async () => {
  server = await startTestServer('2027-01-02T02:00:00Z');
  world = await makeWorld(server);
});
afterEach(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const bodiesOf = (kind: string, count: number) => Array.from({ length: count }, (_, index) => `${kind}-thu-${String(index + 1).padStart(3, '0')}`);

describe('a whole round, from its opening to its decision by the API alone', { timeout: 1_200_000 }, () => {
  it.each([
    { kind: 'department' as const, edition: 'department-illustrative', count: sized(4, 15) },
    { kind: 'commune' as const, edition: 'commune-illustrative', count: sized(4, 124) },
  ])(
    '[F71] [F108] of $count bodies under $edition: the ranking is what the core computes of the frozen snapshot, each sheet what its entries come to',
    async ({ kind, edition, count }) => {
      const owner = await addPerson(server, 'mai', 'Lý Thị Mai', 'owner', PROVINCE);
      const scheme: Scheme = await adoptScheme(server, { asks: owner, decides: world.people.lan }, PROVINCE, edition);
      const bodies = bodiesOf(kind, count);
      const { ranking, snapshot, council } = await runWholeRound(server, world, { id: `${kind}-thu`, scheme, ownerBody: PROVINCE, owner, kind, bodies });
      expect(council).toBeGreaterThan(0);
      expect(ranking.rows).toHaveLength(count);
      // Each stage has moved something.
      const stages = new Set(ranking.rows.flatMap(({ steps }: { readonly steps: readonly { readonly stage: string }[] }) => steps.map(({ stage }) => stage)));
      expect([...stages].toSorted()).toEqual(['appraised', 'claimed', 'council', 'second']);
      expectAsComputed(ranking, snapshot);
      await expectRebuilt(server, `${kind}-thu`, bodies);
    },
  );

  itInSoak('[F71] of 63 provinces × 94 items: both implementations come to the same ranking, digit for digit', async (ctx) => {
    const bodies = bodiesOf('province', 63);
    const whole = { id: 'province-thu', scheme: world.scheme, ownerBody: 'bo-minh-hoa', owner: world.people.dung, kind: 'province' as const, bodies };
    const { ranking, snapshot } = await runWholeRound(server, world, whole);
    expectAsComputed(ranking, snapshot);
    await expectRebuilt(server, whole.id, bodies);
    const folder = await mkdtemp(path.join(tmpdir(), 'parindex-whole-'));
    try {
      const file = path.join(folder, 'final.snapshot.json');
      await writeFile(file, JSON.stringify(snapshot));
      const { stdout } = await promisify(execFile)('python3', [path.join(ROOT, 'verify/recompute.py'), file], { maxBuffer: 1 << 28 });
      expect(hashOf(JSON.parse(stdout))).toBe(ranking.made.resultHash);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') ctx.skip('no Python here');
      throw error;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
