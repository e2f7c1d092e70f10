import { Text } from '@mantine/core';
import { STEP_NAMES } from '@parindex/core/words/steps';
import type { Pending, PendingChanges } from '../../kit/forms/pending-changes.ts';
import { PendingActions, PendingMark } from '../../kit/forms/save-changes.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { formatDay } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { useNow } from '../../kit/words/now.ts';
import { useStepTimes } from '../../kit/words/use-step-times.ts';
import type { Round, RoundStep } from './queries/rounds.ts';
import { stepState } from './step-state.ts';
import { planTexts } from './texts/round-plan.ts';

interface CalendarTableProps {
  readonly round: Round;
  readonly changes: PendingChanges<RoundStep>;
  readonly mayChange: boolean;
  readonly onEdit: (step: RoundStep['step']) => void;
}

/** The timeline in words. */
export function CalendarTable({ round, changes, mayChange, onEdit }: CalendarTableProps) {
  const texts = useTexts(planTexts).calendar;
  const names = useTexts(STEP_NAMES);
  const { deadline, opening } = useStepTimes();
  const now = useNow();
  const noteOf = ({ dayOff }: RoundStep) => (dayOff ? texts.dayOff(formatDay(dayOff.day), dayOff.name ?? texts.weekend, formatDay(dayOff.nextWorkingDay)) : '');
  const columns: readonly Column<Pending<RoundStep>>[] = [
    {
      key: 'step',
      title: texts.step,
      names: true,
      cell: ({ member, state }) => (
        <Text size="sm" fw={500} miw="9rem">
          {names[member.step]}
          <PendingMark state={state} />
        </Text>
      ),
    },
    { key: 'opens', title: texts.opens, cell: ({ member }) => <span className="figures">{opening(member.opens)}</span> },
    { key: 'closes', title: texts.closes, cell: ({ member }) => <span className="figures">{deadline(member.closes)}</span> },
    { key: 'state', title: texts.state, cell: ({ member }) => <span className="figures">{texts[stepState(member, now, round)]}</span> },
    {
      key: 'note',
      title: texts.note,
      // Unsaved changes have no answer from the server yet.
      cell: ({ member, state }) => (
        <Text size="sm" miw="14rem">
          {state === 'same' ? noteOf(member) : ''}
        </Text>
      ),
    },
    ...(mayChange
      ? [
          {
            key: 'actions',
            title: texts.actions,
            cell: ({ key, member, state }: Pending<RoundStep>) => (
              <PendingActions
                state={state}
                about={names[member.step]}
                onEdit={() => onEdit(member.step)}
                onRemove={() => changes.remove(key)}
                onUndo={() => changes.undo(key)}
              />
            ),
          },
        ]
      : []),
  ];
  return <Table caption={texts.caption} columns={columns} rows={changes.list} keyOf={({ key }) => key} />;
}
