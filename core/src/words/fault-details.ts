import type { Details } from './texts.ts';

/** How the details of a fault are shown in one language. */
export interface DetailWords {
  /** What the details call by words of the code: "object", "list", … */
  readonly known: Readonly<Record<string, string>>;
  readonly or: string;
  wanted(what: string): string;
  /** A form that a text must have, as a regular expression. */
  form(expression: string): string;
  quote(text: string): string;
}

/** A fraction over 1 is a whole number. */
const wholeNumbers = (text: string) => text.replaceAll(/(\d)\/1(?!\d)/g, '$1');

const REGULAR_EXPRESSION = /^\/\^.*\$\/\w*$/;

/** Makes the parts of a fault's sentence that tell what stands there; each is empty where that is not known. */
export function detailTexts({ known, or, wanted, form, quote }: DetailWords) {
  const word = (text: string): string | undefined => (Object.hasOwn(known, text) ? known[text] : undefined);
  const choices = (text: string) => text.replaceAll(' | ', ` ${or} `);
  /** Words of the code only as a whole: in a list with others they are values to write. */
  const told = (text: string): string => {
    const whole = word(text);
    if (whole !== undefined) return whole;
    if (REGULAR_EXPRESSION.test(text)) return form(text);
    const parts = text.split(', ').map(word);
    return parts.includes(undefined) ? wholeNumbers(choices(text)) : parts.join(', ');
  };
  return {
    /** A value as it was written. */
    found: ({ found }: Details) => (found === undefined ? '' : ` ${quote(found)}`),
    /** What kind of value was written. */
    foundKind: ({ found }: Details) => (found === undefined ? '' : ` ${quote(word(found) ?? found)}`),
    expected: ({ expected }: Details) => (expected === undefined ? '' : wanted(told(expected))),
    /** The values to choose from, as they must be written. */
    expectedValues: ({ expected }: Details) => (expected === undefined ? '' : wanted(choices(expected))),
    key: ({ key }: Details) => (key === undefined ? '' : ` ${quote(choices(key))}`),
    told: (text: string | undefined) => (text === undefined ? '' : told(text)),
  };
}
