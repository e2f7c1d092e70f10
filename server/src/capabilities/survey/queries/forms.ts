import type { Answers, Questionnaire } from '@parindex/core/survey/index';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** Why the form behind a link is not filled in, or that it is; full: as many have answered as are taken, and what was begun stays. */
export type LinkState = 'open' | 'ended' | 'notYet' | 'over' | 'answered' | 'full';

/** What is behind a link, for whoever holds its secret. */
export interface FoundForm {
  readonly state: LinkState;
  /** Whom it asks about; null in a pilot, which is about nobody. */
  readonly bodyName: string | null;
  /** When the survey ends; null where the round's calendar does not say. */
  readonly closes: string | null;
  readonly form: Questionnaire;
  readonly answers: Answers;
  /** Whether it was begun, on whatever device. */
  readonly begun: boolean;
  /** Whether the code of its draft came with the link: only then its answers are told. */
  readonly resumed: boolean;
}

/** A form that is sent, as its pages know it. */
export interface SentForm {
  readonly token: string;
  readonly code: string;
  readonly submission: string;
  readonly form: Questionnaire;
  readonly answers: Answers;
  readonly receipt: string;
}

/** What the pages of a form are served from: a survey's forms, or those of a pilot. */
export interface FormsBehindLinks {
  readonly pilot: boolean;
  find(db: Reading, token: string, code: string): Promise<FoundForm | undefined>;
  begin(db: Writing, token: string, code: string, anew: boolean): Promise<boolean>;
  hold(db: Writing, token: string, code: string): Promise<void>;
  save(db: Writing, token: string, code: string, answers: Answers): Promise<boolean>;
  send(db: Writing, sent: SentForm): Promise<Submitted>;
}

/** The secret as the database hashes it. */
const secretOf = (token: string) => Buffer.from(token, 'utf8');

/** What is behind a link; with the answers so far where `code` is that of its draft. */
async function findForm(db: Reading, token: string, code: string): Promise<FoundForm | undefined> {
  const { rows } = await sql<{ form: FoundForm | null }>`SELECT app.find_form(${secretOf(token)}, ${code}) AS form`.execute(db as Writing);
  return rows[0]?.form ?? undefined;
}

/** Begins a form under a code; one with answers only `anew`, and then they go. False where nothing was begun. */
async function beginForm(db: Writing, token: string, code: string, anew: boolean): Promise<boolean> {
  const { rows } = await sql<{ begun: boolean }>`SELECT app.begin_form(${secretOf(token)}, ${code}, ${anew}) AS begun`.execute(db);
  return rows[0]?.begun === true;
}

/** Holds the form behind a link against all others until the transaction ends. */
async function holdForm(db: Writing, token: string): Promise<void> {
  await sql`SELECT app.hold_form(${secretOf(token)})`.execute(db);
}

/** Keeps answers so far; false where the form is not open any more, or has another code. */
async function saveForm(db: Writing, token: string, code: string, answers: Answers): Promise<boolean> {
  const { rows } = await sql<{ saved: boolean }>`SELECT app.save_form(${secretOf(token)}, ${code}, ${JSON.stringify(answers)}::jsonb) AS saved`.execute(db);
  return rows[0]?.saved === true;
}

export interface Submitted {
  /** notResumed: its code is none of a draft. */
  readonly state: 'accepted' | 'repeated' | 'unknown' | 'notResumed' | Exclude<LinkState, 'open'>;
  readonly receipt?: string;
}

/** Takes a form that was sent: link, person and answers in one statement of one transaction. */
export async function submitForm(db: Writing, token: string, submission: string, answers: Answers, receipt: string): Promise<Submitted> {
  const { rows } = await sql<{ told: Submitted }>`
    SELECT app.submit_form(${secretOf(token)}, ${submission}::uuid, ${JSON.stringify(answers)}::jsonb, ${receipt}) AS told`.execute(db);
  return rows[0]?.told as Submitted;
}

/** Forms behind the links of surveys: one of each person. */
export const SURVEY_FORMS: FormsBehindLinks = {
  pilot: false,
  find: findForm,
  begin: beginForm,
  hold: holdForm,
  save: saveForm,
  send: (db, { token, submission, answers, receipt }) => submitForm(db, token, submission, answers, receipt),
};
