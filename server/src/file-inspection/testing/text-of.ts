import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectFile } from '../inspect-file.ts';

/** The text of a file, as the intake reads it; runs of spaces as one. */
export async function textOf(bytes: Buffer, name: string): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'parindex-text-'));
  try {
    await writeFile(join(place, name), bytes);
    const found = await inspectFile(join(place, name), name);
    if ('image' in found) throw new Error('an image');
    return found.pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ');
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
