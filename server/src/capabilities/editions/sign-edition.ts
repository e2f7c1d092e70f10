import { sign, verify } from 'node:crypto';
import { canonicalText } from '@parindex/core';
import type { SealKey } from '../../keys/key-file.ts';
import type { Keys } from '../../keys/keys.ts';
import type { EditionRow } from './queries/editions.ts';

/** What a signature says of an adopted edition: which text, by which decision, for which time. */
export interface SignedEdition {
  readonly edition: string;
  /** Of its normal form. */
  readonly hash: string;
  readonly decision: { readonly number: string; readonly date: string; readonly file: string };
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly adoptedAt: string;
}

/** The columns of an edition of which this is made. */
export type SignedEditionRow = Pick<
  EditionRow,
  'id' | 'hash' | 'decision_number' | 'decision_date' | 'decision_file' | 'effective_from' | 'effective_to' | 'adopted_at'
>;

/** The text that is signed. */
export const statementOf = (key: string, edition: SignedEdition): string => `parindex-adopted-edition/1 ${canonicalText({ key, ...edition })}`;

/** What was signed of an edition as it is kept. */
export const signedEdition = (row: SignedEditionRow): SignedEdition => ({
  edition: row.id,
  hash: row.hash ?? '',
  decision: { number: row.decision_number ?? '', date: row.decision_date ?? '', file: row.decision_file ?? '' },
  effectiveFrom: row.effective_from,
  effectiveTo: row.effective_to,
  adoptedAt: row.adopted_at?.toISOString() ?? '',
});

/** Signs an edition as it is adopted, by the key that seals the trail. */
export function signEdition(keys: Keys, edition: SignedEdition): { readonly key: string; readonly signature: Buffer } {
  const { id: key, privateKey } = keys.signing();
  return { key, signature: sign(null, Buffer.from(statementOf(key, edition)), privateKey) };
}

/** Whether a key signed an edition as it stands. */
export const isSignedBy = (key: SealKey, edition: SignedEdition, signature: Uint8Array): boolean =>
  verify(null, Buffer.from(statementOf(key.id, edition)), key.publicKey, signature);
