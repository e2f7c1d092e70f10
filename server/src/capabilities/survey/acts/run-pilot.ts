import { triedForm } from '@parindex/core/survey/pilot';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { newSecretToken } from '../../../http/secret-token.ts';
import { findKeptQuestionnaires } from '../../editions/queries/questionnaires.ts';
import type { RoundRow } from '../../rounds/queries/rounds.ts';
import { pilotObstacle } from '../present-pilots.ts';
import { endPilot, insertPilot, roundOfPilot } from '../queries/pilots.ts';

/** What links of pilots begin with after their address, and no link of a survey. */
const LINK_OF_PILOT = 'thu-';

/** Starts a pilot of the questionnaires as they stand; the same again changes nothing. */
export async function startPilot(acting: Acting, round: RoundRow, id: string): Promise<Effect> {
  const { db, account, receivedAt } = acting;
  const there = await roundOfPilot(db, id);
  if (there === round.id) return 'unchanged';
  if (there !== undefined) throw new Problem('idReused', { more: { id } });
  const obstacle = await pilotObstacle(db, round);
  if (obstacle) throw new Problem('notNow', { detail: obstacle });
  const edition = round.edition as string;
  const forms = (await findKeptQuestionnaires(db, edition)).map(({ form, hash }) => ({
    ...{ group: form.group, hash, form: triedForm(form) },
    token: newSecretToken(LINK_OF_PILOT).token,
  }));
  await insertPilot(db, { id, round: round.id, edition, forms, by: account as string, at: receivedAt });
  await recordAct(acting, {
    ...{ act: 'survey.startPilot', subject: `surveyPilot:${id}`, round: round.id },
    content: { stands: await readRowStates(db, { survey_pilot: [id], survey_pilot_form: [id] }) },
  });
  return 'done';
}

/** Ends a pilot; what was answered and not sent goes with it. One that has ended stays so. */
export async function stopPilot(acting: Acting, round: RoundRow, id: string): Promise<Effect> {
  const { db, account, receivedAt } = acting;
  if ((await roundOfPilot(db, id)) !== round.id) throw new Problem('notFound');
  if (!(await endPilot(db, id, account as string, receivedAt))) return 'unchanged';
  await recordAct(acting, {
    ...{ act: 'survey.endPilot', subject: `surveyPilot:${id}`, round: round.id },
    content: { stands: await readRowStates(db, { survey_pilot: [id] }) },
  });
  return 'done';
}
