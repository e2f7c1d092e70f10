import type { Acting } from '../../../audit/acting.ts';
import { type DomainOwnerRow, putDomainOwners } from '../queries/round-plan.ts';
import { type RoundRow, readPlan } from '../queries/rounds.ts';
import { recordRoundChange } from './record-round-change.ts';

/** Replaces which bodies appraise which domains. */
export async function replaceDomainOwners(acting: Acting, round: RoundRow, owners: readonly DomainOwnerRow[]): Promise<void> {
  const before = (await readPlan(acting.db, round.id)).domainOwners.map(({ domain, body }) => ({ domain, body }));
  const without = (list: readonly DomainOwnerRow[], others: readonly DomainOwnerRow[]) =>
    list.filter(({ domain, body }) => !others.some((other) => other.domain === domain && other.body === body));
  await putDomainOwners(acting.db, round.id, owners);
  await recordRoundChange(acting, round, {
    act: 'round.domainOwners',
    confirms: ['domainOwners'],
    touched: ['domain_owner'],
    content: { added: without(owners, before), removed: without(before, owners) },
  });
}
