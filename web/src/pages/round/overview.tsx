import { Button } from '@mantine/core';
import { provisionalAtText } from '@parindex/core/words/ranking-words';
import { useQuery } from '@tanstack/react-query';
import { BoardTiles } from '../../capabilities/progress/board-tiles.tsx';
import { EnteredChart } from '../../capabilities/progress/entered-chart.tsx';
import { OverdueLetterSection } from '../../capabilities/progress/overdue-letter-section.tsx';
import { type Board, boardQuery, hasBegun } from '../../capabilities/progress/queries/board.ts';
import { overviewQuery } from '../../capabilities/progress/queries/overview.ts';
import { StepBars } from '../../capabilities/progress/step-bars.tsx';
import { boardTexts } from '../../capabilities/progress/texts/board.ts';
import { boardOverviewTexts } from '../../capabilities/progress/texts/board-overview.ts';
import { overviewTexts } from '../../capabilities/progress/texts/overview.ts';
import { WaitsDigest } from '../../capabilities/progress/waits-digest.tsx';
import { useStandingInRound } from '../../capabilities/rounds/pages-of-round.ts';
import type { Round } from '../../capabilities/rounds/queries/rounds.ts';
import { Empty } from '../../kit/lists/empty.tsx';
import { Section } from '../../kit/page/section.tsx';
import { later, laterBelow } from '../../kit/reading/later.tsx';
import { Loaded, NotLoaded } from '../../kit/reading/loaded.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import './overview.css';

const BoardHeat = laterBelow(async () => (await import('../../capabilities/progress/board-heat.tsx')).BoardHeat);
const LostPoints = laterBelow(async () => (await import('../../capabilities/progress/lost-points.tsx')).LostPoints);
const RoundNotices = laterBelow(async () => (await import('../../capabilities/discussion/notices/round-notices.tsx')).RoundNotices);
const OwnOverview = later(async () => (await import('./own-overview.tsx')).OwnOverview);
const AfterClaims = later(async () => (await import('../../capabilities/progress/after-claims.tsx')).AfterClaims);
const ArchiveSection = later(async () => (await import('./archive-section.tsx')).ArchiveSection);

interface OverviewProps {
  readonly round: Round;
  /** Whether to offer changes: to its owners, until it is closed. */
  readonly mayChange: boolean;
}

/** Where a round stands, for whoever oversees it; for a body's people, what concerns them; for all, what its owner says. */
export function Overview({ round, mayChange }: OverviewProps) {
  const { oversees, takesPart } = useStandingInRound(round.id) ?? {};
  return (
    <>
      <StepBars steps={round.steps} closed={round.state === 'closed'} />
      {oversees ? <OfAllBodies round={round} /> : takesPart ? <OwnOverview round={round.id} closed={round.state === 'closed'} /> : null}
      {mayChange && round.state === 'open' ? <OverdueLetterSection round={round} /> : null}
      <RoundNotices round={round.id} owns={mayChange} />
      {round.state === 'closed' ? <ArchiveSection round={round} /> : null}
    </>
  );
}

function OfAllBodies({ round }: { round: Round }) {
  const board = useQuery(boardQuery(round.id, false));
  const texts = useTexts(boardTexts);
  if (!board.data) return <NotLoaded error={board.error} retry={board.refetch} />;
  if (board.data.rows.length === 0)
    return (
      <Empty title={texts.none}>
        <p>{texts.noneMore}</p>
      </Empty>
    );
  return <Seen round={round} board={board.data} />;
}

/** What a list says; what can be chosen in it is of no use on paper. */
const Lead = ({ lead, choose }: { readonly lead: string; readonly choose: string }) => (
  <>
    {lead} <span className="screen-only">{choose}</span>
  </>
);

function Seen({ round, board }: { round: Round; board: Board }) {
  const { digest, heat, print: printing } = useTexts(boardOverviewTexts);
  const { language } = useLanguage();
  const { pace, lost } = useTexts(overviewTexts);
  const overview = useQuery(overviewQuery(round.id));
  const appraised = hasBegun(board, 'appraisal');
  return (
    <>
      {appraised ? <AfterClaims board={board} closed={round.state === 'closed'} /> : null}
      <div className="overview-head">
        <p className="page-lead">{provisionalAtText('claimed', formatMoment(board.at), language)}</p>
        <Button variant="default" size="compact-sm" className="screen-only" onClick={() => print()}>
          {printing}
        </Button>
      </div>
      <BoardTiles board={board} someOnly={appraised} />
      <div className="overview-pair">
        <Section title={pace.title} lead={pace.lead}>
          <Loaded query={overview}>{(data) => <EnteredChart overview={data} year={round.year} />}</Loaded>
        </Section>
        <Section title={digest.title} lead={digest.lead}>
          <WaitsDigest board={board} />
        </Section>
      </div>
      <Section title={heat.title} lead={<Lead {...heat} />}>
        <BoardHeat board={board} first={!appraised ? 'progress' : round.state === 'closed' ? 'points' : 'appraised'} />
      </Section>
      <Section title={lost.title} lead={<Lead {...lost} />}>
        <Loaded query={overview}>{(data) => <LostPoints overview={data} />}</Loaded>
      </Section>
    </>
  );
}
