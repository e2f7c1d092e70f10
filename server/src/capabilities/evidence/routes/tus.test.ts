import { createHash, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StorageFull } from '../../../storage/storage-faults.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../../testing/world.ts';
import { addressOf, finishAll, sendPiece, workOf } from '../testing/upload-file.ts';

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer('2023-01-15T02:00:00Z');
  world = await makeWorld(server);
});
afterAll(() => server.close());

async function begin(bytes: number): Promise<string> {
  const id = randomUUID();
  const begun = await ask(server, world.people.an, 'POST', `${SHEET}/uploads`, { id, document: randomUUID(), name: 'minh họa.txt', bytes, notSecret: true });
  expect(begun.status).toBe(201);
  return id;
}

const offsetOf = async (id: string) => (await ask(server, world.people.an, 'GET', `/api/uploads/${id}`)).body.received;

/** A request as bytes: clients that are none of ours send what they like. */
function raw(lines: readonly string[], body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    void addressOf(server).then((address) => {
      const socket = connect(Number(new URL(address).port), '127.0.0.1');
      let answer = '';
      socket.setTimeout(5_000, () => socket.destroy(new Error('no answer')));
      socket.on('data', (chunk) => {
        answer += chunk.toString('latin1');
        socket.destroy();
      });
      socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)));
      socket.on('error', reject);
      socket.write(`${[...lines, 'connection: close'].join('\r\n')}\r\n\r\n${body}`, 'latin1');
    });
  });
}

