import { randomBytes, randomUUID } from 'node:crypto';
import type { Answers } from '@parindex/core/survey/index';
import type pg from 'pg';

export interface SentForms {
  readonly round: string;
  readonly body: string;
  readonly group: string;
  readonly leader: string;
  /** When each was sent, after how many seconds, with which answers; null: not at all. */
  readonly forms: readonly ({ readonly at: Date; readonly seconds: number; readonly answers: Answers } | null)[];
}

/** Invented respondents with links, of whom some have sent a form: by rows, as the functions of the database leave them. */
export async function addSentForms(owner: pg.Client, { round, body, group, leader, forms }: SentForms): Promise<void> {
  for (const [index, form] of forms.entries()) {
    const id = randomUUID();
    await owner.query(
      `INSERT INTO respondents.respondent (id, round_id, body_id, group_id, name, mail, listed_by, listed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, now())`,
      [id, round, body, group, `Người trả lời minh họa ${index + 1}`, `${id}@minh-hoa.example`, leader],
    );
    await owner.query('INSERT INTO respondents.link (token_hash, respondent_id, made_by, made_at) VALUES ($1, $2, $3, now())', [randomBytes(32), id, leader]);
    if (form === null) continue;
    await owner.query('INSERT INTO respondents.participation (respondent_id, round_id) VALUES ($1, $2)', [id, round]);
    await owner.query(
      `INSERT INTO answers.response (reference, round_id, body_id, group_id, mode, answers, begun_at, saved_at, submission_id, submitted_at, receipt)
       VALUES ($1, $2, $3, $4, 'online', $5, $6, $7, $8, $7, 'MINH-HOA')`,
      [randomBytes(32), round, body, group, JSON.stringify(form.answers), new Date(form.at.getTime() - form.seconds * 1_000), form.at, randomUUID()],
    );
  }
}
