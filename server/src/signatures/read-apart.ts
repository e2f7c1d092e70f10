import { realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signatureReading } from '@parindex/core/contracts/schemas/index';
import type { SignatureReading } from '@parindex/core/evidence/signature-codes';
import { z } from 'zod';
import { lockedDown, PROCESS_LIMITS } from '../file-inspection/locked-down.ts';
import { FileRefused } from '../file-inspection/refused.ts';
import { jsonPrinted, runApart } from '../file-inspection/run-apart.ts';

const PROGRAM = fileURLToPath(new URL('reading-process.ts', import.meta.url));
const answer = z.array(signatureReading);

/**
 * Reads the signatures of a PDF (read-signatures.ts) in a locked-down process of its own. `trustFolder` holds the
 * authorities that are trusted; undefined: nobody. Throws FileRefused `tooHeavy` where the file gets the better of it.
 */
export async function readSignaturesApart(path: string, trustFolder: string | undefined, now: Date): Promise<readonly SignatureReading[]> {
  const file = await realpath(path);
  const { size } = await stat(file);
  const trust = trustFolder === undefined ? undefined : `${await realpath(trustFolder)}${sep}`;
  const args = [file, now.toISOString(), ...(trust === undefined ? [] : [trust])];
  const { seconds } = PROCESS_LIMITS;
  const said = await runApart(
    await lockedDown({ program: PROGRAM, args, file, size, beside: trust === undefined ? [] : [trust], nativeCode: false, seconds }),
    seconds,
  );
  const read = answer.safeParse(jsonPrinted(said));
  if (!read.success) throw new FileRefused('tooHeavy', { reason: 'answer' });
  return read.data;
}
