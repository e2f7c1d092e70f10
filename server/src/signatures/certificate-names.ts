import type { Certificate, RelativeDistinguishedNames } from 'pkijs';
import { plainText } from './pdf-texts.ts';

const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';
const UNIT = '2.5.4.11';

const partsOf = (name: RelativeDistinguishedNames, type: string): string[] =>
  name.typesAndValues.flatMap((each) => (each.type === type ? (plainText(String(each.value.valueBlock.value)) ?? []) : []));

/** Who a certificate is for: the name, or the organization where it has no other. */
export const subjectOf = ({ subject }: Certificate): string | null => partsOf(subject, COMMON_NAME)[0] ?? partsOf(subject, ORGANIZATION)[0] ?? null;

/** The agency, from the unit up to the organization: "Văn phòng, Sở Minh họa A". */
export function agencyOf({ subject }: Certificate): string | null {
  const parts = [...partsOf(subject, UNIT), ...partsOf(subject, ORGANIZATION)];
  return parts.length > 0 ? [...new Set(parts)].join(', ') : null;
}

/** Who issued a certificate. */
export const issuerOf = ({ issuer }: Certificate): string | null => partsOf(issuer, COMMON_NAME)[0] ?? partsOf(issuer, ORGANIZATION)[0] ?? null;

/** The serial number, hexadecimal. */
export const serialOf = ({ serialNumber }: Certificate): string => Buffer.from(serialNumber.valueBlock.valueHexView).toString('hex').toUpperCase();
