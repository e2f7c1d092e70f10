import { GlobalWorkerOptions, getDocument, type PDFDocumentLoadingTask, VerbosityLevel, version } from 'pdfjs-dist/legacy/build/pdf.mjs';

export { TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Where the build has put what pdfjs asks for by name (web/vite.config.ts). */
const FILES = `${import.meta.env.BASE_URL}assets/pdfjs-${version}/`;

GlobalWorkerOptions.workerSrc = `${FILES}pdf.worker.min.mjs`;

/** Begins to open a PDF, by ranges: on a weak line a page comes without the rest. Nothing in it is run, and all is from our own origin. */
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
    // Scans in JPEG 2000 and JBIG2 are read by WebAssembly in the worker; where a browser forbids it, pdfjs takes its slower JavaScript.
    wasmUrl: `${FILES}wasm/`,
    verbosity: VerbosityLevel.ERRORS,
  });
