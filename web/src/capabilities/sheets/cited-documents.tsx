import { Button, Group, Stack, Text } from '@mantine/core';
import { citationText } from '@parindex/core/evidence/citation';
import { useState } from 'react';
import { Link } from '../../kit/page/link.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { citationTexts } from '../evidence/texts/citations.ts';
import { CitationForm } from './citation-form.tsx';
import { CitationLine } from './citation-line.tsx';
import { readCited } from './cited.ts';
import { useSheet } from './sheet-at-work.tsx';
import { useDocuments } from './use-documents.ts';

export interface Citing {
  readonly citations: readonly string[];
  readonly isCiting: boolean;
  readonly onCiting: (citing: boolean) => void;
  readonly onCitations: (citations: readonly string[]) => void;
}

/** Documents of the library that a form names, until it is sent. */
export function useCiting(before: readonly string[]): Citing {
  const [citations, onCitations] = useState(before);
  const [isCiting, onCiting] = useState(false);
  return { citations, isCiting, onCiting, onCitations };
}

/** Within the form: the documents named, and the ways to name another and to the library. */
export function CitedDocuments({ title, citing: { citations, isCiting, onCiting, onCitations } }: { readonly title: string; readonly citing: Citing }) {
  const texts = useTexts(citationTexts);
  const { sheet } = useSheet();
  const { documents } = useDocuments(true);
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {title}
      </Text>
      {citations.map((text) => (
        <CitationLine key={text} text={text} documents={documents} onRemove={() => onCitations(citations.filter((one) => one !== text))} />
      ))}
      {isCiting ? null : (
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => onCiting(true)}>
            {texts.add}
          </Button>
          <Link size="sm" to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu" params={sheet} preload={false}>
            {texts.toLibrary}
          </Link>
        </Group>
      )}
    </Stack>
  );
}

/** Beside the form, as forms do not stand in each other: the choice of a document. */
export function CitingForm({ citing: { citations, isCiting, onCiting, onCitations } }: { readonly citing: Citing }) {
  if (!isCiting) return null;
  return (
    <CitationForm
      before={undefined}
      taken={citations.filter((text) => readCited(text) !== undefined)}
      onEnter={(citation) => {
        onCitations([...citations, citationText(citation)]);
        onCiting(false);
      }}
      onCancel={() => onCiting(false)}
    />
  );
}
