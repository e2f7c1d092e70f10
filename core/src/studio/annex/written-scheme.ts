import { type Document, isMap, isSeq, type Node, Pair, parseDocument, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { readYaml } from '../../reading/yaml.ts';
import { jsonText } from '../operations/draft-text.ts';
import { isJson } from '../operations/read-draft-text.ts';
import type { Keys } from './annex.ts';

/** The text of a document into which changes are written; all else stays as it was written, with its comments. JSON, which is YAML too, is written anew as JSON. */
export class WrittenScheme {
  readonly #written: Document;
  readonly #isJson: boolean;

  constructor(text: string) {
    this.#isJson = isJson(text);
    // Where all scalars are texts, numbers keep their digits.
    this.#written = parseDocument(text, { schema: 'failsafe' });
  }

  get text(): string {
    const text = this.#written.toString({ lineWidth: 0 });
    return this.#isJson ? jsonText(readYaml(text).value) : text;
  }

  /** The object at a place; undefined where there is none. */
  mapAt(keys: Keys): YAMLMap | undefined {
    const found = this.#written.getIn(keys, true);
    return isMap(found) ? found : undefined;
  }

  listAt(keys: Keys): YAMLSeq | undefined {
    const found = this.#written.getIn(keys, true);
    return isSeq(found) ? found : undefined;
  }

  /** The list at a place of the whole document, made where there is none. */
  ownList(key: string): YAMLSeq {
    const found = this.listAt([key]);
    if (found) return found;
    const list = new YAMLSeq();
    this.#written.set(key, list);
    return list;
  }
}

/** Objects, lists and texts as nodes; whatever is no text is written as it is said. */
export function nodeOf(value: unknown): Node {
  if (Array.isArray(value)) {
    const list = new YAMLSeq();
    list.items.push(...value.map(nodeOf));
    return list;
  }
  if (typeof value === 'object' && value !== null) {
    const map = new YAMLMap();
    map.items.push(...Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : new Pair(textNode(key, false), nodeOf(each)))));
    return map;
  }
  return textNode(String(value), typeof value === 'string');
}

function textNode(text: string, isQuoted: boolean): Scalar {
  const node = new Scalar(text);
  if (isQuoted) node.type = Scalar.QUOTE_DOUBLE;
  return node;
}

/** Writes a text below an object, through objects that are made where they are not there; false where something else stands in the way. An empty text takes the key away. */
export function writeText(map: YAMLMap, [key = '', ...rest]: readonly string[], text: string): boolean {
  if (rest.length === 0) {
    if (text === '') map.delete(key);
    else map.set(key, nodeOf(text));
    return true;
  }
  const there = map.get(key, true) as Node | undefined;
  if (isMap(there)) return writeText(there, rest, text);
  if (there !== undefined && !(there instanceof Scalar && there.value === '')) return false;
  if (text === '') return true;
  const made = new YAMLMap();
  map.set(key, made);
  return writeText(made, rest, text);
}
