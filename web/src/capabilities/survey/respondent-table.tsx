import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { RespondentList, RespondentListed } from './queries/survey.ts';
import { ReplaceForm } from './replace-form.tsx';
import { surveyTexts } from './texts/survey.ts';

interface RespondentTableProps {
  readonly round: string;
  readonly list: RespondentList;
  /** Whether people can be replaced: while the survey is open. */
  readonly replaces: boolean;
}

/** Everybody listed; whoever was replaced stays, with the reason. */
export function RespondentTable({ round, list, replaces }: RespondentTableProps) {
  const all = useTexts(surveyTexts);
  const { columns: heads, replaced } = all.list;
  const [replacing, setReplacing] = useState<RespondentListed>();
  const [done, setDone] = useState<string>();
  const titles = new Map(list.groups.map(({ id, title }) => [id, title]));
  const columns: Column<RespondentListed>[] = [
    { key: 'name', title: heads.name, names: true, least: '11rem', cell: ({ name }) => name },
    { key: 'position', title: heads.position, cell: ({ position, unit }) => [position, unit].filter(Boolean).join(', ') || '–' },
    { key: 'group', title: heads.group, cell: ({ group }) => titles.get(group) ?? group },
    { key: 'phone', title: heads.phone, cell: ({ phone }) => phone ?? '–' },
    { key: 'mail', title: heads.mail, cell: ({ mail, address }) => mail ?? address ?? '–' },
    {
      key: 'act',
      title: all.replace.open,
      cell: (row) => {
        if (row.replacedBy !== null) return `${replaced}${row.replacedReason === null ? '' : `: ${all.replace.reasons[row.replacedReason]}`}`;
        if (!replaces) return '–';
        return (
          <Button size="compact-sm" variant="default" aria-label={all.replace.openFor(row.name)} onClick={() => setReplacing(row)}>
            {all.replace.open}
          </Button>
        );
      },
    },
  ];
  return (
    <Stack>
      <Outcome done={done} />
      {replacing ? (
        <ReplaceForm
          key={replacing.id}
          round={round}
          body={list.body.id}
          former={replacing}
          onDone={() => {
            setReplacing(undefined);
            setDone(all.replace.done);
          }}
          onCancel={() => setReplacing(undefined)}
        />
      ) : null}
      <Table caption={all.list.title(list.body.name)} rows={list.items} keyOf={({ id }) => id} columns={columns} />
    </Stack>
  );
}
