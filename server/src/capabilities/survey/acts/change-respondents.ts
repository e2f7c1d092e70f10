import { randomUUID } from 'node:crypto';
import type { Respondent } from '@parindex/core/survey/respondents/index';
import type { ReplacementReason } from '@parindex/core/survey/respondents/replacement';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { SheetPlace } from '../../sheets/queries/sheets.ts';
import { addRespondents, markReplaced } from '../queries/respondents.ts';
import { insertConfirmation } from '../queries/surveys.ts';

type Place = Pick<SheetPlace, 'round' | 'body'>;

/** How many of each group. */
export const countsByGroup = (of: readonly { readonly group: string }[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(of, ({ group }) => group)].map(([group, { length }]) => [group, length]));

/** Appends people to the list of a body; the trail tells how many, and nobody's name. */
export async function bringRespondents(acting: Acting, { round, body }: Place, read: readonly Respondent[]): Promise<void> {
  // Ids by chance that keep the order of the file.
  const ids = read.map(() => randomUUID()).toSorted();
  const added = read.map(({ line: _, ...respondent }, index) => ({ ...respondent, id: ids[index] as string }));
  await addRespondents(acting.db, { round, body, by: acting.account as string, at: acting.receivedAt }, added);
  await recordAct(acting, {
    ...{ act: 'respondents.bring', subject: `survey:${round}`, round, body },
    content: { count: read.length, groups: countsByGroup(read) },
  });
}

/** Somebody new in the place of somebody listed, for a declared reason. */
export async function replaceRespondent(
  acting: Acting,
  { round, body }: Place,
  former: string,
  next: Omit<Respondent, 'line'> & { readonly id: string },
  reason: ReplacementReason,
): Promise<void> {
  await addRespondents(acting.db, { round, body, by: acting.account as string, at: acting.receivedAt }, [next]);
  await markReplaced(acting.db, former, next.id, reason);
  await recordAct(acting, { act: 'respondents.replace', subject: `respondent:${former}`, round, body, content: { to: next.id, reason } });
}

/** A body stands for its list by a signed document. */
export async function confirmRespondents(
  acting: Acting,
  { round, body }: Place,
  document: { readonly number: string; readonly date: string },
  groups: Readonly<Record<string, number>>,
): Promise<void> {
  await insertConfirmation(acting.db, { round, body, ...document, groups, by: acting.account as string, at: acting.receivedAt });
  await recordAct(acting, { act: 'respondents.confirm', subject: `survey:${round}`, round, body, content: { ...document, groups } });
}
