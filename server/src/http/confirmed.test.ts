import { randomUUID } from 'node:crypto';
import { allContracts } from '@parindex/core/contracts/all-contracts';
import { CONFIRMED_WITHIN, type Contract } from '@parindex/core/contracts/contract';
import { countsByMoment, type Permission, tokenMayWrite } from '@parindex/core/rights/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../capabilities/accounts/sign-on/password-hash.ts';
import { storeSecret } from '../capabilities/accounts/sign-on/stored-secret.ts';
import { codeOf } from '../testing/sign-on.ts';
import { signIn } from '../testing/test-server.ts';
import { ask } from '../testing/world.ts';
import { type Matrix, startMatrix } from './testing/rights-callers.ts';
import { ROWS, type Row } from './testing/rights-rows.ts';

let matrix: Matrix;
beforeAll(async () => {
  matrix = await startMatrix();
});
afterAll(() => matrix.server.close());

const MINUTE = 60_000;

/** Rights that bind others, give rights, or say who sees what, besides those that count by their moment: whatever is done by them is confirmed. */
const BINDING: readonly Permission[] = [
  ...(['round.write', 'body.write', 'dayOff.write', 'assignment.write', 'delivery.decide', 'removal.ask', 'purge.ask'] as const),
  ...(['person.write', 'mail.decide', 'evidence.access'] as const),
];

/** What is done by such a right and asked by nobody, each with the reason. */
const UNASKED: Readonly<Record<string, string>> = {
  'DELETE /api/people/{id}/sessions': 'ends what somebody may be misusing just now, and gives nothing',
  'POST /api/rounds/{round}/sheets/{body}/explanation/{item}/proposal': 'writes a draft, which counts once a leader has approved it',
  'POST /api/rounds/{round}/survey/sample-design': 'binds nobody until the draw is declared, which is asked for',
  'POST /api/rounds/{round}/survey/sample-frame': 'binds nobody until the draw is declared, which is asked for',
  'POST /api/rounds/{round}/survey/reviews/{form}': 'is one of many, each with its reason, and is decided anew until the survey ends',
};

const binds = (access: Contract['access']) => BINDING.includes(access as Permission) || countsByMoment(access as Permission);

/** A session of somebody, as a sign-in some minutes ago left it. */
async function sessionSince(name: string, minutes: number): Promise<{ token: string }> {
  const { server, people } = matrix;
  const token = await signIn(server, people.get(name) as string);
  await server.owner.query('UPDATE session SET confirmed_at = $1 WHERE confirmed_at = $2', [
    new Date(server.clock.now().getTime() - minutes * MINUTE),
    '2100-01-01',
  ]);
  return { token };
}

const PASSWORD = 'ốc sên đi xe đạp';

