import { Hash } from '@parindex/core/reading/normal-form';
import type pg from 'pg';
import type { SealKey } from '../../keys/key-file.ts';
import { isSignedBy, signedEdition } from '../editions/sign-edition.ts';
import type { FindingCode } from './findings.ts';
import { type AdoptedEditionRow, streamAdoptedEditions } from './queries/verify.ts';

type Found = (code: FindingCode, told: { readonly edition: string; readonly key?: string }) => void;

/** What is wrong with the signature of an edition, if anything. */
function checkSignature(row: AdoptedEditionRow, keys: readonly SealKey[], found: Found): void {
  const { id: edition, signing_key: id, signature } = row;
  if (id === null || signature === null) {
    // What comes with the project is loaded without a request; nobody signs it here, and the trail alone holds it.
    if (row.by_two || row.decision_file !== null) found('editionNotSigned', { edition });
    return;
  }
  const key = keys.find((known) => known.id === id);
  if (key === undefined) found('editionKeyUnknown', { edition, key: id });
  else if (!isSignedBy(key, signedEdition(row), signature)) found('editionSignatureWrong', { edition, key: id });
  else if (keys.some((other) => other.id > id && row.adopted_at !== null && other.madeAt < row.adopted_at)) found('editionKeyReplaced', { edition, key: id });
}

/** The normal form is kept to the byte, so that its hash needs no reading. */
const hashOfForm = (scheme: string | null): string => new Hash().update(scheme ?? '').hex();

/** Holds each adopted edition against its hash, and against what a key outside the database signed of it; gives how many there are. */
export async function checkEditions(client: pg.ClientBase, keys: readonly SealKey[], found: Found): Promise<number> {
  let editions = 0;
  for await (const row of streamAdoptedEditions(client)) {
    editions += 1;
    if (hashOfForm(row.scheme) !== row.hash) found('editionChanged', { edition: row.id });
    checkSignature(row, keys, found);
  }
  return editions;
}
