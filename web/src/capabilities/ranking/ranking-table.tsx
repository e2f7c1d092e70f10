import { runningStandingOf } from '@parindex/core/progress/standing';
import { pointsOver } from '@parindex/core/words/points-text';
import { UNDECIDED_NAME } from '@parindex/core/words/ranking-words';
import { Bar } from '@parindex/design/charts/bar.tsx';
import { SparkBars } from '@parindex/design/charts/spark-bars.tsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { Link } from '../../kit/page/link.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { StandingBadge } from '../progress/row-words.tsx';
import { useStandingInRound } from '../rounds/pages-of-round.ts';
import { ChangeOn } from './change-on.tsx';
import { changeText, indexText } from './index-words.ts';
import type { Ranking, RankingRow } from './queries/ranking.ts';
import { RANKING_SORTS, type RankingChoice, type RankingSort, type ShownRow } from './ranking-rows.ts';
import { rankingTexts } from './texts/ranking.ts';

interface RankingTableProps {
  readonly ranking: Ranking;
  readonly rows: readonly ShownRow[];
  readonly choice: RankingChoice;
  readonly onChoose: (choice: RankingChoice) => void;
}

/** Bodies by their place; on a phone each is a card of the same cells. */
export function RankingTable({ ranking, rows, choice, onChoose }: RankingTableProps) {
  const texts = useTexts(rankingTexts);
  const { language } = useLanguage();
  const sorted = RANKING_SORTS.find((one) => one === choice.sort) ?? 'rank';
  const inBlocks = ranking.rows.some(({ blockRank }) => blockRank !== null) && choice.domain === undefined;
  const decided = ranking.stage !== 'claimed';
  const before = ranking.rows.some(({ change }) => change !== null) ? ranking.before : null;
  const head = (sort: RankingSort, title: string, className?: string) => (
    <th scope="col" className={className} aria-sort={sorted === sort ? (sort === 'rank' || sort === 'body' ? 'ascending' : 'descending') : undefined}>
      <button type="button" className="sort-button" title={texts.sort(title)} onClick={() => onChoose({ ...choice, sort })}>
        {title}
        {sorted === sort ? sort === 'rank' || sort === 'body' ? <ArrowUp size={14} aria-hidden /> : <ArrowDown size={14} aria-hidden /> : null}
      </button>
    </th>
  );
  return (
    <div className="ranking-frame">
      <table className="ranking paper-table">
        <caption className="unseen">{texts.title}</caption>
        <thead>
          <tr>
            {head('rank', texts.rank, 'ranking-rank')}
            {head('body', texts.body)}
            {inBlocks ? <th scope="col">{texts.blockRank}</th> : null}
            {head('index', texts.index)}
            {before ? head('change', texts.change(String(before.year)), 'ranking-compared') : null}
            {head('answered', decided ? texts.decided : texts.answered)}
            <th scope="col">{texts.state}</th>
            {choice.domain === undefined ? <th scope="col">{texts.domains}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, placed, done }) => (
            <tr key={row.body.id} data-own={row.own || undefined}>
              <td className="ranking-rank">{placed.rank === null ? '–' : formatCount(placed.rank, language)}</td>
              <th scope="row">
                <BodyName ranking={ranking} row={row} />
                {row.ranked ? null : <StateBadge tone="quiet">{texts.notRanked}</StateBadge>}
                {decided && done < placed.asked ? <StateBadge tone="quiet">{UNDECIDED_NAME[language].undecided}</StateBadge> : null}
                {row.body.block === null ? null : <span className="ranking-block">{row.body.block}</span>}
              </th>
              {inBlocks ? (
                <td data-name={texts.blockRank} className="figures">
                  {row.blockRank === null ? '–' : formatCount(row.blockRank, language)}
                </td>
              ) : null}
              <td className="ranking-index" data-name={texts.index}>
                {placed.index === null ? (
                  <span className="ranking-quiet">{texts.noPoints}</span>
                ) : (
                  <>
                    <strong className="figures">{indexText(placed.index.rounded, language)}</strong>
                    <Bar share={Number(placed.index.rounded) / 100} />
                    <span className="ranking-quiet figures">{pointsOver(placed, ranking, language)}</span>
                  </>
                )}
              </td>
              {before ? (
                <td data-name={texts.change(String(before.year))}>
                  <Change change={placed.change} />
                </td>
              ) : null}
              <td data-name={decided ? texts.decided : texts.answered} className="figures">
                {formatCount(done, language)}/{formatCount(placed.asked, language)}
              </td>
              <td data-name={texts.state}>
                <StandingBadge of={runningStandingOf(row)} />
              </td>
              {choice.domain === undefined ? (
                <td data-name={texts.domains}>
                  <Domains ranking={ranking} row={row} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Leads to what the reader may see of the body. */
function BodyName({ ranking, row }: { ranking: Ranking; row: RankingRow }) {
  const oversees = useStandingInRound(ranking.round)?.oversees;
  if (ranking.view === 'whole' && oversees)
    return (
      <Link to="/lam-viec/ky-danh-gia/$round/tien-do" params={{ round: ranking.round }} search={{ body: row.body.id }}>
        {row.body.name}
      </Link>
    );
  if (row.own)
    return (
      <Link to="/lam-viec/ky-danh-gia/$round/bang-diem/$body" params={{ round: ranking.round, body: row.body.id }}>
        {row.body.name}
      </Link>
    );
  return row.body.name;
}

function Change({ change }: Pick<RankingRow, 'change'>) {
  const texts = useTexts(rankingTexts);
  const { language } = useLanguage();
  if (change === null) return <span className="ranking-quiet">{texts.unknown}</span>;
  const fell = change.index.exact.startsWith('-');
  return (
    <>
      <span className="ranking-change" data-fell={fell || undefined}>
        {fell ? <ArrowDown size={14} aria-hidden /> : Number(change.index.rounded) === 0 ? null : <ArrowUp size={14} aria-hidden />}
        <span className="figures">{changeText(change.index.rounded, language)}</span>
      </span>
      <span className="ranking-block figures">
        <ChangeOn change={change} />
      </span>
    </>
  );
}

function Domains({ ranking, row }: { ranking: Ranking; row: RankingRow }) {
  const texts = useTexts(rankingTexts);
  const { language } = useLanguage();
  const indexes = ranking.domains.map(({ code, title }) => ({ title, index: row.domains.find((one) => one.code === code)?.index ?? null }));
  return (
    <SparkBars
      title={texts.domainsSay(indexes.map(({ title, index }) => `${title} ${index === null ? '–' : indexText(index.rounded, language)}`).join('; '))}
      shares={indexes.map(({ index }) => (index === null ? null : Number(index.rounded) / 100))}
    />
  );
}
