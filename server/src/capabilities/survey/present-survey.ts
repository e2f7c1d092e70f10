import type { surveyAnswer } from '@parindex/core/contracts/schemas/survey';
import type { Membership } from '@parindex/core/rights/index';
import { questionsOf } from '@parindex/core/survey/index';
import type { InBoth } from '@parindex/core/words/texts';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import type { RoundRow } from '../rounds/queries/rounds.ts';
import { isPiloted } from './queries/pilots.ts';
import {
  type ConfirmationRow,
  findSurvey,
  type ProgressRow,
  readBodies,
  readConfirmations,
  readEverListed,
  readProgress,
  type SurveyRow,
} from './queries/surveys.ts';
import { questionnaireTitle, readSurveyGroups, type SurveyGroup } from './survey-groups.ts';

/** What stands against opening the survey of a round; undefined where nothing does. */
export function obstacleOf({ state, steps }: Pick<RoundRow, 'state' | 'steps'>, groups: readonly SurveyGroup[], piloted = false): InBoth | undefined {
  if (state === 'draft') return { vi: 'Kỳ đánh giá chưa mở.', en: 'The round is not open yet.' };
  if (state === 'closed') return { vi: 'Kỳ đánh giá đã đóng.', en: 'The round is closed.' };
  if (groups.length === 0) return { vi: 'Bộ tiêu chí của kỳ không có phiếu điều tra.', en: 'The edition of the round has no questionnaires.' };
  if (!steps.some(({ step }) => step === 'survey'))
    return { vi: 'Lịch của kỳ chưa có bước điều tra xã hội học.', en: 'The calendar of the round has no step for the survey.' };
  if (piloted)
    return { vi: 'Đang có một đợt điều tra thử; kết thúc đợt này trước khi mở điều tra.', en: 'A pilot runs: it is ended before the survey is opened.' };
  return undefined;
}

/** By which document a body stands for its list, as it is told. */
export const presentConfirmation = (row: ConfirmationRow | undefined) =>
  row
    ? {
        ...{ number: row.number, date: row.date, confirmedBy: row.by, confirmedAt: row.at.toISOString() },
        ...{ holds: row.holds, listed: row.listed, hash: row.hash, file: row.file },
      }
    : null;

/** A body's own people do not see who has answered: nor how many, once so few have not that it would tell. */
const presentProgress = ({ group, listed, invited, answered }: ProgressRow, threshold: number, whole: boolean) => ({
  ...{ group, listed, invited },
  answered: whole || listed - answered >= threshold ? answered : null,
});

/** Whether somebody sees all bodies of a round's survey: its owners and auditors. */
const seesWhole = (memberships: readonly Membership[], ownerBody: string): boolean =>
  memberships.some(({ role, body }) => (role === 'owner' && body === ownerBody) || (role === 'auditor' && (body === null || body === ownerBody)));

/** How a survey stands. */
export const stateOf = (survey: SurveyRow | undefined) =>
  survey === undefined ? 'notOpened' : survey.closedAt ? 'closed' : survey.endedAt ? 'ending' : 'open';

/** The survey of a round as somebody sees it. */
export async function presentSurvey(
  db: Reading,
  round: RoundRow,
  memberships: readonly Membership[],
  language: 'vi' | 'en',
): Promise<z.output<typeof surveyAnswer>> {
  const survey = await findSurvey(db, round.id);
  const groups = await readSurveyGroups(db, survey?.edition ?? round.edition);
  const whole = seesWhole(memberships, round.ownerBody);
  const own = memberships.flatMap(({ role, body }) => ((role === 'clerk' || role === 'head') && body !== null ? [body] : []));
  const [progress, confirmations] = survey
    ? [await readProgress(db, round.id), await readConfirmations(db, round.id)]
    : [[], new Map<string, ConfirmationRow>()];
  const versions = survey ? await readEverListed(db, round.id) : new Map<string, number>();
  const byBody = Map.groupBy(progress, ({ body }) => body);
  const step = round.steps.find((dated) => dated.step === 'survey');
  return {
    state: stateOf(survey),
    threshold: survey?.threshold ?? null,
    openedAt: survey?.openedAt.toISOString() ?? null,
    closedAt: survey?.closedAt?.toISOString() ?? null,
    step: step ? { opens: step.opens, closes: step.closes } : null,
    obstacle: survey ? null : (obstacleOf(round, groups, await isPiloted(db, round.id))?.[language] ?? null),
    groups: groups.map((group) => ({
      ...{ id: group.id, title: group.title[language], questionnaire: questionnaireTitle(group, language), questions: questionsOf(group.form).length },
    })),
    bodies: (await readBodies(db, round.id, whole ? null : own)).map((body) => ({
      body,
      own: own.includes(body.id),
      confirmation: presentConfirmation(confirmations.get(body.id)),
      version: versions.get(body.id) ?? 0,
      groups: (byBody.get(body.id) ?? []).map((row) => presentProgress(row, survey?.threshold ?? 0, whole)),
    })),
  };
}
