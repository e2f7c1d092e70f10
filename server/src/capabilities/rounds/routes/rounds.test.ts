import { openingAnswer, roundAnswer, roundList } from '@parindex/core/contracts/schemas/index';
import { domain, item } from '@parindex/core/testing/small-round';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '../../../db/transaction.ts';
import { askToClose } from '../../../testing/close-round.ts';
import { openPlanned, planRound, STEPS_2024 } from '../../../testing/plan-round.ts';
import { adoptInStory, SMALL_CASES, smallDocument } from '../../../testing/small-edition.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../../../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer('2023-12-20T02:00:00Z');
  world = await makeWorld(server);
  await adoptInStory(server, { document: smallDocument('mau-tinh'), cases: SMALL_CASES });
  const forMinistries = smallDocument('mau-bo', { domains: [domain('1', [item('1.1', { maximum: '3' })])] });
  await adoptInStory(server, { document: forMinistries, cases: '- { item: "1.1", answer: { yes: true }, expect: { points: "3" } }' });
  await server.owner.query(
    `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, 'bo-minh-hoa-b', 'clerk', '2022-01-01', now()), ($1, 'so-minh-hoa-a', 'owner', '2022-01-01', now())`,
    [world.people.minh.account],
  );
  await server.owner.query(`INSERT INTO day_off (date, kind, name, source) VALUES ('2024-01-31', 'off', 'Ngày nghỉ minh họa', 'Minh họa')`);
});
afterAll(() => server.close());

const PROVINCES = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02'];
const provinces = (id: string) => ({ id, edition: 'mau-tinh', year: 2023, participants: PROVINCES, domains: ['1', '2'] });
const asDung = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, body?: unknown) => ask(server, world.people.dung, method, `/api/rounds${url}`, body);
const codes = (remarks: { code: string }[]) => remarks.map(({ code }) => code);
const faultsOf = (answer: { body: { faults: { code: string; path: string }[] } }) => answer.body.faults.map(({ code, path }) => `${code} ${path}`);

