import type { VerdictReason } from '@parindex/core/appraisal/reasons';
import type { Body } from '@parindex/core/contracts/contract';
import type { changeRound } from '@parindex/core/contracts/rounds';
import type { DatedStep } from '@parindex/core/rights/index';
import type { AppraisalShare, DeadlineAct, RankingShown, RoundPart, Step } from '@parindex/core/round/index';
import { type NotNull, sql } from 'kysely';
import { anyOf, appraisersOf, attribute, nameInYear, stepsOf } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export type RoundState = 'draft' | 'open' | 'closed';

export interface RoundRow extends RightsOfRound {
  readonly id: string;
  readonly ownerName: string;
  readonly year: number;
  readonly title: string;
  readonly edition: string | null;
  readonly editionState: 'draft' | 'adopted' | null;
  readonly editionWithdrawn: boolean;
  readonly editionHash: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly state: RoundState;
  readonly copiedFrom: string | null;
  readonly createdAt: Date;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly deadlineAct: DeadlineAct | null;
  readonly rankingShown: RankingShown;
  /** null: those that the program brings. */
  readonly verdictReasons: readonly VerdictReason[] | null;
  readonly secondPersonOver: string | null;
  /** For how many months a former membership is one's own cause. */
  readonly ownCauseMonths: number;
  readonly version: number;
}

/** What rights on a round depend on, except its participants. */
export interface RightsOfRound {
  readonly ownerBody: string;
  readonly domainOwners: readonly string[];
  /** The asker's memberships by which they see what surveys gave. */
  readonly estimateReaders: readonly string[];
  readonly steps: readonly DatedStep[];
}

/** What rights on a round `r` depend on, as a query over it selects them. */
export const roundRights = [
  'r.owner_body as ownerBody',
  appraisersOf(sql.ref('r.id')).as('domainOwners'),
  sql<string[]>`(SELECT coalesce(json_agg(o.id), '[]') FROM app.estimate_offices(r.id) AS o (id))`.as('estimateReaders'),
  stepsOf(sql.ref('r.id')).as('steps'),
] as const;

const rounds = (db: Reading) =>
  db
    .selectFrom('round as r')
    .innerJoin('body as b', 'b.id', 'r.owner_body')
    .leftJoin('edition as e', 'e.id', 'r.edition_id')
    .select([
      ...roundRights,
      'r.id',
      nameInYear.as('ownerName'),
      'r.year',
      'r.title',
      'r.edition_id as edition',
      'e.state as editionState',
      'e.hash as editionHash',
      sql<boolean>`e.withdrawn_at IS NOT NULL`.as('editionWithdrawn'),
      'e.effective_from as effectiveFrom',
      'e.effective_to as effectiveTo',
      'r.state',
      'r.copied_from as copiedFrom',
      'r.created_at as createdAt',
      'r.opened_at as openedAt',
      'r.closed_at as closedAt',
      'r.deadline_act as deadlineAct',
      'r.ranking_shown as rankingShown',
      'r.verdict_reasons as verdictReasons',
      'r.second_person_over as secondPersonOver',
      'r.own_cause_months as ownCauseMonths',
      'r.version',
    ]);

/** What rights on a round depend on, without reading it. */
export const findRoundRights = (db: Reading, id: string): Promise<RightsOfRound | undefined> =>
  db.selectFrom('round as r').select(roundRights).where('r.id', '=', id).executeTakeFirst();

/** A round with what rights depend on, except its participants. */
export const findRound = (db: Reading, id: string): Promise<RoundRow | undefined> => rounds(db).where('r.id', '=', id).executeTakeFirst();

/** Locks a round's plan for writing: no other change of it happens meanwhile, and no body declares, since each save locks the steps of its round. */
export async function holdRound(db: Writing, id: string): Promise<RoundRow | undefined> {
  await sql`SELECT app.lock_plan(${id})`.execute(db);
  return findRound(db, id);
}

/** The order of rounds: newest year first, then id. */
export type RoundOrder = readonly [year: number, id: string];

