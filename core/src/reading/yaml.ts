import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseAllDocuments } from 'yaml';
import { DEEPEST_NESTING, emptyObject, NumberToken, type Place, type Raw, type RawDocument, Unreadable, wellFormed } from './raw.ts';

/** Reads one YAML 1.2 document (core schema) without anchors, aliases or tags. Throws `Unreadable`. */
export function readYaml(text: string): RawDocument {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, version: '1.2', schema: 'core', uniqueKeys: false });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const document = Array.isArray(documents) ? documents[0] : undefined;
  if (!document) throw new Unreadable('nothing to read', { line: 1, column: 1 });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) throw new Unreadable(fault.message.split('\n')[0]?.replace(/ at line.*/, '') ?? '', place(fault.pos[0]));
  if (documents.length > 1) throw new Unreadable('more than one document in the file', place(documents[1]?.range?.[0] ?? 0));

  const doubled: (string | number)[][] = [];
  const oddKeys: (string | number)[][] = [];
  const places = new Map<string, Place>();

  const startOf = (node: Node): Place => place(node.range?.[0] ?? 0);
  const remember = (keys: (string | number)[], where: Place) => places.set(JSON.stringify(keys), where);

  const refuseMarks = (node: Node) => {
    if (isAlias(node) || ('anchor' in node && node.anchor)) throw new Unreadable('anchors and aliases are not taken', startOf(node));
    if (node.tag !== undefined) throw new Unreadable('tags are not taken', startOf(node));
  };

  const keyText = (key: Node): string => {
    refuseMarks(key);
    if (!isScalar(key)) throw new Unreadable('a key is not a plain text', startOf(key));
    return wellFormed(typeof key.value === 'string' ? key.value : (key.source ?? ''), () => startOf(key));
  };

  /** `again`: within a value that does not count, since its key was written before. */
  const convert = (node: Node | null, keys: (string | number)[], again: boolean): Raw => {
    if (node === null) return null;
    refuseMarks(node);
    if (keys.length > DEEPEST_NESTING) throw new Unreadable('nested too deeply', startOf(node));
    if (isMap(node)) {
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
    }
    if (isSeq(node)) {
      return node.items.map((item, index) => {
        const inner = [...keys, index];
        if (!again) remember(inner, startOf(item as Node));
        return convert(item as Node | null, inner, again);
      });
    }
    if (!isScalar(node)) throw new Unreadable('cannot be read', startOf(node));
    const { value, source } = node;
    if (typeof value === 'number' || typeof value === 'bigint') return new NumberToken(source ?? String(value));
    if (typeof value === 'boolean' || value === null) return value;
    return wellFormed(String(value), () => startOf(node));
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
