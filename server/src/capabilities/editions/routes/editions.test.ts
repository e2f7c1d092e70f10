import { readFileSync } from 'node:fs';
import { hashOf } from '@parindex/core';
import { editionAnswer, editionList } from '@parindex/core/contracts/schemas/index';
import { readSchemeTables } from '@parindex/core/studio/import/index';
import { domain, item } from '@parindex/core/testing/small-round';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbookApart } from '../../../file-inspection/read-workbook-apart.ts';
import { textOf } from '../../../file-inspection/testing/text-of.ts';
import { hashOfToken } from '../../../http/admission.ts';
import { adoptInStory, SMALL_CASES, smallDocument } from '../../../testing/small-edition.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  // Minh owns the scheme of another body.
  await server.owner.query(
    `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, 'so-minh-hoa-a', 'owner', '2022-01-01', now())`,
    [world.people.minh.account],
  );
});
afterAll(() => server.close());

const decision = { number: '01/QĐ-BMH', date: '2023-01-09' };
const draft = (document: string, cases = SMALL_CASES) => ask(server, world.people.dung, 'POST', '/api/editions', { document, cases });
const adopt = (id: string, version: number, who = world.people.dung) =>
  ask(server, who, 'POST', `/api/editions/${id}/adoption`, { version, effectiveFrom: '2023-01-01', decision });

