import { randomUUID } from 'node:crypto';
import { type Item, itemsOfDomains } from '@parindex/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerAll } from '../../../testing/answer-all.ts';
import { sitInCouncil } from '../../../testing/sit-in-council.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, asking, change, makeWorld, type World } from '../../../testing/world.ts';

let server: TestServer;
let world: World;
beforeEach(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterEach(async () => {
  // Whatever the story was: nothing may have failed behind it.
  expect(server.logged).toEqual([]);
  await server.close();
});

const sheet = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const entries = `${sheet}/entries`;

const plainItem = (kind: Item['rule']['kind'], more: (item: Item) => boolean = () => true): Item => {
  const found = itemsOfDomains(world.scheme.domains).find((item) => item.rule.kind === kind && item.conditions.length === 0 && more(item));
  if (!found) throw new Error(`the edition has no plain item of kind ${kind}`);
  return found;
};
const yesNo = () => plainItem('yesNo').code;
/** A ratio of two counts, as most items are. */
const ratioItem = () => {
  const item = plainItem('bands', ({ rule }) => 'of' in rule && 'ratio' in rule.of && rule.of.over === 'refuse');
  const [part, whole] = (item.rule as unknown as { of: { ratio: [string, string] } }).of.ratio;
  return { code: item.code, part, whole };
};
const save = (person: 'an' | 'binh' | 'chi', ...list: unknown[]) => ask(server, world.people[person], 'POST', entries, { entries: list });
const itemIn = (answer: { body: { items: { code: string }[] } }, code: string) => answer.body.items.find((item) => item.code === code) as never;

describe('An, clerk of Tỉnh Minh họa 01, scores the province', () => {
  it('[F21] finds an empty sheet, declares an answer with its justification, and sees the points that the core computes', async () => {
    const { an } = world.people;
    const empty = await ask(server, an, 'GET', sheet);
    expect(empty.status).toBe(200);
    expect(empty.body).toMatchObject({ seq: 0, state: 'open', edition: 'province-2022', body: { name: 'Tỉnh Minh họa 01' }, final: 'claimed' });
    expect(empty.body.items).toHaveLength(94);
    expect(empty.body.columns.claimed.points.own.points).toBe('0/1');
    const code = yesNo();
    const saved = await save('an', change({ item: code }, 0, { 'answer.yes': true, justification: 'Theo Kế hoạch số 01 (minh họa)' }));
    expect(saved).toMatchObject({
      status: 201,
      body: { seq: 1, entries: [{ seq: 1, replayed: false }], items: [{ code, state: 'scored', explanation: { inputs: { answer: { yes: true } } } }] },
    });
    const again = await ask(server, an, 'GET', sheet);
    expect(again.body.columns.claimed.points.own.points).not.toBe('0/1');
    expect(itemIn(again, code)).toMatchObject({
      stages: { claimed: { fields: { 'answer.yes': true, justification: 'Theo Kế hoạch số 01 (minh họa)' }, seqs: { 'answer.yes': 1, justification: 1 } } },
    });
  });

  it('declares a figure once for every item that uses it, and a contradiction hides no other points', async () => {
    const { code, part, whole } = ratioItem();
    const other = yesNo();
    const saved = await save(
      'an',
      change({ item: other }, 0, { 'answer.yes': true }),
      change({ figure: whole }, 0, { value: '10' }),
      change({ figure: part }, 0, { value: 11 }),
    );
    expect(saved.status).toBe(201);
    expect(itemIn(saved, code)).toMatchObject({ state: 'notAnswered', fault: { code: 'overWhole' } });
    const mended = await save('an', change({ figure: part }, 3, { value: '9.50' }));
    expect(mended).toMatchObject({ status: 422, body: { code: 'faulty', faults: [{ code: 'outOfRange', path: '/entries/0/changes/value' }] } });
    const right = await save('an', change({ figure: part }, 3, { value: '10.00' }));
    expect(itemIn(right, code)).toMatchObject({ state: 'scored', explanation: { value: '1/1', inputs: { [part]: '10', [whole]: '10' } }, fault: null });
  });

  it('[F17] asks for an item not to be assessed, with a reason, and only where the scheme allows it; nothing is taken off', async () => {
    const items = itemsOfDomains(world.scheme.domains);
    const [allowed, refused] = [items.find((item) => item.notArisen), items.find((item) => item.whenNotApplicable === 'refused')];
    const code = allowed?.code as string;
    const wrong = await save(
      'an',
      change({ item: code }, 0, { state: 'notApplicable' }),
      change({ item: refused?.code as string }, 0, { state: 'notApplicable', reason: 'Không phát sinh' }),
      change({ item: yesNo() }, 0, { state: 'notAccepted', reason: 'x' }),
    );
    expect(wrong.status).toBe(422);
    expect(wrong.body.faults.map((fault: { path: string }) => fault.path)).toEqual([
      '/entries/0/changes/reason',
      '/entries/1/changes/state',
      '/entries/2/changes/state',
    ]);
    const right = await save('an', change({ item: code }, 0, { state: 'notApplicable', reason: 'Không phát sinh trong năm' }));
    expect(itemIn(right, code)).toMatchObject({ state: 'notAnswered', points: '0/1', explanation: { because: 'claimed' } });
    expect(itemIn(right, code)).not.toMatchObject({ maximum: '0/1' });
  });

  it('is told all faults of a save at once, in her language, and nothing of it is kept', async () => {
    const { part } = ratioItem();
    const save5 = {
      entries: [
        change({ item: yesNo() }, 0, { 'answer.yes': 'có', nonsense: 1 }),
        change({ item: '9.9.9' }, 0, { 'answer.yes': true }),
        change({ figure: part }, 0, { value: '1.234,5' }),
        { id: 'không phải mã', item: yesNo(), base: -1, changes: {} },
        change({ item: yesNo(), figure: part }, 0, { 'answer.yes': true }),
        change({ item: yesNo() }, 0, { justification: 'x'.repeat(10_001) }),
        change({ item: yesNo() }, 0, { justification: 'ký tự \u0000 lạ' }),
      ],
    };
    const told = await ask(server, world.people.an, 'POST', entries, save5);
    expect(told.status).toBe(422);
    expect(new Set(told.body.faults.map(({ path }: { path: string }) => path))).toEqual(
      new Set([
        '/entries/0/changes/answer.yes',
        '/entries/0/changes/nonsense',
        '/entries/1/item',
        '/entries/2/changes/value',
        '/entries/3/id',
        '/entries/3/base',
        '/entries/3/changes',
        '/entries/4/figure',
        '/entries/5/changes/justification',
        '/entries/6/changes/justification',
      ]),
    );
    expect(told.body.faults.find(({ path }: { path: string }) => path === '/entries/2/changes/value').message).toContain('1.234,5');
    const english = await ask(server, world.people.an, 'POST', entries, save5, { 'accept-language': 'en' });
    expect(english.body.title).toBe('The content has faults; nothing was kept.');
    expect((await ask(server, world.people.an, 'GET', sheet)).body.seq).toBe(0);
  });

  it('reads texts in any form of Unicode as the same text, and a number as it was written', async () => {
    const { part } = ratioItem();
    await save('an', change({ item: yesNo() }, 0, { justification: 'Quyết định của Ủy ban'.normalize('NFD') }));
    const raw = `{"entries":[{"id":"${randomUUID()}","figure":"${part}","base":0,"changes":{"value":12.0}}]}`;
    expect((await ask(server, world.people.an, 'POST', entries, raw)).status).toBe(201);
    const doubled = raw.replace('"base":0', '"base":0,"base":0').replace(/"id":"[^"]+"/, `"id":"${randomUUID()}"`);
    expect((await ask(server, world.people.an, 'POST', entries, doubled)).body).toMatchObject({
      code: 'faulty',
      faults: [{ code: 'doubledKey', path: '/entries/0/base' }],
    });
    const torn = await ask(server, world.people.an, 'POST', entries, raw.slice(0, 60));
    expect(torn).toMatchObject({ status: 400, body: { code: 'unreadable', line: 1 } });
    const { body } = await ask(server, world.people.an, 'GET', sheet);
    expect(itemIn({ body }, yesNo())).toMatchObject({ stages: { claimed: { fields: { justification: 'Quyết định của Ủy ban'.normalize('NFC') } } } });
    expect(body.figures.find((figure: { id: string }) => figure.id === part).stages.claimed.fields.value).toBe('12');
  });

  it('keeps her save when the answer is lost: the same id again answers what was stored, another content is refused', async () => {
    const first = change({ item: yesNo() }, 0, { 'answer.yes': true });
    await save('an', first);
    await save('binh', change({ item: yesNo() }, 1, { 'answer.yes': false }));
    server.clock.set('2023-02-05T00:00:00Z');
    // Before any check of version or calendar.
    expect(await save('an', first)).toMatchObject({ status: 201, body: { seq: 2, entries: [{ id: first.id, seq: 1, replayed: true }] } });
    expect(await save('an', { ...first, changes: { 'answer.yes': false } })).toMatchObject({ status: 409, body: { code: 'idReused', id: first.id } });
    expect(await save('binh', first)).toMatchObject({ status: 409, body: { code: 'idReused' } });
    const elsewhere = await ask(server, world.people.chi, 'POST', entries.replace('-01/', '-02/'), { entries: [first] });
    expect(elsewhere.status).toBe(409);
    expect((await server.owner.query('SELECT count(*)::int AS n FROM entry')).rows[0].n).toBe(2);
  });

  it('is recognised in any spelling of the id, and whatever has changed since', async () => {
    const [na] = itemsOfDomains(world.scheme.domains).filter((item) => item.notArisen);
    const code = na?.code as string;
    await save('an', change({ item: code }, 0, { state: 'notApplicable', reason: 'Không phát sinh' }));
    const reworded = { ...change({ item: code }, 1, { reason: 'Không phát sinh trong năm 2022' }), id: randomUUID().toUpperCase() };
    expect((await save('an', reworded)).status).toBe(201);
    await save('binh', change({ item: code }, 2, { state: null, reason: null }));
    // By now a reason without a state would be a fault; it was none when it was kept.
    expect(await save('an', reworded)).toMatchObject({ status: 201, body: { entries: [{ seq: 2, replayed: true }] } });
    expect(await save('an', { ...reworded, id: reworded.id.toLowerCase() })).toMatchObject({ body: { entries: [{ replayed: true }] } });
    const { part } = ratioItem();
    const figure = change({ figure: part }, 3, { value: '12' });
    await save('an', figure);
    expect(await save('an', { ...figure, changes: { value: '12.0' } })).toMatchObject({ body: { entries: [{ replayed: true }] } });
  });

  it('says of a figure what she says of its value, and no more', async () => {
    const { part } = ratioItem();
    for (const changes of [{ date: 'hôm nay' }, { date: 5 }, { source: 'Báo cáo' }, { value: '1', date: '2023-02-30' }])
      expect((await save('an', change({ figure: part }, 0, changes))).body.code, JSON.stringify(changes)).toBe('faulty');
    expect((await save('an', change({ figure: part }, 0, { value: '1', source: 'Báo cáo', date: '2023-01-05' }))).status).toBe(201);
    expect((await save('an', change({ figure: part }, 1, { value: null }))).body.faults).toMatchObject([
      { code: 'missingKey', path: '/entries/0/changes/value' },
    ]);
    expect((await save('an', change({ figure: part }, 1, { value: null, source: null, date: null }))).status).toBe(201);
  });

  it('cannot claim to have seen what is not there yet', async () => {
    expect((await save('an', change({ item: yesNo() }, 1, { 'answer.yes': true }))).body).toMatchObject({
      code: 'faulty',
      faults: [{ code: 'outOfRange', path: '/entries/0/base' }],
    });
  });

  it('[F44] meets her colleague on one field and sees both sides; other fields merge', async () => {
    const code = yesNo();
    await save('an', change({ item: code }, 0, { 'answer.yes': true }));
    expect((await save('binh', change({ item: code }, 0, { justification: 'Bình bổ sung' }))).status).toBe(201);
    const met = await save('binh', change({ item: code }, 0, { 'answer.yes': false }));
    expect(met).toMatchObject({
      status: 409,
      body: { code: 'conflict', seq: 2, conflicts: [{ target: { kind: 'item', id: code }, field: 'answer.yes', yours: false, theirs: true, seq: 1 }] },
    });
    expect((await save('binh', change({ item: code }, 2, { 'answer.yes': false }))).status).toBe(201);
  });

  it('[F44] fifty at once on one item: every accepted save is an entry, every other a conflict', async () => {
    const code = yesNo();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => save(index % 2 === 0 ? 'an' : 'binh', change({ item: code }, 0, { 'answer.yes': index % 3 === 0 }))),
    );
    const accepted = answers.filter(({ status }) => status === 201);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(50 - accepted.length);
    expect(accepted).toHaveLength(1);
    const { rows } = await server.owner.query('SELECT seq FROM entry ORDER BY seq');
    expect(rows).toEqual([{ seq: 1 }]);
  });

  it('[F35] cannot write before the step opens nor from the second in which it closes; a document grants more time', async () => {
    const entry = (base = 0) => change({ item: yesNo() }, base, { 'answer.yes': true });
    server.clock.set('2022-12-31T16:59:59.999Z');
    expect((await save('an', entry())).body.code).toBe('stepClosed');
    server.clock.set('2022-12-31T17:00:00Z');
    expect((await save('an', entry())).status).toBe(201);
    server.clock.set('2023-01-31T16:59:59.999Z');
    expect((await save('an', entry(1))).status).toBe(201);
    server.clock.set('2023-01-31T17:00:00Z');
    expect((await save('an', entry(2))).body).toMatchObject({
      code: 'stepClosed',
      receivedAt: '2023-01-31T17:00:00.000Z',
      steps: [{ step: 'selfAssessment', closes: '2023-01-31T17:00:00.000Z' }],
    });
    const { round, people } = world;
    await server.owner.query(
      `INSERT INTO extension (id, round_id, step, body_id, item, until, document_number, document_date, reason, granted_by, granted_at)
       VALUES ($1, $2, 'selfAssessment', 'tinh-minh-hoa-01', $3, '2023-02-03T00:00:00+07:00', '01/BMH', '2023-01-31', 'Mất điện (minh họa)', $4, now())`,
      [randomUUID(), round, yesNo(), people.dung.account],
    );
    expect((await save('an', entry(2))).status).toBe(201);
    expect((await save('an', change({ item: plainItem('yesNo', ({ code }) => code !== yesNo()).code }, 3, { 'answer.yes': true }))).body.code).toBe(
      'stepClosed',
    );
    server.clock.set('2023-02-02T17:00:00Z');
    expect((await save('an', entry(3))).body.code).toBe('stepClosed');
  });

  it('reads the history as what was done, by whom, in what office', async () => {
    const code = yesNo();
    await save('an', change({ item: code }, 0, { 'answer.yes': true, justification: 'Lần một' }));
    await save('binh', change({ item: code }, 1, { justification: null }));
    await save('an', change({ figure: ratioItem().part }, 2, { value: '5' }));
    const { body } = await ask(server, world.people.an, 'GET', `${entries}?item=${code}&limit=1`);
    expect(body).toMatchObject({
      next: '2',
      items: [{ seq: 2, act: 'declare', actor: { name: 'Trần Thị Bình' }, role: 'head', changes: { justification: null }, base: 1 }],
    });
    const rest = await ask(server, world.people.an, 'GET', `${entries}?item=${code}&after=2`);
    expect(rest.body).toMatchObject({
      next: null,
      items: [{ seq: 1, actor: { name: 'Nguyễn Văn An' }, changes: { 'answer.yes': true, justification: 'Lần một' }, origin: 'api', edition: 'province-2022' }],
    });
  });
});

