import type { FileKind, PageOrigin } from '@parindex/core/evidence/file-codes';
import type { Archive } from './archive-guard.ts';
import { docxText } from './docx-text.ts';
import { openDocumentText } from './odf-text.ts';
import type { TextPages } from './pages.ts';
import { pptxText } from './pptx-text.ts';
import { xlsxText } from './xlsx-text.ts';

export type OfficeKind = Extract<FileKind, 'docx' | 'xlsx' | 'pptx' | 'odt' | 'ods' | 'odp'>;

/** The text of an Office file by pages, with a simple structure for preview; `pagesAre` says how reliable the pages are. */
export async function officeText(archive: Archive, kind: OfficeKind): Promise<TextPages & { readonly pagesAre: PageOrigin }> {
  switch (kind) {
    case 'docx': {
      const { laidOut, ...read } = await docxText(archive);
      return { ...read, pagesAre: laidOut ? 'asLastSaved' : 'whole' };
    }
    case 'odt': {
      const { laidOut, ...read } = await openDocumentText(archive, kind);
      return { ...read, pagesAre: laidOut ? 'asLastSaved' : 'whole' };
    }
    case 'xlsx':
      return { ...(await xlsxText(archive)), pagesAre: 'sheets' };
    case 'ods': {
      const { laidOut: _, ...read } = await openDocumentText(archive, kind);
      return { ...read, pagesAre: 'sheets' };
    }
    case 'pptx':
      return { ...(await pptxText(archive)), pagesAre: 'real' };
    case 'odp': {
      const { laidOut: _, ...read } = await openDocumentText(archive, kind);
      return { ...read, pagesAre: 'real' };
    }
  }
}
