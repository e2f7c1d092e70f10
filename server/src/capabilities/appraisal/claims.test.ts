import { randomUUID } from 'node:crypto';
import { itemsOfDomains } from '@parindex/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appraiseAllDomains, yesNoItems } from '../../testing/appraised-round.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  // Giang's ministry appraises every domain.
  await appraiseAllDomains(server, world);
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const sheetOf = (body: string) => `/api/rounds/minh-hoa-2022/sheets/${body}`;
const OURS = sheetOf('tinh-minh-hoa-01');
const save = async (person: 'an' | 'chi', sheet: string, ...entries: object[]) => ask(server, world.people[person], 'POST', `${sheet}/entries`, { entries });
const seqOf = async () => (await ask(server, world.people.an, 'GET', OURS)).body.seq as number;
const ranking = async () => {
  const { body } = await ask(server, world.people.dung, 'GET', '/api/rounds/minh-hoa-2022/ranking');
  return new Map<string, { index: { rounded: string }; rank: number; ifConfirmed: { index: { rounded: string }; rank: number } | null }>(
    body.bodies.map((one: { id: string }) => [one.id, one]),
  );
};
/** Five items that the edition lets be claimed. */
const five = () =>
  itemsOfDomains(world.scheme.domains)
    .filter(({ notArisen, rule }) => notArisen && rule.kind === 'yesNo')
    .slice(0, 5)
    .map(({ code }) => code);
const verdict = async (code: string, changes: object, base?: number) =>
  ask(server, world.people.giang, 'POST', `${OURS}/items/${code}/appraisal`, {
    id: randomUUID(),
    base: base ?? (await seqOf()),
    changes,
    reason: { code: 'other', text: 'Đã xem tài liệu (minh họa)' },
  });

