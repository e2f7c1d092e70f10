import { List } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { DocumentVersion, LibraryKey } from '../../api/documents.ts';
import { roundQuery } from '../../api/rounds.ts';
import { documentTexts } from '../../texts/documents.ts';
import { useTexts } from '../../texts/language.tsx';
import { Notice } from '../../ui/notice.tsx';

/** The year that is assessed; undefined until it is known. */
export const useYear = ({ round }: LibraryKey): number | undefined => useQuery({ ...roundQuery(round), staleTime: Number.POSITIVE_INFINITY }).data?.year;

/** What people should look at again in a version as it is kept. */
export function VersionHints({ version: { hints } }: { readonly version: DocumentVersion }) {
  const texts = useTexts(documentTexts);
  if (hints.length === 0) return null;
  return (
    <Notice kind="warning" title={texts.hints}>
      <List size="sm">
        {hints.map(({ message }) => (
          <List.Item key={message}>{message}</List.Item>
        ))}
      </List>
    </Notice>
  );
}
