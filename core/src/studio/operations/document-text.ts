import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  Pair,
  parseDocument,
  Scalar,
  type ScalarTag,
  type Tags,
  type ToStringOptions,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { emptyObject, isObject, NumberToken, type Raw } from '../../reading/raw.ts';
import { readYaml } from '../../reading/yaml.ts';
import type { Change, Keys } from './change.ts';

const NUMBERS = ['tag:yaml.org,2002:int', 'tag:yaml.org,2002:float'];

/** Numbers keep the text in which they are written. */
const writtenNumbers = (tags: Tags): Tags =>
  tags.map((tag) =>
    typeof tag === 'object' && NUMBERS.includes(tag.tag) && !tag.collection
      ? ({
          ...tag,
          identify: (value) => value instanceof NumberToken,
          resolve: (text: string) => new NumberToken(text),
          stringify: ({ value }) => (value as NumberToken).text,
        } as ScalarTag)
      : tag,
  );

const STYLE: ToStringOptions = { lineWidth: 0, flowCollectionPadding: true };

/** Words, dates: what needs no quotes; all else is quoted, as in the editions. */
const PLAIN = /^(?:[A-Za-z][A-Za-z0-9]*|\d{4}-\d{2}-\d{2})$/;

function quoted(node: unknown): void {
  if (isScalar(node) && typeof node.value === 'string') node.type = PLAIN.test(node.value) ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
  if (isSeq(node)) for (const member of node.items) quoted(member);
  if (isMap(node)) for (const { value } of node.items) quoted(value);
}

function nodeOf(document: Document, value: Raw): Node {
  const node = document.createNode(value, { aliasDuplicateObjects: false }) as Node;
  quoted(node);
  return node;
}

const keyText = (key: unknown): string | undefined =>
  isScalar(key) ? (typeof key.value === 'string' ? key.value : (key.source ?? '')).normalize('NFC') : undefined;

/** The pair of a key, of one written twice the first, which is the one that counts. */
const pairOf = (map: YAMLMap, key: string): Pair | undefined => map.items.find((pair) => keyText(pair.key) === key);

function nodeAt(document: Document, keys: Keys): Node | null {
  let here: unknown = document.contents;
  for (const key of keys) here = isSeq(here) ? here.items[key as number] : isMap(here) ? pairOf(here, key as string)?.value : null;
  return (here ?? null) as Node | null;
}

/** What stands at a place takes another value: a text stays quoted as it was, and a remark beside it stays. */
function renewed(document: Document, old: unknown, value: Raw): Node {
  const node = nodeOf(document, value);
  if (isScalar(old) && isScalar(node)) {
    const type = typeof old.value === 'string' && typeof node.value === 'string' ? old.type : node.type;
    if (old.comment) node.comment = old.comment;
    if (type) node.type = type;
  }
  if (isCollection(old) && isCollection(node) && old.flow) node.flow = true;
  return node;
}

function setAt(document: Document, { at, after, order }: Change & { change: 'set' }): void {
  const map = nodeAt(document, at.slice(0, -1)) as YAMLMap;
  const key = at.at(-1) as string;
  const pair = pairOf(map, key);
  if (after === undefined) map.items = map.items.filter((each) => each !== pair);
  else if (pair) pair.value = renewed(document, pair.value, after);
  else map.items.splice(order, 0, new Pair(nodeOf(document, key), nodeOf(document, after)));
}

function changeText(document: Document, change: Change): void {
  if (change.change === 'set') {
    setAt(document, change);
    return;
  }
  const list = (keys: Keys) => (nodeAt(document, keys.slice(0, -1)) as YAMLSeq).items;
  const index = change.at.at(-1) as number;
  if (change.change === 'insert') {
    const owner = nodeAt(document, change.at.slice(0, -1)) as YAMLSeq;
    // What was an empty "[]" becomes a list of lines.
    if (owner.items.length === 0) owner.flow = false;
    const { items } = owner;
    const node = nodeOf(document, change.value);
    // Members of a list look like their neighbours.
    const beside = items[index - 1] ?? items[index];
    if (isCollection(beside) && isCollection(node) && beside.flow) node.flow = true;
    items.splice(index, 0, node);
    return;
  }
  const [taken] = list(change.at).splice(index, 1);
  if (change.change === 'move') list(change.to).splice(change.to.at(-1) as number, 0, taken);
}

const bare = (line: string): string => line.replaceAll(/\s+/g, '');
const indentation = (line: string): number => line.length - line.trimStart().length;

/** Lines as the library writes them, and as they stand in the text: they say the same, but for spaces and breaks. */
interface Passage {
  readonly told: readonly string[];
  readonly own: readonly string[];
}

