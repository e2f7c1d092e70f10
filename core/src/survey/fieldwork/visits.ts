import type { Outcome } from '../outcomes/outcomes.ts';

/** What an interviewer notes of a visit to an address. */
export const VISIT_OUTCOMES = [
  'interviewed',
  'appointment',
  'absent',
  'refusal',
  'unable',
  'language',
  'noEligibleRespondent',
  'notLocated',
  'noHousehold',
  'vacant',
  'other',
] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

/** Visits after which somebody comes again. */
const AGAIN: readonly VisitOutcome[] = ['appointment', 'absent'];

/** What an address can come to without an interview. */
export const FIELD_OUTCOMES = [
  'refusal',
  'nonContact',
  'unable',
  'language',
  'noEligibleRespondent',
  'notLocated',
  'noHousehold',
  'vacant',
  'other',
] as const satisfies readonly Outcome[];
export type FieldOutcome = (typeof FIELD_OUTCOMES)[number];

/** The rule of the field, declared before the first address is given out. */
export interface FieldRule {
  /** After so many visits at which nobody was met, or which ended in an appointment, nobody was reached. */
  readonly mostVisits: number;
  /** What has to come of an address before a reserve of its village takes its place. */
  readonly replaced: readonly FieldOutcome[];
}

export interface Visit {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly outcome: VisitOutcome;
}

/**
 * How an address stands: nobody was there yet; somebody comes again; a visit says that an interview was held, which has not come; an interview counts; or what
 * it came to without one.
 */
export type Standing =
  | { readonly state: 'new' }
  | { readonly state: 'again'; readonly visits: number }
  | { readonly state: 'held' }
  | { readonly state: 'interviewed' }
  | { readonly state: 'ended'; readonly outcome: FieldOutcome };

/** How an address stands by its visits: an interview whenever one was held, else the last visit. */
export function standingOf(visits: readonly Visit[], { mostVisits }: FieldRule): Standing {
  if (visits.some(({ outcome }) => outcome === 'interviewed')) return { state: 'held' };
  const last = visits.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1)).at(-1);
  if (!last) return { state: 'new' };
  if (!AGAIN.includes(last.outcome)) return { state: 'ended', outcome: last.outcome as Exclude<FieldOutcome, 'nonContact'> };
  return visits.length < mostVisits ? { state: 'again', visits: visits.length } : { state: 'ended', outcome: 'nonContact' };
}

/** An address as it was given out. */
export interface Address {
  readonly id: string;
  /** The code of its village or street group (thôn, tổ dân phố). */
  readonly cluster: string;
  /** Whether it stands ready to replace another of its village. */
  readonly reserve: boolean;
  /** In which order those of a village were drawn, from 1; reserves by themselves. */
  readonly place: number;
}

/**
 * The addresses that are visited: those of the sample, and in each village as many of its reserves, in their order, as addresses came to what the rule
 * replaces. A reserve that was visited out of its turn stays.
 */
export function visitedAddresses(addresses: readonly Address[], standingOfAddress: (id: string) => Standing, rule: FieldRule): Set<string> {
  const isReplaced = (id: string): boolean => {
    const standing = standingOfAddress(id);
    return standing.state === 'ended' && rule.replaced.includes(standing.outcome);
  };
  const visited = new Set<string>();
  for (const ofCluster of Map.groupBy(addresses, ({ cluster }) => cluster).values()) {
    const [reserves, sample] = [true, false].map((reserve) => ofCluster.filter((address) => address.reserve === reserve)) as [Address[], Address[]];
    let replaced = 0;
    const visit = (id: string) => {
      visited.add(id);
      if (isReplaced(id)) replaced += 1;
    };
    for (const { id } of sample) visit(id);
    let used = 0;
    for (const { id } of reserves.toSorted((a, b) => a.place - b.place)) {
      if (standingOfAddress(id).state === 'new' && used >= replaced) continue;
      used += 1;
      visit(id);
    }
  }
  return visited;
}

/** The final disposition of an address that is visited, as the rates of the survey count it. */
export function outcomeOfStanding(standing: Standing): Outcome {
  if (standing.state === 'interviewed') return 'complete';
  if (standing.state === 'ended') return standing.outcome;
  // Somebody was met, and nothing that they said is there.
  if (standing.state === 'held') return 'other';
  return standing.state === 'new' ? 'notAttempted' : 'nonContact';
}
