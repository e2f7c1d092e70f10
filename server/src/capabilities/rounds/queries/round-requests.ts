import type { AccountRequestDecision } from '@parindex/core/accounts/account-request';
import type { RoundRequestKind } from '@parindex/core/contracts/schemas/index';
import type { Role, SecondPersonDecision } from '@parindex/core/rights/index';
import { SECOND_PERSON_DAYS } from '@parindex/core/rights/second-person';
import type { Consequence, OpenInRound } from '@parindex/core/round/index';
import { sql } from 'kysely';
import { membershipNamed, type Named, namedBody, performed, person } from '../../../db/fragments.ts';
import { decidableBy } from '../../../db/second-person.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export interface RoundRequestRow {
  readonly id: string;
  readonly round: string;
  readonly kind: RoundRequestKind;
  readonly told: readonly Consequence[];
  readonly reason: string;
  readonly askedBy: Named;
  readonly askedAt: Date;
  readonly role: Role;
  readonly body: Named | null;
  readonly lapsesAt: Date;
  readonly decision: AccountRequestDecision | null;
  readonly note: string | null;
  readonly decided: { readonly by: Named; readonly at: string } | null;
}

/** What was asked for in a round, the newest first. */
export function readRoundRequests(db: Reading, round: string, id?: string): Promise<RoundRequestRow[]> {
  let query = db
    .selectFrom('round_request as q')
    .leftJoinLateral(membershipNamed(sql.ref('q.asked_office')).as('o'), (join) => join.onTrue())
    .select(({ ref }) => [
      'q.id',
      'q.round_id as round',
      sql<RoundRequestKind>`q.kind`.as('kind'),
      'q.told',
      'q.reason',
      person(ref('q.asked_by')).as('askedBy'),
      'q.asked_at as askedAt',
      sql<Role>`o.role`.as('role'),
      sql<Named | null>`CASE WHEN o.body_id IS NULL THEN NULL ELSE ${namedBody(sql.ref('o.body_id'))} END`.as('body'),
      'q.lapses_at as lapsesAt',
      sql<AccountRequestDecision | null>`q.decision`.as('decision'),
      'q.note',
      performed(ref('q.decided_by'), ref('q.decided_at')).as('decided'),
    ])
    .where('q.round_id', '=', round);
  if (id !== undefined) query = query.where('q.id', '=', id);
  return query.orderBy('q.asked_at', 'desc').orderBy('q.id').execute();
}

export interface WaitingRoundRequest extends Pick<RoundRequestRow, 'id' | 'kind' | 'reason' | 'askedBy' | 'askedAt' | 'lapsesAt'> {
  readonly round: { readonly id: string; readonly title: string };
}

/** What waits in any round for a decision by one of these offices, the first to lapse first. */
export function readWaitingRoundRequests(db: Reading, offices: readonly string[]): Promise<WaitingRoundRequest[]> {
  return db
    .selectFrom('round_request as q')
    .innerJoin('round as r', 'r.id', 'q.round_id')
    .select(({ ref }) => [
      'q.id',
      sql<RoundRequestKind>`q.kind`.as('kind'),
      'q.reason',
      sql<WaitingRoundRequest['round']>`json_build_object('id', r.id, 'title', r.title)`.as('round'),
      person(ref('q.asked_by')).as('askedBy'),
      'q.asked_at as askedAt',
      'q.lapses_at as lapsesAt',
    ])
    .where('q.decision', 'is', null)
    .where(({ ref }) => decidableBy('round', ref('q.id'), offices))
    .orderBy('q.lapses_at')
    .orderBy('q.id')
    .execute();
}

/** Whether this can be asked for of a round as it stands. */
export async function canRequest(db: Reading, kind: RoundRequestKind, round: string): Promise<boolean> {
  const { rows } = await sql<{ can: boolean }>`SELECT app.can_request_of_round(${kind}, ${round}) AS can`.execute(db);
  return rows[0]?.can === true;
}

/** What the database knows of that: what is computed of sheets is not among it. */
type StillOpen = Omit<OpenInRound, 'notComputed' | 'notAppraised'>;

/** What is still open in a round; undefined to whoever neither runs it nor administers the whole. */
export async function readOpenInRound(db: Reading, round: string): Promise<StillOpen | undefined> {
  const { rows } = await sql<{ open: StillOpen | null }>`SELECT app.open_in_round(${round}) AS open`.execute(db);
  return rows[0]?.open ?? undefined;
}

export interface NewRoundRequestRow {
  readonly id: string;
  readonly round: string;
  readonly kind: RoundRequestKind;
  readonly told: readonly Consequence[];
  readonly reason: string;
  readonly account: string;
  readonly office: string;
  readonly at: Date;
}

export async function insertRoundRequest(db: Writing, { id, round, kind, told, reason, account, office, at }: NewRoundRequestRow): Promise<void> {
  await db
    .insertInto('round_request')
    .values({
      ...{ id, round_id: round, kind, told: JSON.stringify(told), reason },
      ...{ asked_by: account, asked_office: office, asked_at: at },
      lapses_at: sql`app.moment() + make_interval(days => ${SECOND_PERSON_DAYS})`,
    })
    .execute();
}

/** Decides a request and carries it out: the database judges both persons by itself. */
export async function decideInDatabase(db: Writing, id: string, office: string, decision: SecondPersonDecision, note: string | null): Promise<void> {
  await sql`SELECT app.decide_round_request(${id}, ${office}, ${decision}, ${note})`.execute(db);
}

export async function stopInDatabase(db: Writing, id: string, note: string | null): Promise<boolean> {
  const { rows } = await sql<{ stopped: boolean }>`SELECT app.stop_round_request(${id}, ${note}) AS stopped`.execute(db);
  return rows[0]?.stopped === true;
}
