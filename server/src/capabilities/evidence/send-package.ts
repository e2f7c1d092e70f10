import type { downloadPackage } from '@parindex/core/contracts/evidence';
import type { Context } from '../../context.ts';
import type { Answer } from '../../http/answer.ts';
import { sandboxed } from '../../http/sandboxed.ts';
import { zipStream } from '../../zip/zip-stream.ts';
import type { EvidencePackage } from './acts/package-evidence.ts';

/** A package on its way; `what` names it in the log. Who takes it sees that it broke off: the connection ends before the ZIP does. */
export const sendPackage = ({ evidence, log }: Context, { name, files }: EvidencePackage, what: string, at: Date): Answer<typeof downloadPackage> => ({
  body: zipStream(files, { storage: evidence.storage, at, failed: (error) => log(`${what} broke off`, error) }),
  headers: sandboxed('application/zip', name),
});
