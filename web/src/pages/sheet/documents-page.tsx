import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { bodyNameQuery } from '../../capabilities/bodies/queries/bodies.ts';
import { DocumentsList } from '../../capabilities/evidence/documents-list.tsx';
import { EarlierUploads } from '../../capabilities/evidence/earlier-uploads.tsx';
import { OpenState, ScannerState } from '../../capabilities/evidence/library-state.tsx';
import { PackageDownload } from '../../capabilities/evidence/package-download.tsx';
import { libraryQuery } from '../../capabilities/evidence/queries/documents.ts';
import { useDocumentRights } from '../../capabilities/evidence/rights.ts';
import { documentTexts } from '../../capabilities/evidence/texts/documents.ts';
import { packageTexts } from '../../capabilities/evidence/texts/packages.ts';
import { UploadSection } from '../../capabilities/evidence/upload-section.tsx';
import { useYear } from '../../capabilities/evidence/version-hints.tsx';
import { RoundName } from '../../capabilities/rounds/round-name.tsx';
import { useRights } from '../../client/rights.ts';
import { type SheetKey, sheetQuery } from '../../client/sheet.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { Link } from '../../kit/page/link.tsx';
import { Trail } from '../../kit/page/trail.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { SheetBar } from './sheet-bar.tsx';
import { SheetTabs } from './sheet-tabs.tsx';

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
  const enters = useEnters(library);
  return (
    <>
      <SheetBar
        title={texts.title}
        of={name}
        takesFocus
        tabs={<SheetTabs sheet={library} item={from} enters={enters} />}
        acts={
          data && taking !== 'choosing' ? (
            <Button variant="default" size="compact-sm" onClick={() => setTaking('choosing')}>
              {packages.evidence.open}
            </Button>
          ) : undefined
        }
      />
      <div className="page">
        <Trail
          path={[
            <RoundName key="round" id={library.round} />,
            <Link key="sheet" to="/lam-viec/ky-danh-gia/$round/bang-diem/$body" params={library} search={from === undefined ? {} : { item: from }}>
              {name}
            </Link>,
          ]}
        />
        <div className="page-lead">{texts.lead(name, year)}</div>
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
              {data.open ? <UploadSection key={`${library.round} ${library.body}`} library={library} quota={data.quota} filesAlone={!mayUpload} /> : null}
              {mayUpload || data.open ? <EarlierUploads library={library} /> : null}
              <DocumentsList library={library} mayUpload={mayUpload} />
            </>
          )}
        </Loaded>
      </div>
    </>
  );
}

/** What the reader may do in the sheet of this library, as far as it is known without reading the sheet. */
function useEnters({ round, body }: SheetKey): 'declare' | 'propose' | null {
  const { may } = useRights();
  const { data } = useQuery({ ...sheetQuery(round, body), enabled: false });
  return data?.enters ?? (may('sheet.declare', { body }) ? 'declare' : null);
}
