import { Select, Text } from '@mantine/core';
import { targetKey } from '@parindex/core/ledger/entry';
import { inLanguage } from '@parindex/core/words/index';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ClosingInput } from '../../kit/fields/moment-input.tsx';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Loading } from '../../kit/reading/loading.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { roundsQuery } from '../rounds/queries/rounds.ts';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { type Assignment, assignmentsQuery, type Department } from './queries/assignments.ts';
import { assignTexts } from './texts/assign.ts';
import { useGiving } from './use-giving.ts';

interface AsBeforeProps {
  readonly departments: readonly Department[];
  /** Present assignments, which stay. */
  readonly assignments: readonly Assignment[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const keyOf = ({ kind, target }: Assignment) => targetKey({ kind, id: target });

/** Takes over the assignments of an earlier round, for codes and departments that still exist; shown before anything is assigned. */
export function AsBefore({ departments, assignments, onDone, onClose }: AsBeforeProps) {
  const texts = useTexts(assignTexts);
  const { language } = useLanguage();
  const { sheet, shown, names } = useSheet();
  const rounds = useQuery(roundsQuery);
  const [round, setRound] = useState<string | null>(null);
  const [due, setDue] = useState<string>();
  const before = useQuery({ ...assignmentsQuery({ round: round ?? '', body: sheet.body }), enabled: round !== null });
  const give = useGiving(sheet, onDone);
  const known = new Map(departments.map((department) => [department.id, department]));
  const now = new Set(assignments.map(keyOf));
  const { items, figures } = shown.rules.entryRules.known;
  const fits = (one: Assignment) => (one.kind === 'item' ? items : figures).has(one.target) && known.has(one.to.id) && !now.has(keyOf(one));
  const all = before.data?.assignments ?? [];
  const taken = all.filter(fits);
  const others = (rounds.data ?? []).filter(({ id }) => id !== sheet.round).toSorted((a, b) => b.year - a.year);
  const submit = () => {
    const to = Map.groupBy(taken, (one) => one.to.id);
    give.mutate([...to].map(([department, given]) => ({ to: department, targets: given.map(keyOf), ...(due === undefined ? {} : { due }) })));
  };
  const titleOf = ({ kind, target }: Assignment) =>
    kind === 'figure' ? names.figureTitle(target) : `${target}. ${inLanguage(names.item(target)?.title, language) ?? ''}`;
  return (
    <FormDialog
      title={texts.asBeforeTitle}
      submit={texts.giveTitle(formatCount(taken.length, language))}
      act={give}
      onSubmit={() => taken.length > 0 && submit()}
      onClose={onClose}
    >
      <Text size="sm">{texts.asBeforeMore}</Text>
      {rounds.data && others.length === 0 ? (
        <Text>{texts.noRounds}</Text>
      ) : (
        <Select label={texts.round} data={others.map(({ id, title }) => ({ value: id, label: title }))} value={round} onChange={setRound} />
      )}
      {before.isLoading ? <Loading /> : null}
      {before.error ? <Text role="alert">{texts.unread}</Text> : null}
      {before.data && taken.length === 0 ? <Text>{texts.noAssignments}</Text> : null}
      {all.length > taken.length ? (
        <Text size="sm" c="dimmed">
          {texts.left(formatCount(all.length - taken.length, language))}
        </Text>
      ) : null}
      {taken.length === 0 ? null : (
        <>
          <Table
            caption={texts.asBeforeTitle}
            dense
            rows={taken}
            keyOf={keyOf}
            columns={[
              { key: 'what', title: texts.what, names: true, least: '10rem', cell: titleOf },
              { key: 'to', title: texts.department, least: '7rem', cell: ({ to }) => known.get(to.id)?.name ?? to.name },
            ]}
          />
          <ClosingInput label={texts.due} description={texts.dueMore} value={due} onChange={setDue} />
        </>
      )}
    </FormDialog>
  );
}
