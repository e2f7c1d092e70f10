import { beforeNotes } from '@parindex/core/words/ranking-words';
import { ChartFigure } from '@parindex/design/charts/chart-figure.tsx';
import { SideBars } from '@parindex/design/charts/side-bars.tsx';
import { useQuery } from '@tanstack/react-query';
import '@parindex/design/charts/bars.css';
import '@parindex/design/charts/charts.css';
import { Section } from '../../kit/page/section.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { changeText, indexText } from './index-words.ts';
import { claimedRankingQuery, type Ranking, type RankingRow } from './queries/ranking.ts';
import { lastYearTexts } from './texts/last-year.ts';

/** What a body scores itself by domain beside the year before, on the items that have points in both; nothing where none has. */
export function BesideLastYear({ round, body }: { round: string; body: string }) {
  const ranking = useQuery(claimedRankingQuery(round)).data;
  const row = ranking?.rows.find((one) => one.body.id === body);
  return ranking && row ? <AgainstLastYear ranking={ranking} row={row} /> : null;
}

function AgainstLastYear({ ranking, row }: { ranking: Ranking; row: RankingRow }) {
  const texts = useTexts(lastYearTexts);
  const { asTable } = useTexts(controlTexts);
  const { language } = useLanguage();
  if (ranking.before === null) return null;
  const compared = ranking.domains.flatMap(({ code, title }) => {
    const change = row.domains.find((domain) => domain.code === code)?.change;
    return change ? [{ code, title, change }] : [];
  });
  if (compared.length === 0) return null;
  const names = [texts.year(String(ranking.year)), texts.year(String(ranking.before.year))];
  return (
    <Section title={texts.title} lead={beforeNotes({ before: ranking.before, rows: [row] }, language).join(' ')}>
      <ChartFigure
        table={{
          label: asTable,
          heads: [texts.domain, ...names, texts.change, texts.items],
          rows: compared.map(({ title, change }) => [
            title,
            indexText(change.now.rounded, language),
            indexText(change.before.rounded, language),
            changeText(change.index.rounded, language),
            formatCount(change.items, language),
          ]),
        }}
      >
        <SideBars
          caption={texts.caption}
          names={names}
          groups={compared.map(({ code, title, change }) => ({
            id: code,
            title: `${code}. ${title}`,
            note: texts.difference(changeText(change.index.rounded, language)),
            bars: [change.now, change.before].map(({ rounded }) => ({ share: Number(rounded), text: indexText(rounded, language) })),
          }))}
        />
      </ChartFigure>
    </Section>
  );
}
