import { randomUUID } from 'node:crypto';
import { itemsOfDomains } from '@parindex/core';
import { boardEvent } from '@parindex/core/contracts/schemas/index';
import { countSheet } from '@parindex/core/progress/index';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sized } from '../../../../../tests/soak.ts';
import { queriesOver } from '../../../db/connect.ts';
import { allAnswers, answerAll } from '../../../testing/answer-all.ts';
import { anotherProcess, signIn, startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type Person, type World } from '../../../testing/world.ts';
import { ownItemsOf } from '../../editions/checks.ts';
import { readyEdition } from '../../editions/ready.ts';
import { reviewOf } from '../../review/review.ts';
import { NO_ASSIGNMENTS } from '../../sheets/assigned.ts';
import { findSheetPlaces, readSheetContexts } from '../../sheets/queries/sheets.ts';
import { rebuildSheet } from '../../sheets/rebuild.ts';
import { scoreStage, scoreStageIfConfirmed } from '../../sheets/sheet.ts';

let server: TestServer;
let world: World;
let address: string;
const round = '/api/rounds/minh-hoa-2022';
const sheet = (body: string) => `${round}/sheets/${body}`;
const ONE = 'tinh-minh-hoa-01';

beforeAll(async () => {
  server = await startTestServer('2023-01-10T02:00:00Z');
  world = await makeWorld(server);
  address = await server.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const board = async (person: Person) => (await ask(server, person, 'GET', `${round}/board`)).body;
const rowOf = (told: { rows: { body: { id: string } }[] }, body = ONE) => told.rows.find((row) => row.body.id === body) as never as Row;
type Row = ReturnType<typeof boardEvent.parse>['rows'][number];

interface Message {
  readonly id: string;
  readonly event: string;
  readonly text: string;
  readonly data: { readonly at: string; readonly rows: readonly Row[] };
}

/** An open stream over HTTP, as a browser reads it. */
async function listen(
  person: Pick<Person, 'token'>,
  { last, path = '', at = address, encoding }: { last?: string; path?: string; at?: string; encoding?: string } = {},
) {
  const leave = new AbortController();
  const response = await fetch(`${at}${round}/board/events${path}`, {
    headers: {
      cookie: `parindex_session=${person.token}`,
      ...(last === undefined ? {} : { 'last-event-id': last }),
      ...(encoding === undefined ? {} : { 'accept-encoding': encoding }),
    },
    signal: leave.signal,
  });
  const messages: Message[] = [];
  const quiet: string[] = [];
  const raw: Buffer[] = [];
  let ended = false;
  const reading = (async () => {
    let text = '';
    for await (const piece of response.body ?? []) {
      raw.push(Buffer.from(piece));
      text += Buffer.from(piece).toString();
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const lines = new Map(
          text
            .slice(0, end)
            .split('\n')
            .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
        );
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        if (lines.has('event'))
          messages.push({ id: lines.get('id') ?? '', event: lines.get('event') ?? '', text: block, data: JSON.parse(lines.get('data') ?? '{}') });
        else quiet.push(block);
      }
    }
  })()
    .catch(() => undefined)
    .then(() => {
      ended = true;
    });
  return {
    response,
    messages,
    isOver: () => ended,
    over: reading,
    leave: () => leave.abort(),
    /** Waits for as many messages. */
    async came(count: number): Promise<Message> {
      await expect.poll(() => messages.length, { interval: 20 }).toBeGreaterThanOrEqual(count);
      return messages[count - 1] as Message;
    },
  };
}

const save = async (person: Person, body: string, base: number, ...entries: ReturnType<typeof change>[]) => {
  const answer = await ask(server, person, 'POST', `${sheet(body)}/entries`, { entries: entries.map((entry) => ({ ...entry, id: randomUUID(), base })) });
  expect(answer.status).toBe(201);
  return answer.body.seq as number;
};

describe('[F107] Dũng, owner, watches who comes on and who does not', () => {
  it('sees each body by domain, whom it waits for, and by its pace who will be late; never guesses', async () => {
    const asked = itemsOfDomains(world.scheme.domains).filter(({ source }) => source === 'appraised' || source === 'statistic').length;
    const empty = await board(world.people.dung);
    expect(empty).toMatchObject({ whole: true, round: 'minh-hoa-2022', year: 2022, rows: [{ asked, answered: 0 }, { asked }, { asked }] });
    expect(empty.domains[0]).toMatchObject({ code: '1', owners: [{ id: 'bo-minh-hoa-b', name: 'Bộ Minh họa B' }] });
    expect(rowOf(empty)).toMatchObject({ state: 'open', seq: 0, late: false, open: ['selfAssessment'], lastAt: null, parts: [] });
    expect(rowOf(empty)).toMatchObject({ pace: { kind: 'unknown', daysWorked: null }, waits: [{ kind: 'notBegun', count: asked }] });

    // Monday 9 January; three working days later five items are answered, then all but a few.
    server.clock.set('2023-01-09T02:00:00Z');
    const answers = allAnswers(world.scheme, 0);
    let seq = await save(world.people.chi, 'tinh-minh-hoa-02', 0, ...answers.slice(0, 3));
    server.clock.set('2023-01-11T02:00:00Z');
    seq = await save(world.people.chi, 'tinh-minh-hoa-02', seq, ...answers.filter(({ item }) => item !== undefined).slice(0, 6));
    const slow = rowOf(await board(world.people.dung), 'tinh-minh-hoa-02');
    expect(slow.answered).toBeGreaterThanOrEqual(5);
    expect(slow).toMatchObject({ pace: { kind: 'tooSlow', daysWorked: 3, daysLeft: 14 }, lastAt: '2023-01-11T02:00:00.000Z' });
    expect(slow.pace.daysNeeded).toBe(Math.ceil((3 * (slow.asked - slow.answered)) / slow.answered));
    expect(slow.domains.reduce((sum: number, domain) => sum + domain.answered, 0)).toBe(slow.answered);
    // Days off (Tết) leave fewer days.
    await server.owner.query(
      `INSERT INTO day_off (date, kind, name, source) SELECT '2023-01-20'::date + n, 'off', 'Nghỉ Tết (minh họa)', 'Minh họa' FROM generate_series(0, 6) AS n`,
    );
    expect(rowOf(await board(world.people.dung), 'tinh-minh-hoa-02').pace.daysLeft).toBe(9);
    seq = await save(world.people.chi, 'tinh-minh-hoa-02', seq, ...answers);
    expect(rowOf(await board(world.people.dung), 'tinh-minh-hoa-02')).toMatchObject({
      pace: { kind: 'inTime', daysNeeded: 0 },
      waits: [{ kind: 'head', count: 1 }],
      late: false,
    });
    const figure = world.scheme.figures.find(({ id }) => id === 'planTasksDone')?.id as string;
    await save(world.people.chi, 'tinh-minh-hoa-02', seq, change({ figure }, seq, { value: '9' }));
    const contradicting = rowOf(await board(world.people.dung), 'tinh-minh-hoa-02');
    expect(contradicting.waits.map(({ kind }) => kind)).toContain('mustMend');
    // The letter of urging says what the board says.
    const { items } = (await ask(server, world.people.dung, 'GET', `${round}/urging`)).body;
    const urged = items.find(({ body }: { body: { id: string } }) => body.id === 'tinh-minh-hoa-02');
    expect([urged.errors, urged.errors > 0]).toEqual([contradicting.mustMend, true]);
  });

  it('lets a body see its own row alone, appraisers only once appraisal has opened, and nobody else anything', async () => {
    expect(await board(world.people.an)).toMatchObject({ whole: false, rows: [{ body: { id: ONE } }] });
    expect((await board(world.people.chi)).rows).toHaveLength(1);
    expect((await board(world.people.khanh)).rows).toHaveLength(3);
    expect((await ask(server, world.people.giang, 'GET', `${round}/board`)).body.code).toBe('appraisalNotOpen');
    expect((await ask(server, world.people.minh, 'GET', `${round}/board`)).status).toBe(403);
    expect((await ask(server, world.people.an, 'GET', `${round}/board/bodies/tinh-minh-hoa-02`)).status).toBe(403);
    const { body: detail } = await ask(server, world.people.dung, 'GET', `${round}/board/bodies/tinh-minh-hoa-02`);
    expect(detail.items).toHaveLength(itemsOfDomains(world.scheme.domains).length);
    expect(detail.items.filter(({ askedOf }: { askedOf: string }) => askedOf === 'body')).toHaveLength(detail.row.asked);
    expect(detail.row).toEqual(rowOf(await board(world.people.dung), 'tinh-minh-hoa-02'));
    // What is lost is told with it: of its own items that have points, the most first, down to the points.
    const lost = detail.items.filter(({ code }: { code: string }) => detail.losses.some((one: { code: string }) => one.code === code));
    expect(lost.every(({ askedOf, state }: { askedOf: string; state: string }) => askedOf === 'body' && state === 'scored')).toBe(true);
    const contradicting = detail.items.filter(({ mustMend }: { mustMend: number }) => mustMend > 0);
    expect(contradicting).toMatchObject([{ code: '1.1', state: 'notAnswered', overdue: false, title: expect.stringMatching(/./) }]);
  });

  it('goes out as XLSX', async () => {
    await server.owner.query(`INSERT INTO baseline (round_id, body_id, year, figures, items, source) VALUES ($1, $2, 2021, '{}', $3, 'Minh họa')`, [
      world.round,
      ONE,
      { '1.1': '1.5', '1.3.3': '2' },
    ]);
    const { rawPayload, statusCode, headers } = await server.app.inject({
      url: `${round}/board/workbook`,
      headers: { cookie: `parindex_session=${world.people.dung.token}` },
    });
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
    const { sheets } = await readXlsx(rawPayload);
    expect(sheets.map(({ name }) => name)).toEqual(['Tiến độ', 'Điểm', 'Theo lĩnh vực']);
    const rows = sheets[0]?.rows ?? [];
    expect(rows.slice(0, 3).map(([text]) => text)).toEqual(['BẢNG TIẾN ĐỘ', 'Kỳ đánh giá minh họa 2022', 'Tạm tính, theo điểm tự chấm']);
    expect(rows.some(([text]) => String(text).startsWith('Bản tham khảo'))).toBe(true);
    expect(rows.find((row) => row[1] === 'Tỉnh Minh họa 01')).toEqual(expect.arrayContaining(['Chưa bắt đầu', 'Chưa dự báo được']));
    expect(String(rows.find((row) => row[1] === 'Tỉnh Minh họa 01')?.[15])).toMatch(/^Công chức đầu mối: chưa nhập nội dung nào, còn 74 nội dung chưa chấm$/);
    // What others give stands beside, over its own maximum; the year before's are of the items that the body scores itself.
    const points = sheets[1]?.rows ?? [];
    const heads = points.find((row) => row[0] === 'STT') ?? [];
    expect(heads.slice(2)).toEqual([
      'Điểm tự chấm',
      'Tối đa tự chấm',
      'Nếu được xác nhận',
      'Tối đa nếu được xác nhận',
      'Điểm năm trước',
      'Số nội dung có điểm năm trước',
      'Điều tra xã hội học: tối đa',
      'Chỉ số hài lòng (SIPAS): tối đa',
    ]);
    expect(points.find((row) => row[1] === 'Tỉnh Minh họa 01')?.slice(2)).toEqual(['', 68, '', '', 1.5, 1, 22, 10]);
  });
});

describe('[F107] the board changes by itself', () => {
  it('tells what changed to all who see the same, in the same bytes, at most once a second; another sees only its own', async () => {
    const [dung, khanh, an] = await Promise.all([
      listen(world.people.dung),
      // Plain or packed, it says the same.
      listen(world.people.khanh, { encoding: 'identity' }),
      listen(world.people.an),
    ]);
    expect(khanh.response.headers.get('content-encoding')).toBeNull();
    expect(Object.fromEntries(dung.response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    expect(dung.response.headers.get('content-encoding')).toBe('gzip');
    const first = await dung.came(1);
    expect(first).toMatchObject({ event: 'rows', id: expect.stringMatching(/-1$/) });
    expect(boardEvent.parse(first.data).rows).toEqual((await board(world.people.dung)).rows);
    expect((await an.came(1)).data.rows).toMatchObject([{ body: { id: ONE } }]);
    await khanh.came(1);

    let seq = 0;
    for (let turn = 0; turn < 8; turn++)
      seq = await save(world.people.an, ONE, seq, change({ item: '2.4.1' }, seq, { justification: `Lần ${turn} (minh họa)` }));
    const second = await dung.came(2);
    expect(second.data.rows.map(({ body }) => body.id)).toEqual([ONE]);
    expect((await khanh.came(2)).text).toBe(second.text);
    const [begun, told] = [Date.now(), dung.messages.length];
    for (let turn = 0; Date.now() < begun + 2_300; turn++)
      seq = await save(world.people.an, ONE, seq, change({ item: '2.4.1' }, seq, { justification: `Thêm ${turn} (minh họa)` }));
    await expect.poll(() => dung.messages.at(-1)?.data.rows[0]?.seq).toBe(seq);
    expect(dung.messages.length - told).toBeLessThanOrEqual(1 + Math.ceil((Date.now() - begun) / 1_000));
    await expect.poll(() => an.messages.at(-1)?.data.rows).toEqual(dung.messages.at(-1)?.data.rows);
    await save(
      world.people.chi,
      'tinh-minh-hoa-02',
      (await board(world.people.chi)).rows[0].seq,
      change({ item: '2.4.1' }, 0, { justification: 'Của tỉnh khác (minh họa)' }),
    );
    await expect.poll(() => dung.messages.at(-1)?.data.rows[0]?.body.id).toBe('tinh-minh-hoa-02');
    expect(an.messages.flatMap(({ data }) => data.rows).every(({ body }) => body.id === ONE)).toBe(true);

    // Cut off and come again: only what changed since; nothing where nothing did; the board anew where the id is of another run.
    khanh.leave();
    const last = khanh.messages.at(-1)?.id ?? '';
    await save(world.people.an, ONE, seq, change({ item: '2.4.1' }, seq, { justification: 'Khi ngắt mạng (minh họa)' }));
    await expect.poll(() => dung.messages.at(-1)?.data.rows[0]?.body.id).toBe(ONE);
    const again = await listen(world.people.khanh, { last });
    expect((await again.came(1)).data.rows.map(({ body }) => body.id)).toContain(ONE);
    expect(again.messages[0]?.data.rows.length).toBeLessThan(3);
    const other = await listen(world.people.khanh, { last: 'khac-7', path: '?seconds=0' });
    await other.over;
    expect(other.messages.map(({ event }) => event)).toEqual(['reload']);
    const nothing = await listen(world.people.khanh, { last: again.messages.at(-1)?.id ?? '', path: '?seconds=0' });
    await nothing.over;
    expect(nothing.messages).toEqual([]);

    // What the page shows besides rows: read anew.
    await server.owner.query(`UPDATE round SET title = 'Kỳ đánh giá minh họa 2022, sửa tên' WHERE id = $1`, [world.round]);
    await expect.poll(() => dung.messages.at(-1)?.event).toBe('reload');
    for (const stream of [dung, an, again]) stream.leave();
  });

  it('ends with the session or the right to see it; one session holds few streams; a stopping server ends them at once', async () => {
    const token = await signIn(server, world.people.hanh.account);
    const hanh = await listen({ token });
    const chi = await listen(world.people.chi);
    await Promise.all([hanh.came(1), chi.came(1)]);
    await server.owner.query(`UPDATE session SET ended_at = $2 WHERE account_id = $1`, [world.people.hanh.account, server.clock.now()]);
    await server.owner.query(`UPDATE membership SET to_date = '2023-01-10' WHERE account_id = $1`, [world.people.chi.account]);
    await expect.poll(() => [hanh.isOver(), chi.isOver()]).toEqual([true, true]);
    await server.owner.query(`UPDATE membership SET to_date = NULL WHERE account_id = $1`, [world.people.chi.account]);

    const second = await anotherProcess(server);
    const at = await second.app.listen({ host: '127.0.0.1', port: 0 });
    const many = await Promise.all(Array.from({ length: 8 }, () => listen(world.people.dung, { at })));
    await expect.poll(() => many.filter((one) => one.isOver()).length).toBe(2);
    await second.close();
    await Promise.all(many.map(({ over }) => over));
  });
});

describe('[F107] after every walk the board is what a recount from the entries gives', () => {
  it('by random people doing random acts, through what is kept between looks', { timeout: sized(60_000, 600_000) }, async () => {
    const db = queriesOver(server.owner as unknown as pg.PoolClient);
    const [place] = await findSheetPlaces(db, world.round, ONE);
    const edition = await readyEdition(db, place?.edition ?? '', place?.editionHash ?? '');
    const answers = allAnswers(world.scheme, 0);
    const recount = async (body: string) => {
      const [found] = await findSheetPlaces(db, world.round, body);
      const beside = (await readSheetContexts(db, world.round, body)).get(body);
      if (!found || !beside) throw new Error('no such sheet');
      const rebuilt = await rebuildSheet(db, world.round, body);
      const score = scoreStage(edition, found, rebuilt, 'claimed', beside);
      const later = (['appraised', 'second', 'council'] as const).flatMap((stage) => [...rebuilt.columns[stage].values()]);
      const appraised = new Set(later.flatMap(({ target }) => (target.kind === 'item' ? [target.id] : [])));
      const { findings } = reviewOf({ place: found, edition, sheet: rebuilt, beside }, server.context.checks, [], NO_ASSIGNMENTS);
      const mustMend = findings.filter(({ severity, code }) => severity === 'mustMend' && code !== 'unanswered' && code !== 'incomplete').length;
      // What items hold that are not scored, and what is to be explained or proven, is told at home alone.
      const {
        unanswered,
        held: _held,
        mustExplain: _mustExplain,
        undocumented: _undocumented,
        ...counts
      } = countSheet({
        prepared: edition.prepared,
        own: ownItemsOf(server.context.checks, edition),
        score,
        confirmed: scoreStageIfConfirmed(edition, found, rebuilt, 'claimed', beside),
        review: { mustMend, mustExplain: 0, undocumented: 0 },
        appraised,
      });
      return { seq: rebuilt.seq, state: rebuilt.state, ...counts };
    };
    const act = fc.record({
      kind: fc.constantFrom('answer', 'answer', 'answer', 'take', 'all', 'freeze', 'reopen', 'appraise', 'exclude'),
      which: fc.nat(answers.length - 1),
      second: fc.boolean(),
    });
    await server.owner.query(`UPDATE round_step SET opens = '2023-01-01' WHERE step = 'appraisal'`);
    // What is appraised is a sheet that its body has done with; its ledger knows nothing of that.
    const DONE = 'tinh-minh-hoa-03';
    await server.owner.query(`UPDATE participant SET state = 'frozen' WHERE body_id = $1`, [DONE]);
    const met = new Set<string>();
    const walk = fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 12 }), async (acts) => {
      for (const { kind, which, second } of acts) {
        const [own, clerk] = second ? (['tinh-minh-hoa-02', world.people.chi] as const) : ([ONE, world.people.an] as const);
        const body = kind === 'appraise' ? DONE : own;
        const { seq } = rowOf(await board(world.people.dung), body);
        const entry = answers[which] as ReturnType<typeof change>;
        const at = { id: randomUUID(), base: seq };
        const taken = Object.fromEntries(Object.keys(entry.changes).map((field) => [field, null]));
        const done = await {
          answer: () => ask(server, clerk, 'POST', `${sheet(body)}/entries`, { entries: [{ ...entry, ...at }] }),
          take: () => ask(server, clerk, 'POST', `${sheet(body)}/entries`, { entries: [{ ...entry, ...at, changes: taken }] }),
          all: async () => ({ status: (await answerAll(server, clerk, sheet(body), world.scheme)) ? 201 : 500 }),
          freeze: () => ask(server, world.people.binh, 'POST', `${sheet(ONE)}/freeze`, at),
          reopen: () => ask(server, world.people.dung, 'POST', `${sheet(body)}/reopening`, { ...at, reason: 'Minh họa' }),
          appraise: () =>
            ask(server, world.people.giang, 'POST', `${sheet(body)}/items/1.1/appraisal`, {
              ...at,
              changes: {},
              reason: { code: 'other', text: 'Đồng ý (minh họa)' },
            }),
          exclude: async () => {
            await server.owner.query('INSERT INTO exclusion (round_id, body_id, item, legal_basis) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
              world.round,
              body,
              '3.1',
              'Minh họa',
            ]);
            return { status: 201 };
          },
        }
          [kind as 'answer']()
          .catch(() => ({ status: 409 }));
        if (done.status === 201) met.add(kind);
        const { counts } = { counts: rowOf(await board(world.people.dung), body) };
        expect(counts).toMatchObject({ ...(await recount(body)), ...(body === DONE && { state: 'frozen' }) });
      }
    });
    await fc.assert(walk, { numRuns: sized(4, 30) });
    expect([...met]).toEqual(expect.arrayContaining(['answer', 'appraise']));
  });
});
