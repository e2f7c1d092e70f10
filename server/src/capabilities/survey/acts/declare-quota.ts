import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { countDeclared, findQuota, insertQuota, type NewQuota } from '../queries/quotas.ts';

const DECLARED_MEANWHILE = {
  vi: 'Người khác vừa ghi hạn mức này; đề nghị xem lại trước khi ghi.',
  en: 'Somebody else has just declared this quota: look at it again before you do.',
};

type Declared = Omit<NewQuota, 'by' | 'at'>;

/** Declares a quota, or declares it anew: the latest holds. The same again changes nothing. */
export async function declareQuota(acting: Acting, quota: Declared): Promise<Effect> {
  const { db, account, receivedAt } = acting;
  const { id, round, body, number } = quota;
  const known = await findQuota(db, id);
  if (known) {
    if ((Object.keys(known) as (keyof typeof known)[]).some((key) => known[key] !== quota[key])) throw new Problem('idReused', { more: { id } });
    return 'unchanged';
  }
  if ((await countDeclared(db, quota)) + 1 !== number) throw new Problem('alreadyThere', { detail: DECLARED_MEANWHILE });
  await insertQuota(db, { ...quota, by: account as string, at: receivedAt });
  await recordAct(acting, {
    ...{ act: 'survey.declareQuota', subject: `surveyQuota:${id}`, round, body },
    content: { stands: await readRowStates(db, { survey_quota: [id] }) },
  });
  return 'done';
}
