import { randomUUID } from 'node:crypto';
import { itemsOfDomains } from '@parindex/core';
import { fromFraction, fromText, subtract, toFraction } from '@parindex/core/quantity/rational';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appraiseAllDomains } from '../../testing/appraised-round.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await appraiseAllDomains(server, world);
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const ROUND = '/api/rounds/minh-hoa-2022';
const OURS = `${ROUND}/sheets/tinh-minh-hoa-01`;
const THEIRS = `${ROUND}/sheets/tinh-minh-hoa-02`;
/** The ratio of an item's rule. */
const ratioOf = (code: string): readonly [string, string] => {
  const rule = itemsOfDomains(world.scheme.domains).find((item) => item.code === code)?.rule;
  return (rule as unknown as { of: { ratio: [string, string] } }).of.ratio;
};
const CLAIMS = ['2.4.1', '2.4.2', '6.2.3'];
const ECONOMY = ['8.2.1', '8.2.2', '8.2.3', '8.2.5'];
const FULL = ['1.3.2', '2.2.2', '2.3.2', '3.5.1', '3.5.2', '4.3.3', '6.1.2'];
const declare = (figures: readonly string[], value: string, base: number) => figures.map((figure) => change({ figure }, base, { value }));
const save = (person: 'an' | 'chi', sheet: string, entries: object[]) => ask(server, world.people[person], 'POST', `${sheet}/entries`, { entries });
const sheetNow = async () => (await ask(server, world.people.an, 'GET', OURS)).body;
const ours = async () => {
  const { body } = await ask(server, world.people.dung, 'GET', `${ROUND}/ranking`);
  return body.bodies.find(({ id }: { id: string }) => id === 'tinh-minh-hoa-01');
};
const findings = async () =>
  (await ask(server, world.people.an, 'GET', `${OURS}/review`)).body.findings as { code: string; item: string; severity: string; message: string }[];
const itemsWith = (all: Awaited<ReturnType<typeof findings>>, code: string) =>
  all.flatMap((found) => (found.code === code ? [`${found.severity} ${found.item}`] : [])).sort();
const ofItems = (codes: readonly string[], severity: string) => codes.map((code) => `${severity} ${code}`).sort();

