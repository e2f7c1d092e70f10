import { randomUUID } from 'node:crypto';
import { itemsOfDomains, itemsUsing, prepareScheme } from '@parindex/core';
import { allContracts } from '@parindex/core/contracts/all-contracts';
import { appraisersOfItem } from '@parindex/core/round/index';
import { STEPS, type Step } from '@parindex/core/round/steps';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '../db/transaction.ts';
import { answerAll } from '../testing/answer-all.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { ask, change, makeWorld, type Person, type PersonName, type World } from '../testing/world.ts';

let server: TestServer;
let world: World;
beforeEach(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  // Domains 1 and 2 have owners of their own, the others none. Giang appraises for the one, Minh for the other, Chi for a body that owns no domain.
  await server.owner.query(`INSERT INTO body (id, kind) VALUES ('bo-minh-hoa-c', 'ministry')`);
  await server.owner.query(`INSERT INTO domain_owner (round_id, domain, body_id) VALUES ($1, '2', 'bo-minh-hoa-c')`, [world.round]);
  await server.owner.query(
    `INSERT INTO membership (account_id, body_id, role, from_date, granted_at)
    VALUES ($1, 'bo-minh-hoa-c', 'appraiser', '2022-01-01', now()), ($2, 'bo-minh-hoa', 'appraiser', '2022-01-01', now())`,
    [world.people.minh.account, world.people.chi.account],
  );
});
afterEach(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const BODY = 'tinh-minh-hoa-01';
const SHEET = '/api/rounds/{round}/sheets/{body}';
const lastSeq = async (): Promise<number> =>
  (await server.owner.query('SELECT coalesce(max(seq), 0) AS seq FROM entry WHERE round_id = $1 AND body_id = $2', [world.round, BODY])).rows[0].seq;
const reason = { code: 'other', text: 'Đã kiểm tra (minh họa)' };

type Target = { readonly kind: 'items' | 'figures'; readonly target: string };

/** A route that writes in a sheet: which of the world's people may, in which steps, and what they send. */
interface Row {
  readonly who: PersonName;
  readonly steps: readonly Step[] | 'whenever';
  body(base: number, target: Target): object;
}

/** Documents stand beside the ledger: what is brought when, a story of its own tells. */
const IN_LIBRARY = /\/(?:documents|uploads|carried-documents)(?:\/|$)/;
/** What is said at an item is no part of the sheet: its times are the round's, not a step's. */
const SAID = /\/(?:threads|questions)(?:\/|$)/;

/** The report and its sending go by the sheet's state and the deadline: a story of their own tells. */
const SENT = /\/(?:sending|taking-back|report-text)(?:\/|$)/;
/** Who has what in hand is the body's own matter; what is decided on it follows the steps of declaring, by a story of its own. */
const HANDED = /\/(?:assignments(?:\/.*)?|decisions|part-submissions)$/;
/** Tells what a workbook would change, what a roll-up would come to; what they say is written by entries. */
const ONLY_SHOWS = /\/(?:workbook|roll-ups\/preview)$/;
/** Declares what it has added up: its times are those of entries, as its own story tells. */
const ADDS_UP = /\/roll-ups$/;
/** Decides on a verdict that waits (verdict-whole.test.ts). */
const SECOND = /\/appraisal\/second$/;
/** Remarks between an appraisal and its body, with states of their own: their times are told by their stories (explanations.test.ts, site-check.test.ts, official-figures.test.ts). */
const EXPLAINS = /\/(?:explanation(?:-freezing|-sending|-taking-back|\/.*)|site-check|official-figures)$/;

/** Routes under a sheet that are no acts of a step, or have their times told by stories of their own. */
const BESIDE: readonly RegExp[] = [IN_LIBRARY, SAID, SENT, HANDED, ONLY_SHOWS, ADDS_UP, SECOND, EXPLAINS];

/** Written by hand; a route that writes in a sheet and has no row here fails. */
const ROWS: Readonly<Record<string, Row>> = {
  [`POST ${SHEET}/entries`]: {
    who: 'an',
    steps: ['monitoring', 'selfAssessment'],
    body: (base, { target }) => ({ entries: [change({ item: target }, base, { justification: `Sau ${base} (minh họa)` })] }),
  },
  // A body may say at any time that its figures are final, and be let back; what it writes then is a matter of steps again.
  [`POST ${SHEET}/freeze`]: { who: 'binh', steps: 'whenever', body: (base) => ({ id: randomUUID(), base }) },
  [`POST ${SHEET}/reopening`]: { who: 'dung', steps: 'whenever', body: (base) => ({ id: randomUUID(), base, reason: 'Cần bổ sung (minh họa)' }) },
  [`POST ${SHEET}/{kind}/{target}/appraisal`]: {
    who: 'giang',
    steps: ['appraisal', 'secondAppraisal'],
    body: (base) => ({ id: randomUUID(), base, changes: {}, reason }),
  },
};

const itemOf = (domain: string): Target => ({
  kind: 'items',
  target: itemsOfDomains(world.scheme.domains.filter(({ code }) => code === domain))[0]?.code as string,
});

/** A calendar of all steps, of which one is open, or none. */
async function openAlone(step: Step | undefined): Promise<void> {
  await server.owner.query('DELETE FROM round_step WHERE round_id = $1', [world.round]);
  await server.owner.query(
    `INSERT INTO round_step (round_id, step, opens, closes)
    SELECT $1, s, '2023-01-01', CASE WHEN s = $3 THEN '2023-02-01' ELSE '2023-01-02' END::timestamptz FROM unnest($2::text[]) AS s`,
    [world.round, STEPS, step ?? null],
  );
}

/** All steps at once: where the calendar stays out of it. */
const openAll = () => server.owner.query(`UPDATE round_step SET opens = '2023-01-01', closes = '2023-02-01' WHERE round_id = $1`, [world.round]);
/** The same for verdicts: of sheets that their bodies have done with. */
const openToVerdicts = async () => {
  await openAll();
  await server.owner.query(`UPDATE participant SET state = 'frozen' WHERE round_id = $1`, [world.round]);
};

/** Sends to a route what it is for; answers what became of it. */
async function write(route: string, row: Row, person: Person, target: Target): Promise<string> {
  const values: Readonly<Record<string, string>> = { round: world.round, body: BODY, ...target };
  const url = route.replace('POST ', '').replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] as string);
  const base = await lastSeq();
  const { status, body } = await ask(server, person, 'POST', url, row.body(base, target));
  const kept = (await lastSeq()) - base;
  expect({ route, kept }).toEqual({ route, kept: status === 201 ? 1 : 0 });
  return status === 201 ? 'kept' : body.code;
}

