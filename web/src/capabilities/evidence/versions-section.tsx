import { Stack, Text, Title } from '@mantine/core';
import type { SheetKey } from '../../client/sheet.ts';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { DocumentList, LibraryDocument } from './queries/documents.ts';
import { Sendings } from './sendings.tsx';
import { oneDocumentTexts } from './texts/document.ts';
import { Uploader } from './uploader.tsx';
import { VersionCard } from './version-card.tsx';

interface VersionsSectionProps {
  readonly library: SheetKey;
  readonly document: LibraryDocument;
  /** Free space, if a version may be added. */
  readonly quota: DocumentList['quota'] | undefined;
}

/** All versions, newest first, and the way to add one. */
export function VersionsSection({ library, document, quota }: VersionsSectionProps) {
  const texts = useTexts(oneDocumentTexts).versions;
  return (
    <Section title={texts.title}>
      {document.versions.map((version, index) => (
        <VersionCard key={version.number} library={library} document={document.id} version={version} withFacts={index > 0} />
      ))}
      {quota ? (
        <Stack gap="sm">
          <Title order={3} size="h5">
            {texts.add}
          </Title>
          <Text size="sm">{texts.addLead}</Text>
          <Uploader library={library} quota={quota} versionOf={document.id} />
          <Sendings library={library} versionOf={document.id} />
        </Stack>
      ) : null}
    </Section>
  );
}
