import { estimatedSources } from '@parindex/core/scoring/own-items';
import type { Reading } from '../../db/transaction.ts';
import type { Caller } from '../../http/admission.ts';
import { Problem } from '../../http/problems.ts';
import { readyEdition } from '../editions/ready.ts';
import type { FoundBoard } from '../progress/poll.ts';
import { readFinalBody } from '../ranking/read-final.ts';
import { readAgencies } from '../sheets/queries/report-place.ts';
import type { ImprovementPlanData } from './plan-document.ts';
import { readTasks } from './queries/tasks.ts';

const NOTHING_LOST = {
  vi: 'Không tiêu chí nào của cơ quan bị trừ điểm, nên không lập kế hoạch khắc phục.',
  en: 'The body lost no points, so that there is nothing to plan.',
};

interface Wanted {
  readonly body: string;
  readonly moment: Date;
  readonly illustrative: boolean;
}

/** What the plan of a body is made of: where it lost points in the final result of a closed round. */
export async function readImprovementPlan(
  db: Reading,
  found: FoundBoard,
  caller: Pick<Caller, 'memberships'>,
  { body, moment, illustrative }: Wanted,
): Promise<ImprovementPlanData> {
  const { plan } = found;
  const { row, losses } = await readFinalBody(db, found, caller, body, { moment, language: 'vi' });
  if (losses === null || losses.length === 0) throw new Problem('notNow', { detail: NOTHING_LOST });
  const agencyOf = await readAgencies(db, [plan.owner, body]);
  const { scheme, prepared } = await readyEdition(db, plan.edition, plan.editionHash);
  return {
    ...{ owner: agencyOf(plan.owner), body: { ...agencyOf(body), name: row.body.name } },
    ...{
      round: plan,
      scheme,
      losses,
      illustrative,
      estimated: estimatedSources(prepared),
      tasks: new Map((await readTasks(db, plan.round, body)).map((task) => [task.item, task])),
    },
  };
}
