import type { Dated } from './types.ts';

const isInForce = ({ from, to }: Dated, date: string): boolean => (from === undefined || from <= date) && (to === undefined || date <= to);

/** What is in force on a day: the member that began last, since a later one takes over from those before. */
export const inForceOn = <T extends Dated>(list: readonly T[], date: string): T | undefined => list.findLast((member) => isInForce(member, date));