describe('Bình, head, freezes; Dũng, owner, reopens', () => {
  it('no save comes after the freeze, nor a freeze on what was not seen', async () => {
    const { seq } = await answerAll(server, world.people.an, sheet, world.scheme);
    const freeze = (base: number) => ask(server, world.people.binh, 'POST', `${sheet}/freeze`, { id: randomUUID(), base });
    expect((await ask(server, world.people.an, 'POST', `${sheet}/freeze`, { id: randomUUID(), base: seq })).status).toBe(403);
    expect((await freeze(seq - 1)).body).toMatchObject({ code: 'staleVersion', seq });
    expect((await freeze(seq)).body).toEqual({ seq: seq + 1, state: 'frozen', replayed: false });
    expect((await save('an', change({ item: yesNo() }, seq + 1, { 'answer.yes': false }))).body.code).toBe('sheetFrozen');
    const reopen = (body: object) => ask(server, world.people.dung, 'POST', `${sheet}/reopening`, body);
    expect((await reopen({ id: randomUUID(), base: seq + 1 })).body.faults).toMatchObject([{ code: 'missingKey', path: '/reason' }]);
    expect((await reopen({ id: randomUUID(), base: seq + 1, reason: 'Tỉnh đề nghị bổ sung (minh họa)' })).body).toMatchObject({ seq: seq + 2, state: 'open' });
    expect((await save('an', change({ item: yesNo() }, seq + 2, { 'answer.yes': false }))).status).toBe(201);
  });

  it('a freeze racing with saves: those accepted stand before it, the others are told', async () => {
    const items = itemsOfDomains(world.scheme.domains);
    const { seq } = await answerAll(server, world.people.an, sheet, world.scheme);
    const saves = Array.from({ length: 12 }, (_, index) => save('an', change({ item: items[index]?.code as string }, 0, { justification: `lần ${index}` })));
    const freezes = Array.from({ length: 3 }, (_, index) => ask(server, world.people.binh, 'POST', `${sheet}/freeze`, { id: randomUUID(), base: seq + index }));
    const [saved, frozen] = [await Promise.all(saves), await Promise.all(freezes)];
    const { rows } = await server.owner.query('SELECT seq, act FROM entry ORDER BY seq');
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.filter(({ act }) => act === 'declare')).toHaveLength(seq + saved.filter(({ status }) => status === 201).length);
    const at = rows.findIndex(({ act }) => act === 'freeze');
    expect(frozen.filter(({ status }) => status === 201)).toHaveLength(at < 0 ? 0 : 1);
    if (at >= 0) expect(at).toBe(rows.length - 1);
  });
});

