import { Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { STAGES } from '@parindex/core/ledger/entry';
import { RANKED_AMONG } from '@parindex/core/round/ranking-shown';
import { placedText, provisionalAtText, RANKED_AMONG_NAMES, rankingNotes } from '@parindex/core/words/ranking-words';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { saveFile } from '../../kit/acts/save-file.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { Empty } from '../../kit/lists/empty.tsx';
import { TableActs } from '../../kit/lists/table-acts.tsx';
import { useFirstRows } from '../../kit/lists/use-first-rows.tsx';
import { Tile, Tiles } from '../../kit/page/tile.tsx';
import { later } from '../../kit/reading/later.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { PageOfRound } from '../rounds/page-of-round.tsx';
import { ChangeOn } from './change-on.tsx';
import { changeText, indexText } from './index-words.ts';
import { fetchFinalWorkbook } from './queries/final.ts';
import { fetchRankingWorkbook, type Ranking, rankingQuery } from './queries/ranking.ts';
import { RankingFilters } from './ranking-filters.tsx';
import { type RankingChoice, rankingRows } from './ranking-rows.ts';
import { RankingTable } from './ranking-table.tsx';
import { StageChips } from './stage-chips.tsx';
import { finalTexts } from './texts/final.ts';
import { rankingTexts } from './texts/ranking.ts';
import '@parindex/design/charts/charts.css';
import './ranking.css';

/** So narrow that each body is a card; as many of them as one scrolls through. */
const CARDS = '(max-width: 48em)';
const CARDS_AT_ONCE = 15;

const FinalRanking = later(async () => (await import('./final-ranking.tsx')).FinalRanking);

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/xep-hang');

/** The ranking of a round while it runs, as far as the reader may see it. */
export function RankingPage() {
  const texts = useTexts(rankingTexts);
  const final = useTexts(finalTexts).title;
  const { language } = useLanguage();
  const { round } = route.useParams();
  const choice = route.useSearch();
  const wish = {
    stage: STAGES.find((one) => one === choice.stage),
    among: RANKED_AMONG.find((one) => one === choice.among) ?? 'all',
  };
  const { data: ranking, error, refetch } = useQuery(rankingQuery(round, wish));
  const isFinal = ranking?.closedAt != null && (choice.stage === 'final' || wish.stage === undefined);
  const take = useAct(() => (isFinal ? fetchFinalWorkbook(round) : fetchRankingWorkbook(round, { ...wish, stage: ranking?.stage })), {
    onDone: (file) => saveFile(file, `${isFinal ? 'ket-qua-cuoi-cung' : 'xep-hang-tam-tinh'}-${round}.xlsx`),
  });
  return (
    <PageOfRound
      round={round}
      title={isFinal ? final : texts.title}
      lead={
        ranking &&
        !isFinal && (
          <>
            <span className="paper-only">{ranking.title}. </span>
            {provisionalAtText(ranking.stage, formatMoment(ranking.at), language)} {texts.lead}
            {ranking.among === 'all' ? null : ` ${RANKED_AMONG_NAMES[language][ranking.among]}.`}
            {ranking.stage === 'claimed' ? null : ` ${placedText(ranking.placed, ranking.bodies, language)}`}
          </>
        )
      }
      actions={ranking?.view === 'own' || (!ranking && error) ? undefined : <TableActs taking={take.isPending} onTake={() => take.mutate()} />}
    >
      <Outcome error={take.error} />
      {ranking ? (
        isFinal ? (
          <Final ranking={ranking} choice={choice} />
        ) : (
          <Shown ranking={ranking} choice={choice} />
        )
      ) : (
        <NotLoaded error={error} retry={refetch} />
      )}
    </PageOfRound>
  );
}

/** The final result of a closed round, from which the rankings on the way to it are reached. */
function Final({ ranking, choice }: { ranking: Ranking; choice: RankingChoice }) {
  const navigate = route.useNavigate();
  const choose = (search: RankingChoice) => void navigate({ search, replace: true, resetScroll: false });
  return (
    <>
      {ranking.view === 'own' ? null : (
        <StageChips stages={ranking.stages} isClosed chosen="final" onChoose={(stage) => choose(stage === 'final' ? {} : { stage })} />
      )}
      <FinalRanking round={ranking.round} choice={choice} onChoose={choose} />
    </>
  );
}

function Shown({ ranking, choice }: { ranking: Ranking; choice: RankingChoice }) {
  const texts = useTexts(rankingTexts);
  const navigate = route.useNavigate();
  const choose = (search: RankingChoice) => void navigate({ search, replace: true, resetScroll: false });
  const { language } = useLanguage();
  if (ranking.rows.length === 0 && ranking.among === 'all')
    return (
      <Empty title={texts.none}>
        <Text size="sm">{texts.noneMore}</Text>
      </Empty>
    );
  const notes = rankingNotes(ranking, language);
  // Closed to the reader: their own index, and no list of one.
  if (ranking.view === 'own')
    return (
      <>
        <Notice kind="note">{texts.notShown}</Notice>
        <OwnTiles ranking={ranking} />
      </>
    );
  return (
    <>
      {ranking.view === 'ownPlace' ? <Notice kind="note">{texts.ownPlace}</Notice> : null}
      <OwnTiles ranking={ranking} />
      {ranking.view === 'whole' || ranking.domains.length > 1 ? <RankingFilters ranking={ranking} choice={choice} onChoose={choose} /> : null}
      <Rows ranking={ranking} choice={choice} onChoose={choose} />
      <details className="ranking-how screen-only">
        <summary>{texts.how}</summary>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </details>
      <p className="ranking-how paper-only">{notes.join(' ')}</p>
    </>
  );
}

function Rows({ ranking, choice, onChoose }: { ranking: Ranking; choice: RankingChoice; onChoose: (choice: RankingChoice) => void }) {
  const texts = useTexts(rankingTexts);
  const phone = useMediaQuery(CARDS, false, { getInitialValueInEffect: false });
  const rows = rankingRows(ranking, choice);
  const { shown, more } = useFirstRows(rows, phone ? CARDS_AT_ONCE : rows.length);
  if (rows.length === 0) return <Text role="status">{texts.noneFound}</Text>;
  return (
    <>
      <RankingTable ranking={ranking} rows={shown} choice={choice} onChoose={onChoose} />
      {more}
    </>
  );
}

/** For a body's own people: where it stands, before they look for it in the list. */
function OwnTiles({ ranking }: { ranking: Ranking }) {
  const texts = useTexts(rankingTexts);
  const { language } = useLanguage();
  const own = ranking.rows.filter((row) => row.own);
  if (own.length !== 1) return null;
  return own.map((row) => (
    <Tiles key={row.body.id} label={texts.own}>
      {row.rank === null ? null : (
        <Tile
          label={row.body.name}
          value={texts.ownRank(formatCount(row.rank, language), formatCount(ranking.placed, language))}
          more={texts.ownRankMore(formatCount(ranking.placed, language), formatCount(ranking.bodies, language))}
          tone="act"
        />
      )}
      <Tile label={texts.provisionalIndex} value={row.index ? indexText(row.index.rounded, language) : '–'} more={row.index ? undefined : texts.noPoints} />
      {row.change && ranking.before ? (
        <Tile
          label={texts.change(String(ranking.before.year))}
          value={changeText(row.change.index.rounded, language)}
          more={<ChangeOn change={row.change} />}
          tone={row.change.index.exact.startsWith('-') ? 'warn' : 'good'}
        />
      ) : null}
    </Tiles>
  ));
}
