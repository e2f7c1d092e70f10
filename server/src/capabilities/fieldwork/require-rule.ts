import type { InBoth } from '@parindex/core/words/texts';
import type { Writing } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import type { RoundRow } from '../rounds/queries/rounds.ts';
import { readBodies } from '../survey/queries/surveys.ts';
import { refuseUnknown, requireOpenSurvey } from '../survey/refuse.ts';
import { readSurveyGroups } from '../survey/survey-groups.ts';
import { holdAddresses, readFieldRules } from './queries/addresses.ts';

const NO_RULE: InBoth = {
  vi: 'Chưa quy định số lần đến và trường hợp được thay hộ của nhóm này; quy định trước khi giao địa chỉ.',
  en: 'How this group is visited is not declared yet; that comes before addresses are given out.',
};
const OWN_BODY: InBoth = {
  vi: 'Cơ quan chủ trì không tổ chức phỏng vấn về chính mình.',
  en: 'The owner of a round holds no interviews about itself.',
};

/** A group of a body of the round whose rule is declared, in a survey that takes changes; held until the transaction ends. */
export async function requireRule(
  db: Writing,
  { id: round, state, ownerBody }: RoundRow,
  { body, group }: { readonly body: string; readonly group: string },
): Promise<void> {
  await holdAddresses(db, round);
  const survey = await requireOpenSurvey(db, round, state);
  if (body === ownerBody) throw new Problem('notNow', { detail: OWN_BODY });
  refuseUnknown({ body, group }, await readBodies(db, round, null), await readSurveyGroups(db, survey.edition));
  if (!(await readFieldRules(db, round)).has(group)) throw new Problem('notNow', { detail: NO_RULE });
}
