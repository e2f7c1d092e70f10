import type { downloadPackage } from '@parindex/core/contracts/evidence';
import type { Context } from '../../context.ts';
import type { Answer } from '../../http/answer.ts';
import { sandboxed } from '../../http/sandboxed.ts';
import { zipStream } from '../../zip/zip-stream.ts';
import type { EvidencePackage } from './acts/package-evidence.ts';

/** Sends a package; `what` names it in the log. If it fails, the connection ends before the ZIP does, so that the receiver notices. */
export const sendPackage = ({ evidence, log }: Context, { name, files }: EvidencePackage, what: string, at: Date): Answer<typeof downloadPackage> => ({
  body: zipStream(files, { storage: evidence.storage, at, failed: (error) => log(`${what} broke off`, error) }),
  headers: sandboxed('application/zip', name),
});
