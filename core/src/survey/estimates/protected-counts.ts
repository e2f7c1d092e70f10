import { ANSWERED, isMark } from './counted-questions.ts';
import type { Counts } from './fold-counts.ts';

/** How often each option was chosen. */
export type OptionCounts = Readonly<Record<string, number>>;

export interface CountedPart {
  /** What is shown beside others under one total: a group, a stratum. */
  readonly id: string;
  readonly counts: OptionCounts;
}

export interface ProtectedPart {
  readonly id: string;
  /** Answers with an option; null: withheld, with the counts. */
  readonly answers: number | null;
  readonly counts: OptionCounts | null;
}

export interface ProtectedParts {
  readonly parts: readonly ProtectedPart[];
  /** null: withheld. */
  readonly total: { readonly answers: number; readonly counts: OptionCounts } | null;
}

const answersIn = (counts: OptionCounts): number =>
  counts[ANSWERED] ?? Object.entries(counts).reduce((sum, [option, count]) => (isMark(option) ? sum : sum + count), 0);

const isEmpty = (counts: OptionCounts): boolean => Object.values(counts).every((count) => count === 0);

function added(all: readonly OptionCounts[]): OptionCounts {
  const sums = new Map<string, number>();
  for (const counts of all) for (const [option, count] of Object.entries(counts)) sums.set(option, (sums.get(option) ?? 0) + count);
  return Object.fromEntries(sums);
}

/**
 * Parts of one total, those with fewer answers than the threshold withheld as a whole. What is left when all shown parts are taken from the total must
 * itself be two parts at least, with answers enough to be shown: else the smallest of the others is withheld too, and where there is none, the total.
 * (Complementary cell suppression: Willenborg and de Waal, Elements of Statistical Disclosure Control, 2001.) A part that nobody belongs to hides nobody.
 * Parts of one total that are cut in two ways, as by groups and by strata, have to withhold it in both.
 */
export function protectedParts(parts: readonly CountedPart[], threshold: number): ProtectedParts {
  const sized = parts.map((part) => ({ ...part, answers: answersIn(part.counts), empty: isEmpty(part.counts) }));
  const withheld = sized.filter(({ empty, answers }) => !empty && answers < threshold);
  const others = sized.filter((part) => !part.empty && !withheld.includes(part)).toSorted((a, b) => a.answers - b.answers || (a.id < b.id ? -1 : 1));
  // A part without answers hides nothing of another.
  const hides = () => withheld.filter(({ answers }) => answers > 0).length > 1 && withheld.reduce((sum, { answers }) => sum + answers, 0) >= threshold;
  while (withheld.length > 0 && !hides()) {
    const smallest = others.shift();
    if (!smallest) break;
    withheld.push(smallest);
  }
  const shownTotal = withheld.length === 0 || hides();
  const counts = added(parts.map((part) => part.counts));
  return {
    parts: sized.map((part) =>
      withheld.includes(part) ? { id: part.id, answers: null, counts: null } : { id: part.id, answers: part.answers, counts: part.counts },
    ),
    total: shownTotal ? { answers: answersIn(counts), counts } : null,
  };
}

/** The counts of each question by group, small groups withheld. @param counts of one body @param threshold least number of answers that may be shown */
export function protectedCounts(counts: Counts, threshold: number): { readonly question: string; readonly shown: ProtectedParts }[] {
  return [...Map.groupBy(counts, ({ question }) => question)].map(([question, cells]) => {
    const groups = Map.groupBy(cells, ({ group }) => group);
    const parts = [...groups].map(([id, ofGroup]) => ({ id, counts: added(ofGroup.map(({ option, count }) => ({ [option]: count }))) }));
    return { question, shown: protectedParts(parts, threshold) };
  });
}