describe('Dũng plans a round', () => {
  it('[F35] is told all that is missing until it can open, and what deserves a look', async () => {
    const made = await asDung('POST', '', { id: 'thieu-2023', ownerBody: 'bo-minh-hoa', year: 2023, title: 'Kỳ thiếu' });
    expect(server.logged).toEqual([]);
    expect([made.status, made.headers['etag']]).toEqual([201, '"1"']);
    expect(roundAnswer.parse(made.body)).toEqual(made.body);
    const empty = await asDung('GET', '/thieu-2023/opening');
    expect(openingAnswer.parse(empty.body)).toEqual(empty.body);
    expect(empty.body.ready).toBe(false);
    expect(codes(empty.body.remarks)).toEqual(['noEdition', 'noParticipants', 'noSelfAssessment']);
    expect(empty.body.remarks[0].text).toBe('Chưa chọn bộ tiêu chí.');
    const refused = await asDung('POST', '/thieu-2023/opening', { version: 1 });
    expect(refused.body).toMatchObject({ status: 409, code: 'notNow', state: 'draft', remarks: empty.body.remarks });

    const { version } = await planRound(server, world.people.dung, provinces('du-2023'));
    const ready = await asDung('GET', '/du-2023/opening');
    expect(ready.body).toMatchObject({ ready: true, remarks: [{ code: 'closingOnDayOff', blocks: false, about: ['selfAssessment'] }] });
    const untold = await asDung('POST', '/du-2023/opening', { version });
    expect(untold.body).toMatchObject({ status: 409, code: 'consequencesUntold', consequences: [{ code: 'closingOnDayOff', about: ['selfAssessment'] }] });
    expect((await asDung('GET', '/du-2023')).body.state).toBe('draft');
    const opened = await asDung('POST', '/du-2023/opening', { version, told: ['closingOnDayOff'] });
    expect(opened.body).toMatchObject({ state: 'open', openedAt: '2023-12-20T02:00:00.000Z', version: version + 1, warnings: [{ code: 'closingOnDayOff' }] });
    expect(roundAnswer.parse(opened.body)).toEqual(opened.body);
    expect(opened.body.steps[0]).toMatchObject({
      step: 'selfAssessment',
      open: false,
      dayOff: { day: '2024-01-31', name: 'Ngày nghỉ minh họa', nextWorkingDay: '2024-02-01' },
    });
    expect((await asDung('POST', '/du-2023/opening', { version: version + 1 })).body.code).toBe('notNow');
  });

  it('[F35] and nobody flips a switch: each step opens and closes by the clock, to the millisecond', async () => {
    await openPlanned(server, world.people.dung, provinces('dong-ho-2023'));
    const sheet = '/api/rounds/dong-ho-2023/sheets/tinh-minh-hoa-01';
    const stepsNow = async () => (await asDung('GET', '/dong-ho-2023')).body.steps.map(({ open }: { open: boolean }) => open);
    const declare = async (base: number, value: string) =>
      (await ask(server, world.people.an, 'POST', `${sheet}/entries`, { entries: [change({ figure: 'tasks' }, base, { value })] })).body.code ?? 'kept';
    const told: unknown[] = [];
    for (const [index, moment] of ['2024-01-01T16:59:59.999Z', '2024-01-01T17:00:00.000Z', '2024-01-31T16:59:59.999Z', '2024-01-31T17:00:00.000Z'].entries()) {
      server.clock.set(moment);
      await server.owner.query(`UPDATE session SET seen_at = $1, expires_at = $1::timestamptz + interval '1 hour'`, [moment]);
      told.push([...(await stepsNow()), await declare(Math.max(0, index - 1), String(index))]);
    }
    expect(told).toEqual([
      [false, false, 'stepClosed'],
      [true, false, 'kept'],
      [true, false, 'kept'],
      [false, true, 'stepClosed'],
    ]);
    await (await askToClose(server, world.people.dung, 'dong-ho-2023'))();
    const closed = await asDung('GET', '/dong-ho-2023');
    expect(closed.body).toMatchObject({ state: 'closed', closedAt: '2024-01-31T17:00:00.000Z' });
    expect(await declare(2, '9')).toBe('notNow');
    expect((await asDung('PATCH', '/dong-ho-2023', { version: 6, title: 'Khác' })).body.code).toBe('notNow');
    server.clock.set('2023-12-20T02:00:00Z');
    await server.owner.query(`UPDATE session SET seen_at = $1, expires_at = $1::timestamptz + interval '12 hours'`, [server.clock.now()]);
  });

  it('[F5] gives provinces one scheme and ministries another in the same year', async () => {
    const steps = [{ step: 'selfAssessment', opens: '2023-12-01T00:00:00+07:00', closes: '2024-02-01T00:00:00+07:00' }];
    await openPlanned(server, world.people.dung, { ...provinces('tinh-2023'), steps });
    await openPlanned(server, world.people.dung, { id: 'bo-2023', edition: 'mau-bo', year: 2023, participants: ['bo-minh-hoa-b'], domains: ['1'], steps });
    const say = async (round: string, body: string, who: keyof World['people']) => {
      const sheet = `/api/rounds/${round}/sheets/${body}`;
      await ask(server, world.people[who], 'POST', `${sheet}/entries`, { entries: [change({ item: '1.1' }, 0, { 'answer.yes': true })] });
      const { body: shown } = await ask(server, world.people[who], 'GET', sheet);
      return [shown.edition, shown.year, shown.items.map(({ code }: { code: string }) => code), shown.columns.claimed.points.own.points];
    };
    expect(await say('tinh-2023', 'tinh-minh-hoa-01', 'an')).toEqual(['mau-tinh', 2023, ['1.1', '1.2', '2.1'], '2/1']);
    expect(await say('bo-2023', 'bo-minh-hoa-b', 'minh')).toEqual(['mau-bo', 2023, ['1.1'], '3/1']);
  });

  it('[F6] excludes an item for one body on a legal basis: its maximum shrinks, that of the others stays, and the sheet says why', async () => {
    await planRound(server, world.people.dung, provinces('loai-2023'));
    const legalBasis = 'Công văn số 12/BMH-CCHC ngày 01/12/2023 (minh họa)';
    const put = (version: number, exclusions: object[]) => asDung('PUT', '/loai-2023/exclusions', { version, exclusions });
    const wrong = await put(4, [
      { body: 'tinh-minh-hoa-01', item: '1.2', legalBasis },
      { body: 'tinh-minh-hoa-03', item: '9.9', legalBasis: '' },
      { body: 'tinh-minh-hoa-01', item: '1.2', legalBasis },
    ]);
    expect(faultsOf(wrong)).toEqual([
      'emptyText /exclusions/1/legalBasis',
      'unknownId /exclusions/1/body',
      'unknownId /exclusions/1/item',
      'duplicateId /exclusions/2/item',
    ]);
    const right = await put(4, [{ body: 'tinh-minh-hoa-01', item: '1.2', legalBasis }]);
    expect(right.body).toMatchObject({ version: 5, exclusions: [{ body: 'tinh-minh-hoa-01', item: '1.2', legalBasis }] });
    await asDung('POST', '/loai-2023/opening', { version: 5, told: ['closingOnDayOff', 'exclusionsWithoutDecision'] });
    const sheetOf = async (body: string, who: keyof World['people']) =>
      (await ask(server, world.people[who], 'GET', `/api/rounds/loai-2023/sheets/${body}`)).body;
    const [one, two] = [await sheetOf('tinh-minh-hoa-01', 'an'), await sheetOf('tinh-minh-hoa-02', 'chi')];
    expect([one.columns.claimed.points.own.maximum, two.columns.claimed.points.own.maximum]).toEqual(['3/1', '4/1']);
    expect([one.items[1].excluded, two.items[1].excluded]).toEqual([legalBasis, null]);
    expect(one.columns.claimed.items[1]).toMatchObject({ state: 'notApplicable', explanation: { because: 'excluded' } });
  });

  it('tells every fault of a part at once, and both sides of a stale write', async () => {
    await planRound(server, world.people.dung, provinces('loi-2023'));
    const participants = await asDung('PUT', '/loi-2023/participants', {
      version: 4,
      participants: [{ body: 'khong-co' }, { body: 'tinh-minh-hoa-01' }, { body: 'tinh-minh-hoa-01', ranked: 'có' }, { block: 'x' }, 'chữ'],
    });
    expect(faultsOf(participants)).toEqual([
      'wrongType /participants/2/ranked',
      'missingKey /participants/3/body',
      'wrongType /participants/4',
      'unknownId /participants/0/body',
      'duplicateId /participants/2/body',
    ]);
    const steps = await asDung('PUT', '/loi-2023/steps', {
      version: 4,
      steps: [
        { step: 'selfAssessment', opens: '2024-02-01T00:00:00+07:00', closes: '2024-02-01T00:00:00+07:00' },
        { step: 'selfAssessment', opens: '2024-02-01', closes: '2024-03-01T00:00:00+07:00' },
        { step: 'nghỉ', opens: '9999-12-31T23:59:59-23:59', closes: '0000-01-01T00:00:00Z' },
      ],
    });
    expect(faultsOf(steps)).toEqual([
      'wrongType /steps/1/opens',
      'unknownValue /steps/2/step',
      'outOfRange /steps/2/opens',
      'outOfRange /steps/2/closes',
      'duplicateId /steps/1/step',
      'outOfRange /steps/0/closes',
    ]);
    const owners = await asDung('PUT', '/loi-2023/domain-owners', { version: 4, domainOwners: [{ domain: '7', body: 'khong-co' }] });
    expect(faultsOf(owners)).toEqual(['unknownId /domainOwners/0/domain', 'unknownId /domainOwners/0/body']);
    const stale = await asDung('PUT', '/loi-2023/steps', { version: 3, steps: [] });
    expect(stale.body).toMatchObject({ code: 'staleVersion', version: 4, current: { id: 'loi-2023', steps: STEPS_2024.map(({ step }) => ({ step })) } });
    expect(stale.status).toBe(409);
    const made = await asDung('POST', '', { id: 'Sai Mã', ownerBody: 'khong-co', year: 1, edition: 'khong-co', copyFrom: 'khong-co', more: 1 });
    expect(faultsOf(made).toSorted()).toEqual([
      'outOfRange /year',
      'unknownId /copyFrom',
      'unknownId /edition',
      'unknownId /ownerBody',
      'unknownKey /more',
      'wrongType /id',
    ]);
    expect((await asDung('POST', '', { id: 'loi-2023', ownerBody: 'bo-minh-hoa', year: 2023, title: 'Trùng' })).body.code).toBe('alreadyThere');
    expect(server.logged).toEqual([]);
  });

  it('changes an open round only where nothing is lost, and every change is told', async () => {
    const { version } = await openPlanned(server, world.people.dung, {
      ...provinces('mo-2023'),
      steps: [{ ...STEPS_2024[0], opens: '2023-12-01T00:00:00+07:00' } as never],
    });
    const sheet = '/api/rounds/mo-2023/sheets/tinh-minh-hoa-01';
    await ask(server, world.people.an, 'POST', `${sheet}/entries`, { entries: [change({ item: '1.1' }, 0, { 'answer.yes': true })] });
    const without = await asDung('PUT', '/mo-2023/participants', { version, participants: [{ body: 'tinh-minh-hoa-02' }] });
    expect(without.body).toMatchObject({ code: 'notNow', bodies: ['tinh-minh-hoa-01'] });
    const declared = await asDung('PUT', '/mo-2023/exclusions', { version, exclusions: [{ body: 'tinh-minh-hoa-01', item: '1.1', legalBasis: 'x' }] });
    expect(faultsOf(declared)).toEqual(['notAllowedHere /exclusions/0/item']);
    expect((await asDung('PATCH', '/mo-2023', { version, edition: 'mau-bo' })).body.code).toBe('notNow');
    expect((await asDung('PATCH', '/mo-2023', { version, year: 2022 })).body.code).toBe('notNow');

    const swapped = await asDung('PUT', '/mo-2023/participants', {
      version,
      participants: [
        { body: 'tinh-minh-hoa-03', ranked: false },
        { body: 'tinh-minh-hoa-01', block: 'Khối 1' },
      ],
    });
    expect(swapped.body.participants).toMatchObject([
      { body: 'tinh-minh-hoa-03', name: 'Tỉnh Minh họa 03', ranked: false },
      { body: 'tinh-minh-hoa-01', block: 'Khối 1', ranked: true },
    ]);
    expect((await ask(server, world.people.an, 'GET', sheet)).body.seq).toBe(1);
    await asDung('PATCH', '/mo-2023', { version: version + 1, title: 'Kỳ đổi tên' });
    const { rows } = await server.owner.query(`SELECT act, content FROM audit WHERE subject = 'round:mo-2023' ORDER BY n`);
    expect(rows.map(({ act }) => act)).toEqual([
      'round.create',
      'round.participants',
      'round.domainOwners',
      'round.calendar',
      'round.open',
      'round.participants',
      'round.change',
    ]);
    expect(rows[5].content).toMatchObject({
      added: ['tinh-minh-hoa-03'],
      removed: ['tinh-minh-hoa-02'],
      changed: [{ body: 'tinh-minh-hoa-01', block: [null, 'Khối 1'] }],
    });
  });

  it('changes the edition of an open round while nobody has declared, where it names nothing that the other lacks', async () => {
    const { version } = await openPlanned(server, world.people.dung, provinces('doi-2023'));
    const change = (edition: string, seen: number) => asDung('PATCH', '/doi-2023', { version: seen, edition });
    expect((await change('mau-bo', version)).body).toMatchObject({ code: 'notNow', items: [], domains: ['2'] });
    expect(faultsOf(await change('khong-co', version))).toEqual(['unknownId /edition']);
    await asDung('PUT', '/doi-2023/domain-owners', { version, domainOwners: [{ domain: '1', body: 'bo-minh-hoa-b' }] });
    expect((await change('mau-bo', version + 1)).body).toMatchObject({ edition: 'mau-bo', state: 'open' });
  });

  it('moves a closing while the step runs, but neither into the past nor once it has closed', async () => {
    await openPlanned(server, world.people.dung, {
      ...provinces('lich-2023'),
      steps: [{ ...STEPS_2024[0], opens: '2023-12-01T00:00:00+07:00' } as never, STEPS_2024[1] as never],
    });
    const move = (version: number, times: object, step = 'selfAssessment') => asDung('PATCH', `/lich-2023/steps/${step}`, { version, ...times });
    expect((await move(1, { closes: '2023-12-20T02:00:00Z' })).body).toMatchObject({ code: 'notNow', steps: [{ refusal: 'closesInThePast' }] });
    expect((await move(1, { opens: '2023-12-25T00:00:00+07:00' })).body).toMatchObject({ code: 'notNow', steps: [{ refusal: 'hasOpened' }] });
    expect(faultsOf(await move(1, { closes: '2023-11-01T00:00:00+07:00' }))).toEqual(['outOfRange /closes']);
    expect(faultsOf(await move(1, {}))).toEqual(['missingKey /closes']);
    const earlier = await move(1, { closes: '2023-12-20T02:00:01Z', told: ['deadlineEarlier'] });
    expect(earlier.body.steps[0]).toMatchObject({ closes: '2023-12-20T02:00:01.000Z', version: 2, open: true });
    expect((await move(1, { closes: '2024-03-01T00:00:00+07:00' })).body).toMatchObject({
      code: 'staleVersion',
      version: 2,
      current: { step: 'selfAssessment' },
    });
    server.clock.pass(1_000);
    expect((await move(2, { closes: '2024-03-01T00:00:00+07:00' })).body).toMatchObject({ code: 'notNow', steps: [{ refusal: 'hasClosed' }] });
    expect((await move(1, { opens: '2024-02-02T00:00:00+07:00', told: ['stepsShortened'] }, 'appraisal')).body.steps[1]).toMatchObject({
      opens: '2024-02-01T17:00:00.000Z',
    });
    const dropped = await asDung('PUT', '/lich-2023/steps', { version: 7, steps: [STEPS_2024[1]] });
    expect(dropped.body).toMatchObject({ code: 'notNow', steps: [{ step: 'selfAssessment', refusal: 'hasOpened' }] });
    expect((await move(1, { closes: '2024-03-01T00:00:00+07:00' }, 'council')).status).toBe(404);
  });
});

