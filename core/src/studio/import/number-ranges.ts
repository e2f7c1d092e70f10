/** From one number to another, both within. */
export type NumberRange = readonly [first: number, last: number];

/** Numbers as a short text: "2-5,9". */
export function numbersAsText(numbers: Iterable<number>): string {
  const ranges: [number, number][] = [];
  for (const number of [...numbers].toSorted((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last && number <= last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join(',');
}

/** Such a text as ranges. */
export const rangesInText = (text: string): readonly NumberRange[] =>
  [...text.matchAll(/(\d+)(?:-(\d+))?/g)].map(([, first, last]) => [Number(first), Number(last ?? first)]);
