import { type Node, type ParseErrorCode, parseTree, printParseErrorCode, visit } from 'jsonc-parser';
import { placesIn } from './places.ts';
import { DEEPEST_NESTING, emptyObject, keyOf, MOST_DOUBLED, NumberToken, type Raw, type RawDocument, type RawObject, Unreadable, wellFormed } from './raw.ts';

const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/** The member of an object or list; of a key written twice the first. */
function memberOf(node: Node, key: string | number): Node | undefined {
  if (node.type === 'array') return typeof key === 'number' ? node.children?.[key] : undefined;
  return node.children?.find((property) => String(property.children?.[0]?.value).normalize('NFC') === key)?.children?.[1];
}

interface Open {
  readonly value: Raw[] | RawObject;
  key: string;
  /** The key was written before: the first value stays. */
  again: boolean;
}

/** Reads strict JSON (RFC 8259), keeping each number's own text and noting keys written twice; a byte order mark at the start is passed over. Throws `Unreadable`, also as soon as more than `mostValues` values are met. */
export function readJson(source: string, mostValues = Number.POSITIVE_INFINITY): RawDocument {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const placeAt = placesIn(text);
  const doubled: (string | number)[][] = [];
  const second: { readonly keys: readonly (string | number)[]; readonly offset: number }[] = [];
  const open: Open[] = [];
  let whole: Raw | undefined;

  let values = 0;
  const put = (value: Raw) => {
    values += 1;
    if (values > mostValues) throw new Unreadable('tooManyValues');
    const parent = open.at(-1);
    if (!parent) whole = value;
    else if (Array.isArray(parent.value)) parent.value.push(value);
    else if (!parent.again) parent.value[parent.key] = value;
  };
  // A list already holds the member that is being read.
  const pathHere = () => open.map(({ value, key }) => (Array.isArray(value) ? value.length - 1 : key));
  const enter = (value: Raw[] | RawObject, offset: number) => {
    if (open.length === DEEPEST_NESTING) throw new Unreadable('tooDeep', placeAt(offset));
    put(value);
    open.push({ value, key: '', again: false });
  };

  if (text.trim() === '') throw new Unreadable('empty', { line: 1, column: 1 });
  visit(
    text,
    {
      onObjectBegin: (offset) => enter(emptyObject(), offset),
      onObjectEnd: () => open.pop(),
      onArrayBegin: (offset) => enter([], offset),
      onArrayEnd: () => open.pop(),
      onObjectProperty: (property, offset) => {
        const parent = open.at(-1);
        if (!parent || Array.isArray(parent.value)) return;
        parent.key = keyOf(property, () => placeAt(offset));
        parent.again = Object.hasOwn(parent.value, parent.key);
        if (!parent.again || doubled.length === MOST_DOUBLED) return;
        const keys = pathHere();
        doubled.push(keys);
        second.push({ keys, offset });
      },
      onLiteralValue: (value, offset, length) => {
        if (typeof value === 'number') put(new NumberToken(text.slice(offset, offset + length)));
        else if (typeof value === 'string') put(wellFormed(value, () => placeAt(offset)));
        else put(value);
      },
      onError: (error: ParseErrorCode, offset, length) => {
        const detail = printParseErrorCode(error);
        // A text that is cut off within a string is told by where the string ends, else by where the reader stands.
        const stopped = detail === 'UnexpectedEndOfString' ? offset + length : offset;
        throw new Unreadable(text.slice(stopped).trim() === '' ? 'unexpectedEnd' : 'notJson', placeAt(offset), detail);
      },
    },
    STRICT,
  );
  if (whole === undefined) throw new Unreadable('notJson', { line: 1, column: 1 });

  let tree: ReturnType<typeof parseTree>;
  return {
    value: whole,
    doubled,
    locate(keys) {
      const again = second.find((each) => each.keys.length === keys.length && each.keys.every((key, index) => key === keys[index]));
      if (again) return placeAt(again.offset);
      tree ??= parseTree(text, [], STRICT);
      let node = tree;
      for (const key of keys) {
        const member: Node | undefined = node && memberOf(node, key);
        if (!member) break;
        node = member;
      }
      return placeAt(node?.parent?.type === 'property' ? node.parent.offset : (node?.offset ?? 0));
    },
  };
}
