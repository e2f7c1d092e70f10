import { Anchor, Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { byLoss } from '@parindex/core/progress/lost-points';
import { pointsText, roundedPoints } from '@parindex/core/words/points-text';
import { Bar } from '@parindex/design/charts/bar.tsx';
import './lost.css';
import { useState } from 'react';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { ItemSpreadView } from './item-spread.tsx';
import type { ItemLoss, Overview } from './queries/overview.ts';
import { overviewTexts } from './texts/overview.ts';

/** As many as are read at once; on a phone each is a card. */
const FIRST = { wide: 8, phone: 4 };
const PHONE = '(max-width: 48em)';

/** Items by what all bodies lose at them; one that is chosen shows how its points are spread. */
export function LostPoints({ overview }: { overview: Overview }) {
  const texts = useTexts(overviewTexts).lost;
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const [all, setAll] = useState(false);
  const first = FIRST[useMediaQuery(PHONE, false, { getInitialValueInEffect: false }) ? 'phone' : 'wide'];
  const costly = byLoss(overview.items);
  if (costly.length === 0) return <p>{texts.none}</p>;
  const shown = all ? costly : costly.slice(0, first);
  const points = (fraction: string) => Number(roundedPoints(fraction, overview));
  const most = points(costly[0]?.lost ?? '1/1');
  const columns: Column<ItemLoss>[] = [
    {
      key: 'item',
      title: texts.item,
      names: true,
      least: '14rem',
      cell: ({ code, title }) => (
        <Anchor
          component="button"
          type="button"
          inherit
          ta="left"
          aria-expanded={chosen === code}
          onClick={() => setChosen(chosen === code ? undefined : code)}
        >
          {code}. {title}
        </Anchor>
      ),
    },
    {
      key: 'lost',
      title: texts.total,
      least: '6rem',
      align: 'right',
      cell: ({ lost }) => (
        <span className="lost-cell">
          {pointsText(lost, overview, language)}
          <Bar share={most === 0 ? 0 : points(lost) / most} as="warn" />
        </span>
      ),
    },
    {
      key: 'losing',
      title: texts.losing,
      align: 'right',
      cell: ({ losing, answered }) => texts.losingOf(formatCount(losing, language), formatCount(answered, language)),
    },
    {
      key: 'mean',
      title: texts.mean,
      align: 'right',
      cell: ({ mean, most: highest }) =>
        mean === null || highest === null ? '–' : `${pointsText(mean, overview, language)}/${pointsText(highest, overview, language)}`,
    },
  ];
  return (
    <>
      {chosen === undefined ? null : <ItemSpreadView key={chosen} round={overview.round} item={chosen} onClose={() => setChosen(undefined)} />}
      <Table caption={texts.title} columns={columns} rows={shown} keyOf={({ code }) => code} dense />
      {shown.length < costly.length ? (
        <p className="paper-only">{texts.printed(formatCount(shown.length, language), formatCount(costly.length, language))}</p>
      ) : null}
      {costly.length > first ? (
        <Button variant="subtle" size="compact-sm" w="fit-content" className="screen-only" onClick={() => setAll(!all)}>
          {all ? texts.less : texts.more(formatCount(costly.length - first, language))}
        </Button>
      ) : null}
    </>
  );
}
