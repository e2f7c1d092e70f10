import { fromFraction, sum, toFraction } from '@parindex/core/quantity/rational';
import { pointsOver, pointsText, roundedPoints } from '@parindex/core/words/points-text';
import { ITEM_STATE_NAMES } from '@parindex/core/words/states';
import { Bar } from '@parindex/design/charts/bar.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import '../progress/lost.css';
import type { FinalBody } from './queries/final.ts';
import { MoreRows, useSomeRows } from './some-rows.tsx';
import { finalItemTexts } from './texts/final-items.ts';

type Loss = NonNullable<FinalBody['losses']>[number];
type Standing = Loss['final'];

/** How an item stands: its points over their maximum, or why it has none. */
export function useStandingText(of: FinalBody): (standing: Standing) => string {
  const states = useTexts(ITEM_STATE_NAMES);
  const { language } = useLanguage();
  return ({ state, points, maximum }) => (state === 'scored' ? pointsOver({ points, maximum }, of, language) : states[state]);
}

/** Where a body lost points, why, and what the next ones would have wanted; nothing where it was not kept. */
export function FinalLosses({ of }: { of: FinalBody }) {
  const all = useTexts(finalItemTexts);
  const texts = all.losses;
  const { language } = useLanguage();
  const standing = useStandingText(of);
  const losses = of.losses ?? [];
  const some = useSomeRows(losses);
  if (of.losses === null) return null;
  const points = (fraction: string) => Number(roundedPoints(fraction, of));
  const most = Math.max(points(losses[0]?.lost ?? '1/1'), 0.001);
  const total = toFraction(sum(losses.map(({ lost }) => fromFraction(lost))));
  const columns: Column<Loss>[] = [
    { key: 'item', title: all.item, names: true, least: '14rem', cell: ({ code, title }) => `${code}. ${title}` },
    {
      key: 'lost',
      title: texts.lost,
      align: 'right',
      least: '6rem',
      cell: ({ lost }) => (
        <span className="lost-cell">
          {pointsText(lost, of, language)}
          <Bar share={points(lost) / most} as="warn" />
        </span>
      ),
    },
    { key: 'claimed', title: texts.claimed, align: 'right', cell: ({ claimed }) => standing(claimed) },
    { key: 'final', title: texts.final, align: 'right', cell: ({ final }) => standing(final) },
    { key: 'reason', title: texts.reason, least: '12rem', cell: ({ reason }) => reason ?? '–' },
    { key: 'needs', title: texts.needs, least: '14rem', cell: ({ needs }) => needs.join(' ') || '–' },
  ];
  return (
    <Section title={texts.title} lead={losses.length === 0 ? texts.none : texts.lead(pointsText(total, of, language), formatCount(losses.length, language))}>
      {losses.length === 0 ? null : <Table caption={texts.title} columns={columns} rows={some.shown} keyOf={({ code }) => code} dense />}
      <MoreRows {...some} />
    </Section>
  );
}
