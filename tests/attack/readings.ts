import type pg from 'pg';
import { ROUND } from '../../bench/server/bench-database.ts';
import { counted, type Target, times } from './target.ts';

const BODIES = 1_200;
const ENTRIES = 20_000;
const DAYS = 20;

const notAll200 = (answers: readonly string[]) => answers.some((answer) => answer !== '200') && `not all are answered: ${counted(answers)}`;

/** Readings that are worked out from many sheets or from a long ledger, asked for by many at once before anybody has read them. */
export async function readings(target: Target): Promise<void> {
  const { own, victim } = target.people;
  const { owner, reader } = target.database;
  await takeMoreIn(owner, own.body);
  await lengthenLedger(owner, victim.body);
  const overseer = { token: reader };
  const many = (path: string, ...people: readonly { readonly token: string }[]) =>
    Promise.all(times(30, (index) => target.send({ method: 'GET', path, by: people[index % people.length] })));
  const ranking = `/api/rounds/${ROUND}/running-ranking`;
  await target.whileSomebodyWorks(
    `the ranking of ${BODIES} bodies, 30 times at once, by who oversees it and by clerks`,
    () => many(ranking, overseer, own, victim),
    notAll200,
  );
  await target.whileSomebodyWorks('the same again, nothing having changed', () => many(ranking, overseer, own, victim), notAll200);
  await target.whileSomebodyWorks('their overview, 30 times at once', () => many(`/api/rounds/${ROUND}/overview`, overseer), notAll200);
  await target.whileSomebodyWorks(
    `the days of a sheet of ${ENTRIES} entries, 30 times at once`,
    () => many(`${target.sheetOf(victim)}/timeline`, victim, overseer),
    notAll200,
  );
}

/** More bodies in the round, each with the sheet of one that is there; all see the ranking. */
async function takeMoreIn(owner: pg.Client, like: string): Promise<void> {
  await owner.query(`INSERT INTO body (id, kind, ranked) SELECT 'xa-minh-hoa-' || n, 'commune', true FROM generate_series(1, $1::int) n`, [BODIES]);
  await owner.query(
    `INSERT INTO body_attribute (body_id, attribute, position, value) SELECT 'xa-minh-hoa-' || n, 'type', 0, 'province' FROM generate_series(1, $1::int) n`,
    [BODIES],
  );
  await owner.query(`INSERT INTO participant (round_id, body_id, position) SELECT $1, 'xa-minh-hoa-' || n, 100 + n FROM generate_series(1, $2::int) n`, [
    ROUND,
    BODIES,
  ]);
  await owner.query(
    `INSERT INTO cell (round_id, body_id, stage, target_kind, target, fields, seqs)
      SELECT c.round_id, 'xa-minh-hoa-' || n, c.stage, c.target_kind, c.target, c.fields, c.seqs FROM cell c, generate_series(1, $2::int) n WHERE c.body_id = $1`,
    [like, BODIES],
  );
  await owner.query(`UPDATE round SET ranking_shown = 'participants' WHERE id = $1`, [ROUND]);
}

/** Entries of a sheet once more, over and over, on days that are past. */
async function lengthenLedger(owner: pg.Client, body: string): Promise<void> {
  await owner.query(
    `WITH there AS (SELECT n.*, row_number() OVER (ORDER BY n.seq) AS k, count(*) OVER () AS many, max(n.seq) OVER () AS last FROM entry n
        WHERE n.round_id = $1 AND n.body_id = $2 AND n.target IS NOT NULL)
      INSERT INTO entry (id, round_id, body_id, seq, target_kind, target, act, stage, standing, actor, office, received_at, base, edition_id, changes, texts, origin, hash)
      SELECT gen_random_uuid(), t.round_id, t.body_id, t.last + g, t.target_kind, t.target, t.act, t.stage, t.standing, t.actor, t.office,
        now() - make_interval(days => $4 - g * $4 / ($3 + 1)), t.last + g - 1, t.edition_id, t.changes, '{}', t.origin, t.hash
      FROM generate_series(1, $3::int) g JOIN there t ON t.k = 1 + (g - 1) % t.many`,
    [ROUND, body, ENTRIES, DAYS],
  );
}
