import { Stack, Text, Title } from '@mantine/core';
import { FILE_KIND_WORDS } from '@parindex/core/words/file-words';
import type { SheetKey } from '../../client/sheet.ts';
import { Link } from '../../kit/page/link.tsx';
import { formatBytes } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { CitedAt } from './cited-at.tsx';
import { DocumentMarks } from './document-marks.tsx';
import { documentName } from './document-name.ts';
import type { LibraryDocument } from './queries/documents.ts';
import { documentTexts } from './texts/documents.ts';
import { VersionHints } from './version-hints.tsx';

/** One document of the list: its name, file, state and citations. */
export function DocumentCard({ library, document }: { library: SheetKey; document: LibraryDocument }) {
  const texts = useTexts(documentTexts);
  const { language } = useLanguage();
  const newest = document.versions[0];
  const { subject = null, issuer = null } = newest?.facts ?? {};
  const file = newest?.file;
  // For a restricted or erased document, its state is all that may be shown.
  const isThere = !document.held && document.gone === null;
  return (
    <article className="card" aria-label={documentName(document, document.versions[0], language)}>
      <Stack gap={6}>
        <Title order={3} size="h5" style={{ overflowWrap: 'anywhere' }}>
          <Link to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document" params={{ ...library, document: document.id }}>
            {documentName(document, document.versions[0], language)}
          </Link>
        </Title>
        {subject === null ? null : <Text>{subject}</Text>}
        {issuer === null ? null : (
          <Text size="sm" c="dimmed">
            {issuer}
          </Text>
        )}
        {isThere ? (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {file?.state === 'withheld'
              ? texts.withheldFile
              : file
                ? texts.fileOf(file.name, FILE_KIND_WORDS[file.kind][language], formatBytes(file.bytes, language))
                : document.form === 'secretMail'
                  ? texts.secretNoFile
                  : texts.noFile}
          </Text>
        ) : null}
        <DocumentMarks document={document} />
        {newest && isThere ? <VersionHints version={newest} /> : null}
        {document.cited.length > 0 ? (
          <Text size="sm" c="dimmed">
            {texts.cited}:
          </Text>
        ) : null}
        <CitedAt library={library} cited={document.cited} />
      </Stack>
    </article>
  );
}
