import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { documentQuery, type LibraryDocument, type LibraryKey, libraryQuery } from '../../api/documents.ts';
import { isRefusal } from '../../api/request.ts';
import { oneDocumentTexts } from '../../texts/document.ts';
import { documentTexts } from '../../texts/documents.ts';
import { formatMoment } from '../../texts/format.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { Link } from '../../ui/link.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { AccessSection } from './access-section.tsx';
import { CitedAt } from './cited-at.tsx';
import { CompareSection } from './compare-section.tsx';
import { DocumentMarks } from './document-marks.tsx';
import { documentName } from './document-name.ts';
import { FactsSection } from './facts-section.tsx';
import { OpenState, ScannerState } from './library-state.tsx';
import { useDocumentRights } from './rights.ts';
import { VersionsSection } from './versions-section.tsx';
import { WithdrawSection } from './withdraw-section.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document');

/** One document of a library with all that is known of it, and what may be done with it. */
export function DocumentPage() {
  const texts = useTexts(oneDocumentTexts);
  const { language } = useLanguage();
  const { document: id, ...library } = route.useParams();
  const { data: document, error, refetch } = useQuery(documentQuery(library, id));
  const title = document ? texts.title(documentName(document, document.versions[0], language)) : texts.untitled;
  return (
    <Page
      title={title}
      lead={
        <Link to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu" params={library}>
          {texts.back}
        </Link>
      }
    >
      {isRefusal(error, 'notFound') ? <Notice kind="note">{texts.notFound}</Notice> : null}
      {error && !isRefusal(error, 'notFound') ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {!document && !error ? <Loading /> : null}
      {document ? <DocumentParts library={library} document={document} /> : null}
    </Page>
  );
}

function DocumentParts({ library, document }: { library: LibraryKey; document: LibraryDocument }) {
  const texts = useTexts(oneDocumentTexts);
  const { cited } = useTexts(documentTexts);
  const { brings, releases, compares } = useDocumentRights(library.body);
  const standing = useQuery(libraryQuery(library)).data;
  const { form, withdrawn, created, carriedFrom, versions } = document;
  const newest = versions[0];
  const withheld = newest?.file?.state === 'withheld';
  const mayBring = brings && standing?.open != null && withdrawn === null;
  return (
    <>
      <Stack gap="xs">
        <DocumentMarks document={document} />
        <Text size="sm" c="dimmed">
          {texts.created(created.by.name, formatMoment(created.at))} {carriedFrom ? texts.carriedFrom : ''}
        </Text>
      </Stack>
      {withdrawn ? <Notice kind="warning">{texts.withdrawn(withdrawn.by.name, formatMoment(withdrawn.at))}</Notice> : null}
      {standing ? <ScannerState scanner={standing.scanner} /> : null}
      {standing && brings && !withdrawn ? <OpenState library={library} open={standing.open} brings={brings} /> : null}
      {form !== 'secretMail' && newest && !withheld ? (
        <FactsSection key={newest.number} library={library} document={document} version={newest} mayChange={mayBring} />
      ) : null}
      {form === 'secretMail' ? <CompareSection library={library} document={document} mayCompare={compares} /> : null}
      <Section title={cited}>
        <CitedAt library={library} cited={document.cited} />
      </Section>
      {form === 'secretMail' ? null : <VersionsSection library={library} document={document} quota={mayBring ? standing?.quota : undefined} />}
      {form === 'secretMail' ? null : <AccessSection library={library} document={document} mayChange={brings && withdrawn === null} mayRelease={releases} />}
      {mayBring ? <WithdrawSection library={library} document={document} /> : null}
    </>
  );
}
