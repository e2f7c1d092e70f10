import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { computeIndex, hashOf, itemsOfDomains, type Raw } from '@parindex/core';
import * as exact from '@parindex/core/quantity/rational';
import { readXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '../../../db/transaction.ts';
import { textOf } from '../../../file-inspection/testing/text-of.ts';
import { allAnswers } from '../../../testing/answer-all.ts';
import { appraiseAllDomains, yesNoCodes } from '../../../testing/appraised-round.ts';
import { askToClose } from '../../../testing/close-round.ts';
import { sitInCouncil } from '../../../testing/sit-in-council.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, asking, makeWorld, type PersonName, type World } from '../../../testing/world.ts';
import { readZip } from '../../../zip/testing/read-zip.ts';

const ROOT = path.join(import.meta.dirname, '../../../../..');
const ROUND = '/api/rounds/minh-hoa-2022';
const [ONE, TWO, THREE] = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02', 'tinh-minh-hoa-03'] as const;

let server: TestServer;
let world: World;
/** Refused by the appraiser, given back by the council; and refused for good. */
let [contested, refused]: readonly string[] = [];
beforeAll(async () => {
  server = await startTestServer('2023-01-09T02:00:00Z');
  world = await makeWorld(server);
  await appraiseAllDomains(server, world);
  await server.owner.query(`UPDATE round_step SET step = 'explanation' WHERE round_id = $1 AND step = 'secondAppraisal'`, [world.round]);
  await server.owner.query(
    `INSERT INTO round_step (round_id, step, opens, closes) VALUES ($1, 'publication', '2023-04-10T00:00:00+07:00', '2023-04-20T00:00:00+07:00')`,
    [world.round],
  );
  [contested, refused] = yesNoCodes(world);
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const as = (person: PersonName, method: 'GET' | 'PATCH' | 'POST', url: string, body?: unknown) =>
  ask(server, world.people[person], method, `${ROUND}${url}`, body);
const OFFICIAL = { value: '987', source: 'Niên giám thống kê (minh họa)', date: '2023-02-01' };
const refusal = (base: number, text: string) => ({ id: randomUUID(), base, changes: { 'answer.yes': false }, reason: { code: 'other', text } });

describe('[F71] the final result of a round', () => {
  it('is not closed while the council still has to conclude: what is missing is named', async () => {
    for (const [person, body] of [
      ['an', ONE],
      ['chi', TWO],
    ] as const)
      expect((await as(person, 'POST', `/sheets/${body}/entries`, { entries: allAnswers(world.scheme, 0) })).status).toBe(201);
    expect((await as('dung', 'GET', '/final-ranking')).body.code).toBe('notNow');
    server.clock.set('2023-02-10T00:00:00Z');
    const before = { [contested as string]: '0', [refused as string]: '0.5' };
    await server.owner.query(
      `INSERT INTO baseline (round_id, body_id, year, figures, items, source, stage) VALUES ($1, $2, 2021, '{}', $3, 'round:minh-hoa-2021', 'council')`,
      [world.round, ONE, JSON.stringify(before)],
    );
    const seq = async () => (await as('giang', 'GET', `/sheets/${ONE}`)).body.seq as number;
    for (const item of [contested, refused])
      expect((await as('giang', 'POST', `/sheets/${ONE}/items/${item}/appraisal`, refusal(await seq(), 'Không thấy văn bản (minh họa)'))).status).toBe(201);
    // Official statistics know one figure otherwise; nobody took it.
    const figure = itemsOfDomains(world.scheme.domains).flatMap(({ code, rule }) =>
      rule.kind === 'bands' && 'of' in rule && 'ratio' in rule.of ? [{ item: code, id: rule.of.ratio[0] }] : [],
    )[0];
    const official = { id: randomUUID(), figure: figure?.id, changes: OFFICIAL };
    expect((await as('giang', 'POST', `/sheets/${ONE}/appraisal/${figure?.item}/official-figures`, { base: await seq(), figures: [official] })).status).toBe(
      201,
    );
    server.clock.set('2023-03-12T00:00:00Z');
    const dispute = { id: randomUUID(), base: await seq(), text: 'Đề nghị xem xét lại (minh họa)' };
    expect((await as('binh', 'POST', `/sheets/${ONE}/explanation/${contested}/dispute`, dispute)).status).toBe(201);
    server.clock.set('2023-03-21T00:00:00Z');
    const { open } = (await as('dung', 'GET', '/closing')).body;
    expect(open.find(({ code }: { code: string }) => code === 'disputesOpen')).toMatchObject({
      about: [ONE],
      text: expect.stringContaining(contested as string),
    });
    const told = open.map(({ code }: { code: string }) => code);
    const asked = { id: randomUUID(), kind: 'close', reason: 'Kết thúc kỳ (minh họa)', told };
    expect((await as('dung', 'POST', '/requests', asked)).body).toMatchObject({ code: 'notNow', waits: ['disputesOpen'] });
    const { dung, hanh } = world.people;
    const agenda = [{ body: ONE, code: contested as string, proposal: 'asClaimed' as const, reason: 'Đã có văn bản (minh họa)' }];
    await sitInCouncil(asking(server), world.round, { owner: dung, members: [hanh], startsAt: '2023-03-21T00:00:00Z', agenda });
  });

  it('is frozen when two persons close it, and computed again to the letter by anybody, in both implementations', async (ctx) => {
    expect((await (await askToClose(server, world.people.dung, world.round))()).status).toBe(200);
    const final = (await as('dung', 'GET', '/final-ranking')).body;
    expect(final).toMatchObject({ view: 'whole', missing: false, bodies: 3, made: { by: { name: 'Mai Thị Oanh' } } });
    const snapshot = (await as('dung', 'GET', '/final-snapshot')).body;
    const { result } = computeIndex(snapshot as Raw);
    expect([result?.snapshot, hashOf(result)]).toEqual([final.made.snapshotHash, final.made.resultHash]);
    for (const row of final.rows) {
      const of = result?.bodies.find(({ id }) => id === row.body.id);
      expect([row.points, row.maximum, row.index, row.rank]).toEqual([of?.points, of?.maximum, of?.index, of?.rank]);
    }
    // The same by hand: what each stage moved adds up to the way from the claim to the end.
    const [one] = final.rows.filter(({ body }: { body: { id: string } }) => body.id === ONE);
    expect(one.steps.map(({ stage }: { stage: string }) => stage)).toEqual(['claimed', 'appraised', 'council']);
    const moved = exact.sum(one.steps.flatMap(({ change }: { change: { exact: string } | null }) => (change ? [exact.fromFraction(change.exact)] : [])));
    const [first, last] = [one.steps[0].index.exact, one.steps.at(-1).index.exact].map(exact.fromFraction) as [exact.Rational, exact.Rational];
    expect(exact.toFraction(moved)).toBe(exact.toFraction(exact.subtract(last, first)));
    expect(last).toEqual(exact.fromFraction(one.index.exact));
    expect(one.steps[1].change.exact).toMatch(/^-/);
    const { moves } = (await as('dung', 'GET', `/final-ranking/${ONE}`)).body;
    expect(moves).toMatchObject([
      { stage: 'appraised', items: [{ code: contested, after: { points: '0/1' } }, { code: refused }] },
      { stage: 'council', items: [{ code: contested, before: { points: '0/1' }, reason: 'Đã có văn bản (minh họa)' }] },
    ]);

    const folder = await mkdtemp(path.join(tmpdir(), 'parindex-final-'));
    try {
      const file = path.join(folder, 'final.snapshot.json');
      await writeFile(file, JSON.stringify(snapshot));
      const { stdout } = await promisify(execFile)('python3', [path.join(ROOT, 'verify/recompute.py'), file], { maxBuffer: 64e6 });
      expect(hashOf(JSON.parse(stdout))).toBe(final.made.resultHash);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') ctx.skip('no Python here');
      throw error;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('is told to each body by a letter: every item by stage, what it explained, why; as DOCX, PDF and a workbook, and to all at once', async () => {
    const bytesOf = async (person: PersonName, url: string) => {
      const answer = await server.app.inject({ method: 'GET', url: ROUND + url, headers: { cookie: `parindex_session=${world.people[person].token}` } });
      return { status: answer.statusCode, bytes: answer.rawPayload };
    };
    const one = (await as('dung', 'GET', `/final-ranking/${ONE}`)).body;
    const index = one.row.index.rounded.replace('.', ',');
    for (const format of ['docx', 'pdf'] as const) {
      const form = new URLSearchParams({ format, signedAs: 'deputy', position: 'Thứ trưởng', signer: 'Nguyễn Minh Họa', place: 'Minh họa', unit: 'CCHC' });
      const text = await textOf((await bytesOf('dung', `/closing-letters/${ONE}?${form}`)).bytes, `ket-qua.${format}`);
      for (const part of [
        'V/v thông báo kết quả Chỉ số cải cách hành chính năm 2022',
        'Kính gửi: Ủy ban nhân dân tỉnh Minh họa 01',
        `tương ứng ${index}%`,
        'Có 1 tiêu chí, tiêu chí thành phần có kết quả cuối cùng khác kết quả tự chấm điểm',
        'Không thấy văn bản (minh họa)',
        'Đã có văn bản (minh họa)',
        'Số liệu chính thức khác số liệu tự chấm',
        'Lưu: VT, CCHC',
        'Nguyễn Minh Họa',
      ])
        expect([format, text]).toEqual([format, expect.stringContaining(part)]);
    }
    const book = await readXlsx((await bytesOf('dung', `/closing-letters/${ONE}?format=xlsx`)).bytes);
    const [items, domains, figures] = book.sheets;
    expect(figures?.rows.at(-1)?.slice(3)).toEqual([Number(OFFICIAL.value), `${OFFICIAL.source}, 01/02/2023`]);
    const row = items?.rows.find(([code]) => code === contested);
    // Claimed, refused by the appraiser, given back by the council.
    expect(row?.slice(3, 7)).toEqual([row?.[2], 0, row?.[2], row?.[2]]);
    // The council had no word on this one, and nobody on the others.
    expect(items?.rows.find(([code]) => code === refused)?.slice(4, 7)).toEqual([0, '–', 0]);
    const untouched = items?.rows.filter(([code]) => /^\d/.test(String(code)) && code !== contested && code !== refused).map((cells) => cells.slice(4, 6));
    expect(new Set(untouched?.map((cells) => cells.join(' ')))).toEqual(new Set(['– –']));
    expect(domains?.rows.at(-1)?.at(-1)).toBe(Number(one.row.index.rounded));
    const all = await readZip((await bytesOf('dung', '/closing-letters?format=docx')).bytes);
    expect([...all.keys()].toSorted()).toEqual([1, 2, 3].map((number) => `Kết quả cuối cùng, Tỉnh Minh họa 0${number}.docx`));
    for (const person of ['an', 'giang', 'khanh'] as const) expect((await bytesOf(person, `/closing-letters/${ONE}`)).status).toBe(403);
  });

  it('[F79] tells a body where points were lost, why, and what the next ones would have wanted; of all bodies only whoever sees the round whole', async () => {
    const { row, losses } = (await as('an', 'GET', `/final-ranking/${ONE}`)).body;
    const lostOf = (some: { lost: string }[]) => some.map(({ lost }) => exact.fromFraction(lost));
    const lost = exact.subtract(exact.fromFraction(row.maximum), exact.fromFraction(row.points));
    expect(exact.toFraction(exact.sum(lostOf(losses)))).toBe(exact.toFraction(lost));
    expect(lostOf(losses)).toEqual(lostOf(losses).toSorted((a, b) => exact.compare(b, a)));
    const [of] = losses.filter(({ code }: { code: string }) => code === refused);
    expect(of).toMatchObject({
      ...{
        claimed: { state: 'scored', points: of.lost },
        final: { state: 'scored', points: '0/1' },
        reason: expect.stringContaining('Không thấy văn bản (minh họa)'),
      },
      needs: [expect.stringMatching(/./)],
    });
    expect(losses.map(({ code }: { code: string }) => code)).not.toContain(contested);

    expect((await as('an', 'GET', '/final-losses')).status).toBe(403);
    const all = (await as('dung', 'GET', '/final-losses')).body;
    const ofOne = all.rows.find(({ body }: { body: { id: string } }) => body.id === ONE).items as ({ points: string; maximum: string } | null)[];
    const sum = ofOne.flatMap((part) => (part ? [exact.subtract(exact.fromFraction(part.maximum), exact.fromFraction(part.points))] : []));
    expect(exact.toFraction(exact.sum(sum))).toBe(exact.toFraction(lost));
  });

  it('comes with the draft of a plan to mend what cost points, for the body itself', async () => {
    const planOf = async (person: PersonName, format: 'docx' | 'pdf') =>
      server.app.inject({
        method: 'GET',
        url: `${ROUND}/improvement-plan/${ONE}?format=${format}`,
        headers: { cookie: `parindex_session=${world.people[person].token}` },
      });
    const { losses } = (await as('an', 'GET', `/final-ranking/${ONE}`)).body;
    for (const format of ['docx', 'pdf'] as const) {
      const text = await textOf((await planOf('an', format)).rawPayload, `ke-hoach.${format}`);
      for (const part of [
        'Khắc phục các tiêu chí bị trừ điểm của Chỉ số cải cách hành chính năm 2022',
        `Khắc phục ${losses.length} tiêu chí`,
        `${refused}. `,
        'KẾ HOẠCH',
      ])
        expect([format, text]).toEqual([format, expect.stringContaining(part)]);
    }
    expect((await planOf('chi', 'docx')).statusCode).toBe(403);
  });

  it('[F75] stands beside the year before, item by item, each with whether it can be compared and why', async () => {
    const itemsOf = async () => {
      const { years } = (await as('an', 'GET', `/final-ranking/${ONE}`)).body;
      return { years, item: years.items.find(({ code }: { code: string }) => code === contested) };
    };
    const unknown = await itemsOf();
    expect(unknown.item).toMatchObject({ flag: 'partly', before: { points: '0/1' }, why: 'Chưa rõ điểm năm trước được chấm theo bộ tiêu chí nào.' });
    expect(unknown.years).toMatchObject({ year: 2021, like: null });
    // The round of the year before, by the same edition, with its own result.
    await server.owner.query(`INSERT INTO round SELECT (jsonb_populate_record(r, '{"id": "minh-hoa-2021", "year": 2021}')).* FROM round r WHERE id = $1`, [
      world.round,
    ]);
    await server.owner.query(
      `INSERT INTO participant SELECT (jsonb_populate_record(p, '{"round_id": "minh-hoa-2021"}')).* FROM participant p WHERE round_id = $1`,
      [world.round],
    );
    for (const table of ['round_result', 'body_result'])
      await server.owner.query(
        `INSERT INTO ${table} SELECT (jsonb_populate_record(k, '{"round_id": "minh-hoa-2021"}')).* FROM ${table} k WHERE round_id = $1`,
        [world.round],
      );
    await server.owner.query(`UPDATE round SET copied_from = 'minh-hoa-2021' WHERE id = $1`, [world.round]);
    const known = await itemsOf();
    expect(known.item).toMatchObject({ flag: 'comparable', why: '', change: { rounded: '100.00' } });
    expect(known.years.like).toMatchObject({ items: 2 });
    const { before, rows } = (await as('dung', 'GET', '/final-ranking')).body;
    expect(before).toEqual({ year: 2021 });
    for (const { index, rank, lastYear } of rows) expect(lastYear).toEqual({ index, rank });
  });

  it('comes as a workbook, as far as its reader is told', async () => {
    const sheetsOf = async (person: PersonName) => {
      const answer = await server.app.inject({
        method: 'GET',
        url: `${ROUND}/final-workbook`,
        headers: { cookie: `parindex_session=${world.people[person].token}` },
      });
      return (await readXlsx(answer.rawPayload)).sheets;
    };
    const bodies = (sheet: { rows: readonly (readonly unknown[])[] } | undefined) =>
      new Set(sheet?.rows.flatMap((cells) => cells.filter((cell) => /^Tỉnh Minh họa/.test(String(cell)))));
    const whole = await sheetsOf('dung');
    expect(whole.map(({ name }) => name)).toEqual(['Xếp hạng', 'Theo lĩnh vực', 'Điểm bị trừ']);
    for (const sheet of whole) expect(bodies(sheet).size).toBe(3);
    const heads = whole[0]?.rows.find((cells) => cells.includes('Chỉ số (%)'));
    expect(heads).toEqual(expect.arrayContaining([expect.stringContaining('gồm điểm điều tra xã hội học'), 'Thay đổi sau bước thẩm định (điểm phần trăm)']));
    // What was lost in all, and at each item by its title.
    const [titles, ...lost] = whole[2]?.rows.slice(whole[2].rows.findIndex((cells) => cells.includes('Tổng điểm bị trừ'))) ?? [];
    expect(titles?.slice(2).every((title) => /^[\d.]+ \S/.test(String(title).replace('. ', ' ')))).toBe(true);
    for (const [, all, ...each] of lost.filter(([name]) => name !== null))
      expect(Number(all)).toBeCloseTo(
        each.reduce((sum: number, one) => sum + Number(one ?? 0), 0),
        1,
      );
    const own = await sheetsOf('an');
    expect(own.map((sheet) => [...bodies(sheet)])).toEqual([['Tỉnh Minh họa 01'], ['Tỉnh Minh họa 01']]);
  });

  it('moves no more; a body is told its own at once, places and others when it is published and its owner shows them', async () => {
    const after = refusal(99, 'Muộn (minh họa)');
    expect((await as('giang', 'POST', `/sheets/${ONE}/items/${contested}/appraisal`, after)).body.code).toBe('stepClosed');
    for (const table of ['round_result', 'body_result'])
      for (const change of [`DELETE FROM ${table}`, `UPDATE ${table} SET closed_at = now()`]) await expect(server.owner.query(change)).rejects.toThrow();
    await expect(
      inTransactionAs(server.context, world.people.dung.account, server.clock.now(), (db) =>
        sql`INSERT INTO body_result (round_id, closed_at, body_id, result) SELECT round_id, closed_at, ${THREE}, '{}' FROM round_result`.execute(db),
      ),
    ).rejects.toThrow();

    const told = async (person: PersonName) => (await as(person, 'GET', '/final-ranking')).body;
    const own = { body: { id: ONE }, own: true, rank: null, steps: [{ stage: 'claimed' }, { stage: 'appraised' }, { stage: 'council' }] };
    expect(await told('an')).toMatchObject({ view: 'own', made: null, rows: [own] });
    expect((await as('an', 'GET', `/final-ranking/${ONE}`)).body).toMatchObject({ placed: null, row: { rank: null } });
    expect((await as('an', 'GET', `/final-ranking/${TWO}`)).status).toBe(403);
    expect((await as('an', 'GET', '/final-snapshot')).status).toBe(403);
    const seen = async () =>
      inTransactionAs(
        server.context,
        world.people.an.account,
        server.clock.now(),
        async (db) => (await db.selectFrom('body_result').select('body_id').where('round_id', '=', world.round).execute()).length,
      );
    await server.owner.query(`UPDATE round SET ranking_shown = 'participants' WHERE id = $1`, [world.round]);
    server.clock.set('2023-04-09T16:59:00Z');
    expect([(await told('an')).view, await seen()]).toEqual(['own', 1]);
    server.clock.set('2023-04-09T17:00:00Z');
    expect(await seen()).toBe(3);
    const published = await told('an');
    expect(published).toMatchObject({ view: 'whole', made: null });
    expect(published.rows.map(({ body, steps }: { body: { id: string }; steps: unknown[] }) => [body.id, steps.length])).toEqual(
      expect.arrayContaining([
        [ONE, 3],
        [TWO, 0],
        [THREE, 0],
      ]),
    );
  });
});
