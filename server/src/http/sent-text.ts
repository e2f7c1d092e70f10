import { isObject, type Raw } from '@parindex/core';
import { NumberToken } from '@parindex/core/reading/raw';

/**
 * A text as it was sent, before the schema has judged it; a number counts as its text, as it does for the schema. What a
 * database cannot even be asked for is none: of that the content's reader tells.
 */
export function sentText(raw: Raw | undefined, key: string): string | undefined {
  const value = isObject(raw) ? raw[key] : undefined;
  if (value instanceof NumberToken) return value.text;
  return typeof value === 'string' && !value.includes('\u0000') ? value : undefined;
}
