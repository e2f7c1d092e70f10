import { TextInput } from '@mantine/core';
import { type Citation, LONGEST_PLACE } from '@parindex/core/evidence/citation';
import { pagesText, readPages } from '@parindex/core/evidence/pages';
import { EVIDENCE_PHRASES } from '@parindex/core/words/evidence-phrases';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { citationTexts } from '../evidence/texts/citations.ts';

/** Where in the document: pages, section, table. */
export function PlaceFields({ typed, last }: { typed: ReturnType<typeof useTypedPlace>; last: number | null }) {
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

/** The place, parsed while typing; `last` is the last page, if known. */
export function useTypedPlace(before: Citation['place'], last: number | null) {
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
    wrong: read.kind === 'refused' ? EVIDENCE_PHRASES[language].typedPages[read.reason] : beyond ? texts.beyond(last) : undefined,
    typePages: (text: string) => {
      setPages(text);
      setLeft(false);
    },
    leavePages: () => setLeft(true),
  };
}
