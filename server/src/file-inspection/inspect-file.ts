import type { FileKind } from '@parindex/core/evidence/file-codes';
import { openArchive } from './archive-guard.ts';
import { nameFindings } from './file-name.ts';
import type { ImageKind } from './inspect-image.ts';
import { officeFindings } from './inspect-office.ts';
import type { Inspection } from './inspection.ts';
import { kindOf } from './kind-of.ts';
import { type OfficeKind, officeText } from './office-text.ts';
import { readTextFile } from './text-file.ts';

/** Images are decoded by native code, which this process may not load: they go to a process that may do nothing else. */
export interface IsImage {
  readonly image: ImageKind;
}

/**
 * Inspects a file in the calling process, which should be the locked-down one of inspect.ts. Throws FileRefused. For an
 * image only its kind is determined; see inspectImageFile.
 */
export async function inspectFile(path: string, name: string): Promise<Inspection | IsImage> {
  const kind = await kindOf(path, name);
  // A deceptive name is refused before anything is read.
  const named = nameFindings(name, kind);
  const image = imageOf(kind);
  if (image) return { image };
  const inspection = await inspectKind(path, kind as Exclude<FileKind, ImageKind>);
  return { ...inspection, findings: [...named, ...inspection.findings] };
}

/** Inspects an image of a known kind. Throws FileRefused. */
export async function inspectImageFile(path: string, name: string, kind: ImageKind): Promise<Inspection> {
  const { inspectImage } = await import('./inspect-image.ts');
  const inspection = await inspectImage(path, kind);
  return { ...inspection, findings: [...nameFindings(name, kind), ...inspection.findings] };
}

const imageOf = (kind: FileKind): ImageKind | undefined =>
  kind === 'png' || kind === 'jpeg' || kind === 'webp' || kind === 'gif' || kind === 'tiff' ? kind : undefined;

async function inspectKind(path: string, kind: Exclude<FileKind, ImageKind>): Promise<Inspection> {
  // pdfjs is large, so it is only loaded for a PDF.
  if (kind === 'pdf') return (await import('./inspect-pdf.ts')).inspectPdf(path);
  if (kind === 'txt' || kind === 'csv') return { kind, pagesAre: 'whole', firstPage: null, preview: null, ...(await readTextFile(path, kind)) };
  return inspectOffice(path, kind);
}

async function inspectOffice(path: string, kind: OfficeKind): Promise<Inspection> {
  const archive = await openArchive(path);
  try {
    const found = await officeFindings(archive, kind);
    const read = await officeText(archive, kind);
    return { kind, firstPage: null, preview: null, ...read, findings: [...found, ...read.findings] };
  } finally {
    archive.close();
  }
}
