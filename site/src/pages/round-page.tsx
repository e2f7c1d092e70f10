import { displayDecimal, type Index, inLanguage, maximaBySource, PHRASES } from '@parindex/core';
import { fromFraction, toDecimal } from '@parindex/core/quantity/rational';
import { PartBars } from '@parindex/design/charts/part-bars.tsx';
import type { Context } from '../context.ts';
import type { RoundView } from '../model.ts';
import { Downloads } from '../parts/downloads.tsx';
import { shortPoints, shownIndex } from '../parts/points.ts';
import { inRankOrder, ResultTable } from '../parts/result-table.tsx';
import { SourceName } from '../parts/source-name.tsx';
import { IllustrationBanner, StatusNote } from '../parts/status-note.tsx';
import { CoverageLine, YearGlance } from '../parts/year-facts.tsx';
import { YearSteps } from './year-page.tsx';

/** The results of a round: figures at a glance, the table, the chart, the source and the files. */
export function RoundPage({ round, context }: { round: RoundView; context: Context }) {
  const { texts, language } = context;
  const { summary, snapshot } = round.result;
  const year = round.level && context.data.years[round.level].find((one) => one.year === round.result.round.year);
  return (
    <>
      {round.kind === 'illustrative' && <IllustrationBanner context={context} />}
      <h1>{round.title[language]}</h1>
      {round.level && <YearSteps level={round.level} year={round.result.round.year} context={context} />}
      <OtherIllustrations round={round} context={context} />
      <div className="year-head">
        {year && <CoverageLine year={year} context={context} />}
        <Downloads name={round.id} context={context}>
          <a href={`/tai-ve/${round.id}.snapshot.json`} download>
            {texts.round.snapshot}
          </a>
        </Downloads>
      </div>
      {year ? <YearGlance year={year} context={context} /> : <Glance round={round} context={context} />}
      <section aria-labelledby="table-title">
        <h2 id="table-title">{texts.round.table}</h2>
        <ResultTable round={round} context={context} />
        {round.kind === 'published' && <p className="note">{texts.round.recomputeNote}</p>}
      </section>
      <section aria-labelledby="chart-title">
        <h2 id="chart-title">{texts.round.chart}</h2>
        <Chart round={round} context={context} mean={summary.all.mean} />
      </section>
      <section className="facts" aria-label={texts.round.source}>
        <dl>
          {round.source && (
            <div>
              <dt>{texts.round.source}</dt>
              <dd>
                <SourceName source={round.source} context={context} />
              </dd>
            </div>
          )}
          <div>
            <dt>{texts.round.scheme}</dt>
            <dd>
              <a href={context.href({ page: 'scheme', scheme: round.scheme.id })}>{inLanguage(round.scheme.title, language)}</a>
            </dd>
          </div>
          <div>
            <dt>{texts.round.seal}</dt>
            <dd>
              <code>{snapshot}</code>
            </dd>
          </div>
        </dl>
        <StatusNote scheme={round.scheme} context={context} />
      </section>
    </>
  );
}

/** An illustration leads to the others: each shows another edition at work. */
function OtherIllustrations({ round, context }: { round: RoundView; context: Context }) {
  const others = context.data.rounds.filter((other) => other.kind === 'illustrative' && other.id !== round.id);
  if (round.kind !== 'illustrative') return null;
  return (
    <p>
      {context.texts.round.others}:{' '}
      {others.map((other) => (
        <a key={other.id} href={context.href({ page: 'round', round: other.id })}>
          {other.title[context.language]}
        </a>
      ))}
    </p>
  );
}

function Glance({ round, context }: { round: RoundView; context: Context }) {
  const { texts, language } = context;
  const { all } = round.result.summary;
  const rows = inRankOrder(round).filter((body) => body.rank !== null);
  const [first, last] = [rows[0], rows.at(-1)];
  const shown = (text: string | undefined) => (text ? displayDecimal(text, language) : '–');
  return (
    <dl className="glance">
      <div>
        <dt>{texts.round.ranked}</dt>
        <dd>{all.count}</dd>
      </div>
      <div>
        <dt>{texts.round.mean}</dt>
        <dd>{shown(all.mean?.rounded)}</dd>
      </div>
      <div>
        <dt>{texts.round.highest}</dt>
        <dd>
          {shown(first?.index?.rounded)}
          <small>{first?.name}</small>
        </dd>
      </div>
      <div>
        <dt>{texts.round.lowest}</dt>
        <dd>
          {shown(last?.index?.rounded)}
          <small>{last?.name}</small>
        </dd>
      </div>
      <div>
        <dt>{texts.round.classes}</dt>
        <dd className="classes">
          {Object.entries(all.classes).map(([name, count]) => (
            <span key={name}>
              <span className={`class class-${name}`}>{name}</span> {count}
            </span>
          ))}
        </dd>
      </div>
    </dl>
  );
}

function Chart({ round, context, mean }: { round: RoundView; context: Context; mean: Index | null }) {
  const { texts, language } = context;
  const denominator = Number(round.scheme.total.denominator);
  const sources = maximaBySource(round.scheme).map(({ source }) => source);
  const share = (points: string) => Number(toDecimal(fromFraction(points), 4, 'halfUp')) * (100 / denominator);
  const bars = inRankOrder(round).map((body) => ({
    id: body.id,
    label: body.name,
    href: context.href({ page: 'roundBody', round: round.id, body: body.id }),
    rank: String(round.printed.get(body.id)?.rank ?? body.rank ?? '–'),
    value: shownIndex(round.printed.has(body.id) ? { exact: '', rounded: round.printed.get(body.id)?.index ?? '' } : body.index, language) ?? '–',
    parts: sources.map((source) => ({
      name: PHRASES[language].source[source],
      share: share(body.sources[source]?.points ?? '0/1'),
      text: shortPoints(body.sources[source]?.points ?? '0/1', language),
    })),
  }));
  const line = mean ? { at: Number(mean.rounded), label: `${texts.round.mean} (${displayDecimal(mean.rounded, language)})` } : undefined;
  return <PartBars caption={texts.round.chartCaption(round.title[language])} bars={bars} line={line} />;
}
