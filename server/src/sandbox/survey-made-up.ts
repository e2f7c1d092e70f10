import { dayOf } from '@parindex/core/round/index';
import { type Answers, askedQuestions, type Option, type Questionnaire, questionsOf } from '@parindex/core/survey/index';
import type { Respondent } from '@parindex/core/survey/respondents/index';
import type pg from 'pg';
import { holdRound } from '../capabilities/rounds/queries/rounds.ts';
import { bringRespondents, confirmRespondents } from '../capabilities/survey/acts/change-respondents.ts';
import { keepLinks, newLinks } from '../capabilities/survey/acts/make-links.ts';
import { openSurvey } from '../capabilities/survey/acts/open-survey.ts';
import { submitForm } from '../capabilities/survey/queries/forms.ts';
import { readToInvite } from '../capabilities/survey/queries/links.ts';
import { readListed } from '../capabilities/survey/queries/respondents.ts';
import { readSurveyGroups } from '../capabilities/survey/survey-groups.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../db/transaction.ts';
import { idOf } from './declare-made-up.ts';
import type { Happening } from './happening.ts';
import { actIn, officeOf } from './in-office.ts';
import type { InventedRound } from './invented-rounds.ts';
import { momentOn, type PastDays, shareOf, workingDaysAgo } from './past-days.ts';

/** Of each group of each body. */
const LISTED = 12;
const THRESHOLD = 5;
/** Bodies whose lists have come in, from the first; of the last of them it is not confirmed yet. */
const BODIES = 4;
const MOST = 10_000;

/** Whole answers of an invented person: rather good than bad, always the same for a name. */
export function madeUpAnswers(form: Questionnaire, name: string): Answers {
  const answers: Answers = {};
  const one = (options: readonly Option[], of: string) =>
    options[Math.min(options.length - 1, Math.floor(shareOf(`${name} ${of}`) ** 2 * options.length))]?.id as string;
  for (const question of questionsOf(form)) {
    if (!askedQuestions(form, answers).some(({ id }) => id === question.id)) continue;
    if (question.kind === 'single' || question.kind === 'scale') answers[question.id] = one(question.options, question.id);
    else if (question.kind === 'multiple') answers[question.id] = [one(question.options, question.id)];
    else if (question.kind === 'matrix')
      answers[question.id] = { rows: Object.fromEntries(question.rows.map(({ id }) => [id, one(question.options, `${question.id} ${id}`)])) };
    else if (question.kind === 'number') answers[question.id] = question.least ?? '1';
  }
  return answers;
}

/** Invented people of an invented body, who bear numbers for names. */
const listed = (form: Questionnaire, body: string): Omit<Respondent, 'line'>[] =>
  Array.from({ length: LISTED }, (_, index) => ({
    name: `Người trả lời minh họa ${index + 1}`,
    position: `Chức vụ minh họa ${index + 1}`,
    unit: null,
    group: form.group,
    phone: null,
    mail: `${form.group}-${index + 1}.${body}@minh-hoa.example`.toLowerCase(),
    address: null,
    note: null,
  }));

/** What happened in the survey of a round: it was opened, some bodies listed whom they know, links were made, and some have answered. Of rounds whose survey runs: their editions have forms. */
export async function surveyMadeUp(context: Context, owner: pg.Pool, round: InventedRound, days: PastDays): Promise<Happening[]> {
  const [, opens = 0] = round.calendar.find(([step]) => step === 'survey') ?? [];
  if (round.reached !== undefined || opens >= 0) return [];
  const office = await officeOf(owner, round.ownerBody, 'owner');
  const on = (ago: number, what: string) => momentOn(workingDaysAgo(days, ago), `${round.id} survey ${what}`);
  const formsOf = (edition: string | null) => actIn(context, office, on(5, 'open'), ({ db }) => readSurveyGroups(db, edition));
  const open: Happening = {
    at: on(5, 'open'),
    happen: () =>
      actIn(context, office, on(5, 'open'), async (acting) => {
        const held = await holdRound(acting.db, round.id);
        if (held) await openSurvey(acting, held, THRESHOLD);
      }),
  };
  const lists = round.participants.slice(0, BODIES).map(async (body, place): Promise<Happening> => {
    const clerk = await officeOf(owner, body, 'clerk');
    const at = on(4, `list ${body}`);
    return {
      at,
      happen: async () => {
        const people = (await formsOf(round.edition)).flatMap(({ form }) => listed(form, body));
        await actIn(context, clerk, at, async (acting) => {
          await bringRespondents(
            acting,
            { round: round.id, body },
            people.map((person, index) => ({ ...person, line: index + 2 })),
          );
          if (place < BODIES - 1)
            await confirmRespondents(
              acting,
              { round: round.id, body },
              { number: `${10 + place}/DS-MH`, date: dayOf(at.getTime()), file: null },
              await readListed(acting.db, round.id, body),
            );
        });
      },
    };
  });
  const at = on(3, 'links');
  const answered: Happening = {
    at,
    happen: async () => {
      const forms = new Map((await formsOf(round.edition)).map(({ form }) => [form.group, form]));
      const invited = await actIn(context, office, at, async (acting) => {
        const people = await readToInvite(acting.db, round.id, { bodies: round.participants.slice(0, BODIES - 1), group: undefined }, 'link', MOST);
        const made = newLinks(people, '');
        await keepLinks(acting, made, { round: round.id, body: undefined, form: 'xlsx', reminder: false, instead: false });
        return made;
      });
      for (const { id, group, link, body } of invited) {
        const [name, form] = [`${round.id} ${body} ${group} ${id}`, forms.get(group)];
        if (!form || shareOf(`${name} answers`) > 0.7) continue;
        await inTransaction(context.pool, {}, on(1, name), true, (db) =>
          submitForm(db, link.slice('/phieu/'.length), idOf(round.id, `form ${id}`), madeUpAnswers(form, name), 'MINH-HOA'),
        );
      }
    },
  };
  return [open, ...(await Promise.all(lists)), answered];
}
