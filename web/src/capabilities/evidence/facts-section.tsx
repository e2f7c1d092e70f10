import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { SheetKey } from '../../client/sheet.ts';
import { Facts } from '../../kit/page/facts.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { formatDay, formatMoment } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { FactsForm } from './facts-form.tsx';
import type { DocumentVersion, LibraryDocument } from './queries/documents.ts';
import { oneDocumentTexts } from './texts/document.ts';
import { documentTexts } from './texts/documents.ts';
import { useYear, VersionHints } from './version-hints.tsx';

/** The facts of a version as they stand. */
export function VersionFacts({ facts: { number, date, issuer, subject, validFrom, validTo } }: Pick<DocumentVersion, 'facts'>) {
  const texts = useTexts(documentTexts);
  const { unknown } = useTexts(oneDocumentTexts).facts;
  const dayOr = (day: string | null) => (day === null ? unknown : formatDay(day));
  return (
    <Facts
      facts={[
        [texts.number, number ?? unknown],
        [texts.date, dayOr(date)],
        [texts.issuer, issuer ?? unknown],
        [texts.subject, subject ?? unknown],
        [texts.validFrom, dayOr(validFrom)],
        [texts.validTo, dayOr(validTo)],
      ]}
    />
  );
}

interface FactsSectionProps {
  readonly library: SheetKey;
  readonly document: LibraryDocument;
  readonly version: DocumentVersion;
  readonly mayChange: boolean;
}

/** A document's facts; if nobody has confirmed them yet, the form is open. */
export function FactsSection({ library, document, version, mayChange }: FactsSectionProps) {
  const texts = useTexts(oneDocumentTexts).facts;
  const { edit } = useTexts(controlTexts);
  const { confirmed, file, proposed } = version;
  const [writing, setWriting] = useState(file !== null && confirmed === null);
  const [saved, setSaved] = useState(0);
  const year = useYear(library);
  const wasRead = [proposed?.number, proposed?.date, proposed?.issuer, proposed?.subject].some((fact) => fact != null);
  const leadOfFile = writing ? (wasRead ? texts.lead : texts.leadUnread) : undefined;
  return (
    <Section
      title={texts.title}
      lead={!mayChange ? undefined : file ? leadOfFile : texts.leadReference}
      actions={
        mayChange && !writing ? (
          <Button variant="default" onClick={() => setWriting(true)}>
            {edit}
          </Button>
        ) : undefined
      }
    >
      {saved > 0 && !writing ? (
        <Arrival of={saved}>
          <Notice kind="good">{texts.saved}</Notice>
        </Arrival>
      ) : null}
      {mayChange && writing ? (
        <FactsForm
          library={library}
          document={document}
          version={version}
          year={year}
          onCancel={() => setWriting(false)}
          onDone={() => {
            setWriting(false);
            setSaved((count) => count + 1);
          }}
        />
      ) : (
        <>
          <VersionFacts facts={version.facts} />
          <VersionHints version={version} />
        </>
      )}
      <Text size="sm" c="dimmed">
        {confirmed ? texts.confirmed(confirmed.by.name, formatMoment(confirmed.at)) : texts.notConfirmed}
      </Text>
    </Section>
  );
}
