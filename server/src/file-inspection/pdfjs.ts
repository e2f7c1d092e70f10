import { fileURLToPath } from 'node:url';

// pdfjs wants a canvas even if nothing is drawn; these stubs keep it from looking for a native one, which is forbidden here.
class NoDrawing {}
const globals = globalThis as { DOMMatrix?: unknown; ImageData?: unknown; Path2D?: unknown };
globals.DOMMatrix ??= NoDrawing;
globals.ImageData ??= NoDrawing;
globals.Path2D ??= NoDrawing;

const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');

const FOLDER = fileURLToPath(new URL('../../', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')));

/** Options for opening a PDF: read by ranges, run nothing, fetch nothing, draw nothing. */
export const READING = {
  disableAutoFetch: true,
  disableStream: true,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  enableXfa: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  verbosity: pdfjs.VerbosityLevel.ERRORS,
  standardFontDataUrl: `${FOLDER}standard_fonts/`,
  cMapUrl: `${FOLDER}cmaps/`,
  cMapPacked: true,
} as const;

export const { getDocument, PDFDataRangeTransport, Util } = pdfjs;
