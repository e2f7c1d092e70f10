import { displayDecimal, inLanguage, maximaBySource, PHRASES } from '@parindex/core';
import { isAssessed, LEVELS, type Level, seriesOf } from '@parindex/core/published/index';
import { fromFraction, fromText, greatest, least, subtract, toDecimal } from '@parindex/core/quantity/rational';
import { type BarGroup, SideBars } from '@parindex/design/charts/side-bars.tsx';
import type { Context } from '../context.ts';
import type { RoundView } from '../model.ts';
import { type ChosenBody, MOST, readChoice } from '../parts/chosen-bodies.ts';
import { EditionChanges } from '../parts/edition-changes.tsx';
import { EmptyFold } from '../parts/empty-fold.tsx';
import { FigureMarks, figureSigns, MarksLegend, RankMark } from '../parts/figure-marks.tsx';
import { fill, fullPoints, shortPoints } from '../parts/points.ts';
import { SourceList, SourceNumber, sourcesOnce } from '../parts/source-list.tsx';
import { IllustrationBanner, StatusNote } from '../parts/status-note.tsx';

/** The title of the page: whom it compares. */
export function compareTitle(query: URLSearchParams, context: Context): string {
  const { texts } = context;
  const { bodies } = readChoice(query, context);
  return bodies.length === 0 ? texts.compare.title : texts.compare.titleOf(bodies.map(({ name }) => name).join(', '));
}

/** Two to five bodies side by side: index and rank, parts and domains, years. Without a choice, or with one that cannot be: how to choose. */
export function CompareBodiesPage({ query, context }: { query: URLSearchParams; context: Context }) {
  const { texts } = context;
  const { bodies, round, trouble } = readChoice(query, context);
  return (
    <>
      {round?.kind === 'illustrative' && <IllustrationBanner context={context} />}
      <h1>{compareTitle(query, context)}</h1>
      {trouble && (
        <p className="banner" role="alert">
          {trouble}
        </p>
      )}
      {bodies.length > 0 && (
        <>
          <Standing bodies={bodies} round={round} context={context} />
          {round && <Parts bodies={bodies} round={round} context={context} />}
          {bodies.every(({ registered }) => registered) && (
            <>
              <ByYear bodies={bodies} context={context} />
              <MarksLegend context={context} />
              <SourceList sources={sourcesOf(bodies)} context={context} />
            </>
          )}
          <p>
            <a href={context.href({ page: 'compareBodies' })}>{texts.compare.again}</a>
          </p>
        </>
      )}
      {bodies.length === 0 && <Chooser chosen={query.getAll('co-quan')} level={levelIn(query, context)} context={context} />}
    </>
  );
}

type Figure = ChosenBody['figures'] extends ReadonlyMap<number, infer One> ? One : never;

interface Stand {
  readonly index: string | undefined;
  readonly rank: number | undefined;
  /** Undefined where nothing was printed: then it is the round's own. */
  readonly printed: Figure | undefined;
}

/** Index and rank as printed, or as the round has them. */
function standIn(body: ChosenBody, round: RoundView | undefined, year: number): Stand {
  const printed = round?.kind === 'illustrative' ? undefined : body.figures.get(year);
  if (printed) return { index: printed.index, rank: printed.rank, printed };
  return round?.result.round.year === year
    ? { index: body.result?.index?.rounded, rank: body.result?.rank ?? undefined, printed: undefined }
    : { index: undefined, rank: undefined, printed: undefined };
}

/** Each source of the figures on the page once, those of the newest year first. */
const sourcesOf = (bodies: readonly ChosenBody[]) =>
  sourcesOnce(
    bodies
      .flatMap(({ figures }) => [...figures.values()])
      .toSorted((a, b) => b.year - a.year)
      .map(({ source }) => source),
  );

/** The newest year in which two of them have a figure. */
const newestShared = (bodies: readonly ChosenBody[]): number | undefined =>
  [...new Set(bodies.flatMap(({ figures }) => [...figures.keys()]))]
    .toSorted((a, b) => b - a)
    .find((year) => bodies.filter(({ figures }) => figures.has(year)).length > 1);

