import { findNodeAtLocation, type ParseErrorCode, parseTree, printParseErrorCode, visit } from 'jsonc-parser';
import { emptyObject, NumberToken, type Place, type Raw, type RawDocument, type RawObject, Unreadable, wellFormed } from './raw.ts';

const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}

interface Open {
  readonly value: Raw[] | RawObject;
  key: string;
  /** The key was written before: the first value stays. */
  again: boolean;
}

/** Reads strict JSON (RFC 8259), keeping each number's own text and noting keys written twice. Throws `Unreadable`. */
export function readJson(source: string): RawDocument {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const doubled: (string | number)[][] = [];
  const open: Open[] = [];
  let whole: Raw | undefined;

  const put = (value: Raw) => {
    const parent = open.at(-1);
    if (!parent) whole = value;
    else if (Array.isArray(parent.value)) parent.value.push(value);
    else if (!parent.again) parent.value[parent.key] = value;
  };
  const pathHere = () => open.map(({ value, key }) => (Array.isArray(value) ? value.length : key));

  try {
    visit(
      text,
      {
        onObjectBegin: () => {
          const value = emptyObject();
          put(value);
          open.push({ value, key: '', again: false });
        },
        onObjectEnd: () => open.pop(),
        onArrayBegin: () => {
          const value: Raw[] = [];
          put(value);
          open.push({ value, key: '', again: false });
        },
        onArrayEnd: () => open.pop(),
        onObjectProperty: (property, offset) => {
          const parent = open.at(-1);
          if (!parent || Array.isArray(parent.value)) return;
          parent.key = wellFormed(property, () => placeAt(text, offset));
          parent.again = Object.hasOwn(parent.value, parent.key);
          if (parent.again) doubled.push(pathHere());
        },
        onLiteralValue: (value, offset, length) => {
          if (typeof value === 'number') put(new NumberToken(text.slice(offset, offset + length)));
          else if (typeof value === 'string') put(wellFormed(value, () => placeAt(text, offset)));
          else put(value);
        },
        onError: (error: ParseErrorCode, offset) => {
          throw new Unreadable(printParseErrorCode(error), placeAt(text, offset));
        },
      },
      STRICT,
    );
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable('nested too deeply');
    throw error;
  }
  if (whole === undefined) throw new Unreadable('nothing to read', { line: 1, column: 1 });

  let tree: ReturnType<typeof parseTree>;
  return {
    value: whole,
    doubled,
    locate(keys) {
      tree ??= parseTree(text, [], STRICT);
      for (let length = keys.length; tree && length >= 0; length--) {
        const node = findNodeAtLocation(tree, keys.slice(0, length));
        if (node) return placeAt(text, node.parent?.type === 'property' ? node.parent.offset : node.offset);
      }
      return { line: 1, column: 1 };
    },
  };
}