/** A page of rounds, newest year first; drafts only of these owner bodies, or of all if null. One more than requested if there are more. */
export function listRounds(db: Reading, draftsOf: readonly string[] | null, limit: number, after: RoundOrder | undefined): Promise<RoundRow[]> {
  let query = rounds(db);
  if (draftsOf !== null) query = query.where((eb) => eb.or([eb('r.state', '<>', 'draft'), eb('r.owner_body', '=', anyOf(draftsOf))]));
  if (after !== undefined) {
    const [year, id] = after;
    query = query.where((eb) => eb.or([eb('r.year', '<', year), eb.and([eb('r.year', '=', year), eb('r.id', '>', id)])]));
  }
  return query
    .orderBy('r.year', 'desc')
    .orderBy('r.id')
    .limit(limit + 1)
    .execute();
}

export interface PlanRow {
  readonly participants: readonly {
    readonly body: string;
    readonly name: string;
    readonly type: string | null;
    readonly block: string | null;
    readonly ranked: boolean;
    readonly inForce: boolean;
  }[];
  readonly appraisersAlone: readonly string[];
  readonly exclusions: readonly { readonly body: string; readonly item: string; readonly legalBasis: string; readonly decision: string | null }[];
  readonly domainOwners: readonly (AppraisalShare & { readonly name: string })[];
  readonly steps: readonly { readonly step: Step; readonly opens: string; readonly closes: string; readonly version: number }[];
  readonly unconfirmed: readonly RoundPart[];
}

/** All parts of a round's plan. */
export async function readPlan(db: Reading, round: string): Promise<PlanRow> {
  const { rows } = await sql<PlanRow>`
    SELECT (SELECT coalesce(json_agg(json_build_object('body', b.id, 'name', ${nameInYear}, 'type', ${attribute('type')}, 'block', p.block, 'ranked', p.ranked,
          'inForce', coalesce(b.opened, '-infinity') <= make_date(r.year, 12, 31) AND coalesce(b.closed, 'infinity') >= make_date(r.year, 1, 1))
          ORDER BY p.position, p.body_id), '[]') FROM participant p JOIN body b ON b.id = p.body_id WHERE p.round_id = r.id) AS participants,
      (SELECT coalesce(json_agg(json_build_object('body', x.body_id, 'item', x.item, 'legalBasis', x.legal_basis, 'decision', x.decision_id) ORDER BY x.body_id, x.item), '[]')
        FROM exclusion x WHERE x.round_id = r.id) AS exclusions,
      (SELECT coalesce(json_agg(json_build_object('domain', d.domain, 'item', nullif(d.item, ''), 'body', b.id, 'name', ${nameInYear}) ORDER BY d.domain, d.item, b.id), '[]')
        FROM domain_owner d JOIN body b ON b.id = d.body_id WHERE d.round_id = r.id) AS "domainOwners",
      (SELECT coalesce(json_agg(json_build_object('step', s.step, 'opens', s.opens, 'closes', s.closes, 'version', s.version) ORDER BY s.opens, s.step), '[]')
        FROM round_step s WHERE s.round_id = r.id) AS steps,
      (SELECT coalesce(json_agg(c.part), '[]') FROM copied_part c WHERE c.round_id = r.id AND c.confirmed_at IS NULL) AS unconfirmed,
      (SELECT coalesce(json_agg(b ORDER BY b), '[]') FROM app.appraisers_alone(r.id) AS b) AS "appraisersAlone"
    FROM round r WHERE r.id = ${round}`.execute(db);
  return rows[0] as PlanRow;
}

/** Days off that would be working days, and the reverse. */
export const readDaysOff = (db: Reading): Promise<{ date: string; kind: 'off' | 'worked'; name: string }[]> =>
  db.selectFrom('day_off').select(['date', 'kind', 'name']).execute();

/** Whether a round's draft, or its registers, may be seen. Participants can be many, so they are only read when they decide. */
export async function participantsAmong(db: Reading, round: string, bodies: readonly string[]): Promise<string[]> {
  if (bodies.length === 0) return [];
  const rows = await db.selectFrom('participant').select('body_id').where('round_id', '=', round).where('body_id', 'in', bodies).execute();
  return rows.map(({ body_id }) => body_id);
}

