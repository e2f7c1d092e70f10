import { plainLine } from './plain-line.ts';

/** Pages from the first to the last, both taken, counted from 1. */
export type PageRange = readonly [from: number, to: number];

export const LAST_PAGE = 100_000;
export const MOST_RANGES = 50;

/** Why a typed text names no pages. The sentences for people stand in the phrases, under `evidence.typedPages`. */
export const PAGES_REFUSALS = ['notPages', 'noSuchPage', 'backwards', 'tooMany'] as const;
export type PagesRefusal = (typeof PAGES_REFUSALS)[number];

export type TypedPages =
  | { readonly kind: 'empty' }
  | { readonly kind: 'read'; readonly value: readonly PageRange[] }
  | { readonly kind: 'refused'; readonly reason: PagesRefusal };

const WORD = /^(?:các )?(?:trang|tr|pp?|pages?)(?![\p{L}])[.: ]*/iu;
const RANGE = /^(?<from>\d{1,9})(?: ?(?:-+|đến|tới|to|\.{2,3}|…) ?(?<to>\d{1,9}))?$/iu;

/** Ranges in ascending order, those that touch or overlap as one: the one form in which pages are kept. */
export function mergedRanges(ranges: readonly PageRange[]): PageRange[] {
  const merged: PageRange[] = [];
  for (const range of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && range[0] <= last[1] + 1) merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])];
    else merged.push(range);
  }
  return merged;
}

/** @example pagesText([[3, 5], [9, 9]]) === '3-5,9' */
export const pagesText = (ranges: readonly PageRange[]): string => ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',');

/** Reads pages as people type them ("3", "3-5, 9", "tr. 3–5", "trang 2 và 7"), merged; or the reason of the refusal. */
export function readPages(typed: string): TypedPages {
  const plain = plainLine(typed);
  if (plain === '') return { kind: 'empty' };
  const parts = plain.split(/ ?[,;] ?| (?:và|and|&) /iu).map((part) => part.replace(WORD, '').trim());
  const ranges: PageRange[] = [];
  for (const part of parts) {
    const groups = RANGE.exec(part.replace(/\.$/, ''))?.groups;
    if (!groups) return { kind: 'refused', reason: 'notPages' };
    const [from, to] = [Number(groups['from']), Number(groups['to'] ?? groups['from'])];
    if (from < 1 || from > LAST_PAGE || to > LAST_PAGE) return { kind: 'refused', reason: 'noSuchPage' };
    if (to < from) return { kind: 'refused', reason: 'backwards' };
    ranges.push([from, to]);
  }
  const value = mergedRanges(ranges);
  return value.length > MOST_RANGES ? { kind: 'refused', reason: 'tooMany' } : { kind: 'read', value };
}
