import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type PersonName, type World } from '../../../testing/world.ts';
import { addQuestionnaires, addSurveyStep } from '../testing/survey-of-round.ts';

const URL = '/api/rounds/minh-hoa-2022/survey';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer('2023-01-10T02:00:00Z');
  world = await makeWorld(server);
});
afterAll(() => server.close());

const read = async (who: PersonName) => (await ask(server, world.people[who], 'GET', URL)).body;
const open = (who: PersonName, body: object = {}) => ask(server, world.people[who], 'POST', URL, body);

describe('[F54] the owner of a round opens its survey', () => {
  it('once the edition has questionnaires and the calendar its step; each obstacle is named', async () => {
    expect((await open('an')).status).toBe(403);
    expect((await open('dung', { threshold: 2 })).status).toBe(422);
    expect((await open('dung')).body).toMatchObject({ code: 'notNow', detail: 'Bộ tiêu chí của kỳ không có phiếu điều tra.' });
    await addQuestionnaires(server, world);
    expect(await read('dung')).toMatchObject({ state: 'notOpened', threshold: null, obstacle: 'Lịch của kỳ chưa có bước điều tra xã hội học.', step: null });
    expect((await open('dung')).body.code).toBe('notNow');
    await addSurveyStep(server, world);
    const opened = await open('dung');
    expect(opened).toMatchObject({ status: 201, body: { state: 'open', threshold: 5, obstacle: null, openedAt: '2023-01-10T02:00:00.000Z' } });
    // The answer was lost on the way.
    expect((await open('dung')).body).toEqual(opened.body);
    expect((await open('dung', { threshold: 7 })).body.code).toBe('alreadyThere');
    const { rows } = await server.owner.query(`SELECT subject, content->'edition' AS edition FROM audit WHERE act = 'survey.open'`);
    expect(rows).toEqual([{ subject: 'survey:minh-hoa-2022', edition: 'province-2022' }]);
  });

  it('its forms are told by groups in the order of the edition, citizens last', async () => {
    const { groups, step } = await read('dung');
    expect(groups.map(({ id }: { id: string }) => id)).toEqual(
      ['councillors', 'departmentLeaders', 'divisionHeads', 'districtLeaders', 'all'].filter((id) => groups.some((group: { id: string }) => group.id === id)),
    );
    expect(groups.at(-1)).toMatchObject({ id: 'all', title: 'Người dân, tổ chức' });
    for (const { questions, questionnaire } of groups) expect([questions > 0, questionnaire.length > 5]).toEqual([true, true]);
    expect(step).toEqual({ opens: '2023-01-16T00:00:00+07:00', closes: '2023-02-16T00:00:00+07:00' });
  });

  it('[F57] asks units for their lists by a letter, with the groups and the form as its annex', async () => {
    const letter = async (who: PersonName, query = '') =>
      server.app.inject({ method: 'GET', url: `${URL}/letter${query}`, headers: { cookie: `parindex_session=${world.people[who].token}` } });
    expect((await letter('an')).statusCode).toBe(403);
    const page = (await letter('dung', '?until=2023-01-14')).body;
    for (const part of [
      ...['Kính gửi', 'Ủy ban nhân dân tỉnh Minh họa 01', 'Ủy ban nhân dân tỉnh Minh họa 02', 'V/v lập danh sách người được lấy ý kiến điều tra xã hội học'],
      ...['từ ngày 16/01/2023 đến hết ngày 15/02/2023', 'chậm nhất ngày 14 tháng 01 năm 2023', 'chữ ký, đóng dấu', 'nghỉ hưu', 'ít hơn 5 phiếu trả lời'],
      ...['Đại biểu Hội đồng nhân dân tỉnh', 'Thư điện tử', 'Mẫu danh sách'],
    ])
      expect(page).toContain(part);
    expect(page).not.toContain('Người dân, tổ chức');
    const one = (await letter('dung', '?body=tinh-minh-hoa-02')).body;
    expect([one.includes('tỉnh Minh họa 02'), one.includes('tỉnh Minh họa 01')]).toEqual([true, false]);
    expect((await letter('dung', '?format=pdf')).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await letter('dung', '?format=docx')).rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await letter('dung', '?body=tinh-minh-hoa-99')).statusCode).toBe(422);
  });

  it('bodies see their own row alone, owners and auditors all', async () => {
    const bodies = async (who: PersonName) => (await read(who)).bodies.map(({ body, own }: { body: { id: string }; own: boolean }) => [body.id, own]);
    expect(await bodies('dung')).toEqual([
      ['tinh-minh-hoa-01', false],
      ['tinh-minh-hoa-02', false],
      ['tinh-minh-hoa-03', false],
    ]);
    expect((await bodies('khanh')).length).toBe(3);
    expect(await bodies('an')).toEqual([['tinh-minh-hoa-01', true]]);
    expect(await bodies('chi')).toEqual([['tinh-minh-hoa-02', true]]);
    expect((await ask(server, world.people.giang, 'GET', URL)).status).toBe(403);
    expect((await ask(server, world.people.minh, 'GET', URL)).status).toBe(403);
  });

  it('whoever lists gets a form with the columns and the groups', async () => {
    const answer = await server.app.inject({ method: 'GET', url: `${URL}/form`, headers: { cookie: `parindex_session=${world.people.an.token}` } });
    const [list, groups] = (await readXlsx(answer.rawPayload)).sheets;
    expect(list?.rows[0]).toEqual([
      'STT',
      'Họ và tên',
      'Chức vụ',
      'Đơn vị công tác',
      'Nhóm đối tượng',
      'Điện thoại',
      'Thư điện tử',
      'Địa chỉ nhận thư',
      'Ghi chú',
    ]);
    expect(groups?.rows.slice(1).map(([id]) => id)).toContain('councillors');
  });
});
