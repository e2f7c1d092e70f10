import { type BackCheckStanding, standingOfBackCheck } from '@parindex/core/survey/fieldwork/back-checks';
import { type Standing, visitedAddresses } from '@parindex/core/survey/fieldwork/visits';
import type { InterviewedSurvey, KeptInterview, KeptReceipt, KeptWork } from './store.ts';

export type InterviewedAddress = InterviewedSurvey['addresses'][number];

/** An address as it stands on this device. */
export interface AddressOfDay {
  readonly address: InterviewedAddress;
  readonly survey: InterviewedSurvey;
  readonly standing: BackCheckStanding;
  /** The interview that is being held there, or waits to be sent. */
  readonly interview: KeptInterview | undefined;
  readonly receipt: KeptReceipt | undefined;
  /** When to come again, as the last visit says. */
  readonly returnAt: string | null;
}

/** The villages of a survey, each with the addresses that are visited there. */
export interface VillageOfDay {
  readonly key: string;
  readonly name: string;
  readonly addresses: readonly AddressOfDay[];
}

/** Codes of villages are those of a body's own list. */
const villageOf = ({ body, cluster }: InterviewedAddress): string => JSON.stringify([body.id, cluster]);

/** What an interviewer has to do in a survey, by what the server told and what this device has noted since. */
export function workOfDay(survey: InterviewedSurvey, { interviews, visits, receipts }: KeptWork): VillageOfDay[] {
  const all = survey.addresses.map((address): AddressOfDay => {
    const own = visits.filter((visit) => visit.address === address.id);
    const noted = [...address.visits.filter(({ id }) => !own.some((visit) => visit.id === id)), ...own];
    const receipt = receipts.find((each) => each.address === address.id);
    return {
      ...{ address, survey, receipt, interview: interviews.find((each) => each.address === address.id) },
      standing: address.interviewed || receipt ? { state: 'interviewed' } : standingOfBackCheck(noted, survey.rule),
      returnAt: noted.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1)?.returnAt ?? null,
    };
  });
  // Where an interview was begun somebody has been, though no visit says so yet.
  const standing = new Map(
    all.map(({ address, interview, standing: noted }) => [address.id, interview && noted.state === 'new' ? ({ state: 'again', visits: 0 } as const) : noted]),
  );
  // What comes of asking again opens no reserve.
  const visited = visitedAddresses(
    survey.addresses.filter(({ backCheck }) => !backCheck).map((address) => ({ ...address, cluster: villageOf(address) })),
    (id) => standing.get(id) as Standing,
    survey.rule,
  );
  return [...Map.groupBy(all, ({ address }) => villageOf(address))].map(([key, addresses]) => ({
    key,
    name: addresses[0]?.address.clusterName ?? '',
    addresses: addresses.filter(({ address }) => address.backCheck || visited.has(address.id)),
  }));
}

/** How much waits to be sent. */
export const waitingOf = ({ interviews, visits }: KeptWork): { readonly interviews: number; readonly visits: number } => ({
  interviews: interviews.filter(({ finished }) => finished).length,
  visits: visits.filter(({ refused }) => !refused).length,
});
