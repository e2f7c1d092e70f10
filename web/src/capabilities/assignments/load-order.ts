import { isApproved, type LoadItem } from './queries/assignments.ts';

/** Approved as it was brought: nothing more is to be known of it. */
export const isSettled = ({ standing }: LoadItem): boolean => isApproved(standing) && standing !== 'changed';

/** What waits for the reader, what came back, what is late, the rest; what is approved comes last. */
const rank = (item: LoadItem): number => {
  const { waitsForMe, standing, late } = item;
  if (isSettled(item)) return 4;
  return waitsForMe ? 0 : standing === 'returned' ? 1 : late ? 2 : 3;
};

const end = ({ closes }: LoadItem): number => (closes === null ? Number.POSITIVE_INFINITY : Date.parse(closes));

const byUrgency = (a: LoadItem, b: LoadItem): number => rank(a) - rank(b) || (end(a) === end(b) ? 0 : end(a) - end(b));

/** The first end of what is open of a sheet; of what is all approved, none. */
const firstEnd = (items: readonly LoadItem[]): number =>
  items.some((item) => !isSettled(item)) ? Math.min(...items.filter((item) => !isSettled(item)).map(end), Number.MAX_VALUE) : Number.POSITIVE_INFINITY;

/** What departments have in hand by sheet: sheets by what of them ends first, in each the most urgent first. */
export function inOrderOfUrgency(items: readonly LoadItem[]): LoadItem[][] {
  const sorted = items.toSorted(byUrgency);
  const sheets = [...Map.groupBy(sorted, ({ round, body }) => JSON.stringify([round.id, body.id])).values()];
  return sheets.toSorted((a, b) => (firstEnd(a) === firstEnd(b) ? 0 : firstEnd(a) - firstEnd(b)));
}
