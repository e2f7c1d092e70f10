import { type Mover, moversOf, type Place } from '@parindex/core/ranking/movers';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { indexText } from './index-words.ts';
import type { FinalRanking, FinalRow } from './queries/final.ts';
import { finalItemTexts } from './texts/final-items.ts';

/** As many as are read at once. */
const MOST = 5;

/** Where a body stood at its claim and where it stands; null where its way is not told. */
const fromClaim = ({ steps, index, rank }: FinalRow) => {
  const [claimed] = steps;
  return claimed === undefined || steps.length < 2 ? null : { before: claimed, after: { index, rank } };
};
const fromLastYear = ({ lastYear, index, rank }: FinalRow) => lastYear && { before: lastYear, after: { index, rank } };

/** Who rose and who fell most: from the claim to the end, and against the closed round of the year before where there is one. */
export function Movers({ final }: { final: FinalRanking }) {
  const texts = useTexts(finalItemTexts).movers;
  const ways = [
    { from: texts.fromClaim, standing: fromClaim },
    ...(final.before ? [{ from: texts.fromYear(String(final.before.year)), standing: fromLastYear }] : []),
  ].map(({ from, standing }) => ({ from, ...moversOf(final.rows, standing, MOST) }));
  if (ways.every(({ rose, fell }) => rose.length + fell.length === 0)) return null;
  return (
    <Section title={texts.title}>
      <div className="movers">
        {ways.flatMap(({ from, rose, fell }) => [
          <Moved key={`${from} rose`} title={texts.rose(from)} movers={rose} />,
          <Moved key={`${from} fell`} title={texts.fell(from)} movers={fell} />,
        ])}
      </div>
    </Section>
  );
}

function Moved({ title, movers }: { title: string; movers: readonly Mover<FinalRow>[] }) {
  const { body, movers: texts } = useTexts(finalItemTexts);
  const { language } = useLanguage();
  if (movers.length === 0) return null;
  const rank = ({ rank: of }: Place) => (of === null ? '–' : formatCount(of, language));
  const index = ({ index: of }: Place) => (of === null ? '–' : indexText(of.rounded, language));
  const columns: Column<Mover<FinalRow>>[] = [
    { key: 'body', title: body, names: true, cell: ({ of }) => of.body.name },
    { key: 'rank', title: texts.rank, align: 'right', cell: ({ before, after }) => texts.way(rank(before), rank(after)) },
    { key: 'index', title: texts.index, align: 'right', cell: ({ before, after }) => texts.way(index(before), index(after)) },
  ];
  return (
    <div>
      <h3>{title}</h3>
      <Table caption={title} columns={columns} rows={movers} keyOf={({ of }) => of.body.id} dense />
    </div>
  );
}
