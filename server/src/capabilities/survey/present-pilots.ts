import type { surveyPilots } from '@parindex/core/contracts/schemas/survey-pilots';
import { questionsOf } from '@parindex/core/survey/index';
import { inLanguage, type Language } from '@parindex/core/words/index';
import type { InBoth } from '@parindex/core/words/texts';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { findQuestionnaireHashes } from '../editions/queries/questionnaires.ts';
import type { RoundRow } from '../rounds/queries/rounds.ts';
import { isPiloted, type PilotFormRow, readPilotForms, readPilots } from './queries/pilots.ts';
import { findSurvey } from './queries/surveys.ts';
import { readSurveyGroups } from './survey-groups.ts';

const OBSTACLES = {
  closed: { vi: 'Kỳ đánh giá đã đóng.', en: 'The round is closed.' },
  opened: {
    vi: 'Điều tra xã hội học của kỳ đã được mở nên không điều tra thử nữa.',
    en: 'The survey of the round was opened: there is no pilot of it any more.',
  },
  noForms: { vi: 'Bộ tiêu chí của kỳ không có phiếu điều tra.', en: 'The edition of the round has no questionnaires.' },
  runs: { vi: 'Đang có một đợt điều tra thử; kết thúc đợt này trước khi bắt đầu đợt khác.', en: 'A pilot runs: it is ended before another one is started.' },
} as const satisfies Readonly<Record<string, InBoth>>;

/** What stands against starting a pilot; undefined where nothing does. */
export async function pilotObstacle(db: Reading, { id, state, edition }: RoundRow): Promise<InBoth | undefined> {
  if (state === 'closed') return OBSTACLES.closed;
  if (await findSurvey(db, id)) return OBSTACLES.opened;
  if (edition === null || (await findQuestionnaireHashes(db, edition)).size === 0) return OBSTACLES.noForms;
  return (await isPiloted(db, id)) ? OBSTACLES.runs : undefined;
}

/** Questions that were left or got no opinion, most often first. */
const presentQuestions = ({ form, questions }: PilotFormRow, language: Language) =>
  questions === null
    ? null
    : questionsOf(form)
        .flatMap(({ id, title }, index) => {
          const told = questions.find((question) => question.id === id);
          if (!told || told.left + told.noOpinion === 0) return [];
          return [{ number: index + 1, title: inLanguage(title, language) ?? '', asked: told.asked, left: told.left, noOpinion: told.noOpinion }];
        })
        .toSorted((one, other) => other.left + other.noOpinion - one.left - one.noOpinion || one.number - other.number);

/** The pilots of a round, for whoever leads its survey; links begin with this origin. */
export async function presentPilots(db: Reading, round: RoundRow, origin: string, language: Language): Promise<z.output<typeof surveyPilots>> {
  const [pilots, forms, hashes, obstacle] = [
    await readPilots(db, round.id),
    await readPilotForms(db, round.id),
    round.edition === null ? new Map<string, string>() : await findQuestionnaireHashes(db, round.edition),
    await pilotObstacle(db, round),
  ];
  // As the survey has them; a group that its edition has lost stands first.
  const order = (await readSurveyGroups(db, round.edition)).map(({ id }) => id);
  return {
    obstacle: obstacle?.[language] ?? null,
    items: pilots.map(({ id, number, startedBy, startedAt, endedBy, endedAt }) => ({
      ...{ id, number, startedBy, startedAt: startedAt.toISOString() },
      ended: endedBy === null || endedAt === null ? null : { by: endedBy, at: endedAt.toISOString() },
      forms: forms
        .filter(({ pilot }) => pilot === id)
        .toSorted((one, other) => order.indexOf(one.group) - order.indexOf(other.group))
        .map((row) => ({
          ...{ group: row.group, title: inLanguage(row.form.title, language) ?? '', hash: row.hash, changed: hashes.get(row.group) !== row.hash },
          link: endedAt === null ? `${origin}/phieu/${row.token}` : null,
          ...{ begun: row.begun, sent: row.sent, seconds: row.seconds, questions: presentQuestions(row, language) },
          remarks: row.seconds === null ? null : [...(row.remarks ?? [])],
        })),
    })),
  };
}
