import { randomUUID } from 'node:crypto';
import { itemsOfDomains } from '@parindex/core';
import { ROLES, type Role } from '@parindex/core/rights/index';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { makeWorld, type World } from '../../testing/world.ts';
import type { Places } from './rights-rows.ts';

/** How a person's membership stands to what is asked for. */
export const RELATIONS = ['own', 'foreign', 'past', 'future'] as const;
export type Relation = (typeof RELATIONS)[number];

/** In which body each role is at home in the world's round, and in which it is a stranger. */
const OWN: Readonly<Record<Role, string | null>> = {
  administrator: null,
  owner: 'bo-minh-hoa',
  clerk: 'tinh-minh-hoa-01',
  head: 'tinh-minh-hoa-01',
  appraiser: 'bo-minh-hoa-b',
  council: 'bo-minh-hoa',
  auditor: null,
  interviewer: 'bo-minh-hoa',
};
const FOREIGN: Readonly<Record<Role, string>> = {
  administrator: 'tinh-minh-hoa-02',
  owner: 'bo-minh-hoa-khac',
  clerk: 'tinh-minh-hoa-02',
  head: 'tinh-minh-hoa-02',
  appraiser: 'bo-minh-hoa-khac',
  council: 'bo-minh-hoa-khac',
  auditor: 'bo-minh-hoa-khac',
  interviewer: 'bo-minh-hoa-khac',
};
const DAYS: Readonly<Record<Relation, readonly [from: string, to: string | null]>> = {
  own: ['2020-01-01', null],
  foreign: ['2020-01-01', null],
  past: ['2020-01-01', '2023-01-14'],
  future: ['2023-01-16', null],
};

export interface Matrix {
  readonly server: TestServer;
  readonly places: Places;
  /** The account of each caller, by role and relation: "clerk own", "all past". */
  readonly people: ReadonlyMap<string, string>;
}

/** All steps are open at once: the calendar stays out of it. */
export const openAll = ({ server, places }: Pick<Matrix, 'server' | 'places'>) =>
  server.owner.query(
    `INSERT INTO round_step (round_id, step, opens, closes) SELECT $1, unnest($2::text[]), '2023-01-01', '2023-06-01'
    ON CONFLICT (round_id, step) DO UPDATE SET opens = excluded.opens, closes = excluded.closes`,
    [places.world.round, ['selfAssessment', 'appraisal', 'secondAppraisal', 'council']],
  );

/** Somebody of each role, at home and elsewhere; somebody who has had all of them, and somebody who will. */
async function addCallers({ owner, clock }: TestServer): Promise<Map<string, string>> {
  const people = new Map<string, string>();
  for (const relation of RELATIONS) {
    const [from, to] = DAYS[relation];
    // Roles that are over, or still to come, give nothing: one person has had all of them, another will.
    for (const roles of relation === 'past' || relation === 'future' ? [ROLES] : ROLES.map((role) => [role])) {
      const account = randomUUID();
      const name = `${roles.length === 1 ? roles[0] : 'all'} ${relation}`;
      await owner.query('INSERT INTO account (id, email, name, created_at) VALUES ($1, $2, $3, $4)', [
        ...[account, `${name.replace(' ', '-')}@minh-hoa.example`.toLowerCase(), `${name} minh họa`, clock.now()],
      ]);
      // With a second factor: without it the token of an administrator, an owner, a head serves for nothing.
      await owner.query(`INSERT INTO credential (account_id, totp_secret, totp_confirmed_at) VALUES ($1, 'x', $2)`, [account, clock.now()]);
      for (const role of roles)
        await owner.query('INSERT INTO membership (account_id, body_id, role, from_date, to_date, granted_at) VALUES ($1, $2, $3, $4, $5, $6)', [
          ...[account, relation === 'foreign' ? FOREIGN[role] : OWN[role], role, from, to, clock.now()],
        ]);
      people.set(name, account);
    }
  }
  return people;
}

/** What the addresses of the matrix name, in a world with all steps open. */
async function addPlaces({ owner, clock }: TestServer, world: World, people: ReadonlyMap<string, string>): Promise<Places> {
  const [draft, reference, thread, request] = ['ban-nhap-minh-hoa', randomUUID(), randomUUID(), randomUUID()];
  const clerk = people.get('clerk own');
  await owner.query(
    `INSERT INTO edition (id, state, owner_body, document, cases, created_by, created_at) VALUES ($1, 'draft', 'bo-minh-hoa', 'x', 'x', $2, $3)`,
    [draft, people.get('owner own'), clock.now()],
  );
  await owner.query(`INSERT INTO document (id, round_id, body_id, form, created_by, created_at) VALUES ($1, $2, 'tinh-minh-hoa-01', 'reference', $3, $4)`, [
    ...[reference, world.round, clerk, clock.now()],
  ]);
  await owner.query(
    `INSERT INTO document_version (document_id, number, round_id, body_id, doc_number, uploaded_by, uploaded_at) VALUES ($1, 1, $2, 'tinh-minh-hoa-01', '12/KH-MH', $3, $4)`,
    [reference, world.round, clerk, clock.now()],
  );
  await owner.query(
    `INSERT INTO comment_thread (id, round_id, body_id, item, edition_id, kind, begun_by, begun_at) VALUES ($1, $2, 'tinh-minh-hoa-01', '1.1', $3, 'shared', $4, $5)`,
    [thread, world.round, world.scheme.id, clerk, clock.now()],
  );
  const { an, lan } = world.people;
  await owner.query(
    `INSERT INTO account_request (id, kind, account_id, reason, asked_by, asked_office, asked_at, lapses_at) VALUES ($1, 'secondFactor', $2, 'Minh họa', $3, $4, $5, '2100-01-01')`,
    [request, an.account, lan.account, lan.membership, clock.now()],
  );
  const item = itemsOfDomains([world.scheme.domains[0] as never])[0]?.code as string;
  return { world, draft, item, reference, thread, request };
}

/** A world with all who may call, and all that the rows of the matrix ask for. */
export async function startMatrix(): Promise<Matrix> {
  const server = await startTestServer('2023-01-15T05:00:00Z');
  const world = await makeWorld(server);
  await server.owner.query(`INSERT INTO body (id, kind) VALUES ('bo-minh-hoa-khac', 'ministry')`);
  const people = await addCallers(server);
  const places = await addPlaces(server, world, people);
  await openAll({ server, places });
  return { server, places, people };
}
