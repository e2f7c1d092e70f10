import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseAllDocuments, type Scalar, type YAMLMap } from 'yaml';
import { placesIn } from './places.ts';
import {
  DEEPEST_NESTING,
  emptyObject,
  keyOf,
  MOST_DOUBLED,
  NumberToken,
  type Place,
  type Raw,
  type RawDocument,
  type RawObject,
  Unreadable,
  type UnreadableCode,
  wellFormed,
} from './raw.ts';

/** Marks that the library refuses before they are looked at here. */
const CODE_OF_FAULT: Partial<Record<string, UnreadableCode>> = { TAG_RESOLVE_FAILED: 'tags', BAD_ALIAS: 'aliases' };

/** Brackets within each other, counted without regard to texts; the library takes time by the square of it before it says anything. */
const DEEPEST_BRACKETS = 1_000;

function refuseDeepBrackets(text: string, place: (offset: number) => Place): void {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST_BRACKETS) throw new Unreadable('tooDeep', place(index));
  }
}

/** Reads one YAML 1.2 document (core schema) without anchors, aliases or tags. Throws `Unreadable`, also where more than `mostValues` values are met. */
export function readYaml(text: string, mostValues = Number.POSITIVE_INFINITY): RawDocument {
  refuseDeepBrackets(text, placesIn(text));
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, version: '1.2', schema: 'core', uniqueKeys: false });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const document = Array.isArray(documents) ? documents[0] : undefined;
  if (!document) throw new Unreadable('empty', { line: 1, column: 1 });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) throw new Unreadable(CODE_OF_FAULT[fault.code] ?? 'notYaml', place(fault.pos[0]), fault.message.split('\n')[0]?.replace(/ at line.*/, ''));
  if (documents.length > 1) throw new Unreadable('severalDocuments', place(documents[1]?.range?.[0] ?? 0));

  const doubled: (string | number)[][] = [];
  const oddKeys: (string | number)[][] = [];
  let values = 0;

  const startOf = (node: Node): Place => place(node.range?.[0] ?? 0);

  const refuseMarks = (node: Node) => {
    if (isAlias(node) || ('anchor' in node && node.anchor)) throw new Unreadable('aliases', startOf(node));
    if (node.tag !== undefined) throw new Unreadable('tags', startOf(node));
  };

  const keyText = (key: Node): string => {
    refuseMarks(key);
    if (!isScalar(key)) throw new Unreadable('oddKey', startOf(key));
    return keyOf(typeof key.value === 'string' ? key.value : (key.source ?? ''), () => startOf(key));
  };

  const convertScalar = (node: Scalar): Raw => {
    const { value, source } = node;
    if (typeof value === 'number' || typeof value === 'bigint') return new NumberToken(source ?? String(value));
    if (typeof value === 'boolean' || value === null) return value;
    return wellFormed(String(value), () => startOf(node));
  };

  const convertMap = (node: YAMLMap, keys: (string | number)[]): RawObject => {
    const object = emptyObject();
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const key = keyText(pair.key);
      const inner = [...keys, key];
      const written = Object.hasOwn(object, key);
      if (isScalar(pair.key) && typeof pair.key.value !== 'string' && oddKeys.length < MOST_DOUBLED) oddKeys.push(inner);
      const value = convert(pair.value, inner);
      if (written && doubled.length < MOST_DOUBLED) doubled.push(inner);
      if (!written) object[key] = value;
    }
    return object;
  };

  const convert = (node: Node | null, keys: (string | number)[]): Raw => {
    values += 1;
    if (values > mostValues) throw new Unreadable('tooManyValues');
    if (node === null) return null;
    refuseMarks(node);
    if (!isScalar(node) && keys.length === DEEPEST_NESTING) throw new Unreadable('tooDeep', startOf(node));
    if (isMap(node)) return convertMap(node, keys);
    if (isSeq(node)) return node.items.map((item, index) => convert(item as Node | null, [...keys, index]));
    if (!isScalar(node)) throw new Unreadable('notYaml', startOf(node));
    return convertScalar(node);
  };

  /** Where a member of a node begins, and the node of it; of a key written twice where the second begins, and the node of the first. */
  const memberAt = (node: Node | null, key: string | number): { readonly begins: Node; readonly node: Node | null } | undefined => {
    if (isSeq(node)) {
      const item = typeof key === 'number' ? (node.items[key] as Node | undefined) : undefined;
      return item && { begins: item, node: item };
    }
    const pairs = isMap(node) ? (node.items as Pair<Node, Node | null>[]).filter((pair) => keyText(pair.key) === key) : [];
    const [first, last] = [pairs[0], pairs.at(-1)];
    return first && last && { begins: last.key, node: first.value };
  };

  return {
    value: convert(document.contents, []),
    doubled,
    oddKeys,
    locate(keys) {
      let [node, begins]: [Node | null, Node | undefined] = [document.contents, undefined];
      for (const key of keys) {
        const member = memberAt(node, key);
        if (!member) break;
        ({ node, begins } = member);
      }
      return begins ? startOf(begins) : { line: 1, column: 1 };
    },
  };
}
