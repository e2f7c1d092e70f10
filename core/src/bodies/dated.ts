import type { Dated } from './types.ts';

const isInForce = ({ from, to }: Dated, date: string): boolean => (from === undefined || from <= date) && (to === undefined || date <= to);

/** The member in force on a day: the last one begun, since a later one replaces those before. */
export const inForceOn = <T extends Dated>(list: readonly T[], date: string): T | undefined => list.findLast((member) => isInForce(member, date));
