import { Button, Group, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Citation } from '@parindex/core/evidence/citation';
import { type ReactNode, useEffect } from 'react';
import { Link, LinkButton } from '../../kit/page/link.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { documentMore, documentName, versionOf } from '../evidence/document-name.ts';
import type { DocumentVersion, LibraryDocument } from '../evidence/queries/documents.ts';
import { citationTexts } from '../evidence/texts/citations.ts';
import { arriveAtCitation } from './citation-focus.ts';
import { type Documents, placeWords, readCited } from './cited.ts';
import { evidenceDropTexts } from './texts/evidence-drop.ts';
import { WIDE } from './wide.ts';

/** What stays in the address when a document is opened beside an item: on the sheet, and where it is appraised. */
const beside = ({ item, way }: { item?: string; way?: 'item' }) => ({ ...(item === undefined ? {} : { item }), ...(way === undefined ? {} : { way }) });

interface CitationLineProps {
  readonly text: string;
  readonly documents: Documents;
  /** Absent if the reader may not change it. */
  readonly onChange?: () => void;
  readonly onRemove?: () => void;
  /** Cites another version at the same place. */
  readonly onCite?: (version: number) => void;
}

/** One cited document: its name, the place, the state of its file. */
export function CitationLine({ text, documents, onChange, onRemove, onCite }: CitationLineProps) {
  const texts = useTexts(citationTexts);
  const { language } = useLanguage();
  const citation = readCited(text);
  const of = citation?.document;
  useEffect(() => {
    if (of !== undefined) arriveAtCitation(of);
  }, [of]);
  if (!citation) return <Text size="sm">{text}</Text>;
  const document = documents.get(citation.document);
  const version = document && versionOf(document, citation.version);
  const newest = document?.versions[0];
  const name = document ? documentName(document, version, language) : documents.size === 0 ? '…' : texts.unknown;
  // A paper sent by secret mail has no place here, and none can be given.
  const secret = document?.form === 'secretMail';
  const place = placeWords(citation.place, language);
  const newer = newest && newest.number > citation.version ? newest.number : undefined;
  return (
    <Stack gap={2} className="citation" data-cites={citation.document} tabIndex={-1}>
      <Text size="sm">
        {version?.file ? <Opening citation={citation} name={name} /> : <strong>{name}</strong>}
        {document && document.versions.length > 1 ? `, ${texts.version(citation.version)}` : ''}
        {place === '' && secret ? '' : `: ${place === '' ? texts.whole : place}`}
      </Text>
      {document && version ? <About document={document} version={version} /> : null}
      {newer === undefined ? null : (
        <Text size="sm" role="status">
          {texts.newer(newer)}
        </Text>
      )}
      <CitationActs
        choosePage={
          onChange && version?.file && (version.file.pages ?? 1) > 1 && citation.place.pages === undefined ? (
            <ChoosePage citation={citation} name={name} />
          ) : null
        }
        name={name}
        newer={newer}
        onChange={secret ? undefined : onChange}
        onRemove={onRemove}
        onCite={onCite}
      />
    </Stack>
  );
}

interface CitationActsProps {
  readonly choosePage: ReactNode;
  readonly name: string;
  readonly newer: number | undefined;
  readonly onChange: CitationLineProps['onChange'] | undefined;
  readonly onRemove: CitationLineProps['onRemove'] | undefined;
  readonly onCite: CitationLineProps['onCite'] | undefined;
}

function CitationActs({ choosePage, name, newer, onChange, onRemove, onCite }: CitationActsProps) {
  const texts = useTexts(citationTexts);
  if (!onChange && !onRemove && (!onCite || newer === undefined)) return null;
  return (
    <Group gap={4} className="screen-only">
      {choosePage}
      {onCite && newer !== undefined ? (
        <Button size="compact-xs" variant="default" aria-label={texts.citeNewerOf(name, newer)} onClick={() => onCite(newer)}>
          {texts.citeNewer(newer)}
        </Button>
      ) : null}
      {onChange ? (
        <Button size="compact-xs" variant="subtle" aria-label={texts.changeOf(name)} onClick={onChange}>
          {texts.change}
        </Button>
      ) : null}
      {onRemove ? (
        <Button size="compact-xs" variant="subtle" aria-label={texts.removeOf(name)} onClick={onRemove}>
          {texts.remove}
        </Button>
      ) : null}
    </Group>
  );
}

/** Leads to where the page is chosen: the document beside the item, or in its place. */
function ChoosePage({ citation: { document, version }, name }: { citation: Citation; name: string }) {
  const texts = useTexts(evidenceDropTexts);
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  return (
    <LinkButton
      size="compact-xs"
      variant="default"
      to="."
      search={(before: Parameters<typeof beside>[0]) => ({ ...beside(before), document, version, page: 1 })}
      resetScroll={!wide}
      preload={false}
      aria-label={texts.choosePageOf(name)}
    >
      {texts.choosePage}
    </LinkButton>
  );
}

/** Opens the cited page: beside the item if there is room, otherwise in its place. */
function Opening({ citation: { document, version, place }, name }: { citation: Citation; name: string }) {
  const texts = useTexts(citationTexts);
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  return (
    <Link
      to="."
      search={(before: Parameters<typeof beside>[0]) => ({ ...beside(before), document, version, page: place.pages?.[0]?.[0] ?? 1 })}
      resetScroll={!wide}
      fw={600}
      preload={false}
      aria-label={texts.open(name)}
    >
      {name}
    </Link>
  );
}

/** The document's facts, and hints against it. */
function About({ document, version }: { document: LibraryDocument; version: DocumentVersion }) {
  const texts = useTexts(citationTexts);
  const { file, facts, late, hints } = version;
  const stands =
    document.form === 'secretMail'
      ? [document.compared ? texts.compared : texts.notCompared]
      : [file ? texts.states[file.state] : texts.forms[document.form], texts.access[document.access]];
  const told = [
    facts.issuer ?? '',
    ...stands,
    document.personalData ? texts.personal : '',
    late ? texts.late(late.document.number, late.document.date) : '',
  ].filter((part) => part !== '');
  const more = documentMore(version);
  return (
    <>
      {more === '' ? null : <Text size="sm">{more}</Text>}
      <Text size="xs" c="dimmed">
        {told.join('; ')}
      </Text>
      {hints.map(({ code, message }) => (
        <Text key={code} size="sm" bg="var(--gold-soft)" c="var(--gold-ink)" px={6}>
          {message}
        </Text>
      ))}
    </>
  );
}
