/** Signs of a code: without letters and digits that are taken for each other. */
export const CODE_SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** Signs by chance, and those that check them: some 89 bits. */
export const CODE_LENGTH = { chance: 18, check: 2 } as const;
const WHOLE = CODE_LENGTH.chance + CODE_LENGTH.check;
const GROUP = 4;

/** What ISO/IEC 7064, MOD 1271-36, counts with: a digit is worth itself, A is 10, Z is 35. */
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MODULUS = 1_271;
const RADIX = 36;

/**
 * The two signs that check others, by ISO/IEC 7064 MOD 1271-36: one wrong sign and two that changed places are always found, and nearly all else.
 * @example checkSigns('ISO79') === '3W'
 */
export function checkSigns(text: string): string {
  let sum = 0;
  for (const sign of text) sum = ((sum + SIGNS.indexOf(sign)) * RADIX) % MODULUS;
  sum = (sum * RADIX) % MODULUS;
  const check = (MODULUS + 1 - sum) % MODULUS;
  return `${SIGNS.charAt(Math.floor(check / RADIX))}${SIGNS.charAt(check % RADIX)}`;
}

const isOfSigns = (text: string): boolean => [...text].every((sign) => CODE_SIGNS.includes(sign));

/** A whole code of signs by chance; undefined where those that check it would be taken for others: then it is drawn anew. */
export function codeOf(chance: string): string | undefined {
  const check = checkSigns(chance);
  return isOfSigns(check) ? chance + check : undefined;
}

/** A code as it is printed: "7K3M-9QXR-…". */
export const groupedCode = (code: string): string => code.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? '';

/** What a cover bears of a code, so that it and its form find each other. */
export const endOfCode = (code: string): string => code.slice(-GROUP);

export const CODE_FAULTS = ['length', 'sign', 'check'] as const;
export type CodeFault = (typeof CODE_FAULTS)[number];

/** What was typed or scanned for a code: in capitals, without what groups it; or what is wrong with it. */
export function readCode(typed: string): { readonly code: string } | { readonly fault: CodeFault } {
  const code = typed.toUpperCase().replaceAll(/[\s\-–.]/g, '');
  if (!isOfSigns(code)) return { fault: 'sign' };
  if (code.length !== WHOLE) return { fault: 'length' };
  return checkSigns(code.slice(0, CODE_LENGTH.chance)) === code.slice(CODE_LENGTH.chance) ? { code } : { fault: 'check' };
}
