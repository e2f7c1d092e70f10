import { searchKey } from '@parindex/core';

/** Words of a text around a hit. */
const BEFORE = 8;
const AFTER = 16;

/** The part of a page around the first match of one of the words (by the core's searchKey). */
export function excerpt(text: string, words: readonly string[]): string {
  const parts = text.split(/\s+/).filter(Boolean);
  const wanted = new Set(words);
  // A match of all words in a row is the best excerpt.
  const keys = parts.map((part) => searchKey(part));
  const phrase = keys.findIndex((_, index) => words.every((word, offset) => keys[index + offset] === word));
  const hit = phrase >= 0 ? phrase : keys.findIndex((key) => key.split(' ').some((word) => wanted.has(word)));
  const from = Math.max(0, hit - BEFORE);
  const to = Math.min(parts.length, Math.max(hit, 0) + AFTER);
  return `${from > 0 ? '… ' : ''}${parts.slice(from, to).join(' ')}${to < parts.length ? ' …' : ''}`;
}
