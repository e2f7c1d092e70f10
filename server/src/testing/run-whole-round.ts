import { randomUUID } from 'node:crypto';
import { computeIndex, figuresOf, illustrativeRound, itemsOfDomains, prepareScheme, type Raw, type Scheme } from '@parindex/core';
import { fieldsOfEntry } from '@parindex/core/ledger/index';
import type { SheetEntry } from '@parindex/core/snapshot/types';
import type pg from 'pg';
import { expect } from 'vitest';
import { cellsOf, rebuildSheet } from '../capabilities/sheets/rebuild.ts';
import { queriesOver } from '../db/connect.ts';
import { addPerson } from './add-person.ts';
import { askToClose } from './close-round.ts';
import { openPlanned } from './plan-round.ts';
import { sendAsRead } from './send-as-read.ts';
import { sitInCouncil, type ToConclude } from './sit-in-council.ts';
import type { TestServer } from './test-server.ts';
import { ask, asking, change, type Person, type World } from './world.ts';

/** A round of invented bodies that take part under one edition, owned by a body of the world. */
export interface WholeRound {
  readonly id: string;
  readonly scheme: Scheme;
  readonly ownerBody: string;
  readonly owner: Person;
  readonly kind: 'province' | 'department' | 'commune';
  readonly bodies: readonly string[];
}

/** When its steps run, and moments within and between them. */
const STEPS = [
  ['selfAssessment', '2027-01-04', '2027-02-01'],
  ['appraisal', '2027-02-01', '2027-03-01'],
  ['explanation', '2027-03-08', '2027-03-15'],
  ['secondAppraisal', '2027-03-15', '2027-03-22'],
  ['council', '2027-04-01', '2027-04-15'],
  ['publication', '2027-05-01', '2027-05-31'],
].map(([step, opens, closes]) => ({ step: `${step}`, opens: `${opens}T00:00:00+07:00`, closes: `${closes}T00:00:00+07:00` }));
const on = (day: string) => `2027-${day}T02:00:00Z`;

/** Of so many bodies one contests before the council what it was refused twice; and so many are held by one person, so that a few sessions do the work of many. */
const [CONTESTING_EVERY, HELD_BY_ONE] = [6, 31];
const SEED = 1705;

interface MadeUp {
  readonly figures: Readonly<Record<string, Readonly<Record<string, { readonly value: string | boolean }>>>>;
  readonly sheets: Readonly<Record<string, Readonly<Record<string, SheetEntry>>>>;
  readonly estimates: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, { readonly mean: string; readonly answers: string }>>>>>>;
}

/**
 * Lives a round through from its opening to its decision by the API alone: each body scores itself, freezes and sends; is appraised, noticed,
 * explains, is appraised again; some contest, the council votes and concludes; two owners close. Answers the final ranking and its snapshot.
 */
