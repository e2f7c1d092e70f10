import { hashOf } from '@parindex/core';
import { countAnswers } from '@parindex/core/survey/estimates/index';
import { askedQuestions, type Questionnaire } from '@parindex/core/survey/index';
import { completionOf, DEFAULT_COMPLETION, outcomeOfResponse } from '@parindex/core/survey/outcomes/completion';
import type pg from 'pg';
import { inBackgroundOf } from '../../db/background.ts';
import { findQuestionnaires } from '../editions/queries/questionnaires.ts';
import {
  type CountedForm,
  type CountRow,
  changeCounts,
  closeCounted,
  findOpenSurveys,
  markCounted,
  readCounts,
  readSent,
  type SentForm,
  takeUncounted,
} from './queries/counting.ts';

/** Forms counted in one transaction. */
const BATCH = 500;

/** Counts of forms, in the order of their keys. */
class FormCounts {
  readonly #sums = new Map<string, CountRow>();
  readonly #forms: ReadonlyMap<string, Questionnaire>;

  constructor(forms: readonly Questionnaire[]) {
    this.#forms = new Map(forms.map((form) => [form.group, form]));
  }

  /** Adds a form, or takes one away that was set aside after it was counted; tells what it comes to. */
  add(sent: SentForm): CountedForm {
    const form = this.#forms.get(sent.group_id);
    if (!form) throw new Error(`no form for the group ${sent.group_id}`);
    const asked = new Set(askedQuestions(form, sent.answers).map(({ id }) => id));
    const by = sent.setAside ? -1 : 1;
    for (const { question, option } of countAnswers(form, sent.answers, asked)) {
      const key = JSON.stringify([sent.body_id, sent.group_id, question, option]);
      const count = (this.#sums.get(key)?.count ?? 0) + by;
      this.#sums.set(key, { body: sent.body_id, group: sent.group_id, question, option, count });
    }
    return { reference: sent.reference, outcome: outcomeOfResponse(completionOf(form, sent.answers, asked), DEFAULT_COMPLETION) };
  }

  get rows(): CountRow[] {
    return inOrder([...this.#sums.values()]);
  }
}

const KEYS = ['body', 'group', 'question', 'option'] as const;

/** By the codes of the letters, alike everywhere. */
const inOrder = (rows: readonly CountRow[]): CountRow[] =>
  rows.toSorted((a, b) => {
    for (const key of KEYS) if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1;
    return 0;
  });

/** The hash of a survey's counts: whoever recounts its forms comes to the same. */
export const hashOfCounts = (rows: readonly CountRow[]): string =>
  hashOf(inOrder(rows).map(({ body, group, question, option, count }) => [body, group, question, option, String(count)]));

/**
 * Counts forms that were sent, each once, as it is counted and marked in one transaction, and takes those out again that were set aside; and closes surveys that were asked to be, when nothing is left to
 * count and a recount of all forms comes to the same. True if there may be more to do at once. Throws where the counts are not those of the forms.
 */
export async function countForms(pool: pg.Pool, now: () => Date): Promise<boolean> {
  let more = false;
  for (const { round, edition, closing } of await inBackgroundOf(pool, findOpenSurveys)) {
    const counted = await inBackgroundOf(pool, async (db) => {
      const sent = await takeUncounted(db, round, BATCH);
      if (sent.length === 0) return 0;
      const counts = new FormCounts(await findQuestionnaires(db, edition));
      const marked = sent.map((form) => counts.add(form));
      await changeCounts(db, round, counts.rows);
      await markCounted(db, marked);
      return sent.length;
    });
    if (counted === BATCH) more = true;
    else if (closing) await closeSurvey(pool, round, edition, now);
  }
  return more;
}

async function closeSurvey(pool: pg.Pool, round: string, edition: string, now: () => Date): Promise<void> {
  await inBackgroundOf(pool, async (db) => {
    const again = new FormCounts(await findQuestionnaires(db, edition));
    for await (const sent of readSent(db, round, BATCH)) for (const form of sent) again.add(form);
    const [kept, recounted] = [hashOfCounts(await readCounts(db, round)), hashOfCounts(again.rows)];
    // Forms that another process is counting just now: the next turn closes.
    const moved = kept === recounted ? await closeCounted(db, round, kept, now()) : undefined;
    if (moved === undefined && kept !== recounted) throw new Error(`the counts of the survey of ${round} are not those of its forms`);
  });
}