describe('[F93] before a binding act the person proves again who they are', () => {
  it('on every route that says so, whoever may is asked, and on no other; whoever may not is refused as ever', async () => {
    const { server, places } = matrix;
    const wrong: string[] = [];
    for (const contract of allContracts) {
      const { method, url } = contract;
      const row = ROWS[`${method} ${url}`] as Row;
      // Of what nobody has, whoever may finds nothing first.
      if (method === 'GET' || row.endsSessions || row.absent) continue;
      const role = typeof row.who === 'string' ? 'clerk' : (row.who.own[0] ?? 'clerk');
      const outside = CONFIRMED_WITHIN[contract.confirmed ?? 'now'];
      const answers = async (name: string, minutes: number) =>
        (await ask(server, await sessionSince(name, minutes), method, row.url?.(places) ?? url, row.body?.(places))).body?.code;
      if (((await answers(`${role} own`, outside)) === 'confirmationNeeded') !== (contract.confirmed !== undefined)) wrong.push(`${method} ${url}`);
      if (contract.confirmed === undefined) continue;
      if ((await answers(`${role} own`, outside - 1)) === 'confirmationNeeded') wrong.push(`${method} ${url}: fresh`);
      if (typeof row.who !== 'string' && (await answers('all past', outside)) === 'confirmationNeeded') wrong.push(`${method} ${url}: no right`);
    }
    expect(wrong).toEqual([]);
    expect(server.logged).toEqual([]);
  });

  it('whatever is done by a right that binds says so, and no token does it', () => {
    const said = allContracts.filter(({ confirmed }) => confirmed !== undefined);
    const unasked = allContracts.filter(({ method, access, confirmed }) => method !== 'GET' && binds(access) && !confirmed);
    expect(unasked.map(({ method, url }) => `${method} ${url}`)).toEqual(Object.keys(UNASKED));
    expect(said.filter(({ access }) => access !== 'secondFactor' && access !== 'public' && tokenMayWrite(access))).toEqual([]);
    expect(said.length).toBeGreaterThan(40);
  });

  it('the second person of a removal and of a purge is asked before the decision', async () => {
    const { server, people, places } = matrix;
    const clerk = people.get('clerk own');
    const waiting = async (kind: 'removal' | 'purge') => {
      const id = randomUUID();
      await server.owner.query(
        `INSERT INTO erasure (id, kind, round_id, body_id, documents, reason, asked_by, asked_office, asked_at)
          SELECT $1, $2, $3, $4, ARRAY[$5::uuid], 'Minh họa', $6, m.id, $7 FROM membership m WHERE m.account_id = $6`,
        [id, kind, places.world.round, kind === 'removal' ? 'tinh-minh-hoa-01' : null, places.reference, clerk, server.clock.now()],
      );
      return `/api/${kind}s/${id}/decision`;
    };
    for (const kind of ['removal', 'purge'] as const) {
      const url = await waiting(kind);
      const decide = async (minutes: number) =>
        (await ask(server, await sessionSince('owner own', minutes), 'POST', url, { decision: 'refused', note: 'Minh họa' })).body?.code;
      expect([kind, await decide(6)]).toEqual([kind, 'confirmationNeeded']);
      expect([kind, await decide(4)]).toEqual([kind, undefined]);
    }
  });

  it('by password or code, for five minutes; guesses are slowed as at a sign-in, and the trail tells it', async () => {
    const { server, people } = matrix;
    const account = people.get('head own') as string;
    const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
    await server.owner.query('UPDATE credential SET password_hash = $2, totp_secret = $3 WHERE account_id = $1', [
      account,
      await hashPassword(PASSWORD),
      storeSecret(server.context.keys, account, secret),
    ]);
    const head = await sessionSince('head own', 60);
    const makeToken = async () => (await ask(server, head, 'POST', '/api/me/tokens', { name: 'Máy minh họa', scopes: ['read'] })).status;
    const confirm = (proof: object) => ask(server, head, 'POST', '/api/session/confirmation', proof);
    expect(await makeToken()).toBe(403);
    expect((await confirm({})).body.faults).toHaveLength(1);
    expect((await confirm({ password: PASSWORD, code: '123456' })).status).toBe(422);
    expect((await confirm({ password: 'sai hoàn toàn' })).body.code).toBe('wrongCredentials');
    expect(await makeToken()).toBe(403);
    expect((await confirm({ password: PASSWORD })).status).toBe(204);
    expect(await makeToken()).toBe(201);
    server.clock.pass(5 * MINUTE);
    expect(await makeToken()).toBe(403);
    expect((await confirm({ code: codeOf(server, secret) })).status).toBe(204);
    expect(await makeToken()).toBe(201);
    server.clock.pass(5 * MINUTE);
    for (let guess = 0; guess < 5; guess += 1) expect((await confirm({ code: '000000' })).status).toBe(401);
    expect((await confirm({ code: codeOf(server, secret) })).status).toBe(429);
    const { rows } = await server.owner.query(`SELECT content->>'by' AS by FROM audit WHERE act = 'session.confirm' AND actor = $1 ORDER BY n`, [account]);
    expect(rows).toEqual([{ by: 'password' }, { by: 'secondFactor' }]);
    // Who has no second factor has no code.
    const clerk = await sessionSince('clerk own', 60);
    await server.owner.query('UPDATE credential SET totp_secret = NULL, totp_confirmed_at = NULL WHERE account_id = $1', [people.get('clerk own')]);
    expect((await ask(server, clerk, 'POST', '/api/session/confirmation', { code: '123456' })).body.code).toBe('wrongCredentials');
  });

  it('a signed report is refused before a byte of it is read, where nobody has confirmed', async () => {
    const { server } = matrix;
    const head = await sessionSince('head own', 60);
    const url = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01/sending?id=0b3f3f1e-6a52-4b8a-9d53-1f8d7f3f2c11&base=0';
    const answer = await server.app.inject({
      method: 'POST',
      url,
      headers: { cookie: `parindex_session=${head.token}`, 'content-type': 'application/pdf' },
      payload: Buffer.alloc(70_000, '%'),
    });
    expect(answer.json().code).toBe('confirmationNeeded');
  });
});
