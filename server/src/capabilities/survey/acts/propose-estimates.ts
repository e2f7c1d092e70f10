import type { ImportedTable } from '@parindex/core/imports/index';
import { dayOf } from '@parindex/core/round/index';
import { type AbsentEstimate, estimatesOf, foldCounts } from '@parindex/core/survey/estimates/index';
import type { Questionnaire } from '@parindex/core/survey/index';
import type { Acting } from '../../../audit/acting.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Problem } from '../../../http/problems.ts';
import { findQuestionnaires } from '../../editions/queries/questionnaires.ts';
import { readyEdition } from '../../editions/ready.ts';
import { uploadBatch } from '../../imports/acts/upload-batch.ts';
import { sentTable } from '../../imports/read-sent.ts';
import { readClosedBodies } from '../queries/answers-export.ts';
import { findClosedSurvey, readSurveyCounts } from '../queries/closing.ts';
import { countSetAside } from '../queries/reviews.ts';
import { readBodies } from '../queries/surveys.ts';

interface Place {
  readonly body: string;
  readonly group: string;
  readonly question: string;
}

export interface Proposed {
  readonly delivery: string;
  readonly known: boolean;
  readonly estimates: number;
  readonly absent: readonly (AbsentEstimate & { readonly body: string })[];
  readonly protected: readonly Place[];
  /** Forms that a reviewer has set aside: no estimate is made of them. */
  readonly setAside: number;
}

const placeKey = (body: string, group: string): string => JSON.stringify([body, group]);

/** Which groups have sent any form about which body. */
async function responsesOf(db: Reading, round: string, forms: readonly Pick<Questionnaire, 'group'>[]): Promise<ReadonlySet<string>> {
  const sent = new Set<string>();
  for (const { group } of forms) for (const { body } of await readClosedBodies(db, round, group)) sent.add(placeKey(body, group));
  return sent;
}

/**
 * Works the estimates out from the counts of a closed survey, and lays them before the owners of the round as a delivery of figures: agreed to, they are
 * sealed estimates like any other. The same counts give the same delivery, which is there once. Of a group in which fewer than the threshold have answered
 * nothing is made. Each says the hash of the counts that it came from.
 */
export async function proposeEstimates(acting: Acting, round: string): Promise<Proposed> {
  const survey = await findClosedSurvey(acting.db, round);
  if (!survey)
    throw new Problem('notNow', {
      detail: {
        vi: 'Chỉ tính được kết quả khi cuộc điều tra đã kết thúc và mọi phiếu đã được đếm.',
        en: 'Estimates are worked out once the survey is closed and all its forms are counted.',
      },
    });
  const { scheme, hash } = await readyEdition(acting.db, survey.edition, survey.editionHash);
  const forms = await findQuestionnaires(acting.db, survey.edition);
  const counts = Map.groupBy(await readSurveyCounts(acting.db, round), ({ body }) => body);
  const sent = await responsesOf(acting.db, round, forms);
  const [rows, absent, few]: [object[], Proposed['absent'][number][], Proposed['protected'][number][]] = [[], [], []];
  for (const { id: body } of await readBodies(acting.db, round, null)) {
    const cells = counts.get(body) ?? [];
    const folded = foldCounts([cells.map(({ group, question, option, count }) => ({ stratum: '', cluster: '', group, question, option, count }))]);
    const { estimates, absent: without } = estimatesOf(scheme, forms, folded, hash);
    // What a body's groups were never asked, or arrives ready made, is no lack of this survey.
    for (const each of without)
      if (each.because === 'unknownOption' || (each.because === 'noAnswers' && !sent.has(placeKey(body, each.group)))) absent.push({ ...each, body });
      else if (each.because === 'noAnswers') few.push({ body, group: each.group, question: each.question });
    for (const [question, groups] of Object.entries(estimates))
      for (const [group, { mean, answers, hash: from }] of Object.entries(groups)) {
        if (answers < survey.threshold) few.push({ body, group, question });
        else rows.push({ body, figure: question, group, value: mean, answers: String(answers), vintage: `sha256:${from}` });
      }
  }
  if (rows.length === 0)
    throw new Problem('notNow', {
      detail: { vi: 'Không nhóm nào có đủ phiếu để tính kết quả.', en: 'No group has answers enough for an estimate.' },
    });
  const table: ImportedTable = sentTable({ rows } as never);
  const source = `Kết quả điều tra xã hội học, mã kiểm tra số đếm ${survey.countsHash}`;
  const kept = await uploadBatch(acting, {
    round,
    cameBy: 'survey',
    fileName: null,
    table,
    source,
    date: dayOf(survey.closedAt.getTime()),
    vintage: null,
  });
  return { delivery: kept.id, known: kept.known, estimates: rows.length, absent, protected: few, setAside: await countSetAside(acting.db, round) };
}
