import { sql } from 'kysely';
import { count, isInHistory, type Named, nameInYear, person } from '../../../db/fragments.ts';
import type { Reading } from '../../../db/transaction.ts';

/** A participant of a round, and how much an archive of it must contain. */
export interface ArchivedBody {
  readonly body: string;
  readonly name: string;
  readonly documents: number;
  readonly entries: number;
}

/** The participants of a round in order. What the caller may not see counts as none. */
export const listArchivedBodies = (db: Reading, round: string): Promise<ArchivedBody[]> =>
  db
    .selectFrom('participant as p')
    .innerJoin('body as b', 'b.id', 'p.body_id')
    .innerJoin('round as r', 'r.id', 'p.round_id')
    .select(({ selectFrom }) => [
      'b.id as body',
      nameInYear.as('name'),
      selectFrom('document as d')
        .select(count().as('n'))
        .whereRef('d.round_id', '=', 'p.round_id')
        .whereRef('d.body_id', '=', 'p.body_id')
        .$asScalar()
        .$notNull()
        .as('documents'),
      selectFrom('entry as n')
        .select(count().as('n'))
        .whereRef('n.round_id', '=', 'p.round_id')
        .whereRef('n.body_id', '=', 'p.body_id')
        .where(isInHistory)
        .$asScalar()
        .$notNull()
        .as('entries'),
    ])
    .where('p.round_id', '=', round)
    .orderBy('p.position')
    .orderBy('p.body_id')
    .execute();

export interface GivenLeave {
  readonly body: string;
  readonly reason: string;
  readonly by: Named;
  readonly at: Date;
}

/** Permissions of the owner to send a report without a signature, in the order in which they were given. */
export const readPermissions = (db: Reading, round: string): Promise<GivenLeave[]> =>
  db
    .selectFrom('unsigned_permission as u')
    .innerJoin('body as b', 'b.id', 'u.body_id')
    .innerJoin('round as r', 'r.id', 'u.round_id')
    .leftJoin('payload as l', 'l.id', 'u.payload_id')
    .select(({ ref }) => [
      nameInYear.as('body'),
      sql<string>`coalesce(l.content->>'reason', '')`.as('reason'),
      person(ref('u.given_by')).as('by'),
      'u.given_at as at',
    ])
    .where('u.round_id', '=', round)
    .orderBy('u.given_at')
    .orderBy('u.id')
    .execute();

export interface ReopenedSheet extends GivenLeave {
  /** null: the whole sheet. */
  readonly items: readonly string[] | null;
  /** null: by the calendar. */
  readonly until: Date | null;
}

/** Sheets that the owner opened again, in the order in which it was done. */
export const readReopenings = (db: Reading, round: string): Promise<ReopenedSheet[]> =>
  db
    .selectFrom('reopening as o')
    .innerJoin('entry as e', 'e.id', 'o.id')
    .innerJoin('body as b', 'b.id', 'o.body_id')
    .innerJoin('round as r', 'r.id', 'o.round_id')
    .leftJoin('payload as l', 'l.id', 'e.payload_id')
    .select(({ ref }) => [
      nameInYear.as('body'),
      'o.items',
      'o.until',
      sql<string>`coalesce(l.content->>'reason.text', '')`.as('reason'),
      person(ref('o.by')).as('by'),
      'o.at',
    ])
    .where('o.round_id', '=', round)
    .orderBy('o.at')
    .orderBy('o.id')
    .execute();
