import { isNumberText } from '@parindex/core/quantity/number-text';

/** Points as a person types them: with a comma or a point; undefined: no number. */
export function pointsTyped(text: string): string | undefined {
  const number = text.trim().replace(',', '.');
  return isNumberText(number) ? number : undefined;
}
