import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SheetKey } from '../../client/sheet.ts';
import { DocumentButtons } from '../../kit/acts/document-buttons.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { formatDay } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { fetchImprovementPlan, type ImprovementTask, improvementQuery } from './queries/tasks.ts';
import { ChangeTask, GiveTasks, type LostItem } from './task-form.tsx';
import { TaskState } from './task-said.tsx';
import { improvementTexts } from './texts/improvement.ts';

/** What a body does about the items that lost points: its tasks, and the plan of them as a document. */
export function Improvement({ sheet, lost }: { sheet: SheetKey; lost: readonly LostItem[] }) {
  const texts = useTexts(improvementTexts);
  const { data, error, refetch } = useQuery(improvementQuery(sheet));
  const [giving, setGiving] = useState(false);
  const [changed, setChanged] = useState<ImprovementTask>();
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  const { tasks, mayWrite } = data;
  const free = lost.filter(({ code }) => tasks.every(({ item }) => item !== code));
  if (!mayWrite && tasks.length === 0) return null;
  const columns: Column<ImprovementTask>[] = [
    { key: 'item', title: texts.item, names: true, least: '12rem', cell: ({ item, title }) => `${item}. ${title}` },
    { key: 'measure', title: texts.measure, least: '14rem', cell: ({ measure }) => measure },
    { key: 'product', title: texts.product, least: '10rem', cell: ({ product }) => product ?? '–' },
    { key: 'lead', title: texts.leader, least: '8rem', cell: ({ lead }) => lead },
    { key: 'due', title: texts.due, cell: ({ due }) => formatDay(due) },
    { key: 'state', title: texts.state, least: '10rem', cell: (task) => <TaskState task={task} /> },
    ...(mayWrite
      ? [
          {
            key: 'change',
            title: '',
            cell: (task: ImprovementTask) => (
              <Button size="compact-sm" variant="default" className="screen-only" aria-label={texts.changeOf(task.item)} onClick={() => setChanged(task)}>
                {texts.change}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section title={texts.title} lead={tasks.length === 0 ? `${texts.none} ${texts.lead}` : texts.lead}>
      {tasks.length === 0 ? null : <Table caption={texts.title} columns={columns} rows={tasks} keyOf={({ item }) => item} dense />}
      <Group gap="xs" className="screen-only">
        {mayWrite && free.length > 0 ? <Button onClick={() => setGiving(true)}>{texts.give}</Button> : null}
        {lost.length > 0 ? (
          <DocumentButtons take={(format) => fetchImprovementPlan(sheet, format)} name={`ke-hoach-khac-phuc-${sheet.body}`} texts={texts.plan} />
        ) : null}
      </Group>
      {giving ? <GiveTasks sheet={sheet} items={free} onClose={() => setGiving(false)} /> : null}
      {changed ? <ChangeTask key={changed.item} sheet={sheet} task={changed} onClose={() => setChanged(undefined)} /> : null}
    </Section>
  );
}
