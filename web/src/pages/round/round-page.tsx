import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { PageOfRound } from '../../capabilities/rounds/page-of-round.tsx';
import { type Round, roundQuery } from '../../capabilities/rounds/queries/rounds.ts';
import { RoundChanged } from '../../capabilities/rounds/round-changed.tsx';
import { roundTexts } from '../../capabilities/rounds/texts/rounds.ts';
import { useRights } from '../../client/rights.ts';
import { Page } from '../../kit/page/page.tsx';
import { later } from '../../kit/reading/later.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { Overview } from './overview.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round');

const Settings = later(async () => (await import('./settings.tsx')).Settings);

/** A round with all parts of its plan. */
export function RoundPage() {
  const texts = useTexts(roundTexts);
  const { round: id } = route.useParams();
  const { data: round, error, refetch } = useQuery(roundQuery(id));
  if (!round)
    return (
      <Page title={texts.title}>
        <NotLoaded error={error} retry={refetch} />
      </Page>
    );
  return <RoundParts key={id} round={round} />;
}

function RoundParts({ round }: { round: Round }) {
  const texts = useTexts(roundTexts);
  const search = route.useSearch();
  const { may } = useRights();
  const mayChange = may('round.write', { roundOwner: round.ownerBody.id }) && round.state !== 'closed';
  const running = round.state !== 'draft';
  return (
    <PageOfRound round={round.id} title={round.title} lead={texts.leadOf(String(round.year), round.ownerBody.name, texts.states[round.state].toLowerCase())}>
      <RoundChanged round={round} />
      {running && search.part === undefined ? <Overview round={round} mayChange={mayChange} /> : <Settings round={round} mayChange={mayChange} />}
    </PageOfRound>
  );
}