describe('[F17] denominators of 0 take nothing off a maximum by the body’s word alone', () => {
  it('seven of them leave index, rank and maximum as they were; three stand in the second reading, four are worth 0 points', async () => {
    const parts = [...CLAIMS, ...ECONOMY].flatMap((code) => [...ratioOf(code)]);
    await save('chi', THEIRS, declare([...new Set(parts)], '100', 0));
    // Nothing of them done: without points, over the whole maximum.
    const wholes = [...CLAIMS, ...ECONOMY].map((code) => ratioOf(code)[1]);
    const numerators = [...CLAIMS, ...ECONOMY].map((code) => ratioOf(code)[0]);
    expect((await save('an', OURS, [...declare(wholes, '100', 0), ...declare(numerators, '0', 0)])).status).toBe(201);
    const [before, sheet] = [await ours(), await sheetNow()];
    expect(before).toMatchObject({ rank: 2, ifConfirmed: null });

    expect((await save('an', OURS, declare(wholes, '0', sheet.seq))).status).toBe(201);
    const [after, now] = [await ours(), await sheetNow()];
    expect([after.rank, after.index]).toEqual([before.rank, before.index]);
    expect(now.columns.claimed.points.own.maximum).toBe(sheet.columns.claimed.points.own.maximum);
    // 0,5 each.
    expect(sheet.columns.claimed.points.own.maximum).toBe('68/1');
    expect(now.columns.claimed.ifConfirmed.maximum).toBe('133/2');
    const item = (code: string) => now.columns.claimed.items.find((one: { code: string }) => one.code === code);
    for (const code of CLAIMS) expect(item(code)).toMatchObject({ state: 'notAnswered', points: '0/1', explanation: { because: 'claimed' } });
    for (const code of ECONOMY) expect(item(code)).toMatchObject({ state: 'scored', points: '0/1' });
  });

  it('[F47] the check lists each claim and lets none go without reason and document; full points of 0 of 0 are to be explained', async () => {
    const { seq } = await sheetNow();
    await save(
      'an',
      OURS,
      FULL.flatMap((code) => declare([...ratioOf(code)], '0', seq)),
    );
    const all = await findings();
    expect(itemsWith(all, 'notArisenUnproven')).toEqual(ofItems(CLAIMS, 'mustMend'));
    expect(itemsWith(all, 'notArisen')).toEqual(ofItems(CLAIMS, 'told'));
    expect(itemsWith(all, 'fullFromNothing')).toEqual(ofItems(FULL, 'mustExplain'));
    expect(all.find(({ code }) => code === 'fullFromNothing')?.message).toBe(
      'Mẫu số bằng 0 (không phát sinh) nên được 1,5 điểm, nhưng chưa nêu lý do, chưa dẫn tài liệu kiểm chứng.',
    );
    // Seven items of 0 of 0 bring their whole points, and each place has the reading without them beside.
    const full = itemsOfDomains(world.scheme.domains).filter(({ code }) => FULL.includes(code));
    const worth = full.reduce((sum, { maximum }) => sum + Number(maximum), 0);
    const row = ({ body }: { body: { id: string } }) => body.id === 'tinh-minh-hoa-01';
    const listed = (await ask(server, world.people.dung, 'GET', `${ROUND}/sheets`)).body.sheets.find(row);
    const onBoard = (await ask(server, world.people.dung, 'GET', `${ROUND}/board`)).body.rows.find(row);
    for (const [points, without] of [
      [listed.claimed.own.points, listed.ifUnconfirmed],
      [onBoard.points, onBoard.ifUnconfirmed],
    ])
      expect(toFraction(subtract(fromFraction(points), fromFraction(without.points)))).toBe(toFraction(fromText(String(worth))));
    const frozen = await ask(server, world.people.binh, 'POST', `${OURS}/freeze`, { id: randomUUID(), base: (await sheetNow()).seq });
    expect(frozen.body.code).toBe('mustMend');
    expect(itemsWith(frozen.body.findings, 'notArisenUnproven')).toEqual(ofItems(CLAIMS, 'mustMend'));
  });

  it('[F47] a full stop at every item explains none of them', async () => {
    const { seq } = await sheetNow();
    const before = await findings();
    await save(
      'an',
      OURS,
      [...CLAIMS, ...FULL].map((code) => change({ item: code }, seq, { justification: '.' })),
    );
    const after = await findings();
    for (const code of ['notArisenUnproven', 'fullFromNothing']) expect(itemsWith(after, code)).toEqual(itemsWith(before, code));
    expect(itemsWith(after, 'justificationSaysNothing')).toEqual(ofItems([...CLAIMS, ...FULL], 'mustExplain'));
  });

  it('[F47] a claim in words beside figures above 0 lets nothing be frozen: the figures are named', async () => {
    const { seq } = (await ask(server, world.people.chi, 'GET', THEIRS)).body;
    await save('chi', THEIRS, [change({ item: '2.4.1' }, seq, { state: 'notApplicable', reason: 'Trong năm không được giao văn bản nào (minh họa)' })]);
    const { body } = await ask(server, world.people.chi, 'GET', `${THEIRS}/review`);
    expect(body.findings.find(({ code }: { code: string }) => code === 'notArisenContradicted')).toMatchObject({
      severity: 'mustMend',
      item: '2.4.1',
      message: expect.stringMatching(/lớn hơn 0: “.+” là 100; “.+” là 100\. Đề nghị rút đề nghị không đánh giá/),
    });
  });

  it('[F22] an appraiser decides it by name: accepting the values decides nothing, confirmed it leaves the maximum', async () => {
    server.clock.set('2023-02-10T00:00:00Z');
    const verdict = async (changes: object) =>
      ask(server, world.people.giang, 'POST', `${OURS}/items/2.4.1/appraisal`, {
        id: randomUUID(),
        base: (await sheetNow()).seq,
        changes,
        reason: { code: 'other', text: 'Đã xem tài liệu (minh họa)' },
      });
    expect((await verdict({})).body.faults).toMatchObject([{ code: 'missingKey', path: '/changes/state' }]);
    expect((await verdict({ state: null })).body.faults).toMatchObject([{ code: 'unknownValue', path: '/changes/state' }]);
    expect(await verdict({ state: 'notApplicable', reason: 'Chương trình của năm không có văn bản nào (minh họa)' })).toMatchObject({
      status: 201,
      body: { items: [{ code: '2.4.1', state: 'notApplicable', maximum: '0/1', explanation: { because: 'sheet' } }] },
    });
    const snapshot = await ask(server, world.people.dung, 'GET', `${ROUND}/snapshot`);
    const sheet = snapshot.body.sheets['tinh-minh-hoa-01'] as Record<string, { state?: string; whenNothing?: string }>;
    expect(CLAIMS.map((code) => [sheet[code]?.state, sheet[code]?.whenNothing])).toEqual([
      ['notApplicable', undefined],
      [undefined, 'claimed'],
      [undefined, 'claimed'],
    ]);
  });
});
