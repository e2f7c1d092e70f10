import { dayAfter } from '../quantity/calendar-date.ts';
import type { Draft } from '../reading/shape.ts';
import type { Dated, RegisteredBody } from './types.ts';

/** Days from the first, before the end; both written yyyy-mm-dd and so in order as texts. */
export interface Period {
  readonly from: string;
  readonly end: string;
}

export const ALWAYS = '0000-01-01';
export const NEVER = '9999-12-31';

const later = (one: string, other: string): string => (one > other ? one : other);
const sooner = (one: string, other: string): string => (one < other ? one : other);

/** The days that two periods have in common, if there are any. */
export function inBoth(one: Period, other: Period): Period | undefined {
  const [from, end] = [later(one.from, other.from), sooner(one.end, other.end)];
  return from < end ? { from, end } : undefined;
}

/** The days on which a body is there. */
export const existenceOf = ({ opened, closed }: Pick<Draft<RegisteredBody>, 'opened' | 'closed'>): Period => ({
  from: opened ?? ALWAYS,
  end: closed === undefined ? NEVER : dayAfter(closed),
});

/** When each member of a dated list holds within the body's life; undefined where it never does. */
export function periodsOf(list: readonly (Draft<Dated> | undefined)[] | undefined, life: Period): (Period | undefined)[] {
  return (list ?? []).map((member, index) => {
    if (!member) return undefined;
    const end = member.to === undefined ? (list?.[index + 1]?.from ?? life.end) : dayAfter(member.to);
    return inBoth({ from: member.from ?? ALWAYS, end }, life);
  });
}

/** A period as people read it: an open bound is a dash's empty side. */
export const periodText = ({ from, closed }: { readonly from: string | undefined; readonly closed: string | undefined }): string =>
  `${from === undefined || from === ALWAYS ? '…' : from} – ${closed ?? '…'}`;
