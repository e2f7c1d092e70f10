import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type Person, type World } from '../../../testing/world.ts';
import { layStepsApart } from '../lay-steps-apart.ts';

let server: TestServer;
let world: World;
let origin: string;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  // A second owner of the same body.
  await server.owner.query(
    `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, 'bo-minh-hoa', 'owner', '2022-01-01', now())`,
    [world.people.an.account],
  );
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const ITEMS = 12;
const item = (index: number) =>
  `      - { code: "1.${index + 1}", title: { vi: "Tiêu chí số ${index + 1}" }, maximum: 1, source: appraised, rule: { kind: yesNo } } # dòng ${index + 1}\n`;
const TEXT = (id: string) => `format: parindex-scheme/1
id: ${id}
title: { vi: "Bộ tiêu chí minh họa" }
status: illustrative
domains:
  - code: "1"
    title: { vi: "Chỉ đạo, điều hành" }
    criteria:
${Array.from({ length: ITEMS }, (_, index) => item(index)).join('')}`;

const begin = async (id: string) => {
  const kept = await ask(server, world.people.dung, 'POST', '/api/editions', { document: TEXT(id), cases: '' });
  expect(kept.status).toBe(201);
};
const text = async (id: string): Promise<string> => (await ask(server, world.people.dung, 'GET', `/api/editions/${id}/document`)).body;
const title = (index: number, value: string) => ({
  in: 'document',
  operation: { operation: 'set', at: ['domains', 0, 'criteria', index, 'title', 'vi'], value },
});

/** Sent over the wire, each on a connection of its own. */
async function write(who: Person, id: string, version: number, steps: unknown, save: string = randomUUID()) {
  const answer = await fetch(`${origin}/api/editions/${id}/changes`, {
    method: 'POST',
    headers: { cookie: `parindex_session=${who.token}`, 'content-type': 'application/json', origin },
    body: JSON.stringify({ id: save, version, steps: JSON.stringify(steps) }),
  });
  return { status: answer.status, body: await answer.json() };
}

describe('[F1] saves that come at the very same moment', () => {
  it('on different places are all kept, each on a version of its own', async () => {
    const { dung, an } = world.people;
    await begin('cung-luc');
    const written = await Promise.all(
      Array.from({ length: 6 }, (_, index) => write(index % 2 === 0 ? dung : an, 'cung-luc', 1, [title(index, `Lưu ${index}`)])),
    );
    expect([written.map(({ status }) => status), server.logged]).toEqual([Array(6).fill(200), []]);
    expect(written.map(({ body }) => body.version).toSorted()).toEqual([2, 3, 4, 5, 6, 7]);
    const kept = await text('cung-luc');
    for (let index = 0; index < 6; index += 1) expect(kept).toContain(`Lưu ${index}`);
    for (let index = 0; index < ITEMS; index += 1) expect(kept).toContain(`# dòng ${index + 1}\n`);
    // Who is told of the others has seen every save between the version they knew and theirs.
    for (const { body } of written) expect(new Set(JSON.parse(body.others).map(({ version }: { version: number }) => version)).size).toBe(body.version - 2);
  });

  it('on the same place: one is kept, the other is told by whom, and loses nothing of its own', async () => {
    const { dung, an } = world.people;
    await begin('cung-cho');
    const written = await Promise.all([
      write(dung, 'cung-cho', 1, [title(0, 'Của Dũng'), title(1, 'Cũng của Dũng')]),
      write(an, 'cung-cho', 1, [title(0, 'Của An')]),
    ]);
    expect(written.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const lost = written.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({ code: 'conflict', version: 2, conflicts: [{ code: 'bothChanged', told: 'Hai người cùng sửa tiêu chí 1.1.' }] });
    const [ofDung, ofAn] = written.map(({ status }) => status === 200);
    const kept = await text('cung-cho');
    expect([kept.includes('Của Dũng'), kept.includes('Cũng của Dũng'), kept.includes('Của An')]).toEqual([ofDung, ofDung, ofAn]);
  });

  it('the same save twice is written once', async () => {
    const { dung } = world.people;
    await begin('hai-lan');
    const save = randomUUID();
    const [one, other] = await Promise.all([write(dung, 'hai-lan', 1, [title(0, 'Một')], save), write(dung, 'hai-lan', 1, [title(0, 'Một')], save)]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(one.body).toEqual(other.body);
    const { rows } = await server.owner.query(`SELECT count(*)::int AS saves FROM edition_change WHERE edition_id = 'hai-lan'`);
    expect(rows).toEqual([{ saves: 1 }]);
  });

  it('a move is taken back to the letter, also where another has written meanwhile', async () => {
    const { dung, an } = world.people;
    await begin('di-chuyen');
    const moved = await write(dung, 'di-chuyen', 1, [
      { in: 'document', operation: { operation: 'move', at: ['domains', 0, 'criteria', 2], into: ['domains', 0, 'criteria'], index: 7 } },
    ]);
    expect([moved.status, moved.body.code]).toEqual([200, undefined]);
    const [{ changes }] = JSON.parse(moved.body.own);
    expect(changes).toMatchObject([{ change: 'move' }]);
    await write(an, 'di-chuyen', 2, [title(7, 'An sửa tên tiêu chí đã chuyển')]);
    const back = changes.toReversed().map(({ at, to }: { at: unknown[]; to: unknown[] }) => ({ change: 'move', at: to, to: at }));
    expect(await write(dung, 'di-chuyen', 2, [{ in: 'document', changes: back }])).toMatchObject({ status: 200, body: { version: 4 } });
    expect(await text('di-chuyen')).toBe(TEXT('di-chuyen').replace('"Tiêu chí số 3"', '"An sửa tên tiêu chí đã chuyển"'));
  });

  it('what takes too long is refused in words, keeps nothing, and the next is written; meanwhile the draft is nobody’s', async () => {
    const { dung, an } = world.people;
    await begin('qua-lau');
    const steps = JSON.stringify(Array.from({ length: 1_000 }, (_, index) => title(index % ITEMS, `Lần ${index}`)));
    const word = { edition: 'qua-lau', texts: { document: TEXT('qua-lau'), cases: '' }, since: [], steps, language: 'vi' } as const;
    await expect(layStepsApart(word, 0)).rejects.toMatchObject({ code: 'tooLarge', told: { detail: { vi: expect.stringContaining('Chưa có gì được lưu.') } } });

    // Another save is written while a large one is still being laid, and the large one is then laid onto it.
    const large = write(dung, 'qua-lau', 1, JSON.parse(steps));
    const small = await write(an, 'qua-lau', 1, [{ in: 'document', operation: { operation: 'set', at: ['title', 'vi'], value: 'Tên mới' } }]);
    expect([small.status, (await large).status]).toEqual([200, 200]);
    expect([small.body.version, (await large).body.version].toSorted()).toEqual([2, 3]);
    expect(await text('qua-lau')).toMatch(/Tên mới[\s\S]*Lần 999/);
  });
});
