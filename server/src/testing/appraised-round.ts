import { type Item, itemsOfDomains } from '@parindex/core';
import type { TestServer } from './test-server.ts';
import type { World } from './world.ts';

/** The ministry for which Giang appraises appraises every domain of the round. */
export async function appraiseAllDomains({ owner }: Pick<TestServer, 'owner'>, { round, scheme }: World): Promise<void> {
  await owner.query(`INSERT INTO domain_owner (round_id, domain, body_id) SELECT $1, d, 'bo-minh-hoa-b' FROM unnest($2::text[]) d ON CONFLICT DO NOTHING`, [
    round,
    scheme.domains.map(({ code }) => code),
  ]);
}

/** Bodies explain from 5 March 2023 until a day, between the two appraisals. */
export async function openExplanation({ owner }: Pick<TestServer, 'owner'>, { round }: World, until = '2023-03-10'): Promise<void> {
  await owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ($1, 'explanation', '2023-03-05T00:00:00+07:00', $2)`, [
    round,
    `${until}T00:00:00+07:00`,
  ]);
}

/** Items that are answered by yes or no alone, of which the edition has dozens, in its order. */
export const yesNoItems = ({ scheme }: World) =>
  itemsOfDomains(scheme.domains).filter(({ rule, conditions }) => rule.kind === 'yesNo' && conditions.length === 0) as [Item, Item, Item, ...Item[]];

/** Their codes. */
export const yesNoCodes = (world: World) => yesNoItems(world).map(({ code }) => code) as [string, string, string, ...string[]];

export interface RatioItem extends Item {
  /** The figures of its ratio. */
  readonly part: string;
  readonly whole: string;
}

/** Items whose points hang on a ratio that refuses a part beyond its whole. */
export const ratioItems = ({ scheme }: World) =>
  itemsOfDomains(scheme.domains).flatMap((item): RatioItem[] => {
    const { rule, conditions } = item;
    if (rule.kind !== 'bands' || conditions.length > 0 || !('ratio' in rule.of) || rule.of.over !== 'refuse') return [];
    const [part = '', whole = ''] = rule.of.ratio;
    return [{ ...item, part, whole }];
  }) as [RatioItem, RatioItem, ...RatioItem[]];
