import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../../testing/world.ts';
import { addSurvey } from '../../survey/testing/survey-of-round.ts';

const FORM = readFileSync(new URL('../../../../../schemes/province-2022/questionnaires/councillors.yaml', import.meta.url), 'utf8');

let server: TestServer;
let world: World;
let url: string;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await server.owner.query('ALTER TABLE edition DISABLE TRIGGER adopted_is_locked');
  await server.owner.query(`UPDATE edition SET owner_body = 'bo-minh-hoa'`);
  url = `/api/editions/${world.scheme.id}/questionnaires/councillors`;
});
afterAll(() => server.close());
const bring = (document: string, seen: string | null, person = world.people.dung) => ask(server, person, 'PUT', url, { document, seen });

describe('the owner of an edition brings its questionnaires [F54]', () => {
  it('nobody else does', async () => {
    expect((await bring(FORM, null, world.people.an)).status).toBe(403);
  });

  it('all that is wrong with one is told at once, each with its place', async () => {
    const spoilt = FORM.replace(/feeds: "?leadersDynamism"?/, 'feeds: "nowhere"').replace(/keptDays: .*/, 'keptDays: -1');
    const { status, body } = await bring(spoilt, null);
    expect(status).toBe(422);
    expect(body.faults.map(({ code, path }: { code: string; path: string }) => `${code} ${path}`)).toEqual(
      expect.arrayContaining(['unknownId /document/pages/0/questions/0/feeds', 'outOfRange /document/consent/keptDays']),
    );
    expect((await bring(': [', null)).status).toBe(400);
  });

  it('it is read back; the same again changes nothing; another one must have seen it', async () => {
    const first = await bring(FORM, null);
    expect(first.status).toBe(201);
    expect((await bring(FORM, null)).status).toBe(200);
    const other = FORM.replace(/keptDays: .*/, 'keptDays: 60');
    expect((await bring(other, null)).status).toBe(409);
    const second = await bring(other, first.body.hash);
    expect(second.status).toBe(200);
    expect(second.body.hash).not.toBe(first.body.hash);
    expect((await ask(server, world.people.an, 'GET', url)).body.consent.keptDays).toBe('60');
  });

  it('once a survey is opened with it no form changes, nor does another come', async () => {
    await addSurvey(server.owner, world.round, world.scheme.id, world.people.dung.account, server.clock.now());
    const { body } = await ask(server, world.people.dung, 'GET', `/api/editions/${world.scheme.id}/questionnaires`);
    const refused = await bring(FORM, body.items[0].hash);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('không thay được nữa');
    await expect(server.owner.query(`UPDATE edition_questionnaire SET hash = hash`)).rejects.toThrow('locked');
  });
});
