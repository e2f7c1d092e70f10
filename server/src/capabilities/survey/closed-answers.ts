import { at, Faults, ROOT } from '@parindex/core';
import type { AnsweredBody, LeftOutBody } from '@parindex/core/survey/export/index';
import type { Questionnaire } from '@parindex/core/survey/index';
import type { InBoth } from '@parindex/core/words/texts';
import type { Reading } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import { findQuestionnaireHashes } from '../editions/queries/questionnaires.ts';
import { readClosedBodies, readNames } from './queries/answers-export.ts';
import { type ClosedSurvey, findClosedSurvey } from './queries/closing.ts';
import { readBodies } from './queries/surveys.ts';
import { readSurveyGroups, type SurveyGroup } from './survey-groups.ts';

const NOT_CLOSED: InBoth = {
  vi: 'Chỉ xem được câu trả lời khi cuộc điều tra đã kết thúc và mọi phiếu đã được đếm.',
  en: 'Answers are told once the survey is closed and all its forms are counted.',
};
const tooFew = (least: number): InBoth => ({
  vi: `Cơ quan này có dưới ${least} phiếu trả lời của nhóm đối tượng nên không xuất riêng được: người trả lời có thể bị nhận ra.`,
  en: `Fewer than ${least} of this group have answered about this body: told alone, they could be recognised.`,
});
const TAKEN_OUT: InBoth = {
  vi: 'Cơ quan này đã được đưa ra khỏi kỳ đánh giá nên phiếu trả lời về cơ quan không được đưa vào tệp.',
  en: 'This body was taken out of the round: what was answered about it is in no file.',
};
const TOO_FEW_EVERYWHERE: InBoth = {
  vi: 'Không cơ quan nào có đủ phiếu trả lời của nhóm đối tượng này.',
  en: 'No body has answers enough of this group.',
};

/** What a group has answered, as far as it may be told: bodies of which too few have answered, or that were taken out of the round, are left out as a whole. */
export interface ToldAnswers {
  readonly survey: ClosedSurvey;
  readonly group: string;
  readonly title: InBoth;
  readonly form: Questionnaire;
  readonly formHash: string;
  /** In the round's order. */
  readonly bodies: readonly AnsweredBody[];
  /** In the round's order; those that were taken out of it last. */
  readonly leftOut: readonly LeftOutBody[];
}

/** A survey that is closed; refuses before: whoever looks twice sees what came between. */
async function closedSurvey(db: Reading, round: string): Promise<ClosedSurvey> {
  const survey = await findClosedSurvey(db, round);
  if (!survey) throw new Problem('notNow', { detail: NOT_CLOSED });
  return survey;
}

async function toldAnswers(db: Reading, round: string, survey: ClosedSurvey, { id: group, title, form }: SurveyGroup, formHash: string): Promise<ToldAnswers> {
  const responses = new Map((await readClosedBodies(db, round, group)).map((each) => [each.body, each.responses]));
  const inRound = await readBodies(db, round, null);
  const known = new Set(inRound.map(({ id }) => id));
  const takenOut = await readNames(
    db,
    round,
    [...responses.keys()].filter((id) => !known.has(id)),
  );
  /** Null: fewer than the threshold. */
  const answered = (bodies: readonly { readonly id: string; readonly name: string }[]) =>
    bodies.flatMap(({ id, name }) => {
      const count = responses.get(id);
      return count === undefined ? [] : [{ id, name, responses: count }];
    });
  const there = answered(inRound);
  return {
    ...{ survey, group, title, form, formHash },
    bodies: there.filter((body): body is AnsweredBody => body.responses !== null),
    leftOut: [
      ...there.filter(({ responses: count }) => count === null).map((body): LeftOutBody => ({ ...body, reason: 'tooFew' })),
      ...answered(takenOut).map((body): LeftOutBody => ({ ...body, reason: 'takenOut' })),
    ],
  };
}

/** The answers of a group to a closed survey, without reading them. */
export async function findToldAnswers(db: Reading, round: string, group: string): Promise<ToldAnswers> {
  const survey = await closedSurvey(db, round);
  const [known, hashes] = [(await readSurveyGroups(db, survey.edition)).find(({ id }) => id === group), await findQuestionnaireHashes(db, survey.edition)];
  const formHash = hashes.get(group);
  if (!known || formHash === undefined) throw new Problem('notFound');
  return toldAnswers(db, round, survey, known, formHash);
}

/** The same of all groups, in the order of the edition. */
export async function readToldAnswers(db: Reading, round: string): Promise<{ readonly survey: ClosedSurvey; readonly groups: readonly ToldAnswers[] }> {
  const survey = await closedSurvey(db, round);
  const hashes = await findQuestionnaireHashes(db, survey.edition);
  const groups: ToldAnswers[] = [];
  for (const group of await readSurveyGroups(db, survey.edition)) groups.push(await toldAnswers(db, round, survey, group, hashes.get(group.id) as string));
  return { survey, groups };
}

/** The bodies of a file, all or one of them; refuses where too few have answered. */
export function bodiesAskedFor({ survey, bodies, leftOut }: ToldAnswers, body: string | undefined, known: readonly { readonly id: string }[]): AnsweredBody[] {
  if (body === undefined) {
    if (bodies.length === 0) throw new Problem('notNow', { detail: TOO_FEW_EVERYWHERE });
    return [...bodies];
  }
  const asked = bodies.find(({ id }) => id === body);
  if (asked) return [asked];
  if (leftOut.some(({ id, reason }) => id === body && reason === 'takenOut')) throw new Problem('notNow', { detail: TAKEN_OUT });
  if (![...leftOut, ...known].some(({ id }) => id === body)) {
    const faults = new Faults();
    faults.add('unknownId', at(ROOT, 'query', 'body'), { found: body });
    throw new Problem('faulty', { faults });
  }
  throw new Problem('notNow', { detail: tooFew(survey.threshold) });
}