describe('[F53] rights in a sheet', () => {
  it('have a row for every route that writes there, and no row without one', () => {
    const writing = allContracts.filter(({ method, url }) => method !== 'GET' && url.startsWith(`${SHEET}/`) && !BESIDE.some((pattern) => pattern.test(url)));
    expect(Object.keys(ROWS).toSorted()).toEqual(writing.map(({ method, url }) => `${method} ${url}`).toSorted());
  });

  it('hold for every writing route × step: kept while a step of its own is open, told that it is closed in every other', async () => {
    await openAll();
    await answerAll(server, world.people.an, `/api/rounds/${world.round}/sheets/${BODY}`, world.scheme);
    for (const step of [...STEPS, undefined]) {
      await openAlone(step);
      for (const [route, row] of Object.entries(ROWS)) {
        const open = row.steps === 'whenever' || (step !== undefined && row.steps.includes(step));
        const told = await write(route, row, world.people[row.who], itemOf('1'));
        expect([route, step, told]).toEqual([route, step, open ? 'kept' : 'stepClosed']);
      }
    }
  });

  it('hold for documents: brought while the body declares or explains, told in every other step that it is closed', async () => {
    const sheet = `/api/rounds/${world.round}/sheets/${BODY}`;
    for (const step of [...STEPS, undefined]) {
      await openAlone(step);
      const reference = { documents: [{ id: randomUUID(), number: '12/KH-MH', date: null }] };
      const upload = { id: randomUUID(), document: randomUUID(), name: 'minh họa.pdf', bytes: 10, notSecret: true };
      const told = [
        (await ask(server, world.people.an, 'POST', `${sheet}/documents`, reference)).body.code ?? 'kept',
        (await ask(server, world.people.an, 'POST', `${sheet}/uploads`, upload)).body.code ?? 'kept',
      ];
      const wanted = step === 'monitoring' || step === 'selfAssessment' || step === 'explanation' ? 'kept' : 'stepClosed';
      expect([step, ...told]).toEqual([step, wanted, wanted]);
    }
  });

  it('end with the round: once it is closed, nothing is kept, whichever step is open', async () => {
    await openAll();
    await server.owner.query(`UPDATE round SET state = 'closed' WHERE id = $1`, [world.round]);
    for (const [route, row] of Object.entries(ROWS))
      expect(['notNow', 'stepClosed'], route).toContain(await write(route, row, world.people[row.who], itemOf('1')));
  });

  it('hold for every verdict × domain: an appraiser for items and figures of the domains of their body, and nobody else', async () => {
    await openToVerdicts();
    const { giang, minh, hanh, dung, chi } = world.people;
    const [one, two, three] = world.scheme.domains;
    const uses = (domain: typeof one, figure: string) => JSON.stringify(domain).includes(`"${figure}"`);
    const figureIn = (wanted: readonly boolean[]) =>
      world.scheme.figures.find(({ id }) => [one, two].every((domain, index) => uses(domain, id) === wanted[index]))?.id;
    const targets: readonly [Target, owners: readonly ('1' | '2')[]][] = [
      [itemOf('1'), ['1']],
      [itemOf('2'), ['2']],
      [itemOf(three?.code as string), []],
      [{ kind: 'figures', target: figureIn([true, false]) as string }, ['1']],
      [{ kind: 'figures', target: figureIn([false, true]) as string }, ['2']],
    ];
    const callers = { giang, minh, chi, hanh, dung };
    const may = (caller: keyof typeof callers, owners: readonly string[]) => {
      return (caller === 'giang' && owners.includes('1')) || (caller === 'minh' && owners.includes('2'));
    };
    const verdicts = Object.entries(ROWS).filter(([route]) => route.includes('{target}'));
    for (const [route, row] of verdicts)
      for (const [target, owners] of targets)
        for (const [name, caller] of Object.entries(callers) as [keyof typeof callers, Person][]) {
          const told = await write(route, row, caller, target);
          expect([route, target, name, told]).toEqual([route, target, name, may(name, owners) ? 'kept' : 'refused']);
        }
    expect(verdicts).toHaveLength(1);
  });

  it('[F37] hold for every verdict × item where bodies share a domain: of an item that is given by itself its body judges, and not the domain’s; at both walls', async () => {
    await openToVerdicts();
    const { giang, minh } = world.people;
    const [first, second] = itemsOfDomains(world.scheme.domains.filter(({ code }) => code === '1')).map(({ code }) => code) as [string, string];
    // Of domain 1, which Giang's body has, the first item goes to Minh's body.
    await server.owner.query(`INSERT INTO domain_owner (round_id, domain, item, body_id) VALUES ($1, '1', $2, 'bo-minh-hoa-c')`, [world.round, first]);
    const route = `POST ${SHEET}/{kind}/{target}/appraisal`;
    const row = ROWS[route] as Row;
    const told = async (person: Person, item: string) => write(route, row, person, { kind: 'items', target: item });
    expect([await told(giang, first), await told(minh, first)]).toEqual(['refused', 'kept']);
    expect([await told(giang, second), await told(minh, second)]).toEqual(['kept', 'refused']);

    // The database says the same of itself.
    const appraised = async (person: Person, kind: 'item' | 'figure', targets: readonly string[]) => {
      const { rows } = await server.owner.query(`SELECT id FROM membership WHERE account_id = $1 AND role = 'appraiser'`, [person.account]);
      return inTransactionAs(server.context, person.account, server.clock.now(), async (db) => {
        const found = await sql<{ target: string }>`SELECT target FROM unnest(${targets}::text[]) AS t (target)
          WHERE app.appraises_target(${world.round}, ${world.scheme.id}, ${kind}, target, ${rows[0].id})`.execute(db);
        return found.rows.map(({ target }) => target);
      });
    };
    expect(await appraised(giang, 'item', [first, second])).toEqual([second]);
    expect(await appraised(minh, 'item', [first, second])).toEqual([first]);
    // A figure is of whoever appraises an item that uses it: as the program works it out from the formulas.
    const prepared = prepareScheme(world.scheme);
    const shares = (await server.owner.query("SELECT domain, nullif(item, '') AS item, body_id AS body FROM domain_owner WHERE round_id = $1", [world.round]))
      .rows;
    const ids = world.scheme.figures.map(({ id }) => id);
    const ofBody = (body: string) =>
      ids.filter((id) => {
        const items = new Set(itemsUsing(prepared, id));
        return world.scheme.domains.some((domain) =>
          itemsOfDomains([domain]).some(({ code }) => items.has(code) && appraisersOfItem(shares, domain.code, code).includes(body)),
        );
      });
    expect(ofBody('bo-minh-hoa-b').length).toBeGreaterThan(0);
    expect(await appraised(giang, 'figure', [...ids, '.*', 'of', 'khong-co'])).toEqual(ofBody('bo-minh-hoa-b'));
    expect(await appraised(minh, 'figure', [...ids, '.*', 'of', 'khong-co'])).toEqual(ofBody('bo-minh-hoa-c'));
    const forged = (person: Person, target: string, kind = 'item') =>
      inTransactionAs(server.context, person.account, server.clock.now(), (db) =>
        sql`INSERT INTO entry SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'seq', 900000, 'target_kind', ${kind}::text, 'target', ${target}::text,
          'received_at', app.moment()))).* FROM entry e WHERE e.act = 'appraise' AND e.actor = ${person.account} LIMIT 1`.execute(db),
      );
    await expect(forged(giang, first)).rejects.toThrow(/row-level security/);
    const minhs = ids.find((id) => !ofBody('bo-minh-hoa-b').includes(id)) as string;
    await expect(forged(giang, minhs, 'figure')).rejects.toThrow(/row-level security/);
  });
});
