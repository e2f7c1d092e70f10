import './pdf-view.css';
import { Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { loadedLater } from '../../../client/loaded-later.ts';
import { Unanswered } from '../../../client/request.ts';
import { Loading } from '../../../kit/reading/loading.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { ProblemNotice } from '../../../kit/reading/problem-notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { viewerTexts } from '../texts/viewer.ts';
import { usePdf } from './use-pdf.ts';

interface PdfViewProps {
  readonly url: string;
  readonly page: number;
  /** 1 fits the width. */
  readonly zoom: number;
}

/** One page of a PDF as a picture, with its words over it. */
export function PdfView({ url, page, zoom }: PdfViewProps) {
  const texts = useTexts(viewerTexts);
  const { pdf, error: notOpened, retry } = usePdf(url);
  const { ref, width } = useElementSize();
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<{ page: number; hasText: boolean }>();
  const [notDrawn, setNotDrawn] = useState<unknown>();

  useEffect(() => {
    if (!pdf || width === 0) return;
    const left = new AbortController();
    setNotDrawn(undefined);
    loadedLater(async () => {
      const { drawPdfPage } = await import('./draw-pdf-page.ts');
      const { canvas, layer, hasText } = await drawPdfPage(pdf, page, width, zoom, left.signal);
      // The previous picture stays until then.
      place.current?.replaceChildren(canvas, layer);
      setDrawn({ page, hasText });
    }).catch((error: unknown) => {
      if (!left.signal.aborted) setNotDrawn(error);
    });
    return () => left.abort();
  }, [pdf, page, zoom, width]);

  const error = notOpened ?? notDrawn;
  const isThere = drawn?.page === page;
  return (
    <div ref={ref}>
      {error === undefined ? null : error instanceof Unanswered ? (
        <ProblemNotice error={error} retry={retry} />
      ) : (
        <Notice kind="fault">{texts.pdfFailed}</Notice>
      )}
      {error === undefined && drawn === undefined ? <Loading /> : null}
      {isThere && !drawn.hasText ? (
        <Text size="sm" c="dimmed" role="status" pb="xs">
          {texts.scan}
        </Text>
      ) : null}
      <div ref={place} className="pdf-page" data-drawn={drawn?.page} />
    </div>
  );
}
