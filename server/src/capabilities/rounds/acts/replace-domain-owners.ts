import type { AppraisalShare } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import { putDomainOwners } from '../queries/round-plan.ts';
import { type RoundRow, readPlan } from '../queries/rounds.ts';
import { recordRoundChange } from './record-round-change.ts';

/** Replaces which bodies appraise which domains and items. */
export async function replaceDomainOwners(acting: Acting, round: RoundRow, owners: readonly AppraisalShare[]): Promise<void> {
  const before = (await readPlan(acting.db, round.id)).domainOwners.map(({ domain, item, body }) => ({ domain, item, body }));
  const without = (list: readonly AppraisalShare[], others: readonly AppraisalShare[]) =>
    list.filter(({ domain, item, body }) => !others.some((other) => other.domain === domain && other.item === item && other.body === body));
  await putDomainOwners(acting.db, round.id, owners);
  await recordRoundChange(acting, round, {
    act: 'round.domainOwners',
    confirms: ['domainOwners'],
    touched: ['domain_owner'],
    content: { added: without(owners, before), removed: without(before, owners) },
  });
}
