import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LibraryKey } from '../../api/documents.ts';
import { erasuresQuery } from '../../api/erasures.ts';
import { useAdministersAll } from '../../api/offices.ts';
import { oneDocumentTexts } from '../../texts/document.ts';
import { erasureTexts } from '../../texts/erasures.ts';
import { useTexts } from '../../texts/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { HeldNotice } from './erasure-state.tsx';
import { RemovalSection } from './removal-section.tsx';

/** In the place of a document that is not there, or not for this reader: an administrator reads none, and may have it removed all the same. */
export function UnseenDocument({ library, document }: { readonly library: LibraryKey; readonly document: string }) {
  const { notFound } = useTexts(oneDocumentTexts);
  const { unseen } = useTexts(erasureTexts).ask;
  const administers = useAdministersAll();
  const removals = useQuery({ ...erasuresQuery('open'), enabled: administers }).data;
  if (!administers) return <Notice kind="note">{notFound}</Notice>;
  if (removals?.some((one) => one.document === document)) return <HeldNotice document={document} />;
  return (
    <>
      <Text>{unseen}</Text>
      <RemovalSection library={library} document={document} />
    </>
  );
}
