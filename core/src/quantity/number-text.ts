/** The contract's number text: at most 12 digits on each side, no exponent, no plus sign, no leading zero. */
export type NumberText = string;

const FORM = /^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,12})?$/;

export const isNumberText = (text: string): boolean => FORM.test(text);

/** The shortest text of the same number: "1.50" → "1.5", "2.0" → "2", "-0" → "0". */
export function shortest(text: NumberText): NumberText {
  const trimmed = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return trimmed === '-0' ? '0' : trimmed;
}

/** How many decimal places the shortest form of the number has. */
export function placesOf(text: NumberText): number {
  const short = shortest(text);
  const point = short.indexOf('.');
  return point < 0 ? 0 : short.length - point - 1;
}
