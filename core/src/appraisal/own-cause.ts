import { monthsAfter } from '../quantity/calendar-date.ts';

/** What somebody may declare about a body, which keeps its sheet from them. */
export const INTEREST_KINDS = ['kin', 'formerWork', 'other'] as const;
export type InterestKind = (typeof INTEREST_KINDS)[number];

/** Why a sheet is somebody's own cause: they belong to its body, or did within the time that the round sets, or have declared an interest. */
export const OWN_CAUSE_GROUNDS = ['member', 'formerMember', ...INTEREST_KINDS] as const;
export type OwnCauseGround = (typeof OWN_CAUSE_GROUNDS)[number];

/** For how many months at most a round may let a former membership keep a sheet from somebody; 24 unless its owner sets another time. */
export const MOST_OWN_CAUSE_MONTHS = 120;

/** A membership of any role, with every body whose sheet it touches: its own, those above, and what has come of them. Days as yyyy-mm-dd, both included. */
export interface Belonging {
  readonly bodies: readonly string[];
  readonly from: string;
  readonly to: string | null;
}

export interface OwnCause {
  readonly body: string;
  readonly ground: OwnCauseGround;
  /** The last day on which a former membership counts; null: no end is known. */
  readonly until: string | null;
}

/** A body once, with every ground that keeps somebody from its sheet. */
export interface OwnCauseOfBody {
  readonly body: string;
  readonly grounds: readonly Omit<OwnCause, 'body'>[];
}

function causeOf({ from, to }: Belonging, months: number, today: string): Omit<OwnCause, 'body'> | undefined {
  if (from > today) return undefined;
  if (to === null || to >= today) return { ground: 'member', until: null };
  const until = monthsAfter(to, months);
  return until >= today ? { ground: 'formerMember', until } : undefined;
}

/**
 * The bodies on whose sheets somebody may not decide, each with its grounds, in the order of the list of grounds. The database holds the same (app.own_causes_of).
 * @param months of the round: how long a former membership counts
 */
export function ownCauses(
  belongings: readonly Belonging[],
  interests: readonly { readonly body: string; readonly kind: InterestKind }[],
  months: number,
  today: string,
): OwnCauseOfBody[] {
  const found = [
    ...belongings.flatMap((belonging): OwnCause[] => {
      const cause = causeOf(belonging, months, today);
      return cause ? belonging.bodies.map((body) => ({ body, ...cause })) : [];
    }),
    ...interests.map(({ body, kind }): OwnCause => ({ body, ground: kind, until: null })),
  ];
  return [...Map.groupBy(found, ({ body }) => body)].map(([body, causes]) => ({
    body,
    grounds: OWN_CAUSE_GROUNDS.flatMap((ground) => {
      const [last] = causes.filter((cause) => cause.ground === ground).toSorted((a, b) => (b.until ?? '').localeCompare(a.until ?? ''));
      return last ? [{ ground, until: last.until }] : [];
    }),
  }));
}
