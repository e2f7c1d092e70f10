import type { Language } from '@parindex/core';
import type { FieldState } from '@parindex/core/ledger/runs';
import { changesText } from '@parindex/core/words/entry-words';
import { schemeNames } from '@parindex/core/words/scheme-names';
import type { Reading } from '../../db/transaction.ts';
import { readyEditions } from '../editions/ready.ts';
import { type EntryInTrail, findEntriesInTrail } from './queries/audit.ts';

const ENTRY = 'entry:';

/** A value as it stood. */
const stateOf = (value: unknown): FieldState =>
  value === undefined || value === null ? { is: 'absent' } : { is: 'value', value: value as Extract<FieldState, { is: 'value' }>['value'] };

const changesOf = ({ changes, texts, before }: EntryInTrail) => [
  ...Object.entries(changes).map(([field, value]) => ({ field, before: stateOf(before[field]), after: stateOf(value) })),
  ...texts.map((field) => ({ field, before: { is: 'unknown' } as const, after: { is: 'value', value: '' } as const })),
];

/** What the entries among these subjects changed, as the history of their item tells it, by subject. */
export async function tellEntries(db: Reading, subjects: readonly string[], language: Language): Promise<ReadonlyMap<string, string>> {
  const entries = await findEntriesInTrail(
    db,
    subjects.filter((subject) => subject.startsWith(ENTRY)).map((subject) => subject.slice(ENTRY.length)),
  );
  const wanted = [...new Map(entries.map(({ edition, hash }) => [edition, { id: edition, hash }])).values()];
  const names = new Map((await readyEditions(db, wanted)).map(({ id, scheme }) => [id, schemeNames(scheme, language)]));
  return new Map(
    entries.flatMap((entry) => {
      const words = names.get(entry.edition);
      return words ? [[ENTRY + entry.id, changesText({ kind: entry.kind, id: entry.target }, changesOf(entry), words)] as const] : [];
    }),
  );
}
