import { Select, Text, TextInput } from '@mantine/core';
import { type Citation, citationText, LONGEST_PLACE } from '@parindex/core/evidence/citation';
import { pagesText, readPages } from '@parindex/core/evidence/pages';
import { searchKey } from '@parindex/core/text/search-key';
import { PHRASES } from '@parindex/core/words/index';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { InlineForm } from '../../kit/inline-form.tsx';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { type Choice, SearchSelect } from '../../kit/search-select.tsx';
import { documentMore, documentName, documentSearchText, versionOf } from '../evidence/document-name.ts';
import type { LibraryDocument } from '../evidence/queries/documents.ts';
import { wholeLibraryQuery } from '../evidence/queries/evidence.ts';
import { useSheet } from './sheet-at-work.tsx';
import { citationTexts } from './texts/citations.ts';
import { useDocuments } from './use-documents.ts';

/** Most documents that are offered at once. */
const MOST_OFFERED = 30;
/** What was just brought in is looked for at once. */
const FRESH_MS = 15_000;

interface CitationFormProps {
  /** The citation that is changed; a new one else. */
  readonly before: Citation | undefined;
  /** What is cited already beside it. */
  readonly taken: readonly string[];
  readonly onEnter: (citation: Citation) => void;
  readonly onCancel: () => void;
}

/** Chooses a document of the library, and says where in it that which it proves stands. */
export function CitationForm({ before, taken, onEnter, onCancel }: CitationFormProps) {
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

/** Where in the document: pages, section, table. */
function PlaceFields({ typed, last }: { typed: ReturnType<typeof useTypedPlace>; last: number | null }) {
  const texts = useTexts(citationTexts).form;
  return (
    <>
      <TextInput
        label={texts.pages}
        description={last === null ? texts.pagesHint : texts.pagesOf(last)}
        autoComplete="off"
        value={typed.pages}
        error={typed.left && typed.wrong !== undefined ? typed.wrong : null}
        onChange={({ currentTarget }) => typed.typePages(currentTarget.value)}
        onBlur={typed.leavePages}
      />
      <TextInput
        label={texts.section}
        placeholder={texts.sectionHint}
        maxLength={LONGEST_PLACE}
        value={typed.section}
        onChange={({ currentTarget }) => typed.setSection(currentTarget.value)}
      />
      <TextInput
        label={texts.table}
        placeholder={texts.tableHint}
        maxLength={LONGEST_PLACE}
        value={typed.table}
        onChange={({ currentTarget }) => typed.setTable(currentTarget.value)}
      />
    </>
  );
}

/** The place as it is typed, read as one types; `last` is the last page, where it is known. */
function useTypedPlace(before: Citation['place'], last: number | null) {
  const texts = useTexts(citationTexts).form;
  const { language } = useLanguage();
  const [pages, setPages] = useState(pagesText(before.pages ?? []).replaceAll(',', ', '));
  const [section, setSection] = useState(before.section ?? '');
  const [table, setTable] = useState(before.table ?? '');
  const [left, setLeft] = useState(false);
  const read = readPages(pages);
  const beyond = read.kind === 'read' && last !== null && read.value.some(([, to]) => to > last);
  const place: Citation['place'] = {
    ...(read.kind === 'read' ? { pages: read.value } : {}),
    ...(section.trim() === '' ? {} : { section: section.trim() }),
    ...(table.trim() === '' ? {} : { table: table.trim() }),
  };
  return {
    pages,
    section,
    table,
    setSection,
    setTable,
    place,
    left,
    /** What is wrong with the pages. */
    wrong: read.kind === 'refused' ? PHRASES[language].evidence.typedPages[read.reason] : beyond ? texts.beyond(last) : undefined,
    typePages: (text: string) => {
      setPages(text);
      setLeft(false);
    },
    leavePages: () => setLeft(true),
  };
}

function choiceOf(document: LibraryDocument, language: 'vi' | 'en'): Choice {
  const newest = versionOf(document);
  const more = newest ? documentMore(newest) : '';
  const name = documentName(document, newest, language);
  return { value: document.id, label: more === '' ? name : `${name} – ${more}` };
}

/** Looks through the library as it is known: with the line cut too. */
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
