import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objectKey } from '../../storage/keys.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../testing/world.ts';
import { finishNext } from './finish-upload.ts';
import { BeingErased } from './queries/contents.ts';
import { sweep } from './sweep.ts';
import { finishAll, sendFile, sha256Of, textFile, workOf } from './testing/upload-file.ts';

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
let server: TestServer;
let world: World;
let work: ReturnType<typeof workOf>;
beforeAll(async () => {
  server = await startTestServer('2023-01-15T02:00:00Z');
  world = await makeWorld(server);
  work = workOf(server);
});
afterAll(async () => {
  await work.close();
  await server.close();
});

describe('the store', () => {
  it('[F25] [F103] is asked while no connection to the database is held; the same bytes come back only when they are erased', async () => {
    const { an } = world.people;
    const { storage } = server.context.evidence;
    const orphan = textFile('mồ côi, đang bị xóa');
    await storage.put(objectKey(sha256Of(orphan)), orphan);
    const held: string[] = [];
    const removing = new EventEmitter();
    const watched = new Proxy(storage, {
      get(target, key) {
        const found = Reflect.get(target, key);
        if (typeof found !== 'function') return found;
        return (...given: unknown[]) => {
          if (work.pool.idleCount < work.pool.totalCount) held.push(String(key));
          if (key !== 'remove' || given[0] !== objectKey(sha256Of(orphan))) return found.apply(target, given);
          removing.emit('begun');
          return once(removing, 'goOn').then(() => found.apply(target, given));
        };
      },
    });
    const sweeping = sweep({ ...work, evidence: { ...work.evidence, storage: watched }, clock: { now: () => new Date(Date.now() + 1_000) } }, 0);
    await once(removing, 'begun');
    const id = await sendFile(server, an, SHEET, orphan);
    await expect(finishNext(work)).rejects.toThrow(BeingErased);
    removing.emit('goOn');
    await sweeping;
    expect(held).toEqual([]);
    await finishAll(work);
    expect((await ask(server, an, 'GET', `/api/uploads/${id}`)).body.state).toBe('kept');
    expect(await storage.stat(objectKey(sha256Of(orphan)))).toBeDefined();
  });
});
