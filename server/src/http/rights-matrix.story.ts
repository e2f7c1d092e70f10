import { randomUUID } from 'node:crypto';
import { allContracts } from '@parindex/core/contracts/all-contracts';
import type { Access, Contract } from '@parindex/core/contracts/contract';
import { ROLES, type Role } from '@parindex/core/rights/index';
import { STEPS } from '@parindex/core/round/steps';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SOAK } from '../../../tests/soak.ts';
import { signIn, type TestServer } from '../testing/test-server.ts';
import { ask, type World } from '../testing/world.ts';
import { hashOfToken } from './admission.ts';
import { type Matrix, openAll, type Relation, startMatrix } from './testing/rights-callers.ts';
import { MADE, mayDo, wrongInTime, wrongWith } from './testing/rights-judging.ts';
import { type Places, ROWS, type Row } from './testing/rights-rows.ts';

let server: TestServer;
let world: World;
let places: Places;
let people: Matrix['people'];

beforeAll(async () => {
  ({ server, places, people } = await startMatrix());
  world = places.world;
});
afterAll(() => server.close());

/** Each step is an hour long and the next opens an hour after it has closed: at 0 none has opened, at 2 i + 1 the i-th is open, at 2 i + 2 it has just closed. */
const LAST_HOUR = 2 * STEPS.length;
/** Hours around the opening for which a right may wait, the first, the midst and the last: those of `npm test`; a soak asks at every hour. */
const OPENING = 2 * STEPS.indexOf('appraisal');
const EDGES = [0, OPENING, OPENING + 1, LAST_HOUR / 2, LAST_HOUR];
const setHour = (hour: number) =>
  server.owner.query(
    `INSERT INTO round_step (round_id, step, opens, closes)
    SELECT $1, step, $2::timestamptz + (2 * i - 1 - $3) * interval '1 hour', $2::timestamptz + (2 * i - $3) * interval '1 hour'
    FROM unnest($4::text[]) WITH ORDINALITY AS t (step, i)
    ON CONFLICT (round_id, step) DO UPDATE SET opens = excluded.opens, closes = excluded.closes`,
    [world.round, server.clock.now(), hour, STEPS],
  );

/** What a token was made for. */
const SCOPES = ['none', 'read', 'write'] as const;
type Scope = (typeof SCOPES)[number];

/** Who one is and what one may do is changed, and others' data are seen, by the person alone: by no token, whatever it is for. */
const BY_THE_PERSON_ALONE: readonly Access[] = [
  'evidence.access',
  'evidence.compare',
  'comment.write',
  'assignment.write',
  'part.decide',
  'part.explain',
  'question.ask',
  'respondents.read',
  'fieldwork.interview',
  ...(['secondFactor', 'self', 'person.read', 'person.write'] as const),
  ...(['mail.read', 'mail.decide'] as const),
  ...(['removal.ask', 'removal.decide', 'purge.ask', 'purge.decide', 'retention.write'] as const),
  ...(['sheet.freeze', 'sheet.send', 'sheet.takeBack', 'sheet.permit', 'sheet.reopen', 'sheet.appraise'] as const),
  ...(['council.vote', 'council.conclude'] as const),
  ...(['sheet.ask', 'sheet.explain', 'sheet.freezeExplanation', 'sheet.sendExplanation', 'sheet.dispute'] as const),
  ...(['round.decide', 'edition.adopt', 'audit.read', 'round.archive', 'round.publish'] as const),
];

/** The plan of a round and the bodies say who sees which sheets: read by a token, and never changed. */
const WRITTEN_BY_THE_PERSON_ALONE: readonly Access[] = [
  // What a workbook of verdicts would decide is shown to whoever brings it.
  'sheet.list',
  'round.write',
  'round.guidance',
  'round.decideSecond',
  'edition.decideSecond',
  'body.write',
  'council.write',
  'delivery.decide',
  'estimates.decide',
  'dayOff.write',
  'part.submit',
  'interest.declare',
  'interest.record',
  'appraisal.distribute',
  'improvement.write',
  'survey.lead',
  'survey.draw',
  'fieldwork.lead',
  'survey.review',
  'respondents.write',
  'respondents.replace',
  'respondents.confirm',
  'quality.draw',
  'quality.mark',
];

/** Whether a token of somebody who may is let in, by what the route declares. */
function tokenMay({ method, access }: Contract, row: Row, scope: Scope): boolean {
  if (access === 'public' || row.anyToken) return true;
  if (BY_THE_PERSON_ALONE.includes(access) || (method !== 'GET' && WRITTEN_BY_THE_PERSON_ALONE.includes(access))) return false;
  return scope === (method === 'GET' ? 'read' : 'write');
}

