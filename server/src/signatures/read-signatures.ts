import { type FileHandle, open } from 'node:fs/promises';
import type { SignatureReading } from '@parindex/core/evidence/signature-codes';
import { type CheckedSignature, checkIntegrity } from './check-integrity.ts';
import { findSignatures } from './find-signatures.ts';
import { type JudgedLater, judgeSignature, unreadSignature } from './judge-signature.ts';
import { laterChange } from './later-change.ts';
import { FileBytes } from './pdf-bytes.ts';
import type { PdfRevision } from './pdf-revision.ts';
import { isTrustedStamp } from './time-stamp.ts';
import type { Trust } from './trust.ts';
import { readValidationData, type ValidationData } from './validation-data.ts';

/**
 * Reads the signatures of a PDF (PAdES: ISO 32000-2, 12.8; ETSI EN 319 142) and judges each by what the administrator trusts, in the order
 * of what they cover; none for a file without. Throws only where the file cannot be opened or read: whatever is in it is answered.
 */
export async function readSignatures(file: string, trust: Trust, now: Date): Promise<SignatureReading[]> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    return await readOpen(handle, new FileBytes(handle.fd, size), trust, now);
  } finally {
    await handle.close();
  }
}

async function readOpen(handle: FileHandle, bytes: FileBytes, trust: Trust, now: Date): Promise<SignatureReading[]> {
  const found = findSignatures(bytes);
  if ('unreadable' in found) return Array.from({ length: found.seen }, () => unreadSignature(found.unreadable));
  const { revision } = found;
  const beside = readValidationData(revision);
  const checked: CheckedSignature[] = [];
  for (const signature of found.signatures) checked.push(await checkIntegrity(handle, signature));
  const readings = await judgeAll(bytes, revision, checked, { trust, beside, now });
  return [...readings, ...Array.from({ length: found.left }, () => unreadSignature('tooManySignatures'))];
}

interface Known {
  readonly trust: Trust;
  readonly beside: ValidationData;
  readonly now: Date;
}

/** The last one first: what came after a signature is judged by the signatures that came with it. */
async function judgeAll(bytes: FileBytes, revision: PdfRevision, checked: readonly CheckedSignature[], known: Known): Promise<SignatureReading[]> {
  const stamps = await believedStamps(checked, known);
  const judged = new Map<number, JudgedLater>();
  const readings: SignatureReading[] = [];
  for (const signature of checked.toReversed()) {
    const { range, object } = signature.found;
    const change = range ? await laterChange(bytes, revision, range.end) : ({ is: 'changed' } as const);
    const reading = await judgeSignature(signature, { ...known, stamps, change, judged });
    readings.unshift(reading);
    if (object !== null && range) judged.set(object, { reading, end: range.end });
  }
  return readings;
}

async function believedStamps(checked: readonly CheckedSignature[], { trust, beside }: Known): Promise<{ at: Date; covers: number }[]> {
  const stamps: { at: Date; covers: number }[] = [];
  for (const { stamp, integrity, found } of checked) {
    if (!stamp || integrity !== 'intact' || !found.range) continue;
    if (await isTrustedStamp(stamp, trust, beside)) stamps.push({ at: stamp.at, covers: found.range.gapStart });
  }
  return stamps;
}
