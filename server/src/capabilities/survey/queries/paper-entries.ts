import type { Answers, Questionnaire } from '@parindex/core/survey/index';
import type { Entry } from '@parindex/core/survey/paper/index';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** Why a paper form is not typed, or that it is; apart: above a quota; own: whoever asks has typed it already; ownBody: they work for the body that is judged. */
export type PaperState = 'open' | 'own' | 'ownBody' | 'ended' | 'notYet' | 'over' | 'taken' | 'apart' | 'answered';

/** A paper form to be typed. */
export interface FoundPaper {
  readonly state: PaperState;
  readonly body: string;
  readonly group: string;
  readonly form: Questionnaire;
  /** Of the entry that comes next. */
  readonly place: number;
  /** What two others have typed, for whoever settles it. */
  readonly entries: readonly Entry[];
}

const secretOf = (code: string) => Buffer.from(code, 'utf8');

/** The form with a code; undefined where there is none in this survey. */
export async function findPaperForm(db: Reading, round: string, code: string): Promise<FoundPaper | undefined> {
  const { rows } = await sql<{ form: FoundPaper | null }>`SELECT app.find_paper_form(${round}, ${secretOf(code)}) AS form`.execute(db as Writing);
  return rows[0]?.form ?? undefined;
}

/** Holds a form against all others who type it, or answer in its person's place, until the transaction ends. */
export async function holdPaperForm(db: Writing, round: string, code: string): Promise<void> {
  await sql`SELECT app.hold_paper_form(${round}, ${secretOf(code)})`.execute(db);
}

export type Entered = 'first' | 'differs' | 'counted' | 'setApart' | 'repeated' | 'moved' | 'unknown' | Exclude<PaperState, 'open'>;

/** Keeps an entry of a form, and takes the form where it settles it. */
export async function enterPaperForm(db: Writing, round: string, code: string, place: number, { answers, invalid }: Entry, counted: Answers): Promise<Entered> {
  const { rows } = await sql<{
    entered: Entered;
  }>`SELECT app.enter_paper_form(${round}, ${secretOf(code)}, ${place}::integer, ${JSON.stringify(answers)}::jsonb,
    ${[...invalid]}::text[], ${JSON.stringify(counted)}::jsonb) AS entered`.execute(db);
  return rows[0]?.entered as Entered;
}

/** How far the paper forms of a body by a group are. */
export interface PaperProgressRow {
  readonly body: string;
  readonly group: string;
  readonly once: number;
  readonly differing: number;
  readonly counted: number;
  readonly setApart: number;
  readonly elsewhere: number;
}

export async function readPaperProgress(db: Reading, round: string): Promise<PaperProgressRow[]> {
  const { rows } = await sql<PaperProgressRow>`SELECT p.body_id AS body, p.group_id AS "group", p.once::int AS once, p.differing::int AS differing,
    p.counted::int AS counted, p.set_apart::int AS "setApart", p.elsewhere::int AS elsewhere FROM app.paper_progress(${round}) p`.execute(db as Writing);
  return rows;
}
