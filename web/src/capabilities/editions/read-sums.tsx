import { Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { usePointsRead } from './points-read.ts';
import type { SchemeFilePreview } from './queries/scheme-files.ts';
import { schemeImportTexts } from './texts/scheme-import.ts';

interface Line {
  readonly key: string;
  readonly name: string;
  readonly written: string | null;
  readonly sum: string | null;
  readonly over: string | null;
}

/** The points of each domain and of all beside what their parts add up to. */
export function ReadSums({ preview: { parts, total } }: { preview: SchemeFilePreview }) {
  const texts = useTexts(schemeImportTexts);
  const told = usePointsRead();
  const lines = parts.flatMap(({ level, code, title, points, sum, over, place }): Line[] =>
    level === 'domain' ? [{ key: place, name: `${code}. ${title}`, written: points, sum, over }] : [],
  );
  const differenceOf = ({ written, sum, over }: Line): string => {
    if (over !== null) return told.difference(over);
    if (sum === null) return texts.unknown;
    return written === null ? '–' : texts.alike;
  };
  return (
    <Section title={texts.sums}>
      <Table
        caption={texts.sums}
        dense
        rows={[...lines, { key: 'total', name: texts.total, ...total }]}
        keyOf={({ key }) => key}
        columns={[
          { key: 'name', title: texts.domain, names: true, cell: ({ name }) => name },
          { key: 'written', title: texts.written, align: 'right', cell: ({ written }) => told.points(written) },
          { key: 'sum', title: texts.sum, align: 'right', cell: ({ sum }) => told.points(sum) },
          { key: 'difference', title: texts.difference, align: 'right', cell: differenceOf },
        ]}
      />
    </Section>
  );
}
