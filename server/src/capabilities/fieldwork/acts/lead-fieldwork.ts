import { randomUUID } from 'node:crypto';
import type { ListedAddress } from '@parindex/core/survey/fieldwork/read-addresses';
import type { FieldRule } from '@parindex/core/survey/fieldwork/visits';
import type { SetApartReason } from '@parindex/core/survey/set-apart';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { decideSetApart } from '../../survey/queries/set-apart.ts';
import { assignVillage, insertAddresses, insertFieldRule } from '../queries/addresses.ts';

/** A group of a survey's respondents about a body. */
export interface FieldPlace {
  readonly round: string;
  readonly body: string;
  readonly group: string;
}

/** Declares how the addresses of a group are visited: once, and before the first is given out. */
export async function declareFieldRule(acting: Acting, round: string, group: string, rule: FieldRule): Promise<void> {
  await insertFieldRule(acting.db, { ...rule, round, group, by: acting.account as string, at: acting.receivedAt });
  await recordAct(acting, {
    act: 'fieldwork.declareRule',
    subject: `survey:${round}`,
    round,
    content: { group, mostVisits: rule.mostVisits, codes: rule.replaced },
  });
}

/** Lists addresses, each for its interviewer; the trail tells how many, and of no household. */
export async function bringAddresses(acting: Acting, place: FieldPlace, listed: readonly (ListedAddress & { readonly account: string })[]): Promise<void> {
  const added = listed.map(({ line: _, interviewer: __, ...address }) => ({ ...address, id: randomUUID() }));
  await insertAddresses(acting.db, { ...place, by: acting.account as string, at: acting.receivedAt }, added);
  const { round, body, group } = place;
  await recordAct(acting, { act: 'fieldwork.bringAddresses', subject: `survey:${round}`, round, body, content: { group, count: listed.length } });
}

/** Gives what is left of a village to another interviewer; how many addresses. */
export async function assignCluster(acting: Acting, place: FieldPlace, cluster: string, account: string): Promise<number> {
  const { round, body, group } = place;
  const count = await assignVillage(acting.db, { ...place, by: acting.account as string, at: acting.receivedAt }, cluster, account);
  if (count > 0) await recordAct(acting, { act: 'fieldwork.assign', subject: `survey:${round}`, round, body, content: { group, cluster, account, count } });
  return count;
}

/** Decides of interviews that are kept apart for one cause, with the reason. */
export async function decideInterviews(acting: Acting, { round, body, group }: FieldPlace, because: SetApartReason, take: boolean, reason: string) {
  const decided = await decideSetApart(acting.db, round, body, group, because, take);
  if (decided.taken + decided.leftOut > 0)
    await recordAct(acting, {
      ...{ act: 'fieldwork.decide', subject: `survey:${round}`, round, body },
      content: { group, taken: decided.taken, leftOut: decided.leftOut },
      erasable: { reason },
    });
  return decided;
}
