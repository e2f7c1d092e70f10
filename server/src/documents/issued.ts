import type { BodyKind } from '@parindex/core/bodies/types';
import type { SchemeStatus } from '@parindex/core/scheme/types';
import { agencyName, issuerOf, symbolOf } from '@parindex/core/submissions/issuers';
import { type ReportForm, recipientsOf, signatureLines, USUAL_FORM } from '@parindex/core/submissions/report-form';
import { type Annex, BLANK_DAY, LEFT_BLANK, type Letterhead, MARKS, type OfficialDocument, type SignatureBlock, schemeMarks } from './document.ts';

/** A body as documents are headed, numbered and signed in its name, and as they address it. */
export interface Agency {
  readonly name: string;
  readonly kind: BodyKind;
  /** The name of the body above; null if there is none. */
  readonly above: string | null;
}

/** An agency within a sentence: "Ủy ban nhân dân tỉnh Minh họa 01". */
export const called = ({ kind, name }: Pick<Agency, 'kind' | 'name'>): string => agencyName(kind, name);

/** Where nothing was chosen, who signs and in what capacity is filled in by whoever numbers the document. */
export function signatureOf(kind: BodyKind, form: ReportForm | null): SignatureBlock {
  if (form === null) return { authority: null, position: 'Quyền hạn, chức vụ của người ký', name: null };
  const { authority, positions } = signatureLines(kind, form);
  return { authority, position: positions.join('\n'), name: form.signer.trim() || null };
}

/** Marks of what is made to be numbered and signed outside. */
export const draftMarks = (illustrative: boolean, status: SchemeStatus): string[] => [
  ...(illustrative ? [MARKS.invented] : []),
  ...schemeMarks(status),
  MARKS.draft,
];

/** In whose name a document is issued: how it is headed, what stands for it in the number, what others call it. */
export interface Issuer {
  readonly heading: Letterhead['issuer'];
  readonly symbol: string;
  readonly called: string;
}

export const issuerFor = (agency: Agency): Issuer => ({
  heading: issuerOf(agency, agency.name),
  symbol: symbolOf(agency.kind, agency.name),
  called: called(agency),
});

/** "Tờ trình số ……/TTr-SMH ngày …… tháng …… năm ……", until the registry has numbered it. */
export const numberedLater = (name: string, symbol: string): string => `${name} số ${LEFT_BLANK}/${symbol} ${BLANK_DAY}`;

/** A document that an agency issues, without what follows from who that is. */
interface Issued extends Pick<OfficialDocument, 'title' | 'marks' | 'to' | 'size' | 'body'> {
  /** A letter, or a document with a name, by which its number and its annexes call it. */
  readonly as: 'letter' | { readonly name: string; readonly letters: string };
  /** Its subject (trích yếu), without "V/v". */
  readonly about: string;
  /** Who signs it, where, and who gets it besides; null: filled in outside. */
  readonly form: ReportForm | null;
  /** Of a unit within the agency, such as a council; otherwise the agency itself. */
  readonly by?: Issuer;
  /** Otherwise as the form has it. */
  readonly signature?: SignatureBlock;
  /** Who gets it first, where that is not whoever it is addressed to: "Như Điều 3". */
  readonly firstRecipient?: string;
  readonly annexes?: readonly Pick<Annex, 'about' | 'blocks'>[];
  readonly footer?: OfficialDocument['footer'];
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V'];

/** A document in the name of an agency, to be numbered and signed outside: its heading, number, recipients, signature, and what its annexes are attached to. */
export function issuedDocument(
  agency: Agency,
  { as, about, form, by = issuerFor(agency), signature, firstRecipient, annexes = [], footer = null, ...matter }: Issued,
): OfficialDocument {
  const symbol = as === 'letter' ? `${by.symbol}-${LEFT_BLANK}` : `${as.letters}-${by.symbol}`;
  const attachedTo = `(Kèm theo ${numberedLater(as === 'letter' ? 'Công văn' : as.name, symbol)} của ${by.called})`;
  return {
    ...matter,
    letterhead: { issuer: by.heading, number: null, symbol, place: form?.place.trim() || null, day: null },
    subject: as === 'letter' ? { as: 'letter', about: `V/v ${about}` } : { as: 'named', name: as.name, about },
    across: false,
    recipients: recipientsOf(form ?? USUAL_FORM, firstRecipient),
    signatures: [signature ?? signatureOf(agency.kind, form)],
    annexes: annexes.map((annex, index) => ({ heading: ['Phụ lục', ...(annexes.length > 1 ? [ROMAN[index]] : [])].join(' '), attachedTo, ...annex })),
    footer,
  };
}
