import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../../kit/language.tsx';
import { LinkButton } from '../../kit/link.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { Outcome } from '../../kit/outcome.tsx';
import { Page } from '../../kit/page.tsx';
import { bodyNameQuery } from '../bodies/queries/bodies.ts';
import { DocumentsList } from './documents-list.tsx';
import { EarlierUploads } from './earlier-uploads.tsx';
import { OpenState, ScannerState } from './library-state.tsx';
import { PackageDownload } from './package-download.tsx';
import { libraryQuery } from './queries/documents.ts';
import { useDocumentRights } from './rights.ts';
import { documentTexts } from './texts/documents.ts';
import { packageTexts } from './texts/packages.ts';
import { UploadSection } from './upload-section.tsx';
import { useYear } from './version-hints.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu');

/** The evidence library of a body in a round: upload, search, open. */
export function DocumentsPage() {
  const texts = useTexts(documentTexts);
  const packages = useTexts(packageTexts);
  const library = route.useParams();
  const { from } = route.useSearch();
  const [taking, setTaking] = useState<'choosing' | 'started'>();
  const { mayUpload } = useDocumentRights(library);
  const { data: name = library.body } = useQuery(bodyNameQuery(library.body));
  const query = useQuery(libraryQuery(library));
  const { data } = query;
  const year = useYear(library);
  return (
    <Page
      title={texts.title}
      lead={texts.lead(name, year)}
      actions={
        <>
          {data && taking !== 'choosing' ? (
            <Button variant="default" onClick={() => setTaking('choosing')}>
              {packages.evidence.open}
            </Button>
          ) : null}
          <LinkButton to="/lam-viec/ky-danh-gia/$round/bang-diem/$body" params={library} search={from === undefined ? {} : { item: from }} variant="default">
            {texts.toSheet}
          </LinkButton>
        </>
      }
    >
      <Loaded query={query}>
        {(data) => (
          <>
            {taking === 'choosing' ? (
              <PackageDownload library={library} onStarted={() => setTaking('started')} onCancel={() => setTaking(undefined)} />
            ) : (
              <Outcome done={taking && packages.started} />
            )}
            <ScannerState scanner={data.scanner} />
            <OpenState library={library} open={data.open} mayUpload={mayUpload} />
            {mayUpload && data.open ? <UploadSection key={`${library.round} ${library.body}`} library={library} quota={data.quota} /> : null}
            {mayUpload ? <EarlierUploads library={library} /> : null}
            <DocumentsList library={library} mayUpload={mayUpload} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
