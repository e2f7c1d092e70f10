import { count, nameInYear } from '../../../db/fragments.ts';
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
        .$asScalar()
        .$notNull()
        .as('entries'),
    ])
    .where('p.round_id', '=', round)
    .orderBy('p.position')
    .orderBy('p.body_id')
    .execute();
