import { type NumberText, shortest } from '../../quantity/number-text.ts';

/** A number as decisions print it, with a comma or a point before its decimals. */
export const NUMBER = String.raw`\d{1,9}(?:[.,]\d{1,6})?`;

/** `1,50` and `1.50` as "1.5". What may be thousands, as `1.000` or `12,500`, is undefined: a person says what it is. */
export function numberIn(text: string): NumberText | undefined {
  if (!new RegExp(`^${NUMBER}$`).test(text) || /^[1-9]\d{0,2}(?:,\d\d0|\.\d{3})$/.test(text)) return undefined;
  return shortest(text.replace(',', '.').replace(/^0+(?=\d)/, ''));
}
