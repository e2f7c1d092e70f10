import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseAllDocuments } from 'yaml';
import { emptyObject, NumberToken, type Place, type Raw, type RawDocument, Unreadable, wellFormed } from './raw.ts';

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
  const places = new Map<string, Place>();

  const startOf = (node: Node): Place => place(node.range?.[0] ?? 0);
  const remember = (keys: (string | number)[], where: Place) => places.set(JSON.stringify(keys), where);

  const keyText = (key: unknown): string => {
    if (!isScalar(key)) throw new Unreadable('a key is not a plain text');
    const text = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    return wellFormed(text, () => startOf(key));
  };

  const convert = (node: Node | null, keys: (string | number)[]): Raw => {
    if (node === null) return null;
    if (isAlias(node) || ('anchor' in node && node.anchor)) throw new Unreadable('anchors and aliases are not taken', startOf(node));
    if (node.tag !== undefined && !isScalar(node) && !/^tag:yaml\.org,2002:(map|seq)$/.test(node.tag)) throw new Unreadable('tags are not taken', startOf(node));
    if (isMap(node)) {
      const object = emptyObject();
      for (const pair of node.items as Pair<Node, Node | null>[]) {
        const key = keyText(pair.key);
        const inner = [...keys, key];
        remember(inner, startOf(pair.key));
        const value = convert(pair.value, inner);
        if (Object.hasOwn(object, key)) doubled.push(inner);
        else object[key] = value;
      }
      return object;
    }
    if (isSeq(node)) {
      return node.items.map((item, index) => {
        const inner = [...keys, index];
        remember(inner, startOf(item as Node));
        return convert(item as Node | null, inner);
      });
    }
    if (!isScalar(node)) throw new Unreadable('cannot be read', startOf(node));
    if (node.tag?.startsWith('!')) throw new Unreadable('tags are not taken', startOf(node));
    const { value, source } = node;
    if (typeof value === 'number' || typeof value === 'bigint') return new NumberToken(source ?? String(value));
    if (typeof value === 'boolean' || value === null) return value;
    return wellFormed(String(value), () => startOf(node));
  };

  let value: Raw;
  try {
    value = convert(document.contents, []);
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable('nested too deeply');
    throw error;
  }
  return {
    value,
    doubled,
    locate(keys) {
      for (let length = keys.length; length > 0; length--) {
        const found = places.get(JSON.stringify(keys.slice(0, length)));
        if (found) return found;
      }
      return { line: 1, column: 1 };
    },
  };
}
