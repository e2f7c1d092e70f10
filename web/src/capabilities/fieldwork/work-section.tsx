import { Text } from '@mantine/core';
import type { Language } from '@parindex/core';
import { OUTCOME_NAMES } from '@parindex/core/words/outcome-words';
import { Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatCount, formatPercent } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { placeNames } from './place-names.ts';
import type { Fieldwork } from './queries/fieldwork.ts';
import { fieldworkTexts } from './texts/fieldwork.ts';

/** How the interviews go, interviewer by interviewer. */
export function WorkSection({ fieldwork }: { fieldwork: Fieldwork }) {
  const all = useTexts(fieldworkTexts);
  const texts = all.work;
  const names = useTexts(OUTCOME_NAMES);
  const { language } = useLanguage();
  const { work } = fieldwork;
  const { bodyName, groupTitle } = placeNames(fieldwork);
  const count = (of: number) => formatCount(of, language);
  if (work.length === 0)
    return (
      <Section title={texts.title}>
        <Text size="sm">{texts.none}</Text>
      </Section>
    );
  return (
    <Section title={texts.title}>
      <Table
        caption={texts.title}
        rows={work}
        keyOf={({ body, group, interviewer }) => `${body} ${group} ${interviewer.id}`}
        columns={[
          { key: 'interviewer', title: texts.interviewer, names: true, least: '10rem', cell: ({ interviewer }) => interviewer.name },
          { key: 'body', title: all.body, least: '10rem', cell: ({ body }) => bodyName(body) },
          { key: 'group', title: all.group, least: '9rem', cell: ({ group }) => groupTitle(group) },
          { key: 'visited', title: texts.visited, align: 'right', cell: ({ visited }) => count(visited) },
          { key: 'interviewed', title: texts.interviewed, align: 'right', cell: ({ interviewed }) => count(interviewed) },
          { key: 'held', title: texts.held, align: 'right', cell: ({ held }) => count(held) },
          { key: 'again', title: texts.again, align: 'right', cell: ({ again }) => count(again) },
          { key: 'waiting', title: texts.waiting, align: 'right', cell: ({ waiting }) => count(waiting) },
          {
            key: 'ended',
            title: texts.ended,
            least: '12rem',
            cell: ({ ended }) => (ended.length === 0 ? count(0) : ended.map((each) => `${names[each.outcome]}: ${count(each.count)}`).join('; ')),
          },
          { key: 'reserves', title: texts.reserves, align: 'right', cell: ({ reserves }) => count(reserves) },
          {
            key: 'rate',
            title: texts.rate,
            align: 'right',
            cell: ({ rate }) => percentOf(rate, language),
          },
        ]}
      />
    </Section>
  );
}

/** A fraction as a percentage; a dash where there is none. */
function percentOf(fraction: string | null, language: Language): string {
  const [some = 0, all = 0] = (fraction ?? '').split('/').map(Number);
  return fraction === null ? '–' : formatPercent(some, all, language);
}
