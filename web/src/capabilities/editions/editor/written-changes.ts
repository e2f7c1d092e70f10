import { readJson } from '@parindex/core/reading/json';
import { isObject, NumberToken, type Raw } from '@parindex/core/reading/raw';
import type { Change, Keys } from '@parindex/core/studio/operations/change';

/** What somebody wrote in the document, as the server tells it. */
export interface WrittenChanges {
  readonly changes: readonly Change[];
  /** Null: it is not told who. */
  readonly by: string | null;
  readonly at: string;
}

const numberOf = (value: Raw | undefined): number => (value instanceof NumberToken ? Number(value.text) : 0);
const keysOf = (value: Raw | undefined): Keys =>
  Array.isArray(value) ? value.map((key) => (key instanceof NumberToken ? Number(key.text) : String(key))) : [];

function changeOf(value: Raw): Change[] {
  if (!isObject(value)) return [];
  const at = keysOf(value['at']);
  switch (value['change']) {
    case 'set':
      return [{ change: 'set', at, before: value['before'] ?? undefined, after: value['after'] ?? undefined, order: numberOf(value['order']) }];
    case 'insert':
    case 'remove':
      return [{ change: value['change'], at, value: value['value'] ?? null }];
    case 'move':
      return [{ change: 'move', at, to: keysOf(value['to']) }];
  }
  return [];
}

/** The changes of the document in an answer of the server; those of the cases are another page's. */
export function readWritten(text: string): WrittenChanges[] {
  const { value } = readJson(text);
  return (Array.isArray(value) ? value.filter(isObject) : [])
    .filter((entry) => entry['in'] === 'document')
    .map(({ changes, by, at }) => ({
      changes: (Array.isArray(changes) ? changes : []).flatMap(changeOf),
      by: isObject(by) && typeof by['name'] === 'string' ? by['name'] : null,
      at: typeof at === 'string' ? at : '',
    }));
}