describe('verdicts', () => {
  /** Giang's ministry owns the domain of this item, and no other. */
  const ownItem = async () => {
    const code = yesNo();
    const domain = world.scheme.domains.find((one) => itemsOfDomains([one]).some((item) => item.code === code))?.code;
    await server.owner.query('UPDATE domain_owner SET domain = $1', [domain]);
    return { code, foreign: itemsOfDomains(world.scheme.domains.filter((one) => one.code !== domain))[0]?.code as string };
  };
  const reason = { code: 'other', text: 'Tài liệu chưa đủ (minh họa)' };
  const verdict = (person: 'giang' | 'an', code: string, ending: string, body: object) =>
    ask(server, world.people[person], 'POST', `${sheet}/items/${code}/${ending}`, { id: randomUUID(), reason, ...body });

  it('[F22] claim, appraisal, second appraisal and council stand side by side, each with its reason; nothing is overwritten', async () => {
    const { code, foreign } = await ownItem();
    await save('an', change({ item: code }, 0, { 'answer.yes': true, justification: 'Có kế hoạch' }));
    expect((await ask(server, world.people.giang, 'GET', sheet)).body.code).toBe('appraisalNotOpen');
    expect((await verdict('giang', code, 'appraisal', { base: 1, changes: {} })).body.code).toBe('stepClosed');
    server.clock.set('2023-02-10T00:00:00Z');
    expect((await verdict('giang', code, 'appraisal', { base: 0, changes: {} })).body.code).toBe('conflict');
    expect((await verdict('an', code, 'appraisal', { base: 1, changes: {} })).status).toBe(403);
    expect((await verdict('giang', foreign, 'appraisal', { base: 1, changes: {} })).status).toBe(403);
    expect(await verdict('giang', code, 'appraisal', { base: 1, changes: { 'answer.yes': false } })).toMatchObject({
      status: 201,
      body: { seq: 2, items: [{ code, points: '0/1' }] },
    });
    // The same again is the same answer, also when the step has closed; another reason is something else.
    const last = (await server.owner.query(`SELECT id FROM entry WHERE act = 'appraise'`)).rows[0].id;
    const again = { id: last, base: 1, changes: { 'answer.yes': false } };
    server.clock.set('2023-03-05T00:00:00Z');
    expect(await verdict('giang', code, 'appraisal', again)).toMatchObject({ status: 201, body: { entries: [{ replayed: true }], items: [{ code }] } });
    expect((await verdict('giang', code, 'appraisal', { ...again, reason: { code: 'other', text: 'Lý do khác' } })).body.code).toBe('idReused');
    expect((await verdict('giang', code, 'appraisal', { ...again, id: randomUUID(), base: 2 })).body.code).toBe('stepClosed');
    await server.owner.query(
      `INSERT INTO extension (id, round_id, step, body_id, until, document_number, document_date, reason, granted_by, granted_at)
       VALUES ($1, $2, 'appraisal', 'tinh-minh-hoa-01', '2023-03-06T00:00:00+07:00', '02/BMH', '2023-03-01', 'Hồ sơ đến muộn (minh họa)', $3, now())`,
      [randomUUID(), world.round, world.people.dung.account],
    );
    expect((await verdict('giang', code, 'appraisal', { id: randomUUID(), base: 2, changes: { 'answer.yes': false } })).status).toBe(201);
    server.clock.set('2023-03-12T00:00:00Z');
    expect((await verdict('giang', code, 'appraisal', { base: 3, changes: { 'answer.yes': true } })).status).toBe(201);
    server.clock.set('2023-03-25T00:00:00Z');
    const { dung, hanh } = world.people;
    const targets = [{ kind: 'item' as const, id: code, changes: { state: 'notAccepted', reason: 'Không có tài liệu' } }];
    const agenda = [{ body: 'tinh-minh-hoa-01', code, proposal: 'other' as const, targets, reason: reason.text }];
    await sitInCouncil(asking(server), world.round, { owner: dung, members: [hanh], startsAt: '2023-03-25T00:00:00Z', agenda });
    // What the council concluded, the body is told once the round is closed: its calendar has no publication.
    expect((await ask(server, world.people.an, 'GET', sheet)).body.final).toBe('second');
    await server.owner.query(`UPDATE round SET state = 'closed', closed_at = now() WHERE id = $1`, [world.round]);
    const { body } = await ask(server, world.people.an, 'GET', sheet);
    const at = (stage: string) => body.columns[stage].items.find((item: { code: string }) => item.code === code);
    expect(body.final).toBe('council');
    expect([at('claimed').state, at('appraised').points, at('second').points === at('claimed').points, at('council').state]).toEqual([
      'scored',
      '0/1',
      true,
      'notAccepted',
    ]);
    const history = await ask(server, world.people.an, 'GET', `${entries}?item=${code}`);
    expect(history.body.items.map(({ act, stage, reason: why }: { act: string; stage: string; reason: object }) => [act, stage, why])).toEqual([
      ['conclude', 'council', reason],
      ['appraise', 'second', reason],
      ['appraise', 'appraised', reason],
      ['appraise', 'appraised', reason],
      ['declare', 'claimed', { code: null, text: null }],
    ]);
  });
});

