import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRights } from '../../client/rights.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { erasuresQuery } from '../retention/queries/erasures.ts';
import { erasureTexts } from '../retention/texts/erasures.ts';
import { HeldNotice } from './erasure-state.tsx';
import { RemovalSection } from './removal-section.tsx';
import { oneDocumentTexts } from './texts/document.ts';

/** Shown instead of a document that does not exist or may not be read: an administrator reads none, and may still request its removal. */
export function UnseenDocument({ library, document }: { readonly library: SheetKey; readonly document: string }) {
  const { notFound } = useTexts(oneDocumentTexts);
  const { unseen } = useTexts(erasureTexts).ask;
  const administers = useRights().may('retention.write', {});
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