const differenceOf = (index: string, base: string): string => toDecimal(subtract(fromText(index), fromText(base)), 2, 'halfUp');

function Standing({ bodies, round, context }: { bodies: readonly ChosenBody[]; round: RoundView | undefined; context: Context }) {
  const { texts, language } = context;
  const year = round?.kind === 'illustrative' ? round.result.round.year : newestShared(bodies);
  if (year === undefined) return <p>{texts.compare.none}</p>;
  const stands = bodies.map((body) => standIn(body, round, year));
  const base = stands.findIndex(({ index }) => index !== undefined);
  const [first, name] = [stands[base], bodies[base]?.name ?? ''];
  const sources = sourcesOf(bodies);
  const placesText = (places: number) => (places === 0 ? texts.compare.level : (places > 0 ? texts.compare.higher : texts.compare.lower)(Math.abs(places)));
  return (
    <section aria-labelledby="standing-title">
      <h2 id="standing-title">{texts.compare.against(year, name)}</h2>
      <SideBars
        caption={texts.round.index}
        names={bodies.map((body) => body.name)}
        groups={[{ id: 'index', title: texts.year.before(year), bars: stands.map(({ index, printed }) => barOf(index, printed, context)) }]}
      />
      <div className="scrolls" tabIndex={0}>
        <table>
          <caption className="unseen">{texts.compare.against(year, name)}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.round.body}</th>
              <th scope="col" className="number">
                {texts.round.index}
              </th>
              <th scope="col" className="number">
                {texts.round.rank}
              </th>
              {sources.length > 0 && (
                <th scope="col" className="ref">
                  {texts.round.source}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {bodies.map((body, number) => {
              const { index, rank, printed } = stands[number] as Stand;
              const apart = index === undefined || first?.index === undefined ? undefined : differenceOf(index, first.index);
              return (
                <tr key={body.id}>
                  <th scope="row">
                    <a
                      href={context.href(
                        round?.kind === 'illustrative' ? { page: 'roundBody', round: round.id, body: body.id } : { page: 'body', body: body.id },
                      )}
                    >
                      {body.name}
                    </a>
                  </th>
                  <td className="number">
                    <strong>{index === undefined ? texts.body.noFigure : displayDecimal(index, language)}</strong>
                    {printed && <FigureMarks figure={printed} conflict={printed.conflict} context={context} />}
                    <small className="under">{number === base ? texts.compare.base : apart === undefined ? '' : signedText(apart, context)}</small>
                  </td>
                  <td className="number">
                    <strong>{rank ?? '–'}</strong>
                    {printed?.rankDerived && <RankMark context={context} />}
                    <small className="under">{number === base || rank === undefined || first?.rank === undefined ? '' : placesText(first.rank - rank)}</small>
                  </td>
                  {sources.length > 0 && <td className="ref">{printed && <SourceNumber source={printed.source} of={sources} context={context} />}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const signedText = (text: string, { language }: Context) => (text.startsWith('-') || Number(text) === 0 ? '' : '+') + displayDecimal(text, language);

const barOf = (index: string | undefined, printed: Figure | undefined, { texts, language }: Context) =>
  index === undefined
    ? { share: undefined, text: texts.body.noFigure }
    : { share: Number(index), text: displayDecimal(index, language) + (printed ? figureSigns(printed, printed.conflict) : '') };

interface Part {
  readonly id: string;
  readonly title: string;
  readonly maximum: string | undefined;
  readonly points: readonly (string | undefined)[];
  readonly maxima: readonly (string | undefined)[];
}

/** Ways of scoring, and domains where the scheme has a tree. */
function partsOf(bodies: readonly ChosenBody[], { scheme }: RoundView, { language }: Context): { sources: Part[]; domains: Part[] } {
  const sources = maximaBySource(scheme).map(({ source, maximum }): Part => {
    const own = bodies.map(({ result }) => result?.sources[source]);
    return {
      id: source,
      title: PHRASES[language].source[source],
      maximum: displayDecimal(maximum, language),
      points: own.map((part) => part?.points),
      maxima: own.map((part) => part?.maximum),
    };
  });
  if (scheme.structure !== 'full') return { sources, domains: [] };
  const domains = scheme.domains.map((domain): Part => {
    const own = bodies.map(({ result }) => result?.domains.find(({ code }) => code === domain.code));
    const [first] = own;
    return {
      id: domain.code,
      title: `${domain.code}. ${inLanguage(domain.title, language)}`,
      maximum: first && fullPoints(first.maximum, language),
      points: own.map((part) => part?.points),
      maxima: own.map((part) => part?.maximum),
    };
  });
  return { sources, domains };
}

function Parts({ bodies, round, context }: { bodies: readonly ChosenBody[]; round: RoundView; context: Context }) {
  const { texts } = context;
  const { sources, domains } = partsOf(bodies, round, context);
  return (
    <>
      <PartSection id="parts" title={texts.compare.parts} parts={sources} bodies={bodies} round={round} context={context} />
      {domains.length > 0 && <PartSection id="domains" title={texts.compare.domains} parts={domains} bodies={bodies} round={round} context={context} />}
    </>
  );
}

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly Part[];
  readonly bodies: readonly ChosenBody[];
  readonly round: RoundView;
  readonly context: Context;
}

function PartSection({ id, title, parts, bodies, round, context }: PartProps) {
  const { texts, language } = context;
  const groups = parts.map(
    (part): BarGroup => ({
      id: part.id,
      title: part.title,
      note: part.maximum && texts.round.of(part.maximum),
      bars: part.points.map((points, index) => ({
        share: points === undefined ? undefined : fill(points, part.maxima[index] ?? '0/1'),
        text: points === undefined ? '–' : shortPoints(points, language),
      })),
    }),
  );
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <SideBars caption={`${round.title[language]}. ${texts.compare.share}`} names={bodies.map(({ name }) => name)} groups={groups} />
      <details className="as-table">
        <summary>{texts.compare.figures}</summary>
        <div className="scrolls" tabIndex={0}>
          <table>
            <caption className="unseen">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.compare.part}</th>
                {bodies.map((body) => (
                  <th key={body.id} scope="col" className="number">
                    {body.name}
                  </th>
                ))}
                <th scope="col" className="number">
                  {texts.compare.spread}
                </th>
              </tr>
            </thead>
            <tbody>
              {parts.map((part) => (
                <tr key={part.id}>
                  <th scope="row">
                    {part.title} {part.maximum && <small>{texts.round.of(part.maximum)}</small>}
                  </th>
                  {part.points.map((points, index) => (
                    <td key={bodies[index]?.id} className="number">
                      {points === undefined ? '–' : shortPoints(points, language)}
                    </td>
                  ))}
                  <td className="number">{spreadOf(part, context)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <StatusNote scheme={round.scheme} context={context} />
    </section>
  );
}

/** The most less the least. */
function spreadOf({ points }: Part, { language }: Context): string {
  const values = points.flatMap((one) => (one === undefined ? [] : [fromFraction(one)]));
  const [first, ...others] = values;
  return first ? displayDecimal(toDecimal(subtract(others.reduce(greatest, first), others.reduce(least, first)), 2, 'halfUp'), language) : '–';
}

function ByYear({ bodies, context }: { bodies: readonly ChosenBody[]; context: Context }) {
  const { texts, language, data } = context;
  const years = data.history.years.toReversed();
  const sources = sourcesOf(bodies);
  const isEmpty = (year: number) => !bodies.some(({ figures }) => figures.has(year));
  const empty = years.filter(isEmpty).length;
  const kind = bodies[0]?.registered?.kind;
  return (
    <section aria-labelledby="years-title">
      <h2 id="years-title">{texts.compare.byYear}</h2>
      <SideBars
        caption={texts.round.indexPublished}
        names={bodies.map(({ name }) => name)}
        groups={years
          .filter((year) => !isEmpty(year))
          .map((year) => ({
            id: String(year),
            title: String(year),
            bars: bodies.map(({ figures }) => barOf(figures.get(year)?.index, figures.get(year), context)),
          }))}
      />
      <EditionChanges level={kind === 'ministry' ? 'ministry' : 'province'} years={years.filter((year) => !isEmpty(year))} context={context} />
      {empty > 0 && <EmptyFold text={texts.year.emptyYears(empty)} context={context} />}
      <div className="scrolls" tabIndex={0}>
        <table>
          <caption className="unseen">{texts.compare.byYear}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.body.year}</th>
              {bodies.map((body) => (
                <th key={body.id} scope="col" className="number">
                  {body.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr key={year} className={isEmpty(year) ? 'is-empty' : undefined}>
                <th scope="row">{year}</th>
                {bodies.map(({ id, figures }) => {
                  const figure = figures.get(year);
                  return (
                    <td key={id} className="number">
                      {figure ? (
                        <>
                          {displayDecimal(figure.index, language)}
                          <FigureMarks figure={figure} conflict={figure.conflict} context={context} />{' '}
                          <SourceNumber source={figure.source} of={sources} context={context} />
                        </>
                      ) : (
                        <span className="quiet">{texts.body.noFigure}</span>
                      )}
                      {figure?.rank !== undefined && (
                        <small className="under">
                          {texts.year.ranked(figure.rank)}
                          {figure.rankDerived && <RankMark context={context} />}
                        </small>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Of which kind the list is: as asked for, or as what was chosen; provinces at first. */
function levelIn(query: URLSearchParams, { data }: Context): Level {
  const asked = query.get('danh-sach') ?? query.get('loai') ?? data.registry.byId.get(query.get('co-quan') ?? '')?.kind;
  return LEVELS.find((level) => level === asked) ?? 'province';
}

/** The bodies of one kind as boxes: bodies of different kinds cannot come together by a click. The other kinds are a link away. */
function Chooser({ chosen, level, context }: { chosen: readonly string[]; level: Level; context: Context }) {
  const { texts } = context;
  const address = context.href({ page: 'compareBodies' });
  const [bodies, all] = [withFigures(level, context), assessedOf(level, context).length];
  return (
    <>
      <p>{texts.compare.how}</p>
      <nav className="year-steps" aria-label={texts.compare.kinds}>
        <ul>
          {LEVELS.map((one) => (
            <li key={one}>
              <a href={`${address}?danh-sach=${one}`} aria-current={one === level ? 'page' : undefined}>
                {texts.compare.choose[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form action={address}>
        {/* Sent with nothing chosen, the address says that it was sent. */}
        <input type="hidden" name="loai" value={level} />
        <section aria-labelledby="choose-title">
          <h2 id="choose-title">{texts.compare.choose[level]}</h2>
          {bodies.length < all ? <p className="quiet">{texts.compare.offered(bodies.length, all)}</p> : null}
          <ul className="choices">
            {bodies.map(({ id, name }) => (
              <li key={id}>
                <label>
                  <input className="choose" type="checkbox" name="co-quan" value={id} defaultChecked={chosen.slice(0, MOST).includes(id)} /> {name}
                </label>
              </li>
            ))}
          </ul>
        </section>
        <button className="act" type="submit">
          {texts.compare.submit[level]}
        </button>
      </form>
    </>
  );
}

const assessedOf = (level: Level, { data }: Context) => data.registry.bodies.filter((body) => body.kind === level && isAssessed(body));

/** Bodies of which there is anything to compare. */
function withFigures(level: Level, context: Context): { id: string; name: string }[] {
  const { data } = context;
  const collator = new Intl.Collator('vi');
  return assessedOf(level, context)
    .filter((body) => seriesOf(data.history, body).some((entry) => 'figures' in entry))
    .map((body) => ({ id: body.id, name: body.names.at(-1)?.short ?? body.id }))
    .toSorted((a, b) => collator.compare(a.name, b.name));
}
