import type { BodyKind } from '../bodies/types.ts';
import { ISSUERS } from './issuers.ts';

/** In which capacity a report is signed: by the head, by a deputy (KT.), by order (TL.), by delegation (TUQ.). */
export const SIGNED_AS = ['head', 'deputy', 'byOrder', 'byDelegation'] as const;
export type SignedAs = (typeof SIGNED_AS)[number];

/** What of a report's form is chosen when it is made, and says nothing of its content. Empty texts: as usual for the kind of body, or left blank. */
export interface ReportForm {
  readonly signedAs: SignedAs;
  /** Of whom another signs for: "Bộ trưởng, Chủ nhiệm". */
  readonly head: string;
  /** Of whoever signs by order or delegation, or otherwise than usual: "Giám đốc Sở Nội vụ". */
  readonly position: string;
  readonly signer: string;
  /** Where it is issued: "Minh họa". */
  readonly place: string;
  /** Who drafts it, in short, as it follows "Lưu: VT": "SNV". */
  readonly unit: string;
  /** Who gets it besides whoever it is sent to, one each. */
  readonly recipients: readonly string[];
}

export const USUAL_FORM: ReportForm = { signedAs: 'head', head: '', position: '', signer: '', place: '', unit: '', recipients: [] };

/** The same as parameters of an address. */
export type FormQuery = { readonly [K in keyof Omit<ReportForm, 'recipients'>]?: ReportForm[K] | undefined } & { readonly recipients?: string | undefined };

/** Recipients as they are typed, a line each. */
export const recipientsIn = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What an address says of a letter's form; null where it does not say who signs. */
export const formOfQuery = ({ signedAs, recipients = '', ...texts }: FormQuery): ReportForm | null =>
  signedAs === undefined
    ? null
    : { ...USUAL_FORM, ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)), signedAs, recipients: recipientsIn(recipients) };

/** What stands where nothing was typed: the head's position, and that of whoever signs. */
export function usualPositions(kind: BodyKind, signedAs: SignedAs): { readonly head: string; readonly position: string } {
  const { position: head, deputy, byOrder, byDelegation } = ISSUERS[kind];
  return { head, position: { head, deputy, byOrder, byDelegation }[signedAs] };
}

/** The lines above a signature: whose authority ("TM. Ủy ban nhân dân"; null where a head signs for the body itself), then the positions. */
export function signatureLines(kind: BodyKind, { signedAs, head, position }: Pick<ReportForm, 'signedAs' | 'head' | 'position'>) {
  const usual = usualPositions(kind, signedAs);
  const [chief, own] = [head.trim() || usual.head, position.trim() || usual.position];
  const { authority } = ISSUERS[kind];
  switch (signedAs) {
    case 'head':
      return { authority, positions: [chief] };
    case 'deputy':
      return { authority, positions: [`KT. ${chief}`, own] };
    case 'byOrder':
      return { authority: null, positions: [`TL. ${chief}`, own] };
    case 'byDelegation':
      return { authority: null, positions: [`TUQ. ${chief}`, own] };
  }
}

const BLANK = '……';

/** "Nơi nhận", a line each: whoever it is for, others, and the file copy with the unit that drafted. */
export const recipientsOf = ({ recipients, unit }: Pick<ReportForm, 'recipients' | 'unit'>, first = 'Như trên'): string[] => [
  first,
  ...recipients,
  `Lưu: VT, ${unit.trim() || BLANK}`,
];
