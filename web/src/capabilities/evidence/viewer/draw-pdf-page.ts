import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { TextLayer } from './pdf.ts';

/** Pixels of one canvas at most: beyond that, phones show nothing. */
const MOST_PIXELS = 16_777_216;

export interface DrawnPage {
  readonly canvas: HTMLCanvasElement;
  /** The words over the picture, each in its place: they can be selected, and are what screen readers read. */
  readonly layer: HTMLDivElement;
  readonly hasText: boolean;
}

/** Draws a page so that it fits a width (CSS pixels), enlarged by `zoom`. Ends with the signal, by the signal's reason. */
export async function drawPdfPage(pdf: PDFDocumentProxy, number: number, width: number, zoom: number, signal: AbortSignal): Promise<DrawnPage> {
  const page = await pdf.getPage(number);
  signal.throwIfAborted();
  const scale = (width / page.getViewport({ scale: 1 }).width) * zoom;
  const viewport = page.getViewport({ scale });
  const sharp = Math.min(window.devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width * sharp);
  canvas.height = Math.floor(viewport.height * sharp);
  canvas.style.width = `${viewport.width}px`;
  canvas.style.height = `${viewport.height}px`;
  // The words are in the layer.
  canvas.setAttribute('aria-hidden', 'true');
  const drawing = page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] });
  const layer = document.createElement('div');
  layer.className = 'pdf-text';
  layer.style.setProperty('--total-scale-factor', String(scale));
  const words = async () => {
    const content = await page.getTextContent();
    await new TextLayer({ textContentSource: content, container: layer, viewport }).render();
    return content.items.some((item) => 'str' in item && item.str.trim() !== '');
  };
  // Waited for together from the start: a drawing that is given up while the words are still read is nobody's error.
  const [, hasText] = await whileWanted(drawing, signal, () => Promise.all([drawing.promise, words()]));
  return { canvas, layer, hasText };
}

async function whileWanted<T>(drawing: RenderTask, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const stop = () => drawing.cancel();
  signal.addEventListener('abort', stop);
  try {
    const done = await work();
    signal.throwIfAborted();
    return done;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
