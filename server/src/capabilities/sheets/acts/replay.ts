import { isNumberText, shortest } from '@parindex/core';
import type { StoredEntry } from '../queries/sheets.ts';

/** What a sender says again under an id that is stored. */
export interface SaidAgain {
  readonly round: string;
  readonly body: string;
  readonly account: string | null;
  readonly act: string;
  readonly kind: 'item' | 'figure' | null;
  readonly target: string | null;
  readonly base: number;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly reason?: { readonly code: string | null; readonly text: string | null } | undefined;
}

/** Stands in a payload for the reason of the act itself. */
const ACT_REASON = 'reason.text';

/** A number is the same in any notation of the API: 12, "12", "12.0". */
const plain = (value: unknown): unknown => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && isNumberText(text) ? shortest(text) : (text ?? null);
};

const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other));

/**
 * Whether what comes again under an id says what was stored under it: then the answer is what it was, whatever has
 * happened since. A text that was lawfully erased can no longer be compared.
 */
export function isSaidAgain(stored: StoredEntry, said: SaidAgain): boolean {
  const place =
    stored.round === said.round &&
    stored.body === said.body &&
    stored.actor === said.account &&
    stored.act === said.act &&
    stored.kind === said.kind &&
    stored.target === said.target &&
    stored.base === said.base;
  if (!place) return false;
  const texts = stored.content ?? {};
  const reason = said.reason ?? { code: null, text: null };
  if (stored.reasonCode !== reason.code) return false;
  if (stored.content !== null && (texts[ACT_REASON] ?? null) !== reason.text) return false;
  const all = { ...stored.changes, ...Object.fromEntries(stored.texts.map((field) => [field, texts[field]])) };
  const fields = Object.keys(said.changes);
  if (fields.length !== Object.keys(all).length) return false;
  return fields.every(
    (field) => Object.hasOwn(all, field) && ((stored.content === null && stored.texts.includes(field)) || sameValue(said.changes[field], all[field])),
  );
}