describe('Dũng, owner of the scheme of Bộ Minh họa, writes an edition', () => {
  it('keeps a draft with faults, each with line and column of what he wrote', async () => {
    const document = [
      'format: parindex-scheme/1',
      'id: nhap-1',
      'title: { vi: Bản nháp }',
      'status: illustrative',
      'domains:',
      '  - code: "1"',
      '    title: { vi: Lĩnh vực 1 }',
      '    maximum: 5',
      '    criteria:',
      '      - { code: "1.1", title: { vi: Tiêu chí }, maximum: 2, source: nowhere, rule: { kind: yesNo } }',
    ].join('\n');
    const kept = await draft(document);
    expect(kept.status).toBe(201);
    expect(kept.headers['etag']).toBe('"1"');
    expect(editionAnswer.parse(kept.body)).toEqual(kept.body);
    expect(kept.body).toMatchObject({ id: 'nhap-1', state: 'draft', ownerBody: 'bo-minh-hoa', title: { vi: 'Bản nháp' }, hash: null, cases: null, version: 1 });
    expect(kept.body.faults.map(({ in: part, code, path, line, column }: Record<string, unknown>) => `${part} ${line}:${column} ${code} ${path}`)).toEqual([
      'document 10:61 unknownValue /domains/0/criteria/0/source',
      'document 8:5 doesNotAddUp /domains/0/maximum',
    ]);
    const asWritten = await ask(server, world.people.an, 'GET', '/api/editions/nhap-1/document');
    expect([asWritten.status, asWritten.body]).toEqual([200, document]);
    expect((await ask(server, world.people.an, 'GET', '/api/editions/nhap-1/cases')).body).toBe(SMALL_CASES);
    expect((await ask(server, world.people.an, 'GET', '/api/editions/nhap-1/normal')).body.code).toBe('notNow');
    expect((await draft(document)).body.code).toBe('alreadyThere');
  });

  it('is told where a text is none at all, and where it names no edition', async () => {
    const torn = await draft('id: [1', 'item: {');
    expect(torn.body).toMatchObject({ status: 400, code: 'unreadable', places: [{ in: 'document' }, { in: 'cases' }] });
    const nameless = await draft('title: { vi: Không mã }');
    expect(nameless.body).toMatchObject({ status: 422, faults: [{ code: 'missingKey', path: '/document/id' }] });
    expect((await draft(smallDocument('mã lạ'))).body).toMatchObject({ status: 422, faults: [{ code: 'missingKey', path: '/document/id' }] });
    expect((await draft('  ')).body).toMatchObject({ status: 422, faults: [{ code: 'emptyText', path: '/document' }] });
  });

  it('[F20] cannot adopt it while a case does not come out, or while there is none; all is told at once', async () => {
    const wrong = SMALL_CASES.replace('"0.75"', '"0.5"').replace('expect: { points: "2" }', 'expect: { points: "1" }');
    const kept = await draft(smallDocument('mau-2'), wrong);
    expect(kept.body).toMatchObject({
      faults: [
        { in: 'cases', line: 4 },
        { in: 'cases', line: 7 },
      ],
      cases: { run: 2, failed: 2, itemsWithoutCase: ['2.1'] },
    });
    const refused = await adopt('mau-2', 1);
    expect(refused.status).toBe(422);
    expect(refused.body.faults).toMatchObject([
      { code: 'caseFails', path: '/cases/0/expect/points' },
      { code: 'caseFails', path: '/cases/1/expect/points' },
    ]);
    expect(refused.body.places).toMatchObject([{ path: '/cases/0/expect/points', line: 4 }, { line: 7 }]);

    const without = await ask(server, world.people.dung, 'PUT', '/api/editions/mau-2', { document: smallDocument('mau-2'), cases: '', version: 1 });
    expect(without.body).toMatchObject({ version: 2, faults: [], cases: { run: 0 } });
    expect((await adopt('mau-2', 2)).body.faults).toMatchObject([{ code: 'emptyText', path: '/cases' }]);

    const faulty = smallDocument('mau-2', { domains: [domain('1', [item('1.1', { maximum: '0' })], { maximum: '3' })] });
    await ask(server, world.people.dung, 'PUT', '/api/editions/mau-2', { document: faulty, cases: SMALL_CASES, version: 2 });
    const both = await ask(server, world.people.dung, 'POST', '/api/editions/mau-2/adoption', {
      version: 3,
      effectiveFrom: '2023-01-01',
      effectiveTo: '2022-01-01',
    });
    expect(both.body.faults.map(({ code, path }: Record<string, string>) => `${code} ${path}`)).toEqual([
      'missingKey /decision',
      'outOfRange /effectiveTo',
      'outOfRange /document/domains/0/criteria/0/maximum',
    ]);
    expect((await ask(server, world.people.dung, 'GET', '/api/editions/mau-2')).body.state).toBe('draft');
  });

  it('[F2] adopts it, and from then on nobody changes it: not he, not the server, not the owner of the database', async () => {
    await draft(smallDocument('mau-3'));
    const adopted = await adopt('mau-3', 1);
    expect(server.logged).toEqual([]);
    expect(adopted.status).toBe(200);
    expect(adopted.body).toMatchObject({
      state: 'adopted',
      version: 2,
      effectiveFrom: '2023-01-01',
      effectiveTo: null,
      decision,
      faults: [],
      cases: { run: 2, failed: 0 },
    });
    expect(editionAnswer.parse(adopted.body)).toEqual(adopted.body);
    const normal = await ask(server, world.people.an, 'GET', '/api/editions/mau-3/normal');
    expect(hashOf(normal.body)).toBe(adopted.body.hash);
    expect(normal.body).toMatchObject({ id: 'mau-3', total: { denominator: '4' } });

    const texts = { document: smallDocument('mau-3'), cases: SMALL_CASES };
    expect((await ask(server, world.people.dung, 'PUT', '/api/editions/mau-3', { ...texts, version: 2 })).body.code).toBe('notNow');
    expect((await ask(server, world.people.dung, 'DELETE', '/api/editions/mau-3?version=2')).body.code).toBe('notNow');
    expect((await adopt('mau-3', 2)).body.code).toBe('notNow');

    for (const url of [server.urls.app, server.urls.owner]) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      for (const change of [
        `UPDATE edition SET document = 'khác' WHERE id = 'mau-3'`,
        `UPDATE edition SET state = 'draft' WHERE id = 'mau-3'`,
        `UPDATE edition SET hash = 'khác' WHERE id = 'mau-3'`,
        `DELETE FROM edition WHERE id = 'mau-3'`,
        'TRUNCATE edition CASCADE',
      ]) {
        await client.query('BEGIN');
        if (url === server.urls.app)
          await client.query('SELECT app.begin_request($1, NULL, $2, false)', [hashOfToken(world.people.dung.token), server.clock.now()]);
        await expect(client.query(change), `${change} by ${new URL(url).username}`).rejects.toMatchObject({ code: '42501' });
        await client.query('ROLLBACK');
      }
      await client.end();
    }
    expect((await ask(server, world.people.dung, 'GET', '/api/editions/mau-3')).body).toEqual({ ...adopted.body });
  });

  it('shows both sides of a stale write, and keeps the draft of another body from him', async () => {
    await draft(smallDocument('mau-4'));
    const texts = { document: smallDocument('mau-4', { status: 'official' }), cases: SMALL_CASES };
    expect((await ask(server, world.people.dung, 'PUT', '/api/editions/mau-4', { ...texts, version: 1 })).body).toMatchObject({
      version: 2,
      status: 'official',
    });
    const stale = await ask(server, world.people.dung, 'PUT', '/api/editions/mau-4', { ...texts, version: 1 });
    expect(stale.body).toMatchObject({ status: 409, code: 'staleVersion', version: 2, current: { id: 'mau-4', status: 'official' } });
    expect(
      (await ask(server, world.people.dung, 'PUT', '/api/editions/mau-4', { document: smallDocument('mau-5'), cases: '', version: 2 })).body.faults,
    ).toMatchObject([{ path: '/document/id' }]);

    const { minh, an } = world.people;
    expect((await ask(server, minh, 'PUT', '/api/editions/mau-4', { ...texts, version: 2 })).status).toBe(403);
    expect((await adopt('mau-4', 2, minh)).status).toBe(403);
    expect((await ask(server, an, 'POST', '/api/editions', texts)).status).toBe(403);
    expect((await ask(server, minh, 'POST', '/api/editions', { ...texts, ownerBody: 'bo-minh-hoa' })).status).toBe(403);
    const own = await ask(server, minh, 'POST', '/api/editions', { document: smallDocument('cua-so-a'), cases: SMALL_CASES });
    expect(own.body).toMatchObject({ ownerBody: 'so-minh-hoa-a', state: 'draft' });
    expect((await adopt('cua-so-a', 1)).status).toBe(403);
  });

  it('removes a draft that no round uses', async () => {
    await draft(smallDocument('mau-6'));
    await server.owner.query(
      `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at) VALUES ('dung-nhap', 'bo-minh-hoa', 2023, 'Nháp', 'mau-6', 'draft', now())`,
    );
    const used = await ask(server, world.people.dung, 'DELETE', '/api/editions/mau-6?version=1');
    expect(used.body).toMatchObject({ code: 'notNow', rounds: ['dung-nhap'] });
    await server.owner.query(`DELETE FROM round WHERE id = 'dung-nhap'`);
    expect((await ask(server, world.people.dung, 'DELETE', '/api/editions/mau-6?version=9')).body.code).toBe('staleVersion');
    expect((await ask(server, world.people.dung, 'DELETE', '/api/editions/mau-6')).status).toBe(422);
    expect((await ask(server, world.people.dung, 'DELETE', '/api/editions/mau-6?version=1')).status).toBe(204);
    expect((await ask(server, world.people.dung, 'GET', '/api/editions/mau-6')).status).toBe(404);
  });

  it('[F8] gives its table as the annex of a decision, a draft marked as one, which a file brings back', async () => {
    const document = smallDocument('mau-phu-luc');
    expect((await draft(document)).status).toBe(201);
    const annex = (format: string) =>
      server.app.inject({ url: `/api/editions/mau-phu-luc/annex?format=${format}`, headers: { cookie: `parindex_session=${world.people.an.token}` } });
    for (const format of ['docx', 'xlsx']) {
      const file = await annex(format);
      expect(file.headers['content-disposition']).toContain(`phu-luc-mau-phu-luc.${format}`);
      const read = await readWorkbookApart(file.rawPayload, 'tables');
      expect('workbook' in read && readSchemeTables(read.workbook, { id: 'tep', title: 'Tệp' })).toMatchObject({ text: document, doubts: [] });
    }
    expect(await textOf((await annex('pdf')).rawPayload, 'phu-luc.pdf')).toContain('DỰ THẢO');
  });

  it('lists editions page by page', async () => {
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const { body } = await ask(server, world.people.an, 'GET', `/api/editions?limit=2${after}`);
      expect(editionList.parse(body)).toEqual(body);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(seen).toEqual(seen.toSorted());
    expect(seen).toEqual(expect.arrayContaining(['mau-3', 'mau-4', 'nhap-1', 'province-2022']));
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('the editions that come with the project', () => {
  const texts = (folder: string) => {
    const read = (file: string) => readFileSync(new URL(`../../../../../schemes/${folder}/${file}`, import.meta.url), 'utf8');
    return { document: read('scheme.yaml'), cases: read('cases.yaml') };
  };
  it('are loaded once, adopted, and never replaced', async () => {
    expect(await adoptInStory(server, texts('ministry-2023'))).toBe('ministry-2023');
    expect(await adoptInStory(server, texts('ministry-2023'))).toBe('ministry-2023');
    const { body } = await ask(server, world.people.an, 'GET', '/api/editions/ministry-2023');
    expect(body).toMatchObject({ state: 'adopted', ownerBody: null, status: 'reconstruction', faults: [], effectiveFrom: '2022-11-10' });
    const other = smallDocument('ministry-2023');
    await expect(adoptInStory(server, { document: other, cases: SMALL_CASES })).rejects.toThrow('a correction is a new edition');
    await expect(adoptInStory(server, { document: smallDocument('khac', { status: 'x' }), cases: SMALL_CASES })).rejects.toThrow('/document/status');
  });
});
