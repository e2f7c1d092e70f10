import { COMPARABILITIES, type Comparability } from '@parindex/core/scheme/comparability';
import { COMPARABILITY_NAMES } from '@parindex/core/words/comparability-words';
import { pointsOver } from '@parindex/core/words/points-text';
import { useState } from 'react';
import { FilterChips } from '../../kit/lists/filter-chips.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { changeText, indexText } from './index-words.ts';
import type { FinalBody } from './queries/final.ts';
import { MoreRows, useSomeRows } from './some-rows.tsx';
import { finalItemTexts } from './texts/final-items.ts';

type Years = NonNullable<FinalBody['years']>;
type YearItem = Years['items'][number];

const TONES = { comparable: 'good', partly: 'warn', not: 'quiet' } as const satisfies Record<Comparability, string>;

/** The largest moves first; what cannot be compared last, in the scheme's order. */
const byMove = (a: YearItem, b: YearItem) => Math.abs(Number(b.change?.rounded ?? 0)) - Math.abs(Number(a.change?.rounded ?? 0));

/** The items of a body beside the year before, each with whether it can be compared, and why not. */
export function FinalYears({ of, years }: { of: FinalBody; years: Years }) {
  const all = useTexts(finalItemTexts);
  const texts = all.years;
  const flags = useTexts(COMPARABILITY_NAMES);
  const { language } = useLanguage();
  const [flag, setFlag] = useState<Comparability | 'all'>('all');
  const rows = years.items.filter((item) => flag === 'all' || item.flag === flag).toSorted(byMove);
  const some = useSomeRows(rows);
  const count = (value: number) => formatCount(value, language);
  const text = ({ rounded }: { readonly rounded: string }) => indexText(rounded, language);
  const { like } = years;
  // What holds of all alike is said once, above them.
  const [why, otherwise] = new Set(years.items.map((item) => item.why));
  const alike = otherwise === undefined ? why : undefined;
  const columns: Column<YearItem>[] = [
    { key: 'item', title: all.item, names: true, least: '14rem', cell: ({ code, title }) => `${code}. ${title}` },
    { key: 'before', title: texts.before, align: 'right', cell: ({ before }) => (before ? pointsOver(before, of, language) : '–') },
    { key: 'now', title: texts.now, align: 'right', cell: ({ now }) => pointsOver(now, of, language) },
    { key: 'change', title: texts.change, align: 'right', cell: ({ change }) => (change ? changeText(change.rounded, language) : '–') },
    {
      key: 'flag',
      title: texts.flag,
      least: '12rem',
      cell: (item) => (
        <>
          <StateBadge tone={TONES[item.flag]}>{flags[item.flag]}</StateBadge> {alike === undefined ? item.why : null}
        </>
      ),
    },
  ];
  return (
    <Section
      title={texts.title(String(years.year))}
      lead={
        <>
          {like ? texts.like(count(like.items), text(like.now), text(like.before), changeText(like.change.rounded, language)) : texts.noLike} {alike}
        </>
      }
    >
      <FilterChips
        label={texts.show}
        chosen={flag}
        choices={[
          { value: 'all' as const, label: texts.all, count: count(years.items.length) },
          ...COMPARABILITIES.map((one) => ({ value: one, label: flags[one], count: count(years.items.filter((item) => item.flag === one).length) })),
        ]}
        onChoose={setFlag}
      />
      <Table caption={texts.title(String(years.year))} columns={columns} rows={some.shown} keyOf={({ code }) => code} dense />
      <MoreRows {...some} />
    </Section>
  );
}
