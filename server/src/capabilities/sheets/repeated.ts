import { isNumberText, shortest } from '@parindex/core';
import type { EntryCommand } from './act-description.ts';
import type { StoredEntry } from './queries/sheets.ts';

/** The key in a payload for the reason of the act itself. */
const ACT_REASON = 'reason.text';

/** A number is the same in any notation of the API: 12, "12", "12.0". */
const plain = (value: unknown): unknown => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && isNumberText(text) ? shortest(text) : (text ?? null);
};

const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other));

/** The sheet that a command is sent to, and its sender. */
interface SentTo {
  readonly round: string;
  readonly body: string;
  readonly account: string | null;
}

/**
 * Whether a command equals what was stored under its id: then it gets the original answer, whatever has happened since. A
 * lawfully erased text can no longer be compared.
 */
export function isRepeated(stored: StoredEntry, { act, target, base, changes, reason }: EntryCommand, { round, body, account }: SentTo): boolean {
  const place =
    stored.round === round &&
    stored.body === body &&
    stored.actor === account &&
    stored.act === act &&
    stored.kind === (target?.kind ?? null) &&
    stored.target === (target?.id ?? null) &&
    stored.base === base;
  if (!place) return false;
  const texts = stored.content ?? {};
  if (stored.reasonCode !== (reason?.code ?? null)) return false;
  if (stored.content !== null && (texts[ACT_REASON] ?? null) !== (reason?.text ?? null)) return false;
  // Changes that follow from the act itself were judged when it first came.
  if (!changes) return true;
  const all = { ...stored.changes, ...Object.fromEntries(stored.texts.map((field) => [field, texts[field]])) };
  const fields = Object.keys(changes);
  if (fields.length !== Object.keys(all).length) return false;
  return fields.every(
    (field) => Object.hasOwn(all, field) && ((stored.content === null && stored.texts.includes(field)) || sameValue(changes[field], all[field])),
  );
}