/** A token of somebody who may do what a route is for. */
async function tokenFor({ who }: Row, scope: Scope): Promise<string> {
  const role = typeof who === 'string' ? 'clerk' : (who.own[0] ?? 'clerk');
  const token = `pix_${randomUUID()}`;
  await server.owner.query(
    `INSERT INTO personal_token (account_id, name, token_hash, scopes, created_at, expires_at) VALUES ($1, 'minh họa', $2, $3, $4, '2100-01-01')`,
    [people.get(`${role} own`), hashOfToken(token), scope === 'none' ? [] : [scope], server.clock.now()],
  );
  return token;
}

describe('the rights matrix', () => {
  it('has a row for every route, and no row without one', () => {
    expect(Object.keys(ROWS).toSorted()).toEqual(allContracts.map(({ method, url }) => `${method} ${url}`).toSorted());
  });

  it('[F53] [F94] holds for every route × role × own, foreign, past and future membership, and for nobody', { timeout: 400_000 }, async () => {
    const wrong: string[] = [];
    const sessions = new Map<string, string>();
    for (const [name, account] of people) sessions.set(name, await signIn(server, account));
    let asked = 0;
    for (const [route, row] of Object.entries(ROWS)) {
      const [method = 'GET', url = ''] = route.split(' ');
      const asking = [undefined, ...people.keys()].map(async (name) => {
        const [role, relation] = (name?.split(' ') ?? [undefined, 'own']) as [Role | undefined, Relation];
        const token = name && sessions.get(name);
        const { status } = await ask(server, token ? { token } : undefined, method as 'GET', row.url?.(places) ?? url, row.body?.(places));
        asked += 1;
        const found = wrongWith(row, mayDo(row, role, relation), name !== undefined, status);
        if (found) wrong.push(`${route} ${name ?? 'nobody'}: ${status}, ${found}`);
      });
      await Promise.all(asking);
      if (row.endsSessions) for (const [name, account] of people) sessions.set(name, await signIn(server, account));
    }
    expect(wrong).toEqual([]);
    expect(asked).toBe(Object.keys(ROWS).length * (1 + ROLES.length * 2 + 2));
    expect(server.logged).toEqual([]);
  });

  it('[F53] holds before, during and after each step, for every route of a round × role at home', { timeout: 400_000 }, async () => {
    const tokens = new Map<Role, string>();
    for (const role of ROLES) tokens.set(role, await signIn(server, people.get(`${role} own`) as string));
    const wrong: string[] = [];
    for (const hour of SOAK ? Array.from({ length: LAST_HOUR + 1 }, (_, one) => one) : EDGES) {
      await setHour(hour);
      // Whose rights wait for no step is asked before all, in the midst and after all: core/src/rights/may.test.ts has the whole product.
      const roles = hour === 0 || hour === LAST_HOUR || SOAK ? ROLES : (['appraiser'] as const);
      for (const [route, row] of Object.entries(ROWS)) {
        const [method = 'GET', url = ''] = route.split(' ');
        if (!url.includes('{round}') || (MADE.test(url) && !EDGES.includes(hour))) continue;
        const asking = roles
          .filter((one) => mayDo(row, one, 'own'))
          .map(async (role) => {
            const { status, body } = await ask(server, { token: tokens.get(role) as string }, method as 'GET', row.url?.(places) ?? url, row.body?.(places));
            const found = wrongInTime(row, role, hour, status, body?.code);
            if (found) wrong.push(`${route} ${role}, hour ${hour}: ${status}, ${found}`);
          });
        await Promise.all(asking);
      }
    }
    await server.owner.query('DELETE FROM round_step WHERE round_id = $1', [world.round]);
    await openAll({ server, places });
    expect(wrong).toEqual([]);
    expect(server.logged).toEqual([]);
  });

  it('[F53] holds for every route × token: for nothing, for reading, for writing, each in the hands of somebody who may', async () => {
    const wrong: string[] = [];
    for (const route of allContracts) {
      const row = ROWS[`${route.method} ${route.url}`] as Row;
      const tokens: [Scope, string][] = [];
      for (const scope of SCOPES) tokens.push([scope, await tokenFor(row, scope)]);
      const asking = tokens.map(async ([scope, token]) => {
        const headers = { authorization: `Bearer ${token}` };
        const { status, body } = await ask(server, undefined, route.method, row.url?.(places) ?? route.url, row.body?.(places), headers);
        const found = tokenMay(route, row, scope)
          ? wrongWith(row, true, true, status)
          : body.code === 'outOfScope' || (row.absent && status === 404)
            ? undefined
            : 'should be out of scope';
        if (found) wrong.push(`${route.method} ${route.url} ${scope}: ${status} ${body.code ?? ''}, ${found}`);
      });
      await Promise.all(asking);
    }
    expect(wrong).toEqual([]);
    expect(server.logged).toEqual([]);
  });
});
