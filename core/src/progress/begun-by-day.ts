import { plainRulesOf } from '../scoring/affected-items.ts';
import type { PreparedItem, PreparedScheme } from '../scoring/prepared.ts';

/** Items or figures that were entered on a day for the first time. */
export interface EnteredOnDay {
  readonly day: string;
  readonly kind: 'item' | 'figure';
  readonly targets: readonly string[];
}

const knownFigures = new WeakMap<PreparedItem, readonly string[]>();

function figuresIn(item: PreparedItem): readonly string[] {
  const known = knownFigures.get(item) ?? plainRulesOf(item).flatMap(({ uses }) => uses.figures);
  knownFigures.set(item, known);
  return known;
}

/** Of the items that a body has to score itself, how many were begun on which day, rising: by their own answer, or by a figure that their points go by. */
export function begunByDay({ items }: PreparedScheme, asked: ReadonlySet<string>, entered: readonly EnteredOnDay[]): (readonly [day: string, count: number])[] {
  const first = new Map<string, string>();
  for (const { day, kind, targets } of entered)
    for (const target of targets) {
      const key = `${kind} ${target}`;
      const known = first.get(key);
      if (known === undefined || day < known) first.set(key, day);
    }
  const counts = new Map<string, number>();
  for (const item of items) {
    if (!asked.has(item.item.code)) continue;
    const days = [`item ${item.item.code}`, ...figuresIn(item).map((figure) => `figure ${figure}`)].flatMap((key) => first.get(key) ?? []);
    const [day] = days.toSorted();
    if (day !== undefined) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
