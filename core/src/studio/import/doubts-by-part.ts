import type { ImportDoubt } from './doubts.ts';

interface PlacedPart {
  readonly code: string;
  readonly place: string;
  readonly pointsPlace: string;
}

/** The row of a cell: "Bảng 1!C5" stands in "Bảng 1!5". */
const rowOf = (place: string): string => place.replace(/![A-Z]+(\d+)$/, '!$1');

/** Doubts beside the parts that they are about: by code and cell, else by row, where another table contradicts by what was kept; the others apart. */
export function doubtsByPart(
  parts: readonly PlacedPart[],
  doubts: readonly ImportDoubt[],
): { readonly own: readonly ImportDoubt[][]; readonly others: readonly ImportDoubt[] } {
  const own = parts.map((): ImportDoubt[] => []);
  const others: ImportDoubt[] = [];
  // Of a domain that is its own only criterion, what stands in its row is about the criterion: the later one.
  const byRow = new Map(parts.map(({ place }, at) => [rowOf(place), at]));
  const byCode = new Map(parts.flatMap(({ code, place, pointsPlace }, at) => [place, pointsPlace].map((cell) => [`${cell} ${code}`, at] as const)));
  for (const doubt of doubts) {
    const at = byCode.get(`${doubt.place} ${doubt.part}`) ?? byRow.get(rowOf(doubt.place)) ?? byRow.get(rowOf(doubt.details['at'] ?? ''));
    (at === undefined ? others : (own[at] as ImportDoubt[])).push(doubt);
  }
  return { own, others };
}
