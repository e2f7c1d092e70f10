import { readFileSync } from 'node:fs';
import { editionAnswer, editionList } from '@parindex/core/contracts/schemas/index';
import { begunFrom } from '@parindex/core/studio/beginning';
import { readSchemeTables } from '@parindex/core/studio/import/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbookApart } from '../../../file-inspection/read-workbook-apart.ts';
import { textOf } from '../../../file-inspection/testing/text-of.ts';
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

const draft = (document: string, cases = SMALL_CASES) => ask(server, world.people.dung, 'POST', '/api/editions', { document, cases });

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
    const asWritten = await ask(server, world.people.hanh, 'GET', '/api/editions/nhap-1/document');
    expect([asWritten.status, asWritten.body]).toEqual([200, document]);
    expect((await ask(server, world.people.hanh, 'GET', '/api/editions/nhap-1/cases')).body).toBe(SMALL_CASES);
    expect((await ask(server, world.people.hanh, 'GET', '/api/editions/nhap-1/normal')).body.code).toBe('notNow');
    // What another body is still writing is not told to a province: not that it is there either.
    for (const part of ['', '/document', '/cases', '/normal', '/annex'])
      expect((await ask(server, world.people.an, 'GET', `/api/editions/nhap-1${part}`)).status, part).toBe(404);
    const { body: told } = await ask(server, world.people.an, 'GET', '/api/editions');
    expect(told.items.map(({ id }: { id: string }) => id)).not.toContain('nhap-1');
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
    expect((await ask(server, minh, 'PUT', '/api/editions/mau-4', { ...texts, version: 2 })).status).toBe(404);
    expect((await ask(server, an, 'POST', '/api/editions', texts)).status).toBe(403);
    expect((await ask(server, minh, 'POST', '/api/editions', { ...texts, ownerBody: 'bo-minh-hoa' })).status).toBe(403);
    const own = await ask(server, minh, 'POST', '/api/editions', { document: smallDocument('cua-so-a'), cases: SMALL_CASES });
    expect(own.body).toMatchObject({ ownerBody: 'so-minh-hoa-a', state: 'draft' });
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
      server.app.inject({ url: `/api/editions/mau-phu-luc/annex?format=${format}`, headers: { cookie: `parindex_session=${world.people.hanh.token}` } });
    for (const format of ['docx', 'xlsx']) {
      const file = await annex(format);
      expect(file.headers['content-disposition']).toContain(`phu-luc-mau-phu-luc.${format}`);
      const read = await readWorkbookApart(file.rawPayload, 'tables');
      expect('workbook' in read && readSchemeTables(read.workbook, { id: 'tep', title: 'Tệp' })).toMatchObject({ text: document, doubts: [] });
    }
    expect(await textOf((await annex('pdf')).rawPayload, 'phu-luc.pdf')).toContain('DỰ THẢO');
  });

  it('[F1] offers templates, each with what it is, whose texts have no faults as a draft', async () => {
    const { body } = await ask(server, world.people.dung, 'GET', '/api/scheme-templates');
    expect(body.items.map(({ id, status, items }: { id: string; status: string; items: number }) => `${id} ${status} ${items}`)).toEqual([
      'department-illustrative illustrative 47',
      'commune-illustrative illustrative 42',
      'province-2022 reconstruction 94',
      'commune-nq57-2026 reconstruction 28',
    ]);
    for (const { id } of body.items) {
      const { body: template } = await ask(server, world.people.an, 'GET', `/api/scheme-templates/${id}`);
      const kept = await draft(begunFrom(template.document, { id: `tu-${id}`, title: 'Bộ tiêu chí minh họa' }), template.cases);
      expect(kept.body, id).toMatchObject({ faults: [], cases: { failed: 0 } });
    }
    expect((await ask(server, world.people.an, 'GET', '/api/scheme-templates/khong-co')).status).toBe(404);
  });

  it('lists editions page by page', async () => {
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const { body } = await ask(server, world.people.dung, 'GET', `/api/editions?limit=2${after}`);
      expect(editionList.parse(body)).toEqual(body);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(seen).toEqual(seen.toSorted());
    expect(seen).toEqual(expect.arrayContaining(['mau-4', 'nhap-1', 'province-2022']));
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
