import { editionComparison } from '@parindex/core/contracts/schemas/index';
import { domain, item } from '@parindex/core/testing/small-round';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textOf } from '../../../file-inspection/testing/text-of.ts';
import { SMALL_CASES, smallDocument } from '../../../testing/small-edition.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.close());

const draft = (document: string) => ask(server, world.people.dung, 'POST', '/api/editions', { document, cases: SMALL_CASES });
const compare = (person: keyof World['people'], edition: string, earlier: string) =>
  ask(server, world.people[person], 'GET', `/api/editions/${edition}/comparison?with=${earlier}`);

it('[F3] Dũng holds his draft beside an earlier one: what is other stands by domain, with what it does to points', async () => {
  expect((await draft(smallDocument('truoc'))).status).toBe(201);
  const domains = [domain('1', [item('1.1', { maximum: '3' }), item('1.2')])];
  expect((await draft(smallDocument('sau', { domains }))).status).toBe(201);
  const { status, body } = await compare('dung', 'sau', 'truoc');
  expect(status).toBe(200);
  expect(editionComparison.parse(body)).toEqual(body);
  expect(body).toMatchObject({ before: { id: 'truoc', state: 'draft' }, after: { id: 'sau' }, counts: { removed: 1, changed: 2 } });
  expect(body.domains[0].changes[0]).toMatchObject({ kind: 'changed', differences: [{ difference: 'points', before: ['2'], after: ['3'] }] });
  expect(body.effect.total.difference).toBe(
    body.effect.domains.reduce((sum: number, { difference }: { difference: string }) => sum + Number(difference), 0).toString(),
  );
});

it('[F3] gives the comparison as a table to attach to a submission, marked as a draft, for whoever may read both', async () => {
  const file = (person: keyof World['people'], format: string) =>
    server.app.inject({
      url: `/api/editions/sau/comparison/file?with=truoc&format=${format}`,
      headers: { cookie: `parindex_session=${world.people[person].token}` },
    });
  for (const format of ['docx', 'xlsx', 'pdf']) {
    const { headers, rawPayload } = await file('dung', format);
    expect(headers['content-disposition']).toContain(`so-sanh-sau-voi-truoc.${format}`);
    if (format === 'xlsx') continue;
    const text = (await textOf(rawPayload, `so-sanh.${format}`)).replaceAll(/\s+/g, ' ');
    for (const said of ['DỰ THẢO', 'Bộ tiêu chí minh họa sau', 'Ảnh hưởng đến điểm tối đa'.toLocaleUpperCase('vi'), 'Điểm'])
      expect(text, format).toContain(said);
  }
  expect((await file('an', 'docx')).statusCode).toBe(404);
});

it('[F3] compares a draft whose points do not add up yet, and says that it has faults; not one that lacks what each part must have', async () => {
  const domains = [domain('1', [item('1.1', { maximum: '5' }), item('1.2')], { maximum: '7' })];
  expect((await draft(smallDocument('chua-khop', { domains }))).status).toBe(201);
  const { status, body } = await compare('dung', 'chua-khop', 'truoc');
  expect(status).toBe(200);
  expect(editionComparison.parse(body)).toEqual(body);
  expect([body.before.faults, body.after.faults > 0]).toEqual([0, true]);
  expect(body.domains[0].changes[0].differences).toContainEqual({ difference: 'points', before: ['2'], after: ['5'] });
  const file = await server.app.inject({
    url: '/api/editions/chua-khop/comparison/file?with=truoc&format=docx',
    headers: { cookie: `parindex_session=${world.people.dung.token}` },
  });
  expect((await textOf(file.rawPayload, 'so-sanh.docx')).replaceAll(/\s+/g, ' ')).toMatch(/bản dự thảo, còn \d+ lỗi/);
});

it('says which of the two has faults, and tells nobody of a draft that is not theirs to read', async () => {
  await draft('id: con-loi\ntitle: { vi: Còn lỗi }');
  for (const [edition, earlier] of [
    ['con-loi', 'truoc'],
    ['truoc', 'con-loi'],
  ] as const)
    expect((await compare('dung', edition, earlier)).body).toMatchObject({ status: 409, code: 'notNow', edition: 'con-loi' });
  expect((await compare('an', 'province-2022', 'truoc')).status).toBe(404);
  expect((await compare('an', 'truoc', 'province-2022')).status).toBe(404);
  expect((await compare('dung', 'sau', 'khong-co')).status).toBe(404);
  expect((await ask(server, world.people.dung, 'GET', '/api/editions/sau/comparison')).status).toBe(422);
});
