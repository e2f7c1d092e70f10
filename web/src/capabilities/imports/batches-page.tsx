import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRights } from '../../client/rights.ts';
import { LinkButton } from '../../kit/page/link.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { PageOfRound } from '../rounds/page-of-round.tsx';
import { roundQuery } from '../rounds/queries/rounds.ts';
import { BatchList } from './batch-list.tsx';
import { BatchView } from './batch-view.tsx';
import { batchTexts } from './texts/batches.ts';
import { UploadBatch } from './upload-batch.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/so-lieu');

/** Figures from elsewhere for all bodies of a round: uploaded, previewed, agreed to or refused. */
export function BatchesPage() {
  const texts = useTexts(batchTexts);
  const { round } = route.useParams();
  const { dot } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(roundQuery(round));
  const { data } = query;
  const { may } = useRights();
  const mayChange = data?.state === 'open' && may('round.write', { roundOwner: data.ownerBody.id });
  const goTo = (id: string) => void navigate({ search: { dot: id } });
  return (
    <PageOfRound
      round={round}
      title={texts.title}
      lead={texts.lead}
      actions={
        dot === undefined ? undefined : (
          <LinkButton to="/lam-viec/ky-danh-gia/$round/so-lieu" params={{ round }} search={{}} variant="default">
            {texts.toList}
          </LinkButton>
        )
      }
    >
      <Loaded query={query}>
        {() =>
          dot === undefined ? (
            <>
              {mayChange ? <UploadBatch round={round} onUploaded={goTo} /> : null}
              <BatchList round={round} />
            </>
          ) : (
            <BatchView key={dot} round={round} id={dot} mayChange={mayChange} />
          )
        }
      </Loaded>
    </PageOfRound>
  );
}
