import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { askedQuestions, type Questionnaire } from '@parindex/core/survey/index';
import type { ResponseFacts } from '@parindex/core/survey/quality/facts';
import { flagResponses } from '@parindex/core/survey/quality/flag-responses';
import type { NotedFlag } from '@parindex/core/survey/quality/flags';
import { DEFAULT_QUALITY } from '@parindex/core/survey/quality/limits';
import type pg from 'pg';
import { inBackgroundOf } from '../../db/background.ts';
import { findQuestionnaires } from '../editions/queries/questionnaires.ts';
import { type ExaminedForm, findArrived, holdPlace, type Place, readExamined, takeUnlabelled, writeExamined } from './queries/examining.ts';

/**
 * Looks at forms that were sent, of a group of a body at a time, once as many have come as the survey's threshold: they get labels by chance, and what is
 * noticed about them and those before is written beside them. What comes after, fewer than the threshold, waits: whoever looks before and after somebody has
 * sent a form finds nothing that is theirs alone. True if there may be more to do at once.
 */
export async function examineForms(pool: pg.Pool): Promise<boolean> {
  const places = await inBackgroundOf(pool, findArrived);
  for (const place of places)
    await inBackgroundOf(pool, async (db) => {
      if (!(await holdPlace(db, place))) return;
      const arrived = await takeUnlabelled(db, place);
      if (arrived.length < place.threshold) return;
      const form = (await findQuestionnaires(db, place.edition)).find(({ group }) => group === place.group);
      if (!form) throw new Error(`no form for the group ${place.group}`);
      const labelled = arrived.map((each) => ({ ...each, label: randomUUID() as string }));
      const all = [...(await readExamined(db, place)), ...labelled];
      await writeExamined(db, labelled, []);
      await writeExamined(db, [], changedFlags(place, form, all));
    });
  return false;
}

/** Those of which something else is noticed than before. */
function changedFlags({ group }: Place, form: Questionnaire, all: readonly ExaminedForm[]): { label: string; flags: readonly NotedFlag[] | null }[] {
  const found = Map.groupBy(
    flagResponses(
      new Map([[group, form]]),
      all.map((each) => factsOf(form, each)),
      DEFAULT_QUALITY,
    ).responses,
    ({ response }) => response,
  );
  return all.flatMap(({ label, flags: before }) => {
    const flags = found.get(label)?.map(({ response: _, ...flag }) => flag as NotedFlag) ?? null;
    return isDeepStrictEqual(flags, before) ? [] : [{ label, flags }];
  });
}

/** What the server knows of how a form came about: how long it took and at what hour it was begun, where it was begun on a page. No device, no place. */
const factsOf = (form: Questionnaire, { label, answers, seconds, hour }: ExaminedForm): ResponseFacts => ({
  ...{ id: label, form: form.group, stratum: '', answers },
  asked: new Set(askedQuestions(form, answers).map(({ id }) => id)),
  ...{ durationSeconds: seconds, startedHour: hour, device: null, place: null, metresAway: null, interviewer: null, score: null },
});
