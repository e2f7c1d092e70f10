import { at, Faults, ROOT } from '@parindex/core';
import type { AnsweredBody } from '@parindex/core/survey/export/index';
import type { Questionnaire } from '@parindex/core/survey/index';
import type { InBoth } from '@parindex/core/words/texts';
import type { Reading } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import { findQuestionnaireHashes } from '../editions/queries/questionnaires.ts';
import { readClosedBodies } from './queries/answers-export.ts';
import { type ClosedSurvey, findClosedSurvey } from './queries/closing.ts';
import { readBodies } from './queries/surveys.ts';
import { readSurveyGroups } from './survey-groups.ts';

const NOT_CLOSED: InBoth = {
  vi: 'Chỉ xem được câu trả lời khi cuộc điều tra đã kết thúc và mọi phiếu đã được đếm.',
  en: 'Answers are told once the survey is closed and all its forms are counted.',
};
const tooFew = (least: number): InBoth => ({
  vi: `Cơ quan này có dưới ${least} phiếu trả lời của nhóm đối tượng nên không xuất riêng được: người trả lời có thể bị nhận ra.`,
  en: `Fewer than ${least} of this group have answered about this body: told alone, they could be recognised.`,
});
const TOO_FEW_EVERYWHERE: InBoth = {
  vi: 'Không cơ quan nào có đủ phiếu trả lời của nhóm đối tượng này.',
  en: 'No body has answers enough of this group.',
};

/** What a group has answered, as far as it may be told: bodies of which too few have answered are left out as a whole. */
export interface ToldAnswers {
  readonly survey: ClosedSurvey;
  readonly group: string;
  readonly title: InBoth;
  readonly form: Questionnaire;
  readonly formHash: string;
  /** In the round's order. */
  readonly bodies: readonly AnsweredBody[];
  readonly leftOut: readonly AnsweredBody[];
}

/** The answers of a group to a closed survey, without reading them; refuses before it is closed: whoever looks twice sees what came between. */
export async function findToldAnswers(db: Reading, round: string, group: string): Promise<ToldAnswers> {
  const survey = await findClosedSurvey(db, round);
  if (!survey) throw new Problem('notNow', { detail: NOT_CLOSED });
  const [known, hashes] = [(await readSurveyGroups(db, survey.edition)).find(({ id }) => id === group), await findQuestionnaireHashes(db, survey.edition)];
  const formHash = hashes.get(group);
  if (!known || formHash === undefined) throw new Problem('notFound');
  const responses = new Map((await readClosedBodies(db, round, group)).map((each) => [each.body, each.responses]));
  const answered = (await readBodies(db, round, null)).flatMap(({ id, name }) => {
    const count = responses.get(id);
    return count === undefined ? [] : [{ id, name, responses: count }];
  });
  return {
    ...{ survey, group, title: known.title, form: known.form, formHash },
    bodies: answered.filter((body) => body.responses >= survey.threshold),
    leftOut: answered.filter((body) => body.responses < survey.threshold),
  };
}

/** The bodies of a file, all or one of them; refuses where too few have answered. */
export function bodiesAskedFor({ survey, bodies, leftOut }: ToldAnswers, body: string | undefined, known: readonly { readonly id: string }[]): AnsweredBody[] {
  if (body === undefined) {
    if (bodies.length === 0) throw new Problem('notNow', { detail: TOO_FEW_EVERYWHERE });
    return [...bodies];
  }
  const asked = bodies.find(({ id }) => id === body);
  if (asked) return [asked];
  if (![...leftOut, ...known].some(({ id }) => id === body)) {
    const faults = new Faults();
    faults.add('unknownId', at(ROOT, 'query', 'body'), { found: body });
    throw new Problem('faulty', { faults });
  }
  throw new Problem('notNow', { detail: tooFew(survey.threshold) });
}
