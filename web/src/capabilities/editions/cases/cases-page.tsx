import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Link } from '../../../kit/page/link.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { DraftPage } from '../draft-page.tsx';
import { casesTexts } from '../texts/cases.ts';
import { CasesOfDraft } from './cases-of-draft.tsx';
import { readDraftCases } from './use-cases.ts';

const route = getRouteApi('/lam-viec/bo-tieu-chi/$edition/vi-du');

/** The cases of a draft: what a person says that the decision gives, held against the rules as they are written. */
export function CasesPage() {
  const texts = useTexts(casesTexts);
  const client = useQueryClient();
  const { edition: id } = route.useParams();
  const queryKey = ['cases', id];
  const { data, error, refetch } = useQuery({
    ...{ queryKey, queryFn: () => readDraftCases(id), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
    ...{ structuralSharing: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
  });
  return (
    <DraftPage edition={data?.edition} error={error} retry={refetch} texts={texts}>
      {data?.tried ? (
        <CasesOfDraft key={`${id} ${data.edition.version}`} draft={data} tried={data.tried} reload={() => void client.resetQueries({ queryKey })} />
      ) : (
        <Notice kind="warning">
          {texts.faulty}{' '}
          <Link to="/lam-viec/bo-tieu-chi/$edition/soan" params={{ edition: id }}>
            {texts.toEditor}
          </Link>
        </Notice>
      )}
    </DraftPage>
  );
}
