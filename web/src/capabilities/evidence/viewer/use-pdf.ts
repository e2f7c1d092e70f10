import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { loadedLater } from '../../../client/loaded-later.ts';

interface Opened {
  readonly pdf?: PDFDocumentProxy;
  readonly error?: unknown;
}

/** A PDF at an address, open while it is shown. The large PDF library is loaded with the first one. */
export function usePdf(url: string): Opened & { retry(): void } {
  const [opened, setOpened] = useState<Opened>({});
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let task: PDFDocumentLoadingTask | undefined;
    let left = false;
    setOpened({});
    loadedLater(async () => {
      const { openPdf } = await import('./pdf.ts');
      if (left) return;
      task = openPdf(url);
      const pdf = await task.promise;
      if (!left) setOpened({ pdf });
    }).catch((error: unknown) => {
      if (!left) setOpened({ error });
    });
    return () => {
      left = true;
      void task?.destroy();
    };
  }, [url, tries]);
  return { ...opened, retry: () => setTries((before) => before + 1) };
}
