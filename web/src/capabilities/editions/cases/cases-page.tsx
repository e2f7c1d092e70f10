import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ownedBodies } from '../../../client/rights.ts';
import { sessionQuery } from '../../../client/session.ts';
import { Link } from '../../../kit/page/link.tsx';
import { Page } from '../../../kit/page/page.tsx';
import { NotLoaded } from '../../../kit/reading/loaded.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { useEditionWords } from '../edition-words.ts';
import { casesTexts } from '../texts/cases.ts';
import { editionTexts } from '../texts/editions.ts';
import { CasesOfDraft } from './cases-of-draft.tsx';
import { readDraftCases } from './use-cases.ts';

const route = getRouteApi('/lam-viec/bo-tieu-chi/$edition/vi-du');

/** The cases of a draft: what a person says that the decision gives, held against the rules as they are written. */
export function CasesPage() {
  const texts = useTexts(casesTexts);
  const own = useTexts(editionTexts);
  const words = useEditionWords();
  const client = useQueryClient();
  const { edition: id } = route.useParams();
  const queryKey = ['cases', id];
  const { data, error, refetch } = useQuery({
    ...{ queryKey, queryFn: () => readDraftCases(id), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
    ...{ structuralSharing: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
  });
  const owned = ownedBodies(useQuery(sessionQuery).data);
  const edition = data?.edition;
  const mayWrite = edition?.state === 'draft' && owned.some((body) => body.id === edition.ownerBody);
  const name = edition && (words.title(edition) ?? edition.id);
  return (
    <Page
      path={[
        <Link key="editions" to="/lam-viec/bo-tieu-chi">
          {own.title}
        </Link>,
        ...(name === undefined
          ? []
          : [
              <Link key="edition" to="/lam-viec/bo-tieu-chi/$edition" params={{ edition: id }}>
                {name}
              </Link>,
            ]),
      ]}
      title={texts.title}
      lead={texts.lead}
    >
      {data ? null : <NotLoaded error={error} retry={refetch} />}
      {edition && !mayWrite ? <Notice kind="note">{texts.notDraft}</Notice> : null}
      {mayWrite && data && !data.tried ? (
        <Notice kind="warning">
          {texts.faulty}{' '}
          <Link to="/lam-viec/bo-tieu-chi/$edition/soan" params={{ edition: id }}>
            {texts.toEditor}
          </Link>
        </Notice>
      ) : null}
      {mayWrite && data?.tried ? (
        <CasesOfDraft key={`${id} ${edition?.version}`} draft={data} tried={data.tried} reload={() => void client.resetQueries({ queryKey })} />
      ) : null}
    </Page>
  );
}