/** The passages of a text by their first lines; undefined where the two cannot be laid beside each other. */
function passagesOf(text: string, told: string): Map<string, Passage[]> | undefined {
  const sides = [told.split('\n'), text.split('\n')] as const;
  const next: [number, number] = [0, 0];
  const passages = new Map<string, Passage[]>();
  while (next[0] < sides[0].length && next[1] < sides[1].length) {
    const from: readonly [number, number] = [...next];
    const gathered: [string, string] = ['', ''];
    const more = (side: 0 | 1) => {
      gathered[side] += bare(sides[side][next[side]] ?? '');
      next[side] += 1;
    };
    more(0);
    more(1);
    while (gathered[0] !== gathered[1]) {
      const behind = gathered[0].length < gathered[1].length ? 0 : 1;
      if (!gathered[1 - behind]?.startsWith(gathered[behind]) || next[behind] >= sides[behind].length) return undefined;
      more(behind);
    }
    const passage = { told: sides[0].slice(from[0], next[0]), own: sides[1].slice(from[1], next[1]) };
    const first = (passage.told[0] as string).trim();
    passages.set(first, [...(passages.get(first) ?? []), passage]);
  }
  return passages;
}

/** The changed lines, each that was there before as its author wrote it. */
function inItsOwnHand(text: string, told: string, changed: string): string {
  const passages = passagesOf(text, told);
  if (!passages) return changed;
  const lines = changed.split('\n');
  const written: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as string;
    const found = passages.get(line.trim())?.filter((each) => each.told.every((one, index) => one.trim() === lines[at + index]?.trim())) ?? [];
    // Of passages that are told alike those are taken in turn that stand as deep.
    const passage = found.find(({ told: [first = ''] }) => indentation(first) === indentation(line)) ?? found[0];
    if (!passage) {
      written.push(line);
      at += 1;
      continue;
    }
    const deeper = indentation(line) - indentation(passage.told[0] as string);
    written.push(...passage.own.map((own) => (own.trim() === '' ? own : ' '.repeat(Math.max(0, indentation(own) + deeper)) + own.trimStart())));
    const all = passages.get(line.trim()) as Passage[];
    if (found.length > 1) all.splice(all.indexOf(passage), 1);
    at += passage.told.length;
  }
  return written.join('\n');
}

/** Takes the remark off the end of a block. */
function remarkAtEnd(node: unknown): string | undefined {
  if (!isCollection(node) || node.flow) return undefined;
  const last = node.items.at(-1);
  const inside = remarkAtEnd(isPair(last) ? last.value : last);
  const own = node.comment ?? undefined;
  delete node.comment;
  return [inside, own].filter((remark) => remark !== undefined).join('\n') || undefined;
}

/** A remark between two parts is of the one that follows: the library leaves it at the end of the one before. */
function giveRemarks(node: unknown): void {
  if (!isCollection(node) || node.flow) return;
  node.items.forEach((item, index) => {
    giveRemarks(isPair(item) ? item.value : item);
    const following = node.items[index + 1];
    const next = isPair(following) ? following.key : following;
    if (!isNode(next)) return;
    const remark = remarkAtEnd(isPair(item) ? item.value : item);
    if (remark !== undefined) next.commentBefore = [remark, next.commentBefore].filter((each) => each).join('\n');
  });
}

const same = (one: Raw, other: Raw): boolean => {
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((each, index) => same(each, other[index] as Raw));
  if (one instanceof NumberToken) return other instanceof NumberToken && one.text === other.text;
  if (!isObject(one)) return one === other;
  const keys = Object.keys(one);
  return (
    isObject(other) && keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && same(one[key] as Raw, other[key] as Raw))
  );
};

/** What a node holds; of a key written twice the first counts. */
function rawOf(node: unknown): Raw {
  if (isSeq(node)) return node.items.map(rawOf);
  if (!isMap(node)) return isScalar(node) ? (typeof node.value === 'string' ? node.value.normalize('NFC') : (node.value as Raw)) : null;
  const object = emptyObject();
  for (const { key, value } of node.items) {
    const name = keyText(key);
    if (name !== undefined && !Object.hasOwn(object, name)) object[name] = rawOf(value);
  }
  return object;
}

/** A file of cases in which none stands yet. */
const EMPTY_LIST = '[]\n';

/**
 * Lays changes onto the text of a document: comments, the order of keys and the look of what was not touched stay as they were written.
 * The changes are those of the document that the text holds; the text given back holds the document after them.
 */
export function layOntoText(text: string, changes: readonly Change[]): string {
  if (changes.length === 0) return text;
  const document = parseDocument(text.trim() === '' ? EMPTY_LIST : text, { version: '1.2', schema: 'core', customTags: writtenNumbers, uniqueKeys: false });
  giveRemarks(document.contents);
  const told = document.toString(STYLE);
  for (const change of changes) changeText(document, change);
  const changed = document.toString(STYLE);
  const own = inItsOwnHand(text, told, changed);
  return same(readYaml(own).value, rawOf(document.contents)) ? own : changed;
}
