import { Text } from '@mantine/core';
import type { Pending, PendingChanges } from '../../kit/forms/pending-changes.ts';
import { PendingActions, PendingMark } from '../../kit/forms/save-changes.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { formatDay, formatWeekday } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { DayOff } from './queries/days-off.ts';
import { daysOffTexts } from './texts/days-off.ts';

interface DaysOffTableProps {
  readonly year: string;
  readonly changes: PendingChanges<DayOff>;
  readonly mayChange: boolean;
  readonly onEdit: (day: DayOff) => void;
}

/** The days of a year in their order. */
export function DaysOffTable({ year, changes, mayChange, onEdit }: DaysOffTableProps) {
  const texts = useTexts(daysOffTexts);
  const { language } = useLanguage();
  const rows = changes.list.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const columns: readonly Column<Pending<DayOff>>[] = [
    {
      key: 'date',
      title: texts.date,
      names: true,
      cell: ({ member, state }) => (
        <span className="figures">
          {formatDay(member.date)}
          <PendingMark state={state} />
        </span>
      ),
    },
    { key: 'weekday', title: texts.weekday, cell: ({ member }) => <span className="figures">{formatWeekday(member.date, language)}</span> },
    { key: 'kind', title: texts.kind, cell: ({ member }) => <span className="figures">{texts.kinds[member.kind]}</span> },
    {
      key: 'name',
      title: texts.name,
      cell: ({ member }) => (
        <Text size="sm" miw="10rem">
          {member.name}
        </Text>
      ),
    },
    {
      key: 'source',
      title: texts.source,
      cell: ({ member }) => (
        <Text size="sm" miw="12rem">
          {member.source}
        </Text>
      ),
    },
    ...(mayChange
      ? [
          {
            key: 'actions',
            title: texts.actions,
            cell: ({ key, member, state }: Pending<DayOff>) => (
              <PendingActions
                state={state}
                about={formatDay(member.date)}
                onEdit={() => onEdit(member)}
                onRemove={() => changes.remove(key)}
                onUndo={() => changes.undo(key)}
              />
            ),
          },
        ]
      : []),
  ];
  return <Table caption={texts.caption(year)} columns={columns} rows={rows} keyOf={({ key }) => key} />;
}
