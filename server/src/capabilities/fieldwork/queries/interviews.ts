import type { FieldRule, VisitOutcome } from '@parindex/core/survey/fieldwork/visits';
import type { Answers, Questionnaire } from '@parindex/core/survey/index';
import type { ApartTold } from '@parindex/core/survey/set-apart';
import { sql } from 'kysely';
import { nameInYear } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** A group of a survey in which somebody interviews. */
export interface InterviewedGroup {
  readonly round: string;
  readonly title: string;
  readonly edition: string;
  readonly group: string;
  readonly owner: string;
  readonly closes: string | null;
  readonly open: boolean;
  readonly rule: FieldRule;
  readonly form: Questionnaire;
}

/** The groups in which an account has addresses or asks again, of surveys that are not closed; the newest first. */
export async function readInterviewedGroups(db: Reading, account: string, at: Date): Promise<InterviewedGroup[]> {
  const { rows } = await sql<InterviewedGroup>`
    SELECT r.id AS round, r.title, s.edition_id AS edition, f.group_id AS "group", (SELECT ${nameInYear} FROM body b WHERE b.id = r.owner_body) AS owner,
      to_char(t.closes AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS closes,
      s.closing_asked_at IS NULL AND r.state = 'open' AND coalesce(${at}::timestamptz < t.closes, false) AS open,
      json_build_object('mostVisits', f.most_visits, 'replaced', f.replaced) AS rule, q.form
    FROM respondents.field_rule f JOIN survey s ON s.round_id = f.round_id JOIN round r ON r.id = s.round_id
      JOIN edition_questionnaire q ON q.edition_id = s.edition_id AND q.group_id = f.group_id LEFT JOIN round_step t ON t.round_id = r.id AND t.step = 'survey'
    WHERE s.closed_at IS NULL AND (EXISTS (SELECT FROM respondents.assignment x JOIN respondents.address a ON a.id = x.address_id
        WHERE x.account_id = ${account}::uuid AND x.ended_at IS NULL AND a.round_id = f.round_id AND a.group_id = f.group_id)
      OR EXISTS (SELECT FROM app.back_checks_taken_along(true) k WHERE k.round_id = f.round_id AND k.group_id = f.group_id))
    ORDER BY s.opened_at DESC, f.group_id`.execute(db);
  return rows;
}

/** The form by which an address is interviewed; undefined where the asker never had it. */
export async function findFormOfAddress(db: Reading, address: string): Promise<{ readonly round: string; readonly form: Questionnaire } | undefined> {
  const { rows } = await sql<{ round: string; form: Questionnaire }>`
    SELECT a.round_id AS round, q.form FROM respondents.address a JOIN survey s ON s.round_id = a.round_id
      JOIN edition_questionnaire q ON q.edition_id = s.edition_id AND q.group_id = a.group_id
    WHERE a.id = ${address}::uuid AND app.was_assigned(a.id)`.execute(db);
  return rows[0];
}

export async function readDeviceKey(db: Writing): Promise<Buffer> {
  const { rows } = await sql<{ key: Buffer | null }>`SELECT app.device_key() AS key`.execute(db);
  const key = rows[0]?.key;
  if (!key) throw new Error('an interviewer has no key');
  return key;
}

export interface TakenInterview {
  readonly state: 'accepted' | 'repeated' | 'setApart' | 'unknown' | 'notYet';
  readonly reason?: ApartTold | null;
  readonly receipt?: string;
}

/** Takes an interview: address and answers in one statement of one transaction. */
export async function takeInterview(
  db: Writing,
  submission: string,
  address: string,
  answers: Answers,
  seconds: number,
  receipt: string,
): Promise<TakenInterview> {
  const { rows } = await sql<{ told: TakenInterview }>`
    SELECT app.take_interview(${submission}::uuid, ${address}::uuid, ${JSON.stringify(answers)}::jsonb, ${seconds}::integer, ${receipt}) AS told`.execute(db);
  return rows[0]?.told as TakenInterview;
}

export interface NewVisit {
  readonly id: string;
  readonly address: string;
  readonly at: Date;
  readonly outcome: VisitOutcome;
  readonly returnAt: string | null;
  readonly note: string | null;
}

/** Keeps the visits that are not there yet, at addresses that were ever the asker's: which of all these are there now, and how many came anew. */
export async function insertVisits(
  db: Writing,
  account: string,
  at: Date,
  visits: readonly NewVisit[],
): Promise<{ readonly kept: readonly { readonly id: string; readonly address: string; readonly outcome: string }[]; readonly anew: number }> {
  if (visits.length === 0) return { kept: [], anew: 0 };
  const { rows } = await sql<{ id: string }>`INSERT INTO respondents.visit (id, address_id, account_id, visited_at, outcome, return_at, note, came_at)
    SELECT v.id, v.address, ${account}::uuid, v.at, v.outcome, v."returnAt", v.note, ${at}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) AS v (id uuid, address uuid, at timestamptz, outcome text, "returnAt" timestamptz, note text)
    WHERE app.was_assigned(v.address) ON CONFLICT (id) DO NOTHING RETURNING id`.execute(db);
  const kept = await db
    .selectFrom('respondents.visit')
    .select(['id', 'address_id as address', 'outcome'])
    .where(
      'id',
      'in',
      visits.map(({ id }) => id),
    )
    .where('account_id', '=', account)
    .execute();
  return { kept, anew: rows.length };
}
