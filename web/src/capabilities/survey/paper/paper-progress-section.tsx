import { Stack, Text } from '@mantine/core';
import { reckonForms } from '@parindex/core/survey/paper/reckon-forms';
import { Table } from '../../../kit/lists/table.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import type { PaperForms, PaperProgress } from '../queries/paper.ts';
import { paperTexts } from '../texts/paper.ts';

/** How many forms are out, back, typed and counted, of each body by each group, and what does not add up. */
export function PaperProgressSection({ forms }: { forms: PaperForms }) {
  const all = useTexts(paperTexts);
  const texts = all.progress;
  const { language } = useLanguage();
  const titles = new Map(forms.groups.map(({ id, title }) => [id, title]));
  const figure = (key: string, title: string, of: (row: PaperProgress) => number) =>
    ({ key, title, align: 'right', cell: (row: PaperProgress) => formatCount(of(row), language) }) as const;
  return (
    <Section title={texts.title}>
      <Table
        caption={texts.title}
        rows={forms.progress}
        keyOf={({ body, group }) => `${body.id} ${group}`}
        columns={[
          { key: 'body', title: all.body, names: true, least: '11rem', cell: ({ body }) => body.name },
          { key: 'group', title: all.group, least: '11rem', cell: ({ group }) => titles.get(group) ?? group },
          figure('out', texts.out, ({ out }) => out),
          figure('returned', texts.returned, ({ returned }) => returned),
          figure('filled', texts.filled, (row) => reckonForms(row).filled),
          figure('once', texts.once, ({ once }) => once),
          figure('differing', texts.differing, ({ differing }) => differing),
          figure('counted', texts.counted, ({ counted }) => counted),
          figure('setApart', texts.setApart, ({ setApart }) => setApart),
          { key: 'toDo', title: texts.toDo, least: '14rem', cell: (row) => <ToDo row={row} /> },
        ]}
      />
    </Section>
  );
}

function ToDo({ row }: { row: PaperProgress }) {
  const texts = useTexts(paperTexts).progress;
  const { language } = useLanguage();
  const { outstanding, untyped, excess } = reckonForms(row);
  const told = (count: number | null, text: (count: string) => string) => (count === null || count === 0 ? [] : [text(formatCount(count, language))]);
  const left = [
    ...told(outstanding, texts.outstanding),
    ...told(untyped, texts.untyped),
    ...told(row.once, texts.second),
    ...told(row.differing, texts.third),
    ...told(excess, texts.excess),
    ...told(row.elsewhere, texts.elsewhere),
  ];
  if (left.length === 0) return texts.nothing;
  return (
    <Stack gap={2}>
      {left.map((text) => (
        <Text key={text} size="sm">
          {text}
        </Text>
      ))}
    </Stack>
  );
}
