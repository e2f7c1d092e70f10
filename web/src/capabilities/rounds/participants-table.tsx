import { Checkbox, Text, TextInput } from '@mantine/core';
import { participants } from '@parindex/core/contracts/schemas/rounds';
import { searchKey } from '@parindex/core/text/search-key';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import type { Pending, PendingChanges } from '../../kit/forms/pending-changes.ts';
import { PendingActions, PendingMark } from '../../kit/forms/save-changes.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { Participant } from './queries/rounds.ts';
import { planTexts } from './texts/round-plan.ts';

/** From this number on a list gets a filter. */
const MANY = 15;

/** The participants, their blocks, and whether they are ranked. */
export function ParticipantsTable({ changes, mayChange }: { changes: PendingChanges<Participant>; mayChange: boolean }) {
  const texts = useTexts(planTexts);
  const [filter, setFilter] = useState('');
  const wanted = searchKey(filter);
  const rows = changes.list.filter(({ member }) => searchKey(`${member.name} ${member.body}`).includes(wanted));
  const edits = ({ state }: Pending<Participant>) => mayChange && state !== 'removed';
  const columns: readonly Column<Pending<Participant>>[] = [
    {
      key: 'body',
      title: texts.participants.body,
      names: true,
      cell: ({ member, state }) => (
        <Text size="sm" fw={500} miw="9rem">
          {member.name}
          <PendingMark state={state} />
        </Text>
      ),
    },
    {
      key: 'block',
      title: texts.participants.block,
      cell: (row) =>
        edits(row) ? (
          <TextInput
            size="xs"
            miw="8rem"
            {...limitsOf(participants).participants.block}
            aria-label={texts.participants.blockOf(row.member.name)}
            value={row.member.block ?? ''}
            onChange={({ currentTarget }) => changes.put({ ...row.member, block: currentTarget.value === '' ? null : currentTarget.value })}
          />
        ) : (
          (row.member.block ?? '–')
        ),
    },
    {
      key: 'ranked',
      title: texts.participants.ranked,
      cell: (row) =>
        edits(row) ? (
          <Checkbox
            aria-label={texts.participants.rankedOf(row.member.name)}
            checked={row.member.ranked}
            onChange={({ currentTarget }) => changes.put({ ...row.member, ranked: currentTarget.checked })}
          />
        ) : row.member.ranked ? (
          texts.participants.yes
        ) : (
          texts.participants.no
        ),
    },
    ...(mayChange
      ? [
          {
            key: 'actions',
            title: texts.calendar.actions,
            cell: ({ key, member, state }: Pending<Participant>) => (
              <PendingActions state={state} about={member.name} onRemove={() => changes.remove(key)} onUndo={() => changes.undo(key)} />
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      {changes.list.length > MANY ? (
        <TextInput label={texts.participants.filter} maw="24rem" value={filter} onChange={({ currentTarget }) => setFilter(currentTarget.value)} />
      ) : null}
      <Table caption={texts.participants.caption} columns={columns} rows={rows} keyOf={({ key }) => key} dense />
    </>
  );
}
