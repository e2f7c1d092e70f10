/** How a code of the numbering column is written. `depth`: how many numbers a dotted one has. */
export type CodeStyle = 'roman' | 'letter' | `dotted${number}` | 'small';

export interface ReadCode {
  readonly style: CodeStyle;
  /** Its place among its like, from 1: "IV" is 4, "1.3" is 3, "b" is 2. */
  readonly place: number;
  /** As it is written, without points and brackets at its end. */
  readonly text: string;
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const romanOf = (text: string): number =>
  [...text].reduce((sum, letter, index) => {
    const [value, next] = [ROMAN[letter] as number, ROMAN[text[index + 1] ?? ''] ?? 0];
    return sum + (value < next ? -value : value);
  }, 0);

/** Reads a code; undefined where the text is none. `before`: the code before it, by which "I" after "H" is a letter. */
export function readCode(written: string, before?: ReadCode): ReadCode | undefined {
  const text = written
    .replace(/^(?:phần|mục|lĩnh vực|tiêu chí|nội dung)\s+/iu, '')
    .replace(/[\s.):]+$/u, '')
    .replace(/^\(/, '');
  if (/^\d{1,3}(?:\.\d{1,3}){0,4}$/.test(text)) {
    const parts = text.split('.').map(Number);
    return parts.includes(0) ? undefined : { style: `dotted${parts.length}`, place: parts.at(-1) as number, text: parts.join('.') };
  }
  // "II.3.1", "A.I.2": as long as a dotted one of as many numbers.
  if (/^(?:[IVXLC]{1,7}|[A-Z])(?:\.(?:[IVX]{1,5}|\d{1,3}|[a-zđ])){1,4}$/.test(text)) {
    const parts = text.split('.');
    const last = parts.at(-1) as string;
    return { style: `dotted${parts.length}`, place: /\d/.test(last) ? Number(last) : (readCode(last)?.place ?? 1), text };
  }
  const afterLetter = before?.style === 'letter' && text.length === 1 && text.charCodeAt(0) === before.text.charCodeAt(0) + 1;
  if (!afterLetter && /^(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text)) return { style: 'roman', place: romanOf(text), text };
  if (/^[A-Z]$/.test(text)) return { style: 'letter', place: text.charCodeAt(0) - 64, text };
  if (/^[a-zđ]$/.test(text)) return { style: 'small', place: 'abcdđeghiklmnopqrstuvxy'.indexOf(text) + 1, text };
  return undefined;
}

/** Splits a code off the text that it stands before, where the table has no column of codes: "1.2. Ban hành kế hoạch". */
export function codeBefore(text: string): { readonly code: string; readonly rest: string } | undefined {
  const found =
    /^((?:(?:phần|mục|lĩnh vực|tiêu chí|nội dung)\s+)?(?:[IVX]{1,5}|[A-Z]|\d{1,3}(?:\.\d{1,3}){0,4})[.):]|\d{1,3}(?:\.\d{1,3}){1,4})\s+(\p{L}[\s\S]*)$/iu.exec(
      text,
    );
  return found ? { code: found[1] as string, rest: found[2] as string } : undefined;
}
