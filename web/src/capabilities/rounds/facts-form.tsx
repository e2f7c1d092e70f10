import { NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { controlTexts } from '../../kit/control-texts.ts';
import { FormActions } from '../../kit/form-actions.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Outcome } from '../../kit/outcome.tsx';
import { editionsQuery } from '../editions/queries/editions.ts';
import { sendingTexts } from '../submissions/texts/sending.ts';
import { changeRound, type Round } from './queries/rounds.ts';
import { useRoundAct } from './round-act.ts';
import { roundTexts } from './texts/rounds.ts';

const NEITHER = 'neither';

/** Changes title, year, what must precede the deadline and, in a draft, edition; only what differs is sent. */
export function FactsForm({ round, onCancel, onDone }: { round: Round; onCancel: () => void; onDone: () => void }) {
  const texts = useTexts(roundTexts);
  const fields = useTexts(controlTexts);
  const editions = useQuery(editionsQuery).data ?? [];
  const [title, setTitle] = useState(round.title);
  const [year, setYear] = useState(round.year);
  const [edition, setEdition] = useState(round.edition);
  const [deadlineAct, setDeadlineAct] = useState(round.deadlineAct);
  const sending = useTexts(sendingTexts).deadlineAct;
  const change = useRoundAct(
    () =>
      changeRound(round.id, {
        version: round.version,
        ...(title.trim() === round.title ? {} : { title: title.trim() }),
        ...(year === round.year ? {} : { year }),
        ...(edition === null || edition === round.edition ? {} : { edition }),
        ...(deadlineAct === round.deadlineAct ? {} : { deadlineAct }),
      }),
    onDone,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack maw="40rem">
        <TextInput label={texts.name} required maxLength={300} value={title} onChange={({ currentTarget }) => setTitle(currentTarget.value)} />
        <NumberInput
          label={texts.year}
          required
          min={2000}
          max={2200}
          allowDecimal={false}
          thousandSeparator=""
          value={year}
          onChange={(value) => typeof value === 'number' && setYear(value)}
        />
        {round.state === 'draft' ? (
          <Select
            label={texts.edition}
            data={editions.map((one) => ({ value: one.id, label: one.state === 'draft' ? texts.editionDraft(one.id) : one.id }))}
            value={edition}
            onChange={setEdition}
            allowDeselect={false}
          />
        ) : null}
        <Select
          label={sending.label}
          data={[
            { value: NEITHER, label: sending.none },
            { value: 'freeze', label: sending.freeze },
            { value: 'send', label: sending.send },
          ]}
          value={deadlineAct ?? NEITHER}
          onChange={(chosen) => setDeadlineAct(chosen === 'freeze' || chosen === 'send' ? chosen : null)}
          allowDeselect={false}
        />
        <Outcome error={change.error} load={change.load} />
        <FormActions submit={fields.save} pending={change.isPending} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
