import { getRouteApi } from '@tanstack/react-router';
import { useTexts } from '../../../kit/words/language.tsx';
import { PageOfRound } from '../../rounds/page-of-round.tsx';
import { viewerTexts } from '../texts/viewer.ts';
import { EvidenceSearch } from './evidence-search.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/tai-lieu');

/** Search in the evidence of a whole round, for those who appraise or plan it. */
export function EvidenceSearchPage() {
  const texts = useTexts(viewerTexts).search;
  const { round } = route.useParams();
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <PageOfRound round={round} title={texts.title} lead={texts.lead}>
      <EvidenceSearch round={round} wanted={q} onSearch={(wanted) => void navigate({ search: wanted === '' ? {} : { q: wanted } })} />
    </PageOfRound>
  );
}
