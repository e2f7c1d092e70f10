/** What people set between the digits of a number, and the 0 in brackets after the code of the country. */
const BETWEEN = /[\s\u00a0.()–-]/g;
const COUNTRY = /^(?:\+|00)?84/;
/** After the leading 0: nine digits of a mobile (10 digits in all since 2018), ten of a landline (02 and nine, since 2017). */
const MOBILE = /^[35789]\d{8}$/;
const LANDLINE = /^2\d{9}$/;
/** Mobile numbers of eleven digits, out of use since 2018. */
const FORMER_MOBILE = /^0?1[2689]\d{8}$/;

export type ReadPhone =
  | { readonly kind: 'read'; readonly phone: string /** A spreadsheet had dropped the 0. */; readonly zeroAdded: boolean }
  | { readonly kind: 'refused'; readonly reason: 'badPhone' | 'formerPhone' };

/**
 * A telephone number of Viet Nam in E.164 (+84…), as it is written with spaces, dots, hyphens or brackets, from 0, +84, 84 or 0084 on.
 * By the numbering in use since area codes changed in 2017 and mobile numbers in 2018.
 */
export function readPhone(text: string): ReadPhone {
  const digits = text.replace(/^['’]/, '').replace(BETWEEN, '');
  const local = digits.startsWith('0') && !digits.startsWith('00');
  const rest = local ? digits.slice(1) : digits.replace(COUNTRY, '').replace(/^0/, '');
  const valid = MOBILE.test(rest) || LANDLINE.test(rest);
  if (valid && (local || COUNTRY.test(digits))) return { kind: 'read', phone: `+84${rest}`, zeroAdded: false };
  if (MOBILE.test(digits)) return { kind: 'read', phone: `+84${digits}`, zeroAdded: true };
  return { kind: 'refused', reason: FORMER_MOBILE.test(local ? digits : rest) ? 'formerPhone' : 'badPhone' };
}
