import { randomUUID } from 'node:crypto';
import { CONSEQUENCES } from '@parindex/core/round/consequences';
import { domain, item } from '@parindex/core/testing/small-round';
import { expect } from 'vitest';
import { openPlanned } from './plan-round.ts';
import { sendAsRead } from './send-as-read.ts';
import { adoptInStory, SMALL_CASES, smallDocument } from './small-edition.ts';
import { signIn, type TestServer } from './test-server.ts';
import { ask, change, type World } from './world.ts';

/** When the round below is at work. */
export const LIVED_AT = '2024-01-10T02:00:00Z';
export const LIVED_ROUND = 'ky-2023';
/** Copied from the one before, a draft. */
export const COPIED_ROUND = 'ky-2024';

/** The province's own. */
const OWN_ROUND = 'so-2023';

const DOCUMENT = { number: '05/BMH-CCHC', date: '2024-01-09' };

type TestRequest = Parameters<typeof ask> extends [unknown, ...infer Rest] ? Rest : never;

/** Lives through a round by the API, from plan to takeover, and through changes of people: every register is written. `then` is called after each request, with its answer. */
export async function liveThroughRound(
  server: TestServer,
  { people }: World,
  then?: (answer: Awaited<ReturnType<Done>>, ...request: TestRequest) => Promise<void>,
): Promise<void> {
  const { an, binh, chi, dung, giang, hanh, lan, minh } = people;
  const done: Done = async (...request) => {
    const answer = await ask(server, ...request);
    expect(answer.status, `${request[1]} ${request[2]}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
    await then?.(answer.body, ...request);
    return answer.body;
  };
  await adoptInStory(server, { document: smallDocument('mau-cu'), cases: SMALL_CASES });
  const later = {
    domains: [domain('1', [item('1.1', { maximum: '2' }), item('1.3', { maximum: '2' })]), domain('2', [item('2.1', { rule: { kind: 'given' } })])],
  };
  await adoptInStory(server, { document: smallDocument('mau-moi', later), cases: '- { item: "1.1", answer: { yes: true }, expect: { points: "2" } }' });

  const round = `/api/rounds/${LIVED_ROUND}`;
  const participants = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02', 'tinh-minh-hoa-03'];
  await openPlanned(server, dung, { id: LIVED_ROUND, edition: 'mau-cu', year: 2023, participants, domains: ['1', '2'] });
  const alter = async (method: 'PUT' | 'PATCH', part: string, content: object) =>
    done(dung, method, `${round}${part}`, { version: (await done(dung, 'GET', round)).version, ...content });
  await alter('PUT', '/participants', { participants: participants.slice(0, 2).map((body) => ({ body })) });
  await alter('PUT', '/exclusions', {
    exclusions: participants.slice(0, 2).map((body) => ({ body, item: '1.2', legalBasis: 'Công văn số 12/BMH-CCHC (minh họa)' })),
    told: ['exclusionWithoutDecision'],
  });
  await alter('PUT', '/domain-owners', { domainOwners: [{ domain: '1', body: 'bo-minh-hoa-b' }] });
  await alter('PATCH', '/steps/selfAssessment', { version: 1, closes: '2024-01-31T00:00:00+07:00', told: ['deadlineEarlier'] });
  await alter('PATCH', '', { title: 'Kỳ đánh giá minh họa 2023' });

  const sheet = `${round}/sheets/tinh-minh-hoa-01`;
  await done(an, 'POST', `${sheet}/entries`, {
    entries: [
      change({ item: '1.1' }, 0, { 'answer.yes': true, justification: 'Theo kế hoạch (minh họa)' }),
      change({ item: '2.1' }, 0, { 'answer.points': '1' }),
    ],
  });
  await done(an, 'POST', `${sheet}/documents`, { documents: [{ id: randomUUID(), number: '12/KH-MH', date: '2023-02-05' }] });
  await done(an, 'PUT', `${sheet}/report-text`, { base: 0, difficulties: 'Thiếu nhân lực (minh họa)', proposals: '' });
  await done(binh, 'POST', `${sheet}/freeze`, { id: randomUUID(), base: 2 });
  await done(dung, 'POST', `${sheet}/sending/permission`, { id: randomUUID(), reason: 'Chưa có chứng thư số (minh họa)' });
  await sendAsRead(server, LIVED_ROUND, 'tinh-minh-hoa-01', { account: binh.account, base: 3, hashes: [] });
  await done(binh, 'POST', `${sheet}/taking-back`, { id: randomUUID(), base: 4, reason: 'Gửi nhầm bản (minh họa)' });
  await done(dung, 'POST', `${sheet}/reopening`, { id: randomUUID(), base: 5, reason: 'Tỉnh đề nghị bổ sung (minh họa)' });
  await done(an, 'POST', `${sheet}/assignments`, { to: 'so-minh-hoa-a', note: 'Gửi trước hạn (minh họa)', targets: [{ id: randomUUID(), item: '1.1' }] });
  await done(an, 'PUT', `${sheet}/assignments/chain`, { division: false, review: true, version: 0 });
  const comment = { id: randomUUID(), text: 'Đề nghị xem lại (minh họa)', mentions: [binh.account] };
  await done(an, 'POST', `${sheet}/threads`, { id: randomUUID(), item: '1.1', kind: 'internal', comment });
  const question = { id: randomUUID(), item: '1.1', text: 'Tính từ ngày nào? (minh họa)' };
  await done(an, 'POST', `${sheet}/questions`, question);
  const answer = { id: randomUUID(), question: question.text, text: 'Từ ngày ký (minh họa)' };
  await done(dung, 'POST', `${round}/questions/${question.id}/answer`, answer);
  await done(an, 'PUT', `${round}/notices/${answer.id}/reading`);
  const document = randomUUID();
  await done(an, 'POST', `${sheet}/documents`, { documents: [{ id: document, number: '12/KH-MH', date: '2023-02-01' }] });
  const removal = randomUUID();
  await done(binh, 'POST', `${sheet}/documents/${document}/removals`, { id: removal, reason: 'Đưa nhầm tài liệu (minh họa)' });
  await done(dung, 'POST', `/api/removals/${removal}/decision`, { decision: 'refused', note: 'Tài liệu được phép lưu (minh họa)' });
  await done(lan, 'PUT', '/api/retention/terms/uncited', { years: 20, basis: 'Quy định minh họa', version: 0 });
  for (const part of [{}, { body: 'tinh-minh-hoa-02', item: '1.1', until: '2024-02-07T17:00:00+07:00' }])
    await done(dung, 'POST', `${round}/extensions`, {
      id: randomUUID(),
      step: 'selfAssessment',
      until: '2024-02-05T17:00:00+07:00',
      document: DOCUMENT,
      reason: 'Mất điện diện rộng (minh họa)',
      told: ['extensionWithoutDecision'],
      ...part,
    });
  await done(dung, 'POST', `${round}/takeovers`, {
    number: 1,
    toEdition: 'mau-moi',
    mapping: { items: { '1.1': '1.1', '1.2': '1.3', '2.1': '2.1' }, figures: {} },
    document: DOCUMENT,
  });
  await done(dung, 'POST', '/api/rounds', { id: COPIED_ROUND, ownerBody: 'bo-minh-hoa', year: 2024, copyFrom: LIVED_ROUND });

  await bringFigures(server, people, done);

  const given = await done(lan, 'POST', `/api/people/${an.account}/memberships`, { body: 'so-minh-hoa-a', role: 'clerk', from: '2024-01-10', to: null });
  await done(lan, 'PATCH', `/api/people/${an.account}/memberships/${given.id}`, { to: '2024-01-31', version: 1 });
  await done(lan, 'POST', '/api/people', {
    email: 'moi@minh-hoa.example',
    name: 'Người Được Mời',
    memberships: [{ body: 'tinh-minh-hoa-03', role: 'clerk', from: '2024-01-10', to: null }],
  });
  await done(lan, 'POST', '/api/handovers', { id: randomUUID(), from: chi.account, to: minh.account, day: '2024-01-10', document: DOCUMENT });
  await ask(server, undefined, 'POST', '/api/session', { email: 'khong-co@minh-hoa.example', password: 'ốc sên đi xe đạp' });
  await done(dung, 'POST', `${round}/documents`, {
    ...{ id: randomUUID(), kind: 'plan', number: '1025/QĐ-MH', date: '2023-11-20', issuer: 'Bộ Minh họa', subject: 'Ban hành Kế hoạch (minh họa)' },
    files: [],
  });
  const reader = randomUUID();
  await done(dung, 'POST', `${round}/estimates/readers`, { id: reader, account: hanh.account, reason: 'Chuẩn bị phiên họp (minh họa)' });
  await done(dung, 'POST', `${round}/estimates/readers/${reader}/end`, { reason: 'Phiên họp đã xong (minh họa)' });
  const release = { id: randomUUID(), reason: 'Theo kế hoạch (minh họa)', told: [...CONSEQUENCES] };
  await done(dung, 'POST', `${round}/estimates/releases`, release);
  await done(dung, 'POST', `${round}/estimates/releases/${release.id}/withdrawal`, { reason: 'Có sai sót khi nạp (minh họa)' });
  // Asked for before a session of the council keeps the round open.
  await done(dung, 'POST', `${round}/requests`, { id: randomUUID(), kind: 'close', reason: 'Kết thúc kỳ (minh họa)', told: [...CONSEQUENCES] });
  await sitInCouncil(round, people, done);
  const interest = { id: randomUUID(), person: hanh.account, body: 'tinh-minh-hoa-02', kind: 'kin', reason: 'Có người thân công tác tại tỉnh (minh họa)' };
  await done(dung, 'POST', `${round}/interests`, interest);
  await done(dung, 'POST', `${round}/interests/${interest.id}/withdrawal`, { reason: 'Người thân đã chuyển công tác (minh họa)' });
  await done(dung, 'POST', `${round}/appraisal/distribution/bo-minh-hoa-b/shares`, {
    shares: [{ id: randomUUID(), person: giang.account, body: 'tinh-minh-hoa-01' }],
  });
}

type Done = (...request: TestRequest) => Promise<Awaited<ReturnType<typeof ask>>['body']>;

/** A session of the round's council, in which its one member has voted. */
async function sitInCouncil(round: string, { dung, hanh }: World['people'], done: Done): Promise<void> {
  const [id, item] = [randomUUID(), randomUUID()];
  const plan = { way: 'meeting', startsAt: LIVED_AT, place: 'Phòng họp số 1 (minh họa)', chair: hanh.account, secretary: dung.account };
  const session = `${round}/council/${id}`;
  const put = (version: number, presence: string) =>
    done(dung, 'PUT', session, {
      ...{ version, ...plan, members: [{ account: hanh.account, position: 'chair', presence }] },
      agenda: [{ item, body: 'tinh-minh-hoa-01', code: '1.1', proposal: 'asAppraised' }],
    });
  await done(dung, 'POST', `${round}/council`, { id, ...plan, chair: null });
  await put(1, 'expected');
  await done(dung, 'POST', `${session}/moves`, { version: 2, move: 'convene' });
  await put(3, 'present');
  await done(dung, 'POST', `${session}/moves`, { version: 4, move: 'open' });
  await done(hanh, 'PUT', `${session}/agenda/${item}/vote`, { choice: 'against', opinion: 'Chưa đủ căn cứ (minh họa)' });
}

/** A round of the province's own, to which figures come from elsewhere, and from which one is added up into the province's sheet. */
async function bringFigures(server: TestServer, { an, lan }: World['people'], done: Done): Promise<void> {
  const survey = { groups: [{ id: 'leaders', weight: '1' }], questions: [{ id: 'hailong' }] };
  const items = [
    item('1.1', { source: 'statistic', rule: { kind: 'perUnit', of: { figure: 'tasks' }, points: '0.01' } }),
    item('1.2', { source: 'satisfaction', rule: { kind: 'proportional', of: { estimate: 'hailong' }, target: '1' } }),
  ];
  const cases =
    '- { item: "1.1", figures: { tasks: 10 }, expect: { points: "0.1" } }\n- { item: "1.2", estimates: { hailong: { all: { mean: 0.5, answers: 10 } } }, expect: { points: "0.5" } }';
  await adoptInStory(server, { document: smallDocument('mau-rieng', { survey, domains: [domain('1', items)] }), cases });
  const invited = {
    email: 'son@minh-hoa.example',
    name: 'Tạ Văn Sơn',
    memberships: [{ body: 'tinh-minh-hoa-01', role: 'owner', from: '2024-01-10', to: null }],
    reason: 'Theo quyết định (minh họa)',
  };
  const tam = { email: 'tam@minh-hoa.example', name: 'Vương Văn Tám', memberships: [{ body: null, role: 'administrator', from: '2024-01-10', to: null }] };
  const { id: second } = await done(lan, 'POST', '/api/people', tam);
  const { id: person } = await done(lan, 'POST', '/api/people', invited);
  const [asked] = (await done(lan, 'GET', '/api/account-requests')).items;
  const decider = { account: second, membership: undefined, token: await signIn(server, second) };
  await done(decider, 'POST', `/api/account-requests/${asked.id}/decision`, { decision: 'carriedOut' });
  const owner = { account: person, membership: undefined, token: await signIn(server, person) };
  const own = { id: OWN_ROUND, edition: 'mau-rieng', year: 2023, participants: ['so-minh-hoa-a'], domains: ['1'], ownerBody: 'tinh-minh-hoa-01' };
  await openPlanned(server, owner, own);
  const rows = [
    { body: 'so-minh-hoa-a', figure: 'tasks', value: 12 },
    { body: 'so-minh-hoa-a', figure: 'hailong', value: '80%', answers: 30 },
  ];
  const deliveries = `/api/rounds/${OWN_ROUND}/deliveries`;
  const { id: delivery } = await done(owner, 'POST', deliveries, { source: 'Cục Thống kê Minh họa', date: '2024-01-05', rows });
  const { preview } = await done(owner, 'GET', `${deliveries}/${delivery}`);
  await done(owner, 'POST', `${deliveries}/${delivery}/agreement`, { id: randomUUID(), digest: preview.digest });
  const refused = await done(owner, 'POST', deliveries, { source: 'Cục Thống kê Minh họa', date: '2024-01-06', rows });
  await done(owner, 'POST', `${deliveries}/${refused.id}/refusal`, { reason: 'Gửi nhầm (minh họa)' });
  const rollUps = `/api/rounds/${LIVED_ROUND}/sheets/tinh-minh-hoa-01/roll-ups`;
  const wanted = { figure: 'tasks', sourceRound: OWN_ROUND, sourceFigure: 'tasks' };
  const { seq, sum } = await done(an, 'POST', `${rollUps}/preview`, wanted);
  await done(an, 'POST', rollUps, { ...wanted, id: randomUUID(), base: seq, sum });
}
