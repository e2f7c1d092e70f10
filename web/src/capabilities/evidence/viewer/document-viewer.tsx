import { Anchor, Box, Group, Stack, Text } from '@mantine/core';
import type { FileKind } from '@parindex/core/evidence/file-codes';
import { FILE_KIND_WORDS, PAGE_ORIGIN_WORDS } from '@parindex/core/words/file-words';
import { useEffect, useRef } from 'react';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { documentName } from '../document-name.ts';
import { type DocumentFile, type DocumentVersion, fileAddress, type LibraryDocument } from '../queries/documents.ts';
import { previewAddress, type VersionPlace } from '../queries/evidence.ts';
import { viewerTexts } from '../texts/viewer.ts';
import { ImageView } from './image-view.tsx';
import { PdfView } from './pdf-view.tsx';
import { TextView } from './text-view.tsx';
import { ViewerBar } from './viewer-bar.tsx';
import { pressInViewer } from './viewer-keys.ts';
import { useZoom } from './zoom.ts';

const IMAGES: readonly FileKind[] = ['png', 'jpeg', 'webp', 'gif', 'tiff'];

interface DocumentViewerProps {
  readonly round: string;
  readonly body: string;
  readonly document: LibraryDocument;
  readonly version: DocumentVersion;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** A version of a document, page by page; or the reason why it cannot be shown. */
export function DocumentViewer({ round, body, document, version, page, onPage }: DocumentViewerProps) {
  const texts = useTexts(viewerTexts);
  const { language } = useLanguage();
  const { file } = version;
  if (!file) return <Notice kind="note">{document.form === 'secretMail' ? texts.why.secretMail : texts.why.reference}</Notice>;
  if (file.state !== 'readable' && file.state !== 'unscanned') return <Notice kind="warning">{texts.why[file.state]}</Notice>;
  const place = { round, body, document: document.id, version: version.number };
  return (
    <Stack gap="sm">
      <Group gap="md">
        <Text size="sm" c="dimmed">
          {texts.kind(FILE_KIND_WORDS[file.kind][language])}
        </Text>
        <Anchor size="sm" href={fileAddress(place, place.document, place.version)} download={file.name} className="screen-only">
          {texts.download}
        </Anchor>
      </Group>
      {[file.state === 'unscanned' ? texts.unscanned : [], document.personalData ? texts.personal : []].flat().map((told) => (
        <Text key={told} size="sm" px={6} py={2} bg="var(--gold-soft)" c="var(--gold-ink)">
          {told}
        </Text>
      ))}
      <FileViewer place={place} file={file} name={documentName(document, version, language)} page={page} onPage={onPage} />
    </Stack>
  );
}

interface FileViewerProps extends Pick<DocumentViewerProps, 'page' | 'onPage'> {
  readonly place: VersionPlace;
  readonly file: DocumentFile;
  readonly name: string;
}

function FileViewer({ place, file, name, page: wanted, onPage }: FileViewerProps) {
  const texts = useTexts(viewerTexts);
  const { language } = useLanguage();
  const zoom = useZoom();
  const box = useRef<HTMLDivElement>(null);
  const isImage = IMAGES.includes(file.kind);
  // An image is one page, whatever its file counts as pages.
  const pages = isImage ? 1 : (file.pages ?? 1);
  const page = isImage ? 1 : Math.min(Math.max(wanted, 1), Math.max(pages, 1));
  const zooming = isImage || file.kind === 'pdf' ? zoom : undefined;
  const turning = { page, pages, onPage: (to: number) => onPage(Math.min(Math.max(to, 1), pages)), zooming };
  // Scrolls to the top of a new page.
  useEffect(() => void box.current?.scrollTo({ top: 0 }), [page]);
  return (
    <>
      {wanted === page || isImage ? null : <Notice kind="warning">{texts.noPage(wanted, pages)}</Notice>}
      <ViewerBar {...turning} />
      <Box
        ref={box}
        component="section"
        className="viewer"
        aria-label={texts.region(name)}
        tabIndex={0}
        onKeyDown={(event: React.KeyboardEvent<HTMLElement>) => pressInViewer(event, turning)}
      >
        {file.kind === 'pdf' ? (
          <PdfView url={fileAddress(place, place.document, place.version)} page={page} zoom={zoom.zoom} />
        ) : isImage ? (
          <ImageView url={previewAddress(place)} name={file.name} zoom={zoom.zoom} />
        ) : (
          <TextView place={place} page={page} pages={pages} />
        )}
      </Box>
      {file.pagesAre === null || isImage ? null : (
        <Text size="xs" c="dimmed">
          {PAGE_ORIGIN_WORDS[file.pagesAre][language]}
        </Text>
      )}
      <Text size="xs" c="dimmed" className="screen-only" visibleFrom="sm">
        {[pages > 1 ? texts.turnKeys : '', zooming ? texts.zoomKeys : ''].filter(Boolean).join(' ')}
      </Text>
    </>
  );
}
