import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseAllDocuments, type Scalar, type YAMLMap } from 'yaml';
import {
  DEEPEST_NESTING,
  emptyObject,
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

/** Reads one YAML 1.2 document (core schema) without anchors, aliases or tags. Throws `Unreadable`. */
export function readYaml(text: string): RawDocument {
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
  const places = new Map<string, Place>();

  const startOf = (node: Node): Place => place(node.range?.[0] ?? 0);
  const remember = (keys: (string | number)[], where: Place) => places.set(JSON.stringify(keys), where);

  const refuseMarks = (node: Node) => {
    if (isAlias(node) || ('anchor' in node && node.anchor)) throw new Unreadable('aliases', startOf(node));
    if (node.tag !== undefined) throw new Unreadable('tags', startOf(node));
  };

  const keyText = (key: Node): string => {
    refuseMarks(key);
    if (!isScalar(key)) throw new Unreadable('oddKey', startOf(key));
    return wellFormed(typeof key.value === 'string' ? key.value : (key.source ?? ''), () => startOf(key));
  };

  const convertScalar = (node: Scalar): Raw => {
    const { value, source } = node;
    if (typeof value === 'number' || typeof value === 'bigint') return new NumberToken(source ?? String(value));
    if (typeof value === 'boolean' || value === null) return value;
    return wellFormed(String(value), () => startOf(node));
  };

  /** `again`: within a value that does not count, since its key was written before. */
  const convertMap = (node: YAMLMap, keys: (string | number)[], again: boolean): RawObject => {
    const object = emptyObject();
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const key = keyText(pair.key);
      const inner = [...keys, key];
      const written = Object.hasOwn(object, key);
      if (!again) remember(inner, startOf(pair.key));
      if (isScalar(pair.key) && typeof pair.key.value !== 'string') oddKeys.push(inner);
      const value = convert(pair.value, inner, again || written);
      if (written) doubled.push(inner);
      else object[key] = value;
    }
    return object;
  };

  const convert = (node: Node | null, keys: (string | number)[], again: boolean): Raw => {
    if (node === null) return null;
    refuseMarks(node);
    if (!isScalar(node) && keys.length === DEEPEST_NESTING) throw new Unreadable('tooDeep', startOf(node));
    if (isMap(node)) return convertMap(node, keys, again);
    if (isSeq(node)) {
      return node.items.map((item, index) => {
        const inner = [...keys, index];
        if (!again) remember(inner, startOf(item as Node));
        return convert(item as Node | null, inner, again);
      });
    }
    if (!isScalar(node)) throw new Unreadable('notYaml', startOf(node));
    return convertScalar(node);
  };

  return {
    value: convert(document.contents, [], false),
    doubled,
    oddKeys,
    locate(keys) {
      for (let length = keys.length; length > 0; length--) {
        const found = places.get(JSON.stringify(keys.slice(0, length)));
        if (found) return found;
      }
      return { line: 1, column: 1 };
    },
  };
}
