import { applyEdits, format } from 'jsonc-parser';
import { readJson } from '../../reading/json.ts';
import type { Raw } from '../../reading/raw.ts';
import { writeJson } from '../../reading/write-json.ts';
import { applyChanges, type Change } from './change.ts';
import { layOntoText } from './document-text.ts';
import { isJson } from './read-draft-text.ts';

/** A text after changes of the document that it holds: YAML keeps its remarks and its look, JSON is written anew, each number with its digits. Throws `Unreadable` where no text can hold it. */
export function writeDraftText(text: string, document: Raw, changes: readonly Change[]): string {
  if (changes.length === 0) return text;
  if (!isJson(text)) return layOntoText(text, changes);
  const written = jsonText(applyChanges(document, changes));
  readJson(written);
  return written;
}

/** A document as JSON for people to read, two spaces a level, each number with its digits. */
export function jsonText(document: Raw): string {
  const compact = writeJson(document);
  return `${applyEdits(compact, format(compact, undefined, { insertSpaces: true, tabSize: 2 }))}\n`;
}
