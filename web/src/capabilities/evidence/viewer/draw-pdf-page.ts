import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { TextLayer } from './pdf.ts';

/** Most pixels of one canvas: beyond that, phones show nothing. */
const MOST_PIXELS = 16_777_216;

export interface DrawnPage {
  readonly canvas: HTMLCanvasElement;
  /** The text layer over the picture, for selecting and for screen readers. */
  readonly layer: HTMLDivElement;
  readonly hasText: boolean;
}

/** Draws a page to fit a width (CSS pixels), enlarged by `zoom`. Rejects when the signal is aborted. */
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
  // The text is in the layer.
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
  // Awaited together from the start, so that a cancelled drawing is not an unhandled rejection while the text is still being read.
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