describe('[F17] what did not arise is asked for, not taken', () => {
  it('five items without points, claimed not to have arisen, leave index and rank as they were; a second reading says what they would become', async () => {
    const plain = yesNoItems(world).filter(({ notArisen }) => !notArisen);
    expect(five()).toHaveLength(5);
    const [half, more] = [plain.slice(0, 6), plain.slice(0, 7)];
    await save('chi', sheetOf('tinh-minh-hoa-02'), ...more.map(({ code }) => change({ item: code }, 0, { 'answer.yes': true })));
    await save(
      'an',
      OURS,
      ...half.map(({ code }) => change({ item: code }, 0, { 'answer.yes': true })),
      ...five().map((code) => change({ item: code }, 0, { 'answer.yes': false })),
    );
    const before = await ranking();
    expect([before.get('tinh-minh-hoa-01')?.rank, before.get('tinh-minh-hoa-01')?.ifConfirmed]).toEqual([2, null]);

    const base = await seqOf();
    const claimed = await save(
      'an',
      OURS,
      ...five().map((code) => change({ item: code }, base, { state: 'notApplicable', reason: 'Trong năm không phát sinh' })),
    );
    expect(claimed.status).toBe(201);
    const { body: sheet } = await ask(server, world.people.an, 'GET', OURS);
    expect(sheet.columns.claimed.ifConfirmed.maximum).not.toBe(sheet.columns.claimed.points.own.maximum);
    const after = await ranking();
    const ours = after.get('tinh-minh-hoa-01');
    expect([ours?.rank, ours?.index]).toEqual([2, before.get('tinh-minh-hoa-01')?.index]);
    expect(Number(ours?.ifConfirmed?.index.rounded)).toBeGreaterThan(Number(ours?.index.rounded));
    expect(after.get('tinh-minh-hoa-02')?.ifConfirmed?.rank).toBeGreaterThan(0);
  });

  it('is refused where the edition does not let it be asked for, with the reason named; nobody says for a body that it is confirmed', async () => {
    const refused = ['1.1', '3.4.1', '3.4.4', '6.1.1'];
    const base = await seqOf();
    const answer = await save('an', OURS, ...refused.map((code) => change({ item: code }, base, { state: 'notApplicable', reason: 'Không phát sinh' })));
    expect(answer.body.faults.map(({ code, path }: { code: string; path: string }) => [code, path])).toEqual(
      refused.map((_, index) => ['notApplicableRefused', `/entries/${index}/changes/state`]),
    );
    expect(answer.body.faults[0].message).toContain('không cho phép đề nghị không đánh giá (không phát sinh)');
    const [code] = five();
    const forged = await save('an', OURS, change({ item: code as string }, base, { state: 'claimedNotApplicable', reason: 'Không phát sinh' }));
    expect(forged.body.faults).toMatchObject([{ code: 'unknownValue', path: '/entries/0/changes/state' }]);
  });

  it('[F47] the check before sending lists each claim with reason and ground, and lets none go without a document', async () => {
    const { body } = await ask(server, world.people.an, 'GET', `${OURS}/review`);
    const of = (kind: string) => body.findings.filter(({ code }: { code: string }) => code === kind);
    expect(
      of('notArisenUnproven')
        .map(({ item, severity }: { item: string; severity: string }) => [item, severity])
        .sort(),
    ).toEqual(
      five()
        .map((code) => [code, 'mustMend'])
        .sort(),
    );
    expect(of('notArisen')).toHaveLength(5);
    expect(of('notArisen')[0].message).toContain('Lý do: Trong năm không phát sinh. Tài liệu: chưa dẫn. Căn cứ: ');
    expect(of('unanswered').some(({ item }: { item: string }) => five().includes(item))).toBe(false);
  });

  it('[F22] an appraiser must decide it: confirmed it leaves the maximum, refused it stays with 0 points and the reason; accepting all as it is decides nothing', async () => {
    server.clock.set('2023-02-10T00:00:00Z');
    const leaves = (code: string) => itemsOfDomains(world.scheme.domains).some((item) => item.code === code && item.whenNotApplicable === 'reduceMaximum');
    const [first, second] = five().filter(leaves) as [string, string];
    expect((await verdict(first, {})).body.faults).toMatchObject([{ code: 'missingKey', path: '/changes/state' }]);
    expect((await verdict(first, { state: 'notAccepted' })).body.faults).toMatchObject([{ code: 'missingKey', path: '/changes/reason' }]);
    const confirmed = await verdict(first, { state: 'notApplicable' });
    expect(confirmed).toMatchObject({
      status: 201,
      body: { items: [{ code: first, state: 'notApplicable', maximum: '0/1', explanation: { because: 'sheet' } }] },
    });
    const refused = await verdict(second, { state: 'notAccepted', reason: 'Trong năm có phát sinh theo Báo cáo số 02 (minh họa)' });
    expect(refused).toMatchObject({ status: 201, body: { items: [{ code: second, state: 'notAccepted', points: '0/1' }] } });
    const { body } = await ask(server, world.people.dung, 'GET', OURS);
    const stateAt = (stage: string, code: string) => body.columns[stage].items.find((one: { code: string }) => one.code === code);
    expect(stateAt('claimed', first)).toMatchObject({ state: 'notAnswered', explanation: { because: 'claimed' } });
    expect(stateAt('appraised', first).state).toBe('notApplicable');
    // Three are still open: the appraised reading has its second one too.
    expect(body.columns.appraised.ifConfirmed.maximum).not.toBe(body.columns.appraised.points.own.maximum);
    const snapshot = await ask(server, world.people.dung, 'GET', '/api/rounds/minh-hoa-2022/snapshot');
    const states = Object.values(snapshot.body.sheets['tinh-minh-hoa-01']).map((entry) => (entry as { state?: string }).state);
    expect(states.filter((state) => state === 'claimedNotApplicable')).toHaveLength(3);
    expect(states.filter((state) => state === 'notApplicable')).toHaveLength(1);
  });
});
