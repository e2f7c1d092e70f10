import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itemsOfDomains } from '@parindex/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectFile } from '../../file-inspection/inspect-file.ts';
import { allAnswers, answerAll } from '../../testing/answer-all.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../../testing/world.ts';

let server: TestServer;
let world: World;
beforeEach(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterEach(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const sheet = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';

interface FindingAnswer {
  readonly code: string;
  readonly severity: string;
  readonly item: string | null;
  readonly figure: string | null;
  readonly domain: string | null;
  readonly costs: string | null;
  readonly message: string;
}

const review = async (person: 'an' | 'binh' | 'dung' | 'chi' = 'an', headers = {}) =>
  (await ask(server, world.people[person], 'GET', `${sheet}/review`, undefined, headers)).body;
const declare = async (...entries: ReturnType<typeof change>[]) => {
  const { status, body } = await ask(server, world.people.an, 'POST', `${sheet}/entries`, { entries });
  expect(body.faults).toBeUndefined();
  expect(status).toBe(201);
  return body;
};
const freeze = (base: number) => ask(server, world.people.binh, 'POST', `${sheet}/freeze`, { id: randomUUID(), base });
const of = (told: { findings: FindingAnswer[] }, code: string) => told.findings.filter((finding) => finding.code === code);

describe('An checks the sheet on the last evening', () => {
  it('[F47] finds all that is not answered, the most points first, and the list gets shorter with each answer', async () => {
    const empty = await review();
    const asked = itemsOfDomains(world.scheme.domains).filter(({ source }) => source === 'appraised' || source === 'statistic');
    expect(empty).toMatchObject({ round: 'minh-hoa-2022', body: 'tinh-minh-hoa-01', edition: 'province-2022', seq: 0, state: 'open' });
    expect(empty.totals.mustMend).toEqual({ count: asked.length, costs: '68/1' });
    expect(empty.findings.map(({ code }: FindingAnswer) => code)).toEqual(asked.map(() => 'unanswered'));
    const costs = empty.findings.map(({ costs: fraction }: FindingAnswer) => {
      const [n = '', d = ''] = fraction?.split('/') ?? [];
      return Number(n) / Number(d);
    });
    expect(costs).toEqual(costs.toSorted((a: number, b: number) => b - a));
    expect(of(empty, 'unanswered').find(({ item }) => item === '1.1')).toMatchObject({ severity: 'mustMend', domain: '1', costs: '3/2', figure: null });

    await declare(change({ figure: 'planTasksDone' }, 0, { value: '9' }));
    const [lacking] = of(await review(), 'incomplete');
    expect(lacking).toMatchObject({ item: '1.1', figure: 'planTasksAssigned' });
    expect(lacking?.message).toBe('Đã chấm một phần; còn thiếu “Số nhiệm vụ đề ra trong kế hoạch cải cách hành chính năm của tỉnh”.');
    await declare(change({ figure: 'planTasksAssigned' }, 1, { value: '8' }));
    const contradicting = await review('an', { 'accept-language': 'en' });
    expect(of(contradicting, 'incomplete')).toEqual([]);
    expect(of(contradicting, 'partOverWhole')).toMatchObject([{ item: '1.1', figure: 'planTasksDone', costs: '3/2' }]);
    expect(of(contradicting, 'partOverWhole')[0]?.message).toMatch(/is 9, more than .* 8; a part cannot be larger than its whole/);

    await declare(change({ figure: 'planTasksAssigned' }, 2, { value: '10' }));
    const proofless = await review();
    expect(proofless.findings.filter(({ item }: FindingAnswer) => item === '1.1')).toMatchObject([
      { code: 'pointsWithoutProof', severity: 'mustExplain', costs: '27/20' },
    ]);
    await declare(change({ item: '1.1' }, 3, { justification: 'Theo Báo cáo số 01 (minh họa)' }));
    expect((await review()).findings.filter(({ item }: FindingAnswer) => item === '1.1')).toEqual([]);
  });

  it('[F47] figures far from the province’s own past want a justification; others’ figures are never hinted at', async () => {
    const previous = { planTasksAssigned: { value: '100' }, planTasksDone: { value: '90' } };
    const query = 'INSERT INTO baseline (round_id, body_id, year, figures, items, source) VALUES ($1, $2, 2021, $3, $4, $5)';
    await server.owner.query(query, [world.round, 'tinh-minh-hoa-01', previous, { '1.1': '1.35' }, 'minh-hoa-2021']);
    await declare(
      change({ figure: 'planTasksAssigned' }, 0, { value: '151' }),
      change({ figure: 'planTasksDone' }, 0, { value: '135' }),
      change({ item: '1.1' }, 0, { citations: [] }),
    );
    const [far, ...more] = of(await review(), 'figureFarFromPast');
    expect([far, more]).toMatchObject([{ severity: 'mustExplain', item: '1.1', figure: 'planTasksAssigned' }, []]);
    expect(far?.message).toContain('là 151, tăng 51 so với năm trước (100)');
    // What Tỉnh Minh họa 02 enters changes nothing here.
    const other = sheet.replace('-01', '-02');
    await ask(server, world.people.chi, 'POST', `${other}/entries`, { entries: allAnswers(world.scheme, 0) });
    expect(of(await review(), 'figureFarFromPast')).toEqual([far]);
    await declare(change({ item: '1.1' }, 3, { justification: 'Tăng nhiệm vụ được giao (minh họa)' }));
    expect(of(await review(), 'figureFarFromPast')).toEqual([]);
  });

  it('[F47] hints at cited documents as the library does, in either language, and none stands in the way', async () => {
    const document = randomUUID();
    const documents = [{ id: document, number: '12/KH-MH', date: '2023-01-05' }];
    expect((await ask(server, world.people.an, 'POST', `${sheet}/documents`, { documents })).status).toBe(201);
    await declare(change({ item: '1.1' }, 0, { citations: [`${document}/1`] }), change({ figure: 'planTasksDone' }, 0, { citations: [`${document}/1`] }));
    const [hint, ...more] = of(await review(), 'documentHint');
    expect([hint, more]).toMatchObject([{ severity: 'told', item: '1.1', domain: '1', costs: null }, []]);
    expect(hint?.message).toBe('12/KH-MH: Văn bản ban hành ngày 05/01/2023, sau khi kết thúc năm đánh giá 2022.');
    expect(of(await review('an', { 'accept-language': 'en' }), 'documentHint')[0]?.message).toMatch(/^12\/KH-MH: .*05\/01\/2023/);
  });
});

describe('Bình, head, freezes', () => {
  it('[F47] not as long as something must be mended, which the refusal names; what must be explained does not hold it up', async () => {
    const refused = await freeze(0);
    expect(refused).toMatchObject({ status: 409, body: { code: 'mustMend' } });
    expect(refused.body.findings).toEqual((await review('binh')).findings);
    const { seq } = await answerAll(server, world.people.an, sheet, world.scheme);
    await declare(change({ figure: 'planTasksDone' }, seq, { value: '2' }));
    const contradicting = await freeze(seq + 1);
    expect(contradicting.body.findings).toMatchObject([{ code: 'partOverWhole', figure: 'planTasksDone' }]);
    expect((await ask(server, world.people.an, 'GET', sheet)).body).toMatchObject({ seq: seq + 1, state: 'open' });
    await declare(change({ figure: 'planTasksDone' }, seq + 1, { value: '1' }));
    const { totals } = await review();
    expect(totals.mustMend).toEqual({ count: 0, costs: '0/1' });
    expect(totals.mustExplain.count).toBeGreaterThan(0);
    expect(await freeze(seq + 2)).toMatchObject({ status: 201, body: { state: 'frozen' } });
    expect((await review('dung')).state).toBe('frozen');
    // The brief follows the state; it opens as a page to be printed.
    const page = await server.app.inject({
      method: 'GET',
      url: `${sheet}/brief?format=html`,
      headers: { cookie: `parindex_session=${world.people.an.token}` },
    });
    expect([page.statusCode, page.headers['content-type'], page.headers['content-disposition']]).toEqual([200, 'text/html; charset=utf-8', undefined]);
    expect(page.body).toContain('theo số liệu đã chốt');
    expect(page.body).not.toMatch(/trước khi chốt|đồng ý chốt/iu);
    for (const part of ['Kính trình', 'Ý kiến của lãnh đạo', 'Người trình']) expect(page.body.toLocaleLowerCase('vi')).toContain(part.toLocaleLowerCase('vi'));
  });

  it('[F47] what was excluded for the province, or did not arise, is not asked', async () => {
    await server.owner.query(
      `INSERT INTO exclusion (round_id, body_id, item, legal_basis) VALUES ($1, 'tinh-minh-hoa-01', '1.1', 'Công văn số 12/BMH (minh họa)')`,
      [world.round],
    );
    expect((await review()).findings.some(({ item }: FindingAnswer) => item === '1.1')).toBe(false);
  });

  it('is read by whoever reads the sheet, and by nobody else', async () => {
    expect((await ask(server, world.people.chi, 'GET', `${sheet}/review`)).status).toBe(403);
    expect((await ask(server, world.people.giang, 'GET', `${sheet}/review`)).body.code).toBe('appraisalNotOpen');
    expect((await ask(server, undefined, 'GET', `${sheet}/review`)).status).toBe(401);
  });
});

it('[F119] the brief for the leader is an official document on one page, with what is submitted, proposed, and room for the opinion', async () => {
  await declare(change({ figure: 'planTasksAssigned' }, 0, { value: '8' }), change({ figure: 'planTasksDone' }, 0, { value: '8' }));
  const made = await server.app.inject({ method: 'GET', url: `${sheet}/brief`, headers: { cookie: `parindex_session=${world.people.an.token}` } });
  expect([made.statusCode, made.headers['content-type']]).toEqual([200, 'application/pdf']);
  const folder = await mkdtemp(join(tmpdir(), 'parindex-brief-'));
  try {
    await writeFile(join(folder, 'phieu-trinh.pdf'), made.rawPayload);
    const read = await inspectFile(join(folder, 'phieu-trinh.pdf'), 'phieu-trinh.pdf');
    expect('pages' in read && read.pages.length).toBe(1);
    const all = 'pages' in read ? read.pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ') : '';
    for (const part of [
      'PHIẾU TRÌNH',
      'TỈNH MINH HỌA 01',
      'Kính trình: Chủ tịch Ủy ban nhân dân tỉnh Minh họa 01',
      'I. VẤN ĐỀ TRÌNH',
      'Điểm tự chấm:',
      'Chưa có điểm năm trước để so sánh.',
      'III. Ý KIẾN ĐỀ XUẤT',
      'Ý KIẾN CỦA LÃNH ĐẠO (Ghi ý kiến, ký, ghi rõ họ tên)',
      'NGƯỜI TRÌNH',
    ])
      expect(all).toContain(part);
    const { totals, findings } = await review();
    const unanswered = findings.filter(({ code }: FindingAnswer) => ['unanswered', 'incomplete'].includes(code)).length;
    expect(unanswered).toBe(totals.mustMend.count);
    expect(all).toContain(
      `${totals.mustMend.count} nội dung phải sửa (${unanswered} chưa chấm xong; 0 có lỗi số liệu, căn cứ), ${totals.mustExplain.count} nội dung cần giải trình`,
    );
    // What is not scored yet is said as such, and is in no list of deductions.
    expect(all).toMatch(/Chưa chấm: \d+ nội dung, tối đa [\d,]+ điểm/);
    expect(all).not.toMatch(/\d,\d\d Chưa chấm/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  expect((await ask(server, world.people.chi, 'GET', `${sheet}/brief`)).status).toBe(403);
});
