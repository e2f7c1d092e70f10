import { type Doc, type DocObject, isDocObject } from './random-document.ts';

export type Tree = Doc[] | DocObject;
export interface Spot {
  readonly owner: Tree;
  readonly key: string | number;
}

export const isTree = (value: Doc | undefined): value is Tree => Array.isArray(value) || isDocObject(value);
export const valueAt = ({ owner, key }: Spot): Doc => (owner as DocObject)[key as string] as Doc;
export function putAt({ owner, key }: Spot, value: Doc): void {
  (owner as DocObject)[key as string] = value;
}
const keysIn = (tree: Tree): (string | number)[] => (Array.isArray(tree) ? [...tree.keys()] : Object.keys(tree));

/** Every place of a document that holds a value. */
export function spotsIn(owner: Tree, found: Spot[] = []): Spot[] {
  for (const key of keysIn(owner)) {
    const spot = { owner, key };
    found.push(spot);
    const value = valueAt(spot);
    if (isTree(value)) spotsIn(value, found);
  }
  return found;
}

/** All objects of the document that hold the key. */
export const holders = (whole: DocObject, key: string): DocObject[] =>
  spotsIn(whole).flatMap(({ owner, key: own }) => (own === key && isDocObject(owner) ? [owner] : []));

/** A copy, so that one place does not change with another. */
export const structure = (value: Doc): Doc => {
  if (Array.isArray(value)) return value.map(structure);
  if (!isDocObject(value)) return value;
  const copy = Object.create(null) as DocObject;
  for (const key of Object.keys(value)) copy[key] = structure(value[key] as Doc);
  return copy;
};
