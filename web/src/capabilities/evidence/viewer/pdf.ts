import { GlobalWorkerOptions, getDocument, type PDFDocumentLoadingTask, VerbosityLevel, version } from 'pdfjs-dist/legacy/build/pdf.mjs';

export { TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Where the build puts the files that pdfjs loads by name (web/vite.config.ts). */
const FILES = `${import.meta.env.BASE_URL}assets/pdfjs-${version}/`;

GlobalWorkerOptions.workerSrc = `${FILES}pdf.worker.min.mjs`;

/**
 * Opens a PDF by byte ranges: on a slow connection one page comes without the rest. No script in it is run, and
 * everything loads from our own origin.
 */
export const openPdf = (url: string): PDFDocumentLoadingTask =>
  getDocument({
    url,
    disableAutoFetch: true,
    disableStream: true,
    isEvalSupported: false,
    enableXfa: false,
    cMapUrl: `${FILES}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${FILES}standard_fonts/`,
    iccUrl: `${FILES}iccs/`,
    // JPEG 2000 and JBIG2 scans are decoded by WebAssembly in the worker; where a browser forbids it, pdfjs uses its slower JavaScript.
    wasmUrl: `${FILES}wasm/`,
    verbosity: VerbosityLevel.ERRORS,
  });