export async function runWholeRound(server: TestServer, { people }: World, whole: WholeRound) {
  const { id, scheme, ownerBody, owner, kind, bodies } = whole;
  const { giang, lan } = people;
  const base = `/api/rounds/${id}`;
  const sheetOf = (body: string) => `${base}/sheets/${body}`;
  const done = asking(server);
  const lines = bodies.map(
    (body, index) => `${body},${kind},Cơ quan Minh họa ${index + 1},${kind},${kind === 'province' ? '' : 'tinh-minh-hoa-01'},2025-07-01`,
  );
  await done(lan, 'POST', '/api/bodies/import', { csv: ['id,kind,name,type,parent,opened', ...lines].join('\n') });
  server.clock.set(on('01-05'));
  const domains = scheme.domains.map(({ code }) => code);
  await openPlanned(server, owner, { id, edition: scheme.id, year: 2026, participants: bodies, domains, ownerBody, steps: STEPS });

  // Those who work for the bodies, and the council.
  const persons: Person[] = [];
  for (let from = 0; from < bodies.length; from += HELD_BY_ONE) {
    const held = bodies.slice(from, from + HELD_BY_ONE);
    const person = await addPerson(server, `${id}-${from}`, 'Người Minh họa', 'clerk', held[0] as string);
    await server.owner.query(
      `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) SELECT $1, b, r, '2025-07-01', now() FROM unnest($2::text[]) b, unnest(ARRAY['clerk', 'head']) r
        WHERE NOT (b = $2[1] AND r = 'clerk')`,
      [person.account, held],
    );
    persons.push(person);
  }
  const personOf = (body: string) => persons[Math.floor(bodies.indexOf(body) / HELD_BY_ONE)] as Person;
  const members: Person[] = [];
  for (const name of ['một', 'hai', 'ba']) members.push(await addPerson(server, `${id}-hoi-dong-${name}`, `Thành viên ${name}`, 'council', ownerBody));

  const madeUp = illustrativeRound(scheme, {
    bodies: bodies.length,
    year: 2026,
    seed: SEED,
    name: 'Minh họa',
    type: kind,
    complete: true,
  }) as unknown as MadeUp;
  const dataOf = (body: string) => Object.keys(madeUp.sheets)[bodies.indexOf(body)] as string;
  await bringEstimates(server, whole, madeUp, dataOf);

  const prepared = prepareScheme(scheme);
  /** To which a body says yes and nothing else: what the appraisal looks at. */
  const contested = (body: string) =>
    itemsOfDomains(scheme.domains).flatMap(({ code, rule, conditions, source }) =>
      rule.kind === 'yesNo' && source === 'appraised' && conditions.length === 0 && madeUp.sheets[dataOf(body)]?.[code]?.answer?.yes === true ? [code] : [],
    );
  const seqs = new Map<string, number>();
  const keepSeq = (body: string, answer: { readonly seq: number }) => seqs.set(body, answer.seq);
  const seqOf = (body: string) => seqs.get(body) ?? 0;

  for (const body of bodies) {
    const [figures, sheet] = [madeUp.figures[dataOf(body)] ?? {}, madeUp.sheets[dataOf(body)] ?? {}];
    const asked = new Set(itemsOfDomains(scheme.domains).flatMap(({ code }) => [...figuresOf(prepared, code)]));
    const entries = [
      ...Object.entries(figures).flatMap(([figure, { value }]) => (asked.has(figure) ? [change({ figure }, 0, { value, source: 'Báo cáo minh họa' })] : [])),
      ...Object.entries(sheet).map(([item, answer]) => change({ item }, 0, fieldsOfEntry(answer))),
    ];
    keepSeq(body, await done(personOf(body), 'POST', `${sheetOf(body)}/entries`, { entries }));
  }
  for (const body of bodies) {
    keepSeq(body, await done(personOf(body), 'POST', `${sheetOf(body)}/freeze`, { id: randomUUID(), base: seqOf(body) }));
    await done(owner, 'POST', `${sheetOf(body)}/sending/permission`, { id: randomUUID(), reason: 'Chưa có chứng thư số (minh họa)' });
    await sendAsRead(server, id, body, { account: personOf(body).account, base: seqOf(body), hashes: [] });
    seqs.set(body, seqOf(body) + 1);
  }

  server.clock.set(on('02-10'));
  const verdict = (body: string, item: string, yes: boolean) =>
    done(giang, 'POST', `${sheetOf(body)}/items/${item}/appraisal`, {
      ...{ id: randomUUID(), base: seqOf(body), changes: { 'answer.yes': yes } },
      reason: { code: 'other', text: yes ? 'Giải trình đã làm rõ (minh họa)' : 'Tài liệu chưa thể hiện kết quả (minh họa)' },
    }).then((answer) => keepSeq(body, answer));
  for (const [index, body] of bodies.entries()) for (const item of contested(body).slice(0, 1 + (index % 3))) await verdict(body, item, false);
  server.clock.set(on('03-02'));
  const notice = (stage: string, date: string) =>
    done(owner, 'POST', `${base}/appraisal-notices`, {
      ...{ id: randomUUID(), stage, bodies, document: { number: `21/${stage}`, date }, told: ['itemsNotAppraised'] },
    });
  await notice('appraised', '2027-03-01');

  server.clock.set(on('03-09'));
  for (const body of bodies) {
    const [item] = contested(body);
    if (!item) continue;
    const reply = { id: randomUUID(), base: seqOf(body), kind: 'explains', text: 'Kết quả thể hiện tại báo cáo đã nêu (minh họa)' };
    keepSeq(body, await done(personOf(body), 'POST', `${sheetOf(body)}/explanation/${item}`, reply));
    keepSeq(body, await done(personOf(body), 'POST', `${sheetOf(body)}/explanation-freezing`, { id: randomUUID(), base: seqOf(body) }));
  }
  server.clock.set(on('03-16'));
  // Every other one is believed; of the rest, who was refused still contests, a few before the council.
  for (const [index, body] of bodies.entries()) {
    const [item] = contested(body);
    if (item && index % 2 === 1) await verdict(body, item, true);
  }
  server.clock.set(on('03-24'));
  await notice('second', '2027-03-23');
  const agenda: ToConclude[] = [];
  for (const [index, body] of bodies.entries()) {
    const [code] = contested(body);
    if (!code || index % CONTESTING_EVERY !== 0) continue;
    const dispute = { id: randomUUID(), base: seqOf(body), text: 'Đề nghị xem xét lại (minh họa)' };
    keepSeq(body, await done(personOf(body), 'POST', `${sheetOf(body)}/explanation/${code}/dispute`, dispute));
    agenda.push({ body, code, proposal: agenda.length % 2 === 0 ? 'asClaimed' : 'asAppraised' });
  }

  server.clock.set(on('04-02'));
  await sitInCouncil(done, id, { owner, members: members as [Person, ...Person[]], startsAt: on('04-02'), agenda });

  server.clock.set(on('04-20'));
  const closed = await (await askToClose(server, owner, id, ownerBody))();
  expect(closed.status, JSON.stringify(closed.body)).toBe(200);
  const ranking = await done(owner, 'GET', `${base}/final-ranking`);
  const snapshot: Raw = await done(owner, 'GET', `${base}/final-snapshot`);
  return { ranking, snapshot, council: agenda.length };
}

