import { applyEdits, format } from 'jsonc-parser';
import { readJson } from '../../reading/json.ts';
import type { Raw, RawDocument } from '../../reading/raw.ts';
import { writeJson } from '../../reading/write-json.ts';
import { readYaml } from '../../reading/yaml.ts';
import { applyChanges, type Change } from './change.ts';
import { layOntoText } from './document-text.ts';

/** Whether a text of an edition is JSON. */
export const isJson = (text: string): boolean => /^\s*\{/.test(text);

/** A text of an edition: YAML, or JSON where it begins as such. Throws `Unreadable`, also as soon as more than `mostValues` values are met. */
export const readDraftText = (text: string, mostValues?: number): RawDocument => (isJson(text) ? readJson(text, mostValues) : readYaml(text, mostValues));

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
