import { Stack, Text } from '@mantine/core';
import type { Language } from '@parindex/core/words/index';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { isRefusal } from '../../client/request.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { Link } from '../../kit/page/link.tsx';
import { Page } from '../../kit/page/page.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Loading } from '../../kit/reading/loading.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { ProblemNotice } from '../../kit/reading/problem-notice.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { AccessSection } from './access-section.tsx';
import { CitedAt } from './cited-at.tsx';
import { CompareSection } from './compare-section.tsx';
import { DocumentMarks } from './document-marks.tsx';
import { documentName } from './document-name.ts';
import { GoneNotice, HeldNotice } from './erasure-state.tsx';
import { FactsSection } from './facts-section.tsx';
import { OpenState, ScannerState } from './library-state.tsx';
import { documentQuery, type LibraryDocument, libraryQuery } from './queries/documents.ts';
import { RemovalSection } from './removal-section.tsx';
import { useDocumentRights, useMayAskRemoval } from './rights.ts';
import { citationTexts } from './texts/citations.ts';
import { oneDocumentTexts } from './texts/document.ts';
import { documentTexts } from './texts/documents.ts';
import { UnseenDocument } from './unseen-document.tsx';
import { VersionsSection } from './versions-section.tsx';
import { WithdrawSection } from './withdraw-section.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document');

/** The page heading; a document without a name is just called a document. */
function documentTitle(document: LibraryDocument, language: Language): string {
  const { held, gone, secretMail, unnamed } = citationTexts[language];
  const name = documentName(document, document.versions[0], language);
  return [held, gone.removed, gone.purged, secretMail, unnamed].includes(name) ? name : oneDocumentTexts[language].title(name);
}

/** One document of a library with everything known about it and all its actions. */
export function DocumentPage() {
  const texts = useTexts(oneDocumentTexts);
  const { language } = useLanguage();
  const { document: id, ...library } = route.useParams();
  const { data: document, error, refetch } = useQuery(documentQuery(library, id));
  const unseen = isRefusal(error, 'notFound') && !document;
  const title = document ? documentTitle(document, language) : texts.untitled;
  return (
    <Page
      title={title}
      path={[
        <Link key="library" to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu" params={library}>
          {texts.back}
        </Link>,
      ]}
    >
      {unseen ? <UnseenDocument library={library} document={id} /> : null}
      {error && !unseen ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {!document && !error ? <Loading /> : null}
      {document && !unseen ? <DocumentParts library={library} document={document} /> : null}
    </Page>
  );
}

function DocumentParts({ library, document }: { library: SheetKey; document: LibraryDocument }) {
  const texts = useTexts(oneDocumentTexts);
  const { cited } = useTexts(documentTexts);
  const { mayUpload, mayWithdraw, releases, compares } = useDocumentRights(library);
  const opened = useQuery(libraryQuery(library));
  const [wasHeld] = useState(document.held);
  const mayAskRemoval = useMayAskRemoval(library, document.byAppraiser);
  const { form, withdrawn, created, carriedFrom, versions, held, gone } = document;
  const newest = versions[0];
  const withheld = newest?.file?.state === 'withheld';
  const isThere = !held && gone === null;
  const standing = opened.data;
  const mayAddVersion = mayUpload && document.changeable && standing?.open != null && withdrawn === null && isThere;
  // What stands in the middle of the page depends on it.
  if (opened.isPending) return <Loading />;
  return (
    <>
      <Stack gap="xs">
        <DocumentMarks document={document} />
        <Text size="sm" c="dimmed">
          {texts.created(created.by.name, formatMoment(created.at))} {carriedFrom ? texts.carriedFrom : ''}
        </Text>
      </Stack>
      {held ? <Held document={document.id} arrives={!wasHeld} /> : null}
      {gone ? <GoneNotice document={document.id} gone={gone} /> : null}
      {withdrawn ? <Notice kind="warning">{texts.withdrawn(withdrawn.by.name, formatMoment(withdrawn.at))}</Notice> : null}
      {standing && isThere && newest?.file ? <ScannerState scanner={standing.scanner} /> : null}
      {standing && mayUpload && !withdrawn && isThere && form !== 'secretMail' ? (
        <OpenState library={library} open={standing.open} mayUpload={mayUpload} />
      ) : null}
      {form !== 'secretMail' && newest && !withheld && gone?.why !== 'removed' ? (
        <FactsSection key={newest.number} library={library} document={document} version={newest} mayChange={mayAddVersion} />
      ) : null}
      {form === 'secretMail' ? <CompareSection library={library} document={document} mayCompare={compares} /> : null}
      <Section title={cited}>
        <CitedAt library={library} cited={document.cited} />
      </Section>
      {form === 'secretMail' || held ? null : <VersionsSection library={library} document={document} quota={mayAddVersion ? standing?.quota : undefined} />}
      {form !== 'secretMail' && isThere ? (
        <AccessSection library={library} document={document} mayChange={mayWithdraw && withdrawn === null} mayRelease={releases} />
      ) : null}
      {(mayAddVersion && mayWithdraw) || document.mayTakeBack ? <WithdrawSection library={library} document={document} /> : null}
      {mayAskRemoval && form !== 'secretMail' && !held && gone?.why !== 'removed' ? <RemovalSection library={library} document={document.id} /> : null}
    </>
  );
}

/** If it is restricted while somebody looks at it, most of the page disappears, so the focus moves to the reason. */
function Held({ document, arrives }: { document: string; arrives: boolean }) {
  const notice = <HeldNotice document={document} />;
  return arrives ? <Arrival of={document}>{notice}</Arrival> : notice;
}
