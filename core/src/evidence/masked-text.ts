/** A part of a text: its first place, and the one after its last. */
export type Span = readonly [from: number, to: number];

/** What stands where something was masked. */
export const MASK = '[…]';

/** Where a passage stands in a text, every time, also where one begins within another. */
function placesOf(text: string, passage: string): Span[] {
  const places: Span[] = [];
  if (passage === '') return places;
  for (let from = text.indexOf(passage); from >= 0; from = text.indexOf(passage, from + 1)) places.push([from, from + passage.length]);
  return places;
}

/** Spans in their order, those that overlap or touch as one. */
export function joinedSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const [from, to] of spans.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}

/** Where any of these passages stands in a text, every time. */
export const spansOf = (text: string, passages: readonly string[]): Span[] => joinedSpans(passages.flatMap((passage) => placesOf(text, passage)));

/** The different passages that stand at these places. */
export const passagesAt = (text: string, spans: readonly Span[]): string[] => [...new Set(spans.map(([from, to]) => text.slice(from, to)))];

/** A text without what stands at these places, given by `spansOf`. */
export function maskedAt(text: string, spans: readonly Span[]): string {
  const kept = [...spans, [text.length, text.length] as const].map(([from], index) => text.slice(spans[index - 1]?.[1] ?? 0, from));
  return kept.join(MASK);
}

/**
 * A text as it is given out, without these passages.
 * @example maskedText('Ông Lê Văn A gọi 0912345678.', ['Lê Văn A', '0912345678']) // 'Ông […] gọi […].'
 */
export const maskedText = (text: string, passages: readonly string[]): string => maskedAt(text, spansOf(text, passages));
