import { searchKey } from '../../text/search-key.ts';
import type { NameOfDraft } from './read-scheme-tables.ts';

const LONGEST_ID = 100;

/** What a draft is called after its file, until a person says otherwise. */
export function nameOfFile(file: string): NameOfDraft {
  const title = file
    .normalize('NFC')
    .replace(/\.[A-Za-z]{3,5}$/, '')
    .trim();
  const id = searchKey(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replaceAll(/^-|-$/g, '');
  return { id: id || 'du-thao', title };
}
