import { readdirSync, readFileSync } from 'node:fs';
import { hashOf } from '@parindex/core';
import { questionnaireList } from '@parindex/core/contracts/schemas/index';
import { questionsOf } from '@parindex/core/survey/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inBackground } from '../../../db/background.ts';
import { textOf } from '../../../file-inspection/testing/text-of.ts';
import { SMALL_CASES, smallDocument } from '../../../testing/small-edition.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../../testing/world.ts';
import { loadQuestionnaires } from '../acts/load-questionnaires.ts';

const FORMS = new URL('../../../../../schemes/province-2022/questionnaires/', import.meta.url);
const ALL = '/api/editions/province-2022/questionnaires';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  const documents = readdirSync(FORMS).map((name) => readFileSync(new URL(name, FORMS), 'utf8'));
  await inBackground(server.owner, 'BEGIN', (db) =>
    loadQuestionnaires({ db, account: null, membership: null, receivedAt: server.clock.now() }, world.scheme, documents),
  );
});
afterAll(() => server.close());

const get = (person: keyof World['people'], url: string, language = 'vi') =>
  server.app.inject({ url, headers: { cookie: `parindex_session=${world.people[person].token}`, 'accept-language': language } });

describe('the questionnaires beside an edition [F54]', () => {
  it('An reads whom they ask, how many questions they have, and which items they feed by which weights', async () => {
    const { status, body } = await ask(server, world.people.an, 'GET', ALL);
    expect(status).toBe(200);
    expect(questionnaireList.parse(body)).toEqual(body);
    expect(body.items.map(({ group }: { group: string }) => group)).toEqual(['all', 'councillors', 'departmentLeaders', 'districtLeaders', 'divisionHeads']);
    const [citizens, councillors] = body.items;
    expect(citizens).toMatchObject({ groupTitle: 'Người dân, tổ chức', status: 'reconstruction', ties: [] });
    expect(councillors.groupTitle).toBe(world.scheme.survey.groups.find(({ id }) => id === 'councillors')?.title?.vi);
    for (const { items, options } of councillors.ties) {
      expect(items.length).toBeGreaterThan(0);
      expect(options.map(({ weight }: { weight: string }) => weight)).toContain('1');
    }
  });

  it('reads a form in normal form: what its hash is of', async () => {
    const { items } = (await ask(server, world.people.an, 'GET', ALL)).body;
    for (const { group, hash, questions, title } of items) {
      const { status, body } = await ask(server, world.people.an, 'GET', `${ALL}/${group}`);
      expect(status).toBe(200);
      expect([hashOf(body), questionsOf(body).length, body.title.vi]).toEqual([hash, questions, title]);
    }
  });

  it('gives it as DOCX and PDF to be filled in by hand, and as a page to print', async () => {
    for (const format of ['docx', 'pdf']) {
      const { headers, rawPayload } = await get('an', `${ALL}/councillors/file?as=${format}`);
      expect(headers['content-disposition']).toContain(`phieu-dieu-tra-province-2022-councillors.${format}`);
      const text = await textOf(rawPayload, `phieu.${format}`);
      for (const said of [
        'PHIẾU THAM KHẢO, được dựng lại',
        'PHIẾU ĐIỀU TRA XÃ HỘI HỌC',
        'Thông tin liên hệ của Ông/Bà được xóa sau 90 ngày',
        'Câu 1.',
        '□ Không có ý kiến',
      ])
        expect(text, format).toContain(said);
    }
    const { headers, body } = await get('an', `${ALL}/all/file?as=html`);
    expect(headers['content-type']).toContain('text/html');
    expect(body).toContain('Chỉ trả lời nếu Câu 9 chọn “Sẵn sàng”.');
    expect(body).not.toMatch(/<script|<input/);
  });

  it('prints it in the language of who asks, or in the other', async () => {
    expect((await get('an', `${ALL}/all/file?as=html`, 'en')).body).toContain('SURVEY QUESTIONNAIRE');
    expect((await get('an', `${ALL}/all/file?as=html&language=vi`, 'en')).body).toContain('PHIẾU ĐIỀU TRA XÃ HỘI HỌC');
    expect((await get('an', `${ALL}/all/file?as=html&language=en`)).body).toContain('Answer only if');
  });

  it('knows no form of another group, none of a draft, and no other file', async () => {
    expect((await get('an', `${ALL}/nobody`)).statusCode).toBe(404);
    expect((await get('an', `${ALL}/nobody/file`)).statusCode).toBe(404);
    expect((await get('an', `${ALL}/all/file?as=xlsx`)).statusCode).toBe(422);
    expect((await ask(server, world.people.dung, 'POST', '/api/editions', { document: smallDocument('du-thao'), cases: SMALL_CASES })).status).toBe(201);
    expect((await ask(server, world.people.dung, 'GET', '/api/editions/du-thao/questionnaires')).body).toEqual({ items: [] });
    expect((await get('an', '/api/editions/du-thao/questionnaires')).statusCode).toBe(404);
  });
});