/** Those of these bodies of which they, or a body above them, have a part in a sheet of the round today. */
export async function contributorsAmong(db: Reading, round: string, bodies: readonly string[]): Promise<string[]> {
  if (bodies.length === 0) return [];
  const { rows } = await sql<{ body: string }>`SELECT body FROM unnest(${bodies as string[]}::text[]) AS body
    WHERE EXISTS (SELECT FROM assignment a WHERE a.round_id = ${round} AND a.ended_at IS NULL AND a.to_body <> a.body_id
      AND a.to_body IN (SELECT app.bodies_above(body, app.today())))`.execute(db);
  return rows.map(({ body }) => body);
}

/** Those of these bodies that exist. */
export async function knownBodies(db: Reading, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('body')
    .select('id')
    .where('id', '=', anyOf([...new Set(ids)]))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export interface NewRoundRow {
  readonly id: string;
  readonly ownerBody: string;
  readonly year: number;
  readonly title: string;
  readonly edition: string | null;
  readonly copiedFrom: string | null;
  readonly verdictReasons: readonly VerdictReason[];
  readonly secondPersonOver: string | null;
  readonly account: string | null;
  readonly at: Date;
}

/** Makes a draft of a round. */
export async function insertRound(db: Writing, round: NewRoundRow): Promise<void> {
  const { id, ownerBody, year, title, edition, copiedFrom, verdictReasons, secondPersonOver, account, at } = round;
  await db
    .insertInto('round')
    .values({
      ...{ id, owner_body: ownerBody, year, title, edition_id: edition, state: 'draft', copied_from: copiedFrom, created_by: account, created_at: at },
      ...{ verdict_reasons: JSON.stringify(verdictReasons), second_person_over: secondPersonOver },
    })
    .execute();
}

/** What of a round itself, beside its parts, its owners can change. */
export type RoundHead = Omit<Body<typeof changeRound>, 'version' | 'verdictReasons'> & { readonly verdictReasons?: readonly VerdictReason[] | undefined };

export interface RoundPatch extends RoundHead {
  readonly state?: RoundState;
  readonly openedAt?: Date;
}

/** Changes a locked round and raises its version, even if only one of its parts changed. */
export async function updateRound(
  db: Writing,
  id: string,
  { title, year, edition, deadlineAct, rankingShown, ownCauseMonths, verdictReasons, secondPersonOver, state, openedAt }: RoundPatch = {},
): Promise<void> {
  await db
    .updateTable('round')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(title === undefined ? {} : { title }),
      ...(year === undefined ? {} : { year }),
      ...(edition === undefined ? {} : { edition_id: edition }),
      ...(deadlineAct === undefined ? {} : { deadline_act: deadlineAct }),
      ...(rankingShown === undefined ? {} : { ranking_shown: rankingShown }),
      ...(verdictReasons === undefined ? {} : { verdict_reasons: JSON.stringify(verdictReasons) }),
      ...(secondPersonOver === undefined ? {} : { second_person_over: secondPersonOver }),
      ...(ownCauseMonths === undefined ? {} : { own_cause_months: ownCauseMonths }),
      ...(state === undefined ? {} : { state }),
      ...(openedAt === undefined ? {} : { opened_at: openedAt }),
    }))
    .where('id', '=', id)
    .execute();
}

/** Marks a copied part as confirmed; false if it was not waiting for it. */
export async function confirmCopied(db: Writing, round: string, part: RoundPart, account: string | null, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('copied_part')
    .set({ confirmed_by: account, confirmed_at: at })
    .where('round_id', '=', round)
    .where('part', '=', part)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Codes of the reasons for which verdicts were given in a round. */
export async function usedReasons(db: Reading, round: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('entry')
    .select('reason_code as code')
    .distinct()
    .where('round_id', '=', round)
    .where('stage', '<>', 'claimed')
    .where('reason_code', 'is not', null)
    .$narrowType<{ code: NotNull }>()
    .execute();
  return new Set(rows.map(({ code }) => code));
}

/** Whether anything has been written into the sheets of a round. */
export async function hasEntries(db: Reading, round: string): Promise<boolean> {
  return (await db.selectFrom('entry').select('id').where('round_id', '=', round).limit(1).executeTakeFirst()) !== undefined;
}