describe('the list of sheets', () => {
  it('shows Dũng every sheet with every item, and others nothing', async () => {
    await save('an', change({ item: yesNo() }, 0, { 'answer.yes': true }));
    const { body } = await ask(server, world.people.dung, 'GET', '/api/rounds/minh-hoa-2022/sheets');
    expect(body.items).toHaveLength(94);
    expect(body.sheets.map(({ body: one, seq, final }: { body: { id: string }; seq: number; final: string }) => [one.id, seq, final])).toEqual([
      ['tinh-minh-hoa-01', 1, 'claimed'],
      ['tinh-minh-hoa-02', 0, 'claimed'],
      ['tinh-minh-hoa-03', 0, 'claimed'],
    ]);
    expect(body.sheets[0].items).toHaveLength(94);
    expect(body.sheets[0].claimed.own.points).not.toBe('0/1');
    for (const person of ['an', 'binh', 'lan', 'minh'] as const)
      expect((await ask(server, world.people[person], 'GET', '/api/rounds/minh-hoa-2022/sheets')).status).toBe(403);
    expect((await ask(server, world.people.giang, 'GET', '/api/rounds/minh-hoa-2022/sheets')).body.code).toBe('appraisalNotOpen');
  });
});

describe('monitoring all year', () => {
  it('[F120] figures come in while the step is open, points with them; between it and the self-assessment nothing does', async () => {
    await server.owner.query(
      `INSERT INTO round_step (round_id, step, opens, closes) VALUES ($1, 'monitoring', '2022-02-01T00:00:00+07:00', '2022-12-01T00:00:00+07:00')`,
      [world.round],
    );
    const { code, part, whole } = ratioItem();
    server.clock.set('2022-04-05T02:00:00Z');
    const spring = await save(
      'an',
      change({ figure: whole }, 0, { value: '120', source: 'Báo cáo quý I (minh họa)' }),
      change({ figure: part }, 0, { value: '30' }),
    );
    expect(itemIn(spring, code)).toMatchObject({ state: 'scored', explanation: { value: '1/4' } });
    server.clock.set('2022-07-05T02:00:00Z');
    expect(itemIn(await save('an', change({ figure: part }, 2, { value: '60', source: 'Báo cáo quý II (minh họa)' })), code)).toMatchObject({
      explanation: { value: '1/2' },
    });
    server.clock.set('2022-12-05T02:00:00Z');
    expect((await save('an', change({ figure: part }, 3, { value: '110' }))).body.code).toBe('stepClosed');
    server.clock.set('2023-01-05T02:00:00Z');
    expect((await save('an', change({ figure: part }, 3, { value: '118' }))).status).toBe(201);
  });
});
