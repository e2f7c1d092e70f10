import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { newTakeover } from '@parindex/core/contracts/schemas/round-changes';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { DayInput } from '../../kit/fields/day-input.tsx';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { Loading } from '../../kit/reading/loading.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { useEditionChoices } from '../editions/edition-words.ts';
import { type EditionRow, schemeQuery } from '../editions/queries/editions.ts';
import { codesOf, figurePlaces, itemPlaces, type Places, placesFor } from './mapping.ts';
import { MappingTable } from './mapping-table.tsx';
import { takeOver } from './queries/round-changes.ts';
import { type Round, roundsQuery } from './queries/rounds.ts';
import { planTexts } from './texts/round-plan.ts';

interface TakeoverFormProps {
  readonly round: Round;
  readonly number: number;
  /** Adopted editions except the round's own. */
  readonly others: readonly EditionRow[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Moves an open round to a later edition: which one, by which document, and where every code goes. */
export function TakeoverForm({ round, number, others, onDone, onCancel }: TakeoverFormProps) {
  const all = useTexts(planTexts);
  const texts = all.takeovers;
  const choicesOf = useEditionChoices();
  const [toEdition, setToEdition] = useState<string | null>(null);
  const { values: document, text, input } = useForm({ number: '', date: undefined as string | undefined }, limitsOf(newTakeover).document);
  const [chosen, setChosen] = useState<{ items: Places; figures: Places }>({ items: {}, figures: {} });
  const from = useQuery(schemeQuery(round.edition ?? '', 'adopted'));
  const to = useQuery({ ...schemeQuery(toEdition ?? '', 'adopted'), enabled: toEdition !== null });
  const [before, after] = [from.data && codesOf(from.data), to.data && codesOf(to.data)];
  const proposed = useMemo(
    () => (from.data && to.data ? { items: itemPlaces(from.data, to.data), figures: figurePlaces(from.data, to.data) } : undefined),
    [from.data, to.data],
  );
  const move = useAct(
    () => {
      if (!proposed || toEdition === null || document.date === undefined) throw new Error('a takeover without editions or date has been sent');
      const mapping = { items: placesFor(proposed.items, chosen.items), figures: placesFor(proposed.figures, chosen.figures) };
      return takeOver(round.id, { number, toEdition, mapping, document: { number: document.number.trim(), date: document.date } });
    },
    {
      refresh: (client) => void client.invalidateQueries({ queryKey: roundsQuery.queryKey }),
      onDone,
    },
  );
  return (
    <InlineForm title={texts.add} of="form" submit={texts.save} act={move} disabled={!proposed} onSubmit={() => move.mutate()} onCancel={onCancel}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Select
          label={texts.toEdition}
          placeholder={all.choose}
          required
          data={choicesOf(others)}
          value={toEdition}
          onChange={(edition) => {
            setToEdition(edition);
            setChosen({ items: {}, figures: {} });
          }}
          allowDeselect={false}
        />
        <TextInput label={all.extensions.number} required {...text('number')} />
        <DayInput label={all.extensions.date} required {...input('date')} />
      </SimpleGrid>
      {from.isPending || to.isLoading ? <Loading /> : null}
      {from.data === null || to.data === null || from.error || to.error ? <Notice kind="fault">{texts.cannotRead}</Notice> : null}
      {before && after && proposed
        ? (['items', 'figures'] as const).map((part) => (
            <MappingTable
              key={part}
              title={texts[part]}
              sayCode={part === 'items'}
              before={before[part]}
              after={after[part]}
              proposed={proposed[part]}
              chosen={chosen[part]}
              onChoose={(code, place) => setChosen((was) => ({ ...was, [part]: { ...was[part], [code]: place } }))}
            />
          ))
        : null}
      <Notice kind="warning">{texts.confirm}</Notice>
    </InlineForm>
  );
}
