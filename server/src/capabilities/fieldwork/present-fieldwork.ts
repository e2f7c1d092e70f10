import type { Language } from '@parindex/core';
import type { addressesRead, fieldworkAnswer } from '@parindex/core/contracts/schemas/fieldwork';
import type { AddressFault, ListedAddress } from '@parindex/core/survey/fieldwork/read-addresses';
import { FIELD_OUTCOMES, type FieldRule, outcomeOfStanding, type Standing, standingOf, visitedAddresses } from '@parindex/core/survey/fieldwork/visits';
import { type OutcomeCounts, ratesOf } from '@parindex/core/survey/outcomes/rates';
import { addressFaultPlace, addressFaultText } from '@parindex/core/words/fieldwork-words';
import type { z } from 'zod';
import type { AddressRow } from './queries/addresses.ts';

/** Most faults of a list that are told at once. */
const MOST_TOLD = 500;

type Read = z.output<typeof addressesRead>;
type Work = z.output<typeof fieldworkAnswer>['work'][number];

/** What a list of addresses came to, for whoever sent it. */
export const presentRead = (addresses: readonly ListedAddress[], faults: readonly AddressFault[], language: Language): Read => ({
  addresses: addresses.filter(({ reserve }) => !reserve).length,
  reserves: addresses.filter(({ reserve }) => reserve).length,
  clusters: new Set(addresses.map(({ cluster }) => cluster)).size,
  interviewers: new Set(addresses.map(({ interviewer }) => interviewer)).size,
  faults: faults
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .slice(0, MOST_TOLD)
    .map((fault) => ({ line: fault.line, place: addressFaultPlace(fault, language), code: fault.code, message: addressFaultText(fault, language) })),
  faultCount: faults.length,
});

/** How an address stands: by its visits, and by the interview that came of it. */
const standingOfRow = ({ interviewed, visits }: AddressRow, rule: FieldRule): Standing => (interviewed ? { state: 'interviewed' } : standingOf(visits, rule));

/** How the work goes in one group of one body, interviewer by interviewer. */
export function presentWork(rows: readonly AddressRow[], rule: FieldRule): Work[] {
  const standings = new Map(rows.map((row) => [row.id, standingOfRow(row, rule)]));
  const standing = (id: string) => standings.get(id) as Standing;
  const visited = visitedAddresses(rows, standing, rule);
  return [...Map.groupBy(rows, ({ interviewer }) => interviewer.id).values()].map((own): Work => {
    const { body, group, interviewer } = own[0] as AddressRow;
    const theirs = own.filter(({ id }) => visited.has(id)).map(({ id }) => standing(id));
    const counted = (state: Standing['state']) => theirs.filter((one) => one.state === state).length;
    const outcomes = theirs.map(outcomeOfStanding);
    const counts = Object.fromEntries([...Map.groupBy(outcomes, (outcome) => outcome)].map(([outcome, { length }]) => [outcome, length])) as OutcomeCounts;
    const rate = ratesOf(counts).RR1;
    return {
      ...{ body, group, interviewer, visited: theirs.length, reserves: own.length - theirs.length },
      ...{ interviewed: counted('interviewed'), held: counted('held'), again: counted('again'), waiting: counted('new') },
      ended: FIELD_OUTCOMES.flatMap((outcome) => {
        const count = theirs.filter((one) => one.state === 'ended' && one.outcome === outcome).length;
        return count > 0 ? [{ outcome, count }] : [];
      }),
      rate: rate.share,
    };
  });
}
