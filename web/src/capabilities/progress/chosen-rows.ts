import { STANDINGS, standingOf } from '@parindex/core/progress/standing';
import { compare, fromFraction } from '@parindex/core/quantity/rational';
import { searchKey } from '@parindex/core/text/search-key';
import { isNear } from '@parindex/core/work/tasks';
import type { Board, BoardRow } from './queries/board.ts';

const TIMES = ['late', 'tooSlow', 'unknown', 'inTime'] as const;
/** The filter by time. near: those that are not late, with few days left. */
export const TIME_CHOICES = [...TIMES, 'near'] as const;
/** The filter by state. notSent: all but the sent. */
export const STATES = [...STANDINGS, 'notSent'] as const;
/** list: the round's own order; risk: late ones first, then those that may be late, then those with most left. */
export const SORTS = ['list', 'risk', 'answered', 'points', 'latest'] as const;
type Time = (typeof TIMES)[number];
export type Sort = (typeof SORTS)[number];

/** The chosen view of the board, kept in the address. */
export interface Chosen {
  readonly q?: string;
  readonly block?: string;
  readonly state?: string;
  readonly time?: string;
  /** Bodies with something left in this domain. */
  readonly domain?: string;
  readonly sort?: string;
}

/** A body's state in time; undefined if there is nothing to report. */
export const timeOf = ({ late, pace }: BoardRow): Time | undefined => (late ? 'late' : pace.kind === 'none' ? undefined : pace.kind);

const left = ({ asked, answered }: { asked: number; answered: number }) => asked - answered;
const share = ({ asked, answered }: BoardRow) => (asked === 0 ? 1 : answered / asked);
const riskOf = (row: BoardRow) => {
  const place = TIMES.indexOf(timeOf(row) as Time);
  return row.state === 'open' ? (place < 0 ? TIMES.length : place) : TIMES.length + 1;
};

const ORDERS: Readonly<Record<Sort, (a: BoardRow, b: BoardRow) => number>> = {
  list: () => 0,
  risk: (a, b) => riskOf(a) - riskOf(b) || left(b) - left(a),
  answered: (a, b) => share(a) - share(b),
  points: (a, b) => compare(fromFraction(b.points), fromFraction(a.points)),
  latest: (a, b) => (b.lastAt ?? '').localeCompare(a.lastAt ?? ''),
};

const isInState = (row: BoardRow, state: string): boolean => (state === 'notSent' ? row.state !== 'sent' : standingOf(row) === state);

const isInTime = (row: BoardRow, time: string, at: string): boolean =>
  time === 'near' ? !row.late && row.closes !== null && isNear(Date.parse(row.closes), Date.parse(at)) : timeOf(row) === time;

/** The rows of a board to show, in the chosen order. */
export function chosenRows({ rows, at }: Pick<Board, 'rows' | 'at'>, { q, block, state, time, domain, sort }: Chosen): BoardRow[] {
  const wanted = searchKey(q ?? '');
  const has = (row: BoardRow) =>
    (wanted === '' || searchKey(row.body.name).includes(wanted)) &&
    (block === undefined || row.body.block === block) &&
    (state === undefined || isInState(row, state)) &&
    (time === undefined || isInTime(row, time, at)) &&
    (domain === undefined || row.domains.some((one) => one.code === domain && left(one) > 0));
  const order = ORDERS[SORTS.find((one) => one === sort) ?? 'list'];
  return rows.filter(has).toSorted(order);
}
