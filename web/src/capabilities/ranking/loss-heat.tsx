import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { fromFraction, isZero, percent, type Rational, subtract, sum, toDecimal, toFraction } from '@parindex/core/quantity/rational';
import { pointsText } from '@parindex/core/words/points-text';
import { heatStep } from '@parindex/design/heat.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import '../progress/board.css';
import { type FinalLosses, finalLossesQuery } from './queries/final.ts';
import { MoreRows, useSomeRows } from './some-rows.tsx';
import { finalItemTexts } from './texts/final-items.ts';

const PHONE = '(max-width: 48em)';

type Row = FinalLosses['rows'][number];
type Part = NonNullable<Row['items'][number]>;

interface HeatColumn {
  readonly key: string;
  readonly short: string;
  readonly title: string;
  /** Places of its items among those of a row. */
  readonly at: readonly number[];
}

/** What is lost over some parts, and its share of their maximum; null where none of them counts. */
function lossOver(parts: readonly (Part | null | undefined)[]): { readonly lost: Rational; readonly share: number } | null {
  const counted = parts.flatMap((part) => part ?? []);
  const maximum = sum(counted.map((part) => fromFraction(part.maximum)));
  if (counted.length === 0 || isZero(maximum)) return null;
  const lost = subtract(maximum, sum(counted.map((part) => fromFraction(part.points))));
  return { lost, share: Number(toDecimal(percent(lost, maximum), 6, 'halfUp')) / 100 };
}

/** Columns: the domains, all items, or those of one domain. */
function columnsOf({ domains, items }: FinalLosses, by: string): HeatColumn[] {
  if (by === 'domains')
    return domains.map(({ code, title }) => ({ key: code, short: title, title, at: items.flatMap((item, at) => (item.domain === code ? [at] : [])) }));
  return items.flatMap(({ code, title, domain }, at) =>
    by === 'items' || domain === by ? [{ key: code, short: code, title: `${code}. ${title}`, at: [at] }] : [],
  );
}

/** Where all bodies lost points: a heat map of bodies by item, or by domain, which stands first on a phone. */
export function LossHeat({ round }: { round: string }) {
  const { data, error, refetch } = useQuery(finalLossesQuery(round));
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  return data.rows.length === 0 ? null : <Heat losses={data} />;
}

function Heat({ losses }: { losses: FinalLosses }) {
  const { body, heat: texts } = useTexts(finalItemTexts);
  const { language } = useLanguage();
  const phone = useMediaQuery(PHONE, false, { getInitialValueInEffect: false });
  const [by, setBy] = useState(phone ? 'domains' : 'items');
  const some = useSomeRows(losses.rows);
  const columns = columnsOf(losses, by);
  const every = losses.items.map((_, at) => at);
  const cell = (rows: readonly Row[], key: string, at: readonly number[], title: string) => {
    const loss = lossOver(rows.flatMap(({ items }) => at.map((place) => items[place])));
    return (
      <td key={key} title={title} {...(loss ? { 'data-heat': heatStep(loss.share) } : {})}>
        {loss ? pointsText(toFraction(loss.lost), losses, language) : '–'}
      </td>
    );
  };
  const cells = (rows: readonly Row[], name: string) => [
    cell(rows, 'whole', every, `${name}: ${texts.whole}`),
    ...columns.map(({ key, title, at }) => cell(rows, key, at, `${name}: ${title}`)),
  ];
  return (
    <Section title={texts.title} lead={texts.says}>
      <NativeSelect
        label={texts.of}
        w="fit-content"
        maw="100%"
        className="screen-only"
        value={by}
        data={[
          { value: 'items', label: texts.items },
          { value: 'domains', label: texts.domains },
          ...losses.domains.map(({ code, title }) => ({ value: code, label: `${code}. ${title}` })),
        ]}
        onChange={({ currentTarget }) => setBy(currentTarget.value)}
      />
      <section className="wide-table heat-table loss-heat" data-by={by === 'domains' ? 'domains' : 'items'} aria-label={texts.map} tabIndex={0}>
        <table>
          <caption className="unseen">{texts.says}</caption>
          <thead>
            <tr>
              <th scope="col">{body}</th>
              <th scope="col">{texts.whole}</th>
              {columns.map(({ key, short, title }) => (
                <th key={key} scope="col" title={title}>
                  <span>{short}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="heat-whole">
              <th scope="row">{texts.round}</th>
              {cells(losses.rows, texts.round)}
            </tr>
            {some.shown.map((row) => (
              <tr key={row.body.id}>
                <th scope="row">
                  <Link to="/lam-viec/ky-danh-gia/$round/xep-hang" params={{ round: losses.round }} search={{ body: row.body.id }}>
                    {row.body.name}
                  </Link>
                </th>
                {cells([row], row.body.name)}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {some.shown.length < losses.rows.length ? (
        <p className="paper-only">{texts.printed(formatCount(some.shown.length, language), formatCount(losses.rows.length, language))}</p>
      ) : null}
      <MoreRows {...some} />
    </Section>
  );
}
