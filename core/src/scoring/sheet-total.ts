import type { BodyResult } from './result.ts';

/** What a sheet comes to, without the items and without what only a round's end gives: rank and class. */
export const sheetTotal = ({ points, maximum, bonus, penalty, total, index, reason, domains }: BodyResult) => ({
  points,
  maximum,
  bonus,
  penalty,
  total,
  index,
  reason,
  domains: domains.map((domain) => ({ code: domain.code, points: domain.points, maximum: domain.maximum, index: domain.index })),
});
