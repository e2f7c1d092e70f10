import type { Answers } from '@parindex/core/survey/index';
import { type TriedAnswers, triedAnswers } from '@parindex/core/survey/pilot';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../../db/transaction.ts';
import type { FormsBehindLinks, FoundForm, Submitted } from './forms.ts';

type TriedForm = Pick<FoundForm, 'state' | 'form' | 'resumed' | 'answers'>;

async function findForm(db: Reading, token: string, code: string): Promise<FoundForm | undefined> {
  const { rows } = await sql<{ form: TriedForm | null }>`SELECT app.find_tried_form(${token}, ${code}) AS form`.execute(db as Writing);
  const form = rows[0]?.form;
  // An open link: what others have begun with it is theirs.
  return form ? { ...form, bodyName: null, closes: null, begun: form.resumed } : undefined;
}

async function beginForm(db: Writing, token: string, code: string): Promise<boolean> {
  const { rows } = await sql<{ begun: boolean }>`SELECT app.begin_tried_form(${token}, ${code}) AS begun`.execute(db);
  return rows[0]?.begun === true;
}

async function holdForm(db: Writing, token: string, code: string): Promise<void> {
  await sql`SELECT app.hold_tried_form(${token}, ${code})`.execute(db);
}

async function saveForm(db: Writing, token: string, code: string, answers: Answers): Promise<boolean> {
  const { rows } = await sql<{ saved: boolean }>`SELECT app.save_tried_form(${token}, ${code}, ${JSON.stringify(answers)}::jsonb) AS saved`.execute(db);
  return rows[0]?.saved === true;
}

async function sendForm(db: Writing, token: string, code: string, submission: string, { outcomes, remark }: TriedAnswers, receipt: string): Promise<Submitted> {
  const { rows } = await sql<{ told: Submitted }>`
    SELECT app.send_tried_form(${token}, ${code}, ${submission}::uuid, ${JSON.stringify(outcomes)}::jsonb, ${remark}, ${receipt}) AS told`.execute(db);
  return rows[0]?.told as Submitted;
}

/** Forms behind the links of pilots: each device that begins one has its own, and what is sent leaves behind no answer. */
export const TRIED_FORMS: FormsBehindLinks = {
  pilot: true,
  find: findForm,
  begin: beginForm,
  hold: holdForm,
  save: saveForm,
  send: (db, { token, code, submission, form, answers, receipt }) => sendForm(db, token, code, submission, triedAnswers(form, answers), receipt),
};
