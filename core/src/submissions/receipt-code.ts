/** Signs of a receipt's code: digits and capitals without I, L, O, U, which are misread. */
export const RECEIPT_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const RECEIPT_LENGTH = 16;

/** A code from random bytes, of which each gives one sign (its five lowest bits): 80 bits that nobody guesses. */
export const receiptCode = (random: Uint8Array): string =>
  [...random.subarray(0, RECEIPT_LENGTH)].map((byte) => RECEIPT_SIGNS.charAt(byte % RECEIPT_SIGNS.length)).join('');

/** As people read it: "ABCD-EFGH-JKMN-PQRS". */
export const writtenCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1-');

/** A code as somebody typed it, without hyphens and spaces, I and L read as 1, O as 0; undefined where it is none. */
export function readReceiptCode(typed: string): string | undefined {
  const code = typed.replaceAll(/[\s-]/g, '').toUpperCase().replaceAll(/[IL]/g, '1').replaceAll('O', '0');
  return code.length === RECEIPT_LENGTH && [...code].every((sign) => RECEIPT_SIGNS.includes(sign)) ? code : undefined;
}
