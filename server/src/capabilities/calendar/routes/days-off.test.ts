import { readFileSync } from 'node:fs';
import { type RawDocument, readJson } from '@parindex/core';
import { daysOffByDate, deadlineOnDayOff, readFixedDaysOff } from '@parindex/core/round/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inBackground } from '../../../db/background.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../../testing/world.ts';
import { loadFixedDaysOff } from '../acts/replace-days-off.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.close());

const off = (date: string, name = 'Ngày nghỉ minh họa') => ({ date, kind: 'off', name, source: 'Thông báo minh họa' });
const put = (body: unknown, person = world.people.lan) => ask(server, person, 'PUT', '/api/days-off', body);

describe('Lan, administrator, enters the days off of a year', () => {
  it('[F35] replaces the list whole, and everybody sees it and its version', async () => {
    expect((await ask(server, world.people.an, 'GET', '/api/days-off?year=2023')).body).toEqual({ year: 2023, version: 0, days: [] });
    const days = [off('2023-01-20'), off('2023-01-21'), { ...off('2023-02-04'), kind: 'worked' }];
    expect((await put({ year: 2023, version: 0, days })).body).toEqual({ year: 2023, version: 1, days });
    const replaced = await put({ year: 2023, version: 1, days: [off('2023-01-23')] });
    expect(replaced.headers['etag']).toBe('"2"');
    const seen = await ask(server, world.people.an, 'GET', '/api/days-off?year=2023');
    expect(seen.body.days).toEqual([off('2023-01-23')]);
    expect(deadlineOnDayOff('2023-01-21', daysOffByDate(seen.body.days))).toEqual({ day: '2023-01-21', name: null, nextWorkingDay: '2023-01-24' });
    expect(server.logged).toEqual([]);
  });

  it('shows both sides where another has replaced it, also when two write at once', async () => {
    expect((await put({ year: 2023, version: 1, days: [] })).body).toMatchObject({
      code: 'staleVersion',
      version: 2,
      current: { version: 2, days: [{ date: '2023-01-23' }] },
    });
    const both = await Promise.all([put({ year: 2024, version: 0, days: [] }), put({ year: 2024, version: 0, days: [off('2024-01-01')] })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('is told all faults at once; a clerk may not write', async () => {
    const wrong = await put({
      year: 2023,
      version: 2,
      days: [off('2024-01-01'), off('2023-01-02'), off('2023-01-02'), { ...off('2023-01-03'), kind: 'worked' }, off('2023-02-30', '')],
    });
    expect(wrong.body.faults.map(({ code, path }: { code: string; path: string }) => `${code} ${path}`)).toEqual([
      'wrongType /days/4/date',
      'emptyText /days/4/name',
      'outOfRange /days/0/date',
      'duplicateId /days/2/date',
      'notAllowedHere /days/3/kind',
    ]);
    expect((await put({ year: 2023, version: 2, days: [] }, world.people.an)).status).toBe(403);
  });

  it('a year of which nothing is entered begins with what the Labour Code fixes', async () => {
    const stored = readJson(readFileSync(new URL('../../../../../data/days-off.json', import.meta.url), 'utf8')) as RawDocument;
    const fixed = readFixedDaysOff(stored.value).days ?? [];
    const load = (year: number) =>
      inBackground(server.owner, 'BEGIN', (db) => loadFixedDaysOff({ db, account: null, membership: null, receivedAt: server.clock.now() }, fixed, year));
    expect([await load(2026), await load(2026), await load(2023)]).toEqual([true, false, false]);
    const seen = await ask(server, world.people.an, 'GET', '/api/days-off?year=2026');
    expect(seen.body.days.map(({ date }: { date: string }) => date)).toEqual(['2026-01-01', '2026-04-30', '2026-05-01', '2026-09-02']);
  });
});
