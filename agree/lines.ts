import { type Doc, type DocObject, isDocObject, textOf } from '../core/src/testing/random-document.ts';

const KEYED = ['bodies', 'figures', 'sheets', 'estimates'];
const own = (whole: Doc | undefined, key: string): Doc | undefined => (isDocObject(whole) && Object.hasOwn(whole, key) ? whole[key] : undefined);
const idOf = (body: Doc): string | undefined => {
  const id = own(body, 'id');
  return typeof id === 'string' ? id : undefined;
};

/** The head and the bodies of a document, as they would stand in lines; of what cannot be read as much as there is. */
export function inLines(whole: DocObject): Doc[] {
  const previous = own(whole, 'previous');
  const head: DocObject = Object.fromEntries(Object.entries(whole).filter(([key]) => !KEYED.includes(key)));
  if (head['format'] === 'parindex-snapshot/1') head['format'] = 'parindex-snapshot-lines/1';
  if (isDocObject(previous)) head['previous'] = Object.fromEntries(Object.entries(previous).filter(([key]) => key !== 'bodies'));
  const bodies = own(whole, 'bodies');
  const lines = (Array.isArray(bodies) ? bodies : []).map((body): Doc => {
    const id = idOf(body);
    const part = (key: string, of: Doc | undefined): [string, Doc][] => {
      const value = id === undefined ? undefined : own(of, id);
      return value === undefined ? [] : [[key, value]];
    };
    return Object.fromEntries([
      ['body', body],
      ...part('figures', own(whole, 'figures')),
      ...part('sheet', own(whole, 'sheets')),
      ...part('estimates', own(whole, 'estimates')),
      ...part('previous', own(previous, 'bodies')),
    ]);
  });
  return [head, ...lines];
}

export const textOfLines = (lines: readonly Doc[]): string => lines.map((line) => `${textOf(line)}\n`).join('');
