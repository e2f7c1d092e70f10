import { itemsOfDomains, type Scheme } from '../scheme/types.ts';

/** A body that appraises in a round: one item, or all items of a domain that are not named by themselves. */
export interface AppraisalShare {
  readonly domain: string;
  /** null: the whole domain. */
  readonly item: string | null;
  readonly body: string;
}

/** Bodies that appraise an item: those named at it; where nobody is, those of its domain. */
export function appraisersOfItem(shares: readonly AppraisalShare[], domain: string, item: string): string[] {
  const own = shares.filter((share) => share.item === item);
  const by = own.length > 0 ? own : shares.filter((share) => share.item === null && share.domain === domain);
  return [...new Set(by.map(({ body }) => body))];
}

export interface AppraisalGaps {
  /** Items that have to be appraised and that nobody does. */
  readonly nobody: readonly string[];
  /** Items that several bodies appraise. */
  readonly several: readonly string[];
}

/** Which items nobody appraises, and which several bodies do; what the survey alone decides is appraised by nobody. */
export function appraisalGaps({ domains }: Pick<Scheme, 'domains'>, shares: readonly AppraisalShare[]): AppraisalGaps {
  const counted = domains.flatMap((domain) =>
    itemsOfDomains([domain])
      .filter(({ source }) => source === 'appraised' || source === 'statistic')
      .map(({ code }) => ({ code, bodies: appraisersOfItem(shares, domain.code, code).length })),
  );
  return {
    nobody: counted.filter(({ bodies }) => bodies === 0).map(({ code }) => code),
    several: counted.filter(({ bodies }) => bodies > 1).map(({ code }) => code),
  };
}