/** What surveys gave is brought as one file, and agreed to. */
async function bringEstimates(server: TestServer, { id, owner, bodies }: WholeRound, madeUp: MadeUp, dataOf: (body: string) => string): Promise<void> {
  const rows = bodies.flatMap((body) =>
    Object.entries(madeUp.estimates[dataOf(body)] ?? {}).flatMap(([question, groups]) =>
      Object.entries(groups).map(([group, { mean, answers }]) => [body, question, group === 'all' ? '' : group, mean.replace('.', ','), answers].join(';')),
    ),
  );
  if (rows.length === 0) return;
  const deliveries = `/api/rounds/${id}/deliveries`;
  const query = new URLSearchParams({ source: 'Cục Thống kê Minh họa', date: '2027-01-05' });
  const { statusCode, payload } = await server.app.inject({
    ...{ method: 'POST', url: `${deliveries}/files?${query}` },
    headers: { cookie: `parindex_session=${owner.token}`, 'content-type': 'text/csv' },
    payload: ['body;figure;group;value;answers', ...rows].join('\n'),
  });
  expect(statusCode, payload.slice(0, 800)).toBe(201);
  const delivery = JSON.parse(payload).id;
  const { preview } = (await ask(server, owner, 'GET', `${deliveries}/${delivery}`)).body;
  expect(preview.refused).toEqual([]);
  const agreed = await ask(server, owner, 'POST', `${deliveries}/${delivery}/agreement`, { id: randomUUID(), digest: preview.digest });
  expect(agreed.status, JSON.stringify(agreed.body).slice(0, 800)).toBeLessThan(300);
}

/** The final ranking is what the core computes of the frozen snapshot, to the digit. */
export function expectAsComputed(ranking: ReturnType<typeof JSON.parse>, snapshot: Raw): void {
  const { result, faults } = computeIndex(snapshot);
  expect(faults?.list).toBeUndefined();
  expect(result?.snapshot).toBe(ranking.made.snapshotHash);
  expect(ranking.rows).toHaveLength(result?.bodies.length ?? 0);
  const told = new Map(ranking.rows.map((row: { readonly body: { readonly id: string } }) => [row.body.id, row]));
  for (const { id, points, maximum, index, rank } of result?.bodies ?? []) expect(told.get(id), id).toMatchObject({ points, maximum, index, rank });
}

/** Each sheet folded anew from its entries is the sheet that is kept. */
export async function expectRebuilt({ owner }: TestServer, round: string, bodies: readonly string[]): Promise<void> {
  const db = queriesOver(owner as unknown as pg.PoolClient);
  for (const body of bodies) {
    const { rows } = await owner.query('SELECT stage, target_kind, target, fields, seqs FROM cell WHERE round_id = $1 AND body_id = $2', [round, body]);
    const rebuilt = cellsOf(await rebuildSheet(db, round, body));
    expect(rows, body).toEqual(expect.arrayContaining(rebuilt));
    expect(rows, body).toHaveLength(rebuilt.length);
  }
}
