import type { ReplacementReason } from '@parindex/core/survey/respondents/replacement';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** How a group of a body stands: counts alone. */
export interface StandingRow {
  readonly body: string;
  readonly group: string;
  readonly listed: number;
  readonly invited: number;
  readonly answered: number;
  readonly replaced: Readonly<Partial<Record<ReplacementReason, number>>>;
  readonly drafts: number;
  readonly partial: number;
  readonly brokenOff: number;
  readonly flagged: number;
  readonly undecided: number;
  readonly setAside: number;
}

/** Of all bodies, for whoever leads or audits the round; nothing for anybody else. */
export async function readStanding(db: Reading, round: string): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`SELECT s.body_id AS body, s.group_id AS "group", s.listed, s.invited, s.answered, s.replaced, s.drafts, s.partial,
      s.broken_off AS "brokenOff", s.flagged, s.undecided, s.set_aside AS "setAside" FROM app.survey_standing(${round}) s`.execute(db as Writing);
  return rows;
}

/** How many forms came on each day; empty where fewer than the threshold have come. */
export async function readDays(db: Reading, round: string, body: string | null, group: string | null): Promise<{ day: string; sent: number }[]> {
  const { rows } = await sql<{ day: string; sent: number }>`SELECT d.day::text AS day, d.sent FROM app.survey_days(${round}, ${body}, ${group}) d`.execute(
    db as Writing,
  );
  return rows;
}