describe('others', () => {
  it('know no draft of a foreign round, and change nothing', async () => {
    await planRound(server, world.people.dung, provinces('kin-2023'));
    const { an, hanh, khanh, minh } = world.people;
    const seenBy = async (who: keyof World['people']) => (await ask(server, world.people[who], 'GET', '/api/rounds/kin-2023')).status;
    expect([await seenBy('an'), await seenBy('minh'), await seenBy('hanh'), await seenBy('khanh'), await seenBy('dung')]).toEqual([404, 404, 200, 200, 200]);
    const listed = async (person: typeof an) => (await ask(server, person, 'GET', '/api/rounds?limit=200')).body.items.map(({ id }: { id: string }) => id);
    expect(await listed(an)).not.toContain('kin-2023');
    expect(await listed(an)).toContain('minh-hoa-2022');
    expect(await listed(khanh)).toContain('kin-2023');
    expect((await ask(server, hanh, 'PUT', '/api/rounds/kin-2023/steps', { version: 4, steps: [] })).status).toBe(403);
    expect((await ask(server, minh, 'PATCH', '/api/rounds/minh-hoa-2022', { version: 1, title: 'x' })).status).toBe(403);
    expect((await ask(server, minh, 'POST', '/api/rounds', { id: 'la-2023', ownerBody: 'bo-minh-hoa', year: 2023, title: 'x' })).status).toBe(403);
    const own = await ask(server, minh, 'POST', '/api/rounds', { id: 'cua-so-2023', ownerBody: 'so-minh-hoa-a', year: 2023, title: 'x', copyFrom: 'kin-2023' });
    expect(faultsOf(own)).toEqual(['unknownId /copyFrom']);
  });

  it('find no sheet of it either, though their body is to take part, and the database shows it to no one else', async () => {
    const { an, minh, dung } = world.people;
    const draft = '/api/rounds/kin-2023';
    const sheet = `${draft}/sheets/${PROVINCES[0]}`;
    const ofSheet = ['', '/mark', '/timeline', '/documents', '/assignments', '/threads?item=1.1', '/report', '/brief', '/workbook'];
    const paths = [...ofSheet.map((path) => `${sheet}${path}`), `${draft}/board/bodies/${PROVINCES[0]}`, `${draft}/running-ranking`];
    for (const person of [an, minh]) for (const path of paths) expect([path, (await ask(server, person, 'GET', path)).status]).toEqual([path, 404]);
    expect((await ask(server, dung, 'GET', `${sheet}/mark`)).status).toBe(200);
    const known = (person: typeof an) =>
      inTransactionAs(server.context, person.account, server.clock.now(), async (db) => {
        const { rows } = await sql<{
          part: string;
        }>`SELECT 'round' AS part FROM round WHERE id = 'kin-2023' UNION SELECT 'participant' FROM participant WHERE round_id = 'kin-2023'
          UNION SELECT 'round_step' FROM round_step WHERE round_id = 'kin-2023' UNION SELECT 'domain_owner' FROM domain_owner WHERE round_id = 'kin-2023'`.execute(
          db,
        );
        return rows.map(({ part }) => part).toSorted();
      });
    expect([await known(an), await known(minh), await known(dung)]).toEqual([[], [], ['domain_owner', 'participant', 'round', 'round_step']]);
  });

  it('[F44] say which version they saw in the body or by If-Match, and where by both, the same', async () => {
    const planned = await planRound(server, world.people.dung, provinces('the-2023'));
    const rename = (body: object, tag: string) => ask(server, world.people.dung, 'PATCH', '/api/rounds/the-2023', body, { 'if-match': tag });
    const renamed = await rename({ title: 'Kỳ có thẻ' }, `"${planned.version}"`);
    expect([renamed.status, renamed.headers['etag']]).toEqual([200, `"${planned.version + 1}"`]);
    expect((await rename({ title: 'Muộn' }, `"${planned.version}"`)).body).toMatchObject({ code: 'staleVersion', current: { title: 'Kỳ có thẻ' } });
    const now = planned.version + 1;
    const wrong = [
      [now, '"99"'],
      [undefined, '*'],
      [undefined, '"1", "2"'],
      [undefined, 'W/"1"'],
    ] as const;
    for (const [version, tag] of wrong) expect(faultsOf(await rename({ title: 'x', version }, tag))).toContain('unknownValue /headers/if-match');
  });

  it('read the list page by page, the newest year first', async () => {
    const seen: [number, string][] = [];
    let after = '';
    for (;;) {
      const { body } = await ask(server, world.people.khanh, 'GET', `/api/rounds?limit=3${after}`);
      expect(roundList.parse(body)).toEqual(body);
      seen.push(...body.items.map(({ year, id }: { year: number; id: string }) => [year, id]));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(seen).toEqual(seen.toSorted(([yearA, a], [yearB, b]) => yearB - yearA || (a < b ? -1 : 1)));
    expect(new Set(seen.map(([, id]) => id)).size).toBe(seen.length);
    expect(seen.at(-1)).toEqual([2022, 'minh-hoa-2022']);
  });
});
