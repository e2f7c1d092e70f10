import { stringify } from 'yaml';
import { isObject, type Raw, type RawObject } from '../reading/raw.ts';
import { readYaml } from '../reading/yaml.ts';
import { SCHEME_FORMAT } from '../scheme/types.ts';
import type { NameOfDraft } from './import/read-scheme-tables.ts';
import { layOntoText } from './operations/document-text.ts';

/** A draft that holds nothing yet. */
export const emptyDocument = ({ id, title }: NameOfDraft): string =>
  stringify({ format: SCHEME_FORMAT, id, title: { vi: title }, status: 'official', groups: [{ id: 'regular', kind: 'regular' }], domains: [] });

/** The text of another edition under an id and a title of its own; all else stays as it is written there. */
export function begunFrom(text: string, { id, title }: NameOfDraft): string {
  const { value } = readYaml(text);
  const document: RawObject = isObject(value) ? value : {};
  const set = (key: string, after: Raw) => ({ change: 'set', at: [key], before: document[key], after, order: Object.keys(document).indexOf(key) }) as const;
  return layOntoText(text, [set('id', id), set('title', { vi: title })]);
}
