import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../../file-inspection/testing/text-of.ts';
import { addPerson } from '../../../testing/add-person.ts';
import { allAnswers } from '../../../testing/answer-all.ts';
import { appraiseAllDomains, yesNoCodes } from '../../../testing/appraised-round.ts';
import { askToClose } from '../../../testing/close-round.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type Person, type World } from '../../../testing/world.ts';
import { readZip } from '../../../zip/testing/read-zip.ts';

const ROUND = '/api/rounds/minh-hoa-2022';
const ONE = 'tinh-minh-hoa-01';

let server: TestServer;
let world: World;
let item: string;
beforeAll(async () => {
  server = await startTestServer('2023-01-09T02:00:00Z');
  world = await makeWorld(server);
  await appraiseAllDomains(server, world);
  [item] = yesNoCodes(world);
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const as = (person: Person, method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, body?: unknown) => ask(server, person, method, `${ROUND}${url}`, body);

async function bytesOf(person: Person, url: string) {
  const answer = await server.app.inject({ method: 'GET', url: ROUND + url, headers: { cookie: `parindex_session=${person.token}` } });
  return { status: answer.statusCode, bytes: answer.rawPayload };
}

const BALLOT = 'Phiếu lấy ý kiến đã ký (minh họa)';

/** A session of three in which what the appraiser refused is given back: two are for it, one who answers in writing is not. */
async function conclude(): Promise<void> {
  const { dung, hanh } = world.people;
  const [nam, oanh] = [
    await addPerson(server, 'nam', 'Lý Văn Nam', 'council', 'bo-minh-hoa'),
    await addPerson(server, 'oanh', 'Ngô Thị Oanh', 'council', 'bo-minh-hoa'),
  ];
  const [id, row] = [randomUUID(), randomUUID()];
  const url = `/council/${id}`;
  const plan = { way: 'meeting', startsAt: '2023-03-21T01:30:00Z', place: 'Phòng họp số 1 (minh họa)', chair: null, secretary: dung.account };
  expect((await as(dung, 'POST', '/council', { id, ...plan })).status).toBe(201);
  const version = async () => (await as(dung, 'GET', url)).body.version as number;
  const change = async (presence: string) => {
    const members = [hanh, nam, oanh].map(({ account }, index) => ({
      account,
      position: index === 0 ? 'chair' : 'member',
      presence: index === 2 && presence === 'present' ? 'writing' : presence,
      absence: null,
    }));
    const agenda = [{ item: row, body: ONE, code: item, proposal: 'asClaimed', words: null, targets: [] }];
    expect((await as(dung, 'PUT', url, { version: await version(), ...plan, chair: hanh.account, members, agenda })).status).toBe(200);
  };
  const move = async (wanted: string, of = '') =>
    expect((await as(dung, 'POST', `${url}${of}/moves`, { version: await version(), move: wanted })).status, wanted).toBe(200);
  await change('expected');
  await move('convene');
  await change('present');
  await move('open');
  for (const member of [hanh, nam]) await as(member, 'PUT', `${url}/agenda/${row}/vote`, { choice: 'for' });
  const file = randomUUID();
  const brought = await server.app.inject({
    ...{ method: 'POST', url: `${ROUND}/files?id=${file}&name=phieu.txt`, payload: BALLOT },
    headers: { cookie: `parindex_session=${dung.token}`, 'content-type': 'application/octet-stream' },
  });
  expect(brought.statusCode).toBe(201);
  const ballot = { choice: 'against', opinion: 'Chưa đủ căn cứ (minh họa)', file };
  expect((await as(dung, 'PUT', `${url}/agenda/${row}/ballots/${oanh.account}`, ballot)).status).toBe(200);
  await move('closeVote', `/agenda/${row}`);
  const [{ seq }] = (await as(dung, 'GET', url)).body.agenda;
  const concluded = { id: randomUUID(), base: seq, reason: 'Tài liệu bổ sung đã chứng minh (minh họa)' };
  expect((await as(dung, 'POST', `${url}/agenda/${row}/conclusion`, concluded)).status).toBe(201);
  await move('conclude');
}

describe('[F39] what a council concluded is submitted and decided on', () => {
  it('is refused by name while the round runs', async () => {
    const { an, giang, dung } = world.people;
    const { version } = (await as(dung, 'GET', '')).body;
    expect((await as(dung, 'PATCH', '', { version, secondPersonOver: '0.1' })).status).toBe(200);
    expect((await as(an, 'POST', `/sheets/${ONE}/entries`, { entries: allAnswers(world.scheme, 0) })).status).toBe(201);
    server.clock.set('2023-02-10T00:00:00Z');
    const { seq } = (await as(giang, 'GET', `/sheets/${ONE}`)).body;
    const proposal = randomUUID();
    const refused = { id: proposal, base: seq, changes: { 'answer.yes': false }, reason: { code: 'other', text: 'Không thấy văn bản (minh họa)' } };
    expect((await as(giang, 'POST', `/sheets/${ONE}/items/${item}/appraisal`, refused)).status).toBe(201);
    const lam = await addPerson(server, 'lam', 'Ngô Văn Lâm', 'appraiser', 'bo-minh-hoa-b');
    const accepted = { id: randomUUID(), proposal, act: 'accept', text: null };
    expect((await as(lam, 'POST', `/sheets/${ONE}/items/${item}/appraisal/second`, accepted)).status).toBe(201);
    server.clock.set('2023-03-21T02:00:00Z');
    const sent = { id: randomUUID(), stage: 'appraised', bodies: [ONE], document: { number: '12/BMH-CCHC', date: '2023-03-20' }, told: ['itemsNotAppraised'] };
    expect((await as(dung, 'POST', '/appraisal-notices', sent)).status).toBe(201);
    await conclude();
    // Before it is closed its owner reads how many items of those that sent nobody decided on, whether they are answered or computed.
    const setState = (state: string) => server.owner.query('UPDATE participant SET state = $3 WHERE round_id = $1 AND body_id = $2', [world.round, ONE, state]);
    await setState('sent');
    const { items } = (await as(an, 'GET', `/sheets/${ONE}`)).body;
    const left = items.filter((one: { own: boolean }) => one.own).length - 1;
    expect((await as(dung, 'GET', '/closing')).body.open).toContainEqual({
      code: 'itemsNotAppraised',
      about: [ONE],
      text: `${left} nội dung của 1 cơ quan chưa được thẩm định, giữ theo kết quả tự chấm điểm`,
    });
    await setState('open');
    for (const paper of ['submission', 'decision'])
      expect((await as(dung, 'GET', `/result-papers/${paper}?format=docx`)).body).toMatchObject({
        code: 'notNow',
        detail: 'Kỳ đánh giá chưa đóng nên chưa có kết quả cuối cùng.',
      });
  });

  it('tells of a closed round how it went, was voted and what it came to, as the ranking has it; both in DOCX and PDF, to its owner alone', async () => {
    const { dung, an, giang, khanh } = world.people;
    expect((await (await askToClose(server, dung, world.round))()).status).toBe(200);
    const final = (await as(dung, 'GET', '/final-ranking')).body;
    const places = final.rows.map(({ rank, body, index }: { rank: number; body: { name: string }; index: { rounded: string } }) => [
      rank,
      body.name,
      index.rounded,
    ]);
    const { items } = (await as(an, 'GET', `/sheets/${ONE}`)).body;
    const own = 3 * items.filter((one: { own: boolean }) => one.own).length;
    const says = {
      submission: [
        'Kính gửi: Bộ trưởng Bộ Minh họa',
        'Về việc phê duyệt và công bố Chỉ số cải cách hành chính năm 2022',
        'có 3 cơ quan, đơn vị tham gia',
        `đã thẩm định 1 trên tổng số ${own} nội dung các cơ quan, đơn vị tự chấm điểm; còn ${own - 1} nội dung chưa thẩm định, giữ theo kết quả tự chấm điểm`,
        'kết quả thẩm định làm thay đổi kết quả tự chấm điểm ở 1 nội dung của 1 cơ quan, đơn vị',
        'nêu tại Phụ lục I kèm theo',
        'Phiên số 1 (họp, ngày 21 tháng 3 năm 2023): có 3/3 thành viên',
        'đã kết luận 1 nội dung, các kết luận đều được quá nửa số thành viên biểu quyết đồng ý',
        'Tài liệu bổ sung đã chứng minh (minh họa)',
        'TM. HỘI ĐỒNG',
      ],
      decision: [
        'BỘ TRƯỞNG BỘ MINH HỌA',
        'Theo đề nghị của Hội đồng thẩm định Chỉ số cải cách hành chính năm 2022 tại Tờ trình số ……/TTr-HĐTĐ',
        'Căn cứ Biên bản họp Hội đồng thẩm định ngày 21 tháng 3 năm 2023;',
        'Điều 1. Phê duyệt và công bố Chỉ số cải cách hành chính năm 2022 của 03 tỉnh, thành phố',
        'có tên tại Phụ lục I căn cứ kết quả',
        'của Bộ trưởng Bộ Minh họa)',
        'Điều 3. Quyết định này có hiệu lực thi hành kể từ ngày ký.',
        'Như Điều 3',
        'CHỈ SỐ TỪNG LĨNH VỰC NĂM 2022',
      ],
    };
    for (const [paper, parts] of Object.entries(says))
      for (const format of ['docx', 'pdf']) {
        const text = await textOf((await bytesOf(dung, `/result-papers/${paper}?format=${format}`)).bytes, `${paper}.${format}`);
        for (const part of [...parts, 'DỰ THẢO', ...(format === 'pdf' ? [final.made.resultHash] : [])])
          expect([paper, format, text]).toEqual([paper, format, expect.stringContaining(part)]);
        // Each place with its body and its index, in one row of the annex.
        for (const [rank, name, index] of places) expect(text).toMatch(new RegExp(`${rank} ${name} [\\d,]+ [\\d,]+ ${index.replace('.', ',')}`));
      }
    const { bytes } = await bytesOf(dung, '/result-papers/submission?format=docx');
    expect(await textOf(bytes, 'to-trinh.docx')).toContain('Đồng ý 2/3; không đồng ý 1; ý kiến khác 0');
    for (const person of [an, giang, khanh]) expect((await bytesOf(person, '/result-papers/decision')).status).toBe(403);
  });

  it('is kept whole in the archive of the round, with the verdict as it was proposed and as another confirmed it', async () => {
    const files = await readZip((await bytesOf(world.people.dung, '/archive')).bytes);
    const common = (name: string) => files.get(`Hồ sơ chung của kỳ đánh giá/${name}`);
    const { snapshotHash, resultHash } = (await as(world.people.dung, 'GET', '/final-ranking')).body.made;
    expect(
      createHash('sha256')
        .update(common('Bộ số liệu chốt khi đóng kỳ.json') ?? '')
        .digest('hex'),
    ).toBe(snapshotHash.replace('sha256:', ''));
    const list = String(common('Mục lục văn bản.html'));
    for (const [name, author] of [
      ['Tờ trình phê duyệt kết quả (dự thảo)', 'Hội đồng thẩm định Chỉ số cải cách hành chính năm 2022'],
      ['Quyết định phê duyệt kết quả (dự thảo)', 'Bộ trưởng Bộ Minh họa'],
    ] as const)
      expect(
        list
          .slice(list.indexOf(name))
          .replaceAll(/<[^>]*>|\s+/g, ' ')
          .replaceAll(/ +/g, ' '),
      ).toMatch(new RegExp(`^${name.replaceAll(/[()]/g, '.')} ${author} dự thảo, chưa ký`));
    // The result, what was sent and what was voted in writing; each is listed with its hash, and can be read.
    for (const hash of [snapshotHash, resultHash]) expect(list).toContain(hash);
    for (const [path, ...parts] of [
      ['Kết quả xếp hạng.xlsx', 'Tỉnh Minh họa 01', 'Tỉnh Minh họa 03'],
      ['Tài liệu họp Hội đồng, phiên số 1.pdf', 'Không thấy văn bản (minh họa)'],
      ['Biên bản họp Hội đồng, phiên số 1.docx', 'Tài liệu bổ sung đã chứng minh (minh họa)'],
      ['Thông báo kết quả cuối cùng, Tỉnh Minh họa 02.docx', 'Kính gửi: Ủy ban nhân dân tỉnh Minh họa 02'],
    ] as const) {
      const content = common(path) as Buffer;
      expect(list).toContain(
        createHash('sha256')
          .update(common(path.replace('.docx', '.pdf')) ?? '')
          .digest('hex'),
      );
      for (const part of parts) expect([path, await textOf(content, path)]).toEqual([path, expect.stringContaining(part)]);
    }
    const filed = (name: RegExp) => [...files].flatMap(([path, content]) => (name.test(path) ? [content] : []));
    expect(filed(/Phiếu lấy ý kiến/).map(String)).toEqual([BALLOT]);
    const kept = await Promise.all(filed(/Thông báo kết quả thẩm định.*Tỉnh Minh họa 01.*docx$/).map((content) => textOf(content, 'thong-bao.docx')));
    expect(kept).toEqual([expect.stringContaining('Không thấy văn bản (minh họa)')]);
    expect(filed(/Thông báo kết quả thẩm định.*pdf$/)).toEqual([(await bytesOf(world.people.dung, `/appraisal-notices/appraised/${ONE}?format=pdf`)).bytes]);
    const histories = [...files].filter(([path]) => path.endsWith('Lịch sử chấm điểm.jsonl'));
    expect(histories).toHaveLength(3);
    const entries = String(histories[0]?.[1])
      .trim()
      .split('\n')
      .map((line): { act: string; standing: string } => JSON.parse(line));
    expect(entries.slice(-3).map(({ act, standing }) => [act, standing])).toEqual([
      ['appraise', 'proposed'],
      ['accept', 'effective'],
      ['conclude', 'effective'],
    ]);
  });
});
