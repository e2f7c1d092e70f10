import { realpath, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readAnswer } from './answer.ts';
import { endingOf } from './file-name.ts';
import type { ImageKind } from './inspect-image.ts';
import type { Inspection } from './inspection.ts';
import { lockedDown, PROCESS_LIMITS } from './locked-down.ts';
import { FileRefused } from './refused.ts';
import { runApart } from './run-apart.ts';

export interface InspectOptions {
  /** Seconds until the process is ended: a last resort, for files that no other limit stops. */
  readonly seconds?: number;
}

const PROGRAM = fileURLToPath(new URL('inspecting-process.ts', import.meta.url));
/** Characters kept of an extension. */
const ENDING = 20;

/**
 * Inspects a file in a locked-down process of its own; of `name` only the extension matters. Throws FileRefused for files
 * that are not accepted; a process that crashes, exceeds its memory or time, or answers nonsense gives `tooHeavy`.
 */
export async function inspect(path: string, name: string, options: InspectOptions = {}): Promise<Inspection> {
  const first = await run(path, name, options);
  if (!('image' in first)) return first;
  const second = await run(path, name, options, first.image);
  if ('image' in second) throw new FileRefused('tooHeavy', { reason: 'answer' });
  return second;
}

async function run(path: string, name: string, options: InspectOptions, image?: ImageKind): Promise<Inspection | { readonly image: ImageKind }> {
  const file = await realpath(path);
  const { size } = await stat(file);
  const seconds = options.seconds ?? PROCESS_LIMITS.seconds;
  // The whole name would be visible in the machine's process list.
  const args = [file, `file.${endingOf(name).slice(0, ENDING)}`, ...(image ? [image] : [])];
  return readAnswer(await runApart(await lockedDown({ program: PROGRAM, args, file, size, nativeCode: image !== undefined, seconds }), seconds));
}
