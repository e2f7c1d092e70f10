import { Faults } from '@parindex/core';
import { checkFed } from '@parindex/core/survey/index';
import type { InBoth } from '@parindex/core/words/texts';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import type { RoundRow } from '../../rounds/queries/rounds.ts';
import { schemeOfEdition } from '../../rounds/scheme.ts';
import { obstacleOf } from '../present-survey.ts';
import { isPiloted } from '../queries/pilots.ts';
import { findSurvey, insertSurvey } from '../queries/surveys.ts';
import { readSurveyGroups, type SurveyGroup } from '../survey-groups.ts';

const OPENED = {
  vi: 'Điều tra xã hội học của kỳ đã được mở với ngưỡng hiển thị kết quả khác.',
  en: 'The survey of the round was opened with another threshold.',
};

/** Questions that the edition's rules take and that no form asks: their items would never get points. */
async function unfed({ db }: Acting, { edition }: RoundRow, groups: readonly SurveyGroup[]): Promise<InBoth | undefined> {
  const [scheme, faults] = [await schemeOfEdition(db, edition), new Faults()];
  if (scheme)
    checkFed(
      scheme,
      groups.map(({ form }) => form),
      faults,
    );
  const lacking = faults.list.map(({ details }) => details['found']).join(', ');
  return lacking === ''
    ? undefined
    : {
        vi: `Chưa có phiếu nào hỏi các câu mà cách tính điểm cần: ${lacking}.`,
        en: `No questionnaire asks what the rules need: ${lacking}.`,
      };
}

/** Opens the survey of a round whose plan is locked; the same again changes nothing. */
export async function openSurvey(acting: Acting, round: RoundRow, threshold: number): Promise<Effect> {
  const { db, account, receivedAt } = acting;
  const there = await findSurvey(db, round.id);
  if (there) {
    if (there.threshold !== threshold) throw new Problem('alreadyThere', { detail: OPENED });
    return 'unchanged';
  }
  const groups = await readSurveyGroups(db, round.edition);
  const obstacle = obstacleOf(round, groups, await isPiloted(db, round.id)) ?? (await unfed(acting, round, groups));
  if (obstacle) throw new Problem('notNow', { detail: obstacle, more: { state: round.state } });
  await insertSurvey(db, { round: round.id, edition: round.edition as string, threshold, by: account as string, at: receivedAt });
  await recordAct(acting, {
    act: 'survey.open',
    subject: `survey:${round.id}`,
    round: round.id,
    content: { edition: round.edition, stands: await readRowStates(db, { survey: [round.id] }) },
  });
  return 'done';
}
