import type { AccountRequestKind } from '@parindex/core/accounts/account-request';
import type { InBoth } from '@parindex/core/words/texts';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';

/** Why one person may not: it takes another one, or it is about themselves. */
type Why = 'secondPersonNeeded' | 'notForOneself';

/** Refuses what takes another person, after it was told to the trail: who tried it, on whom. */
export async function refuseAlone(
  acting: Acting,
  why: Why,
  {
    account,
    tried,
    more,
    detail,
  }: {
    readonly account: string | null;
    readonly tried: AccountRequestKind | 'handover' | 'end';
    readonly more?: Readonly<Record<string, unknown>>;
    readonly detail?: InBoth;
  },
): Promise<{ readonly refusedWith: Problem }> {
  await recordAct(acting, { act: 'person.refuseAlone', subject: account === null ? 'installation' : `account:${account}`, content: { tried, why } });
  return { refusedWith: new Problem(why, { ...(more ? { more } : {}), ...(detail ? { detail } : {}) }) };
}
