import { fromFraction } from '../quantity/rational.ts';
import type { PreparedScheme } from '../scoring/prepared.ts';
import type { Result } from '../scoring/result.ts';
import { rank } from './rank.ts';

/** domain code → body id → rank; a body that is not ranked, or has no index in the domain, is left out. */
export type DomainRanks = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Ranks by each domain's index, over the bodies that are ranked on the whole, with the scheme's own tie rule.
 * Not part of a result: anyone can work it out from one.
 */
export function rankDomains({ bodies }: Pick<Result, 'bodies'>, prepared: PreparedScheme): DomainRanks {
  return new Map(
    prepared.domains.map(({ code }) => {
      const standings = bodies.map((body) => {
        const index = body.domains.find((domain) => domain.code === code)?.index;
        return { index: index ? fromFraction(index.exact) : null, ranked: body.rank !== null, block: body.block };
      });
      const ranks = rank(standings, prepared);
      return [code, new Map(bodies.flatMap(({ id }, position) => (ranks[position] ? [[id, ranks[position]] as const] : [])))];
    }),
  );
}