describe('the bytes of an upload', () => {
  it('[F32] are taken by nobody without a session, by no token that only reads, from no other site', async () => {
    const id = await begin(Buffer.byteLength('bốn'));
    await addressOf(server);
    const patch = (headers: Record<string, string>) =>
      fetch(urlOf(id), {
        method: 'PATCH',
        headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream', ...headers },
        body: 'bốn',
      });
    expect((await patch({})).status).toBe(401);
    const cookie = `parindex_session=${world.people.an.token}`;
    expect((await patch({ cookie, origin: 'https://xau.example' })).status).toBe(403);
    expect((await patch({ cookie: `parindex_session=${world.people.binh.token}` })).status).toBe(404);
    expect(await offsetOf(id)).toBe(0);
  });

  it('[F32] go into the upload that was judged, whatever else its address names', async () => {
    const { chi } = world.people;
    const victim = await begin(Buffer.byteLength('bốn'));
    const own = randomUUID();
    const other = { id: own, document: randomUUID(), name: 'của Chi.txt', bytes: Buffer.byteLength('năm'), notSecret: true };
    expect((await ask(server, chi, 'POST', '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-02/uploads', other)).status).toBe(201);
    await addressOf(server);
    for (const address of [`${urlOf(own)}?x=/${victim}`, `${urlOf(own)}/?x=/${victim}`, `${urlOf(own)}%2F..%2F${victim}`, `${urlOf(own)}#/${victim}`]) {
      await fetch(address, {
        method: 'PATCH',
        headers: {
          'tus-resumable': '1.0.0',
          'upload-offset': '0',
          'content-type': 'application/offset+octet-stream',
          cookie: `parindex_session=${chi.token}`,
        },
        body: 'năm',
      });
      expect(await offsetOf(victim), address).toBe(0);
    }
    expect((await ask(server, chi, 'GET', `/api/uploads/${own}`)).body.received).toBe(Buffer.byteLength('năm'));
    const { rows } = await server.owner.query('SELECT holder, wanted FROM job WHERE id = $1', [victim]);
    expect(rows).toEqual([{ holder: null, wanted: false }]);
  });

  it('[F103] that find no room are answered 507 with one line of log, and go on where they were once there is room', async () => {
    const bytes = Buffer.from('Tệp minh họa mà đĩa không còn chỗ.');
    const id = await begin(bytes.length);
    const arrivals = server.context.evidence.storage.arrivals;
    const lines = server.logged.length;
    arrivals.write = () => Promise.reject(new StorageFull(new Error('ENOSPC: no space left on device')));
    try {
      const refused = await sendPiece(server, world.people.an, id, 0, bytes);
      expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([507, 'storeFull']);
      expect(server.logged.slice(lines)).toEqual([expect.stringMatching(/^PATCH \/api\/uploads\/:upload: storeFull: [^\n]+ENOSPC[^\n]*$/)]);
      const ready = await ask(server, undefined, 'GET', '/api/ready');
      expect([ready.status, ready.body.status]).toEqual([503, 'storageFull']);
    } finally {
      Reflect.deleteProperty(arrivals, 'write');
      server.logged.splice(lines);
    }
    expect((await sendPiece(server, world.people.an, id, 0, bytes)).status).toBe(204);
  });

  it('[F103] whose last piece is sent twice at once are not said to be gone, though they have moved by then', async () => {
    const bytes = Buffer.from('Tệp minh họa, gửi hai lần cùng lúc.');
    const id = await begin(bytes.length);
    const { storage } = server.context.evidence;
    const { arrivals } = storage;
    let asked = 0;
    arrivals.getUpload = async (upload) => {
      asked += 1;
      if (asked === 1) {
        // Until the other has been let in, and waits for the lock.
        other = sendPiece(server, world.people.an, id, 0, bytes);
        await expect.poll(async () => (await server.owner.query('SELECT FROM job WHERE id = $1 AND wanted', [id])).rowCount).toBe(1);
      } else await storage.dropArrival(upload);
      return Object.getPrototypeOf(arrivals).getUpload.call(arrivals, upload);
    };
    let other: Promise<Response> | undefined;
    const one = await sendPiece(server, world.people.an, id, 0, bytes);
    expect([one.status, (await other)?.status, asked]).toEqual([204, 200, 2]);
    Reflect.deleteProperty(arrivals, 'getUpload');
    await server.owner.query(`UPDATE upload SET state = 'cancelled' WHERE id = $1`, [id]);
    await server.owner.query(`UPDATE job SET state = 'cancelled', ended_at = now() WHERE id = $1`, [id]);
  });

  it('[F28] [F32] survive every header that could be sent: never a failure of the server, never a byte out of place', async () => {
    const bytes = Buffer.from('Tệp minh họa, hai mươi bốn byte hơn.');
    const id = await begin(bytes.length);
    await sendPiece(server, world.people.an, id, 0, bytes.subarray(0, 10));
    const odd = fc.constantFrom(
      '',
      '0',
      '5',
      '10',
      '-1',
      '+10',
      '1e1',
      '0x0a',
      '9'.repeat(30),
      '10, 10',
      '10;',
      'NaN',
      '∞',
      '\t10',
      '10.5',
      "'; DROP TABLE upload; --",
      '%00',
      'null',
    );
    const header = fc.oneof(odd, fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)), maxLength: 40 }));
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          offset: header,
          type: fc.oneof(fc.constant('application/offset+octet-stream'), header),
          length: fc.option(header),
          version: fc.oneof(fc.constant('1.0.0'), header),
        }),
        async ({ offset, type, length, version }) => {
          const status = await raw([
            `PATCH /api/uploads/${id} HTTP/1.1`,
            'host: 127.0.0.1',
            `cookie: parindex_session=${world.people.an.token}`,
            `tus-resumable: ${version}`,
            `upload-offset: ${offset}`,
            `content-type: ${type}`,
            ...(length === null ? [] : [`upload-length: ${length}`]),
            'content-length: 0',
          ]);
          expect(status, JSON.stringify({ offset, type, length, version })).toBeGreaterThan(0);
          expect(status, JSON.stringify({ offset, type, length, version })).toBeLessThan(500);
        },
      ),
      { numRuns: 60 },
    );
    expect(await offsetOf(id)).toBe(10);
    // More than was announced is not taken.
    const over = await sendPiece(server, world.people.an, id, 10, Buffer.concat([bytes.subarray(10), Buffer.from('thừa')]));
    expect(over.status).toBeGreaterThanOrEqual(400);
    expect((await sendPiece(server, world.people.an, id, await offsetOf(id), bytes.subarray(await offsetOf(id)))).status).toBe(204);
    const work = workOf(server);
    await finishAll(work);
    await work.close();
    const { body: upload } = await ask(server, world.people.an, 'GET', `/api/uploads/${id}`);
    const { body: document } = await ask(server, world.people.an, 'GET', `${SHEET}/documents/${upload.document}`);
    expect(document.versions[0].file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(server.logged.filter((line) => line.includes('Error'))).toEqual([]);
  });

  it('[F25] [F32] come to the store as they were sent, by the megabyte too, and are hashed on the way', async () => {
    const bytes = Buffer.from(fc.sample(fc.uint8Array({ minLength: 5_000, maxLength: 5_000 }), 1)[0] as Uint8Array)
      .toString('hex')
      .repeat(1_300);
    const sent = Buffer.from(bytes);
    for (let line = 0; line < sent.length; line += 61) sent[line] = 10;
    const id = await begin(sent.length);
    let offset = 0;
    for (const length of [1, 3_000_017, 1024 ** 2, 2 * 1024 ** 2 - 1, sent.length]) {
      expect((await sendPiece(server, world.people.an, id, offset, sent.subarray(offset, offset + length))).status).toBe(204);
      offset = await offsetOf(id);
    }
    expect(offset).toBe(sent.length);
    const { rows } = await server.owner.query('SELECT state, sha256 FROM upload WHERE id = $1', [id]);
    const arrived = createHash('sha256');
    for await (const piece of await server.context.evidence.storage.readArrival(id)) arrived.update(piece);
    const sha256 = createHash('sha256').update(sent).digest();
    expect([rows[0].state, rows[0].sha256.equals(sha256), arrived.digest().equals(sha256)]).toEqual(['received', true, true]);
    await ask(server, world.people.an, 'DELETE', `/api/uploads/${id}`);
  });

  it('[F28] addresses that are none lead nowhere', async () => {
    for (const path of ['..%2f..%2fetc%2fpasswd', '%00', 'a'.repeat(900), randomUUID(), `${randomUUID()}.json`, '.info', '*'])
      expect(
        (
          await fetch(`${await addressOf(server)}/api/uploads/${path}`, {
            method: 'HEAD',
            headers: { cookie: `parindex_session=${world.people.an.token}`, 'tus-resumable': '1.0.0' },
          })
        ).status,
        path,
      ).toBe(404);
  });

  it('[F32] given up, it is gone with its bytes; after its time it is given up by itself', async () => {
    const id = await begin(100);
    await sendPiece(server, world.people.an, id, 0, Buffer.alloc(50));
    const given = await ask(server, world.people.an, 'DELETE', `/api/uploads/${id}`);
    expect(given.status).toBe(204);
    expect((await sendPiece(server, world.people.an, id, 50, Buffer.alloc(50))).status).toBe(404);
    const arrivals: string[] = [];
    for await (const arrival of server.context.evidence.storage.listArrivals()) arrivals.push(arrival.id);
    expect(arrivals).not.toContain(id);
    // It began in time and may end an hour after the step has closed, not later.
    server.clock.set('2023-01-31T16:30:00Z');
    const late = await begin(10);
    server.clock.set('2023-01-31T17:30:00Z');
    expect((await sendPiece(server, world.people.an, late, 0, Buffer.alloc(5))).status).toBe(204);
    server.clock.set('2023-01-31T18:30:00Z');
    const refused = await sendPiece(server, world.people.an, late, 5, Buffer.alloc(5));
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([409, 'stepClosed']);
    server.clock.set('2023-01-15T02:00:00Z');
  });
});

const urlOf = (id: string) => {
  const there = server.app.server.address();
  if (!there || typeof there !== 'object') throw new Error('not listening');
  return `http://127.0.0.1:${there.port}/api/uploads/${id}`;
};
