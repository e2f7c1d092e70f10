import { List } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SheetKey } from '../../client/sheet.ts';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { roundQuery } from '../rounds/queries/rounds.ts';
import type { DocumentVersion } from './queries/documents.ts';
import { documentTexts } from './texts/documents.ts';

/** The year that is assessed; undefined until it is known. */
export const useYear = ({ round }: SheetKey): number | undefined => useQuery({ ...roundQuery(round), staleTime: Number.POSITIVE_INFINITY }).data?.year;

/** Hints on a stored version for people to check. */
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
