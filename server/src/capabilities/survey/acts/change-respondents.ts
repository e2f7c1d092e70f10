import { randomUUID } from 'node:crypto';
import { canonicalText, hashOf } from '@parindex/core';
import type { Respondent } from '@parindex/core/survey/respondents/index';
import type { ReplacementReason } from '@parindex/core/survey/respondents/replacement';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { SheetPlace } from '../../sheets/queries/sheets.ts';
import { addRespondents, markReplaced, type RespondentRow } from '../queries/respondents.ts';
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

/** A document by which a body stands for its list; its scanned copy is a file of the round. */
export interface ConfirmingDocument {
  readonly number: string;
  readonly date: string;
  readonly file: string | null;
}

/** A body stands for its list by a signed document: for so many, with this hash. */
export async function confirmRespondents(
  acting: Acting,
  { round, body }: Place,
  { number, date, file }: ConfirmingDocument,
  everListed: readonly RespondentRow[],
): Promise<void> {
  const inForce = listInForce(everListed);
  const of = { groups: countsByGroup(inForce), listed: inForce.length, hash: hashOfList(inForce) };
  await insertConfirmation(acting.db, {
    ...{ round, body, number, date, file, ...of, everListed: everListed.length },
    ...{ by: acting.account as string, at: acting.receivedAt },
  });
  await recordAct(acting, {
    ...{ act: 'respondents.confirm', subject: `survey:${round}`, round, body },
    content: { number, date, ...(file === null ? {} : { file }), groups: of.groups, hash: of.hash },
  });
}

/** Those of a list in whose place nobody else stands. */
export const listInForce = (rows: readonly RespondentRow[]): RespondentRow[] => rows.filter(({ replacedBy }) => replacedBy === null);

/** The hash of a list: of what it says of each with their salt, whatever their order. Once they are erased, nobody finds them by trial. */
export const hashOfList = (rows: readonly (Omit<Respondent, 'line'> & { readonly salt: string })[]): string =>
  hashOf(
    rows
      .map(({ salt, group, name, position, unit, phone, mail, address, note }) =>
        [salt, group, name, position, unit, phone, mail, address, note].map((text) => text ?? ''),
      )
      .map((told) => ({ told, key: canonicalText(told) }))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ told }) => told),
  );
