import { Select, Text } from '@mantine/core';
import { type Citation, citationText } from '@parindex/core/evidence/citation';
import { searchKey } from '@parindex/core/text/search-key';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Choice, SearchSelect } from '../../kit/fields/search-select.tsx';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { documentMore, documentName, documentSearchText, versionOf } from '../evidence/document-name.ts';
import type { LibraryDocument } from '../evidence/queries/documents.ts';
import { wholeLibraryQuery } from '../evidence/queries/evidence.ts';
import { citationTexts } from '../evidence/texts/citations.ts';
import { PlaceFields, useTypedPlace } from './citation-place.tsx';
import { useSheet } from './sheet-at-work.tsx';
import { useDocuments } from './use-documents.ts';

/** Most documents offered at once. */
const MOST_OFFERED = 30;
/** A document just uploaded is preselected. */
const FRESH_MS = 15_000;

interface CitationFormProps {
  /** The citation to change; otherwise a new one. */
  readonly before: Citation | undefined;
  /** Existing citations of the same target. */
  readonly taken: readonly string[];
  readonly onEnter: (citation: Citation) => void;
  readonly onCancel: () => void;
}

/** Chooses a document of the library, and the place in it. */
export function CitationFormOpened({ before, taken, onEnter, onCancel }: CitationFormProps) {
  const texts = useTexts(citationTexts).form;
  const { language } = useLanguage();
  const { sheet } = useSheet();
  const { documents } = useDocuments(true);
  const find = useFinding();
  const [id, setId] = useState(before?.document);
  const [version, setVersion] = useState(before?.version);
  const document = id === undefined ? undefined : documents.get(id);
  const chosen = document && versionOf(document, version);
  const last = chosen?.file?.pages ?? null;
  const typed = useTypedPlace(before?.place ?? {}, last);
  const secret = document?.form === 'secretMail';
  const [tried, setTried] = useState(false);
  const citation = id === undefined ? undefined : { document: id, version: chosen?.number ?? before?.version ?? 1, place: secret ? {} : typed.place };
  const doubled = citation !== undefined && taken.includes(citationText(citation));
  const submit = () => {
    setTried(true);
    typed.leavePages();
    if (citation && (secret || typed.wrong === undefined) && !doubled) onEnter(citation);
  };
  return (
    <InlineForm title={before ? texts.changeTitle : texts.addTitle} of={before?.document ?? 'new'} submit={texts.submit} onSubmit={submit} onCancel={onCancel}>
      <SearchSelect
        label={texts.document}
        description={texts.documentHint}
        required
        of={`evidence ${sheet.round} ${sheet.body}`}
        find={find}
        chosen={document ? choiceOf(document, language) : undefined}
        onChoose={(choice) => {
          setId(choice?.value);
          setVersion(undefined);
        }}
      />
      {tried && id === undefined ? (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {texts.choose}
        </Text>
      ) : null}
      {document && document.versions.length > 1 ? (
        <Select
          label={texts.version}
          allowDeselect={false}
          data={document.versions.map(({ number, file }) => ({ value: String(number), label: texts.versionOption(number, file?.name ?? null) }))}
          value={String(version ?? document.versions[0]?.number)}
          onChange={(value) => setVersion(value === null ? undefined : Number(value))}
        />
      ) : null}
      {secret ? <Text size="sm">{texts.secretPlace}</Text> : <PlaceFields typed={typed} last={last} />}
      {tried && doubled ? (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {texts.doubled}
        </Text>
      ) : null}
    </InlineForm>
  );
}

function choiceOf(document: LibraryDocument, language: 'vi' | 'en'): Choice {
  const newest = versionOf(document);
  const more = newest ? documentMore(newest) : '';
  const name = documentName(document, newest, language);
  return { value: document.id, label: more === '' ? name : `${name} – ${more}` };
}

/** Searches the cached library, so it works offline. */
function useFinding(): (search: string) => Promise<readonly Choice[]> {
  const client = useQueryClient();
  const { sheet } = useSheet();
  const { language } = useLanguage();
  return async (search) => {
    const query = wholeLibraryQuery({ round: sheet.round, body: sheet.body });
    const documents = await client.fetchQuery({ ...query, staleTime: FRESH_MS }).catch((error: unknown) => {
      const known = client.getQueryData(query.queryKey);
      if (!known) throw error;
      return known;
    });
    const words = searchKey(search).split(' ');
    const fitting = documents.filter((document) => {
      if (document.held || document.gone) return false;
      const text = documentSearchText(document, language);
      return words.every((word) => text.includes(word));
    });
    return fitting.slice(0, MOST_OFFERED).map((document) => choiceOf(document, language));
  };
}
