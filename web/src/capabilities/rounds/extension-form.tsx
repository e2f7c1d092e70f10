import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isRefusal } from '../../client/request.ts';
import { controlTexts } from '../../kit/control-texts.ts';
import { DayInput } from '../../kit/day-input.tsx';
import { formatMoment } from '../../kit/format.ts';
import { InlineForm } from '../../kit/inline-form.tsx';
import { useTexts } from '../../kit/language.tsx';
import { MomentInput } from '../../kit/moment-input.tsx';
import { Outcome } from '../../kit/outcome.tsx';
import { extensionsQuery, grantExtension } from './queries/round-changes.ts';
import type { Round, RoundStep } from './queries/rounds.ts';
import { choicesOf, useRoundScheme } from './round-scheme.ts';
import { planTexts } from './texts/round-plan.ts';

interface ExtensionFormProps {
  readonly round: Round;
  readonly onDone: (id: string) => void;
  readonly onCancel: () => void;
}

/** More time by a document. Its id is made here, so that sending it twice records it once. */
export function ExtensionForm({ round, onDone, onCancel }: ExtensionFormProps) {
  const all = useTexts(planTexts);
  const texts = all.extensions;
  const fields = useTexts(controlTexts);
  const steps = useTexts(STEP_NAMES);
  const client = useQueryClient();
  const { scheme } = useRoundScheme(round);
  const [id, setId] = useState(() => crypto.randomUUID());
  const [step, setStep] = useState<RoundStep['step'] | undefined>((round.steps.find(({ open }) => open) ?? round.steps[0])?.step);
  const [body, setBody] = useState<string | null>(null);
  const [item, setItem] = useState<string | null>(null);
  const [until, setUntil] = useState<string>();
  const [number, setNumber] = useState('');
  const [date, setDate] = useState<string>();
  const [reason, setReason] = useState('');
  const grant = useMutation({
    mutationFn: () => {
      if (step === undefined || until === undefined || date === undefined) throw new Error('an extension without step, end or date has been sent');
      return grantExtension(round.id, {
        id,
        step,
        until,
        ...(body === null ? {} : { body }),
        ...(item === null ? {} : { item }),
        document: { number: number.trim(), date },
        reason: reason.trim(),
      });
    },
    onSuccess: (extension) => {
      void client.invalidateQueries({ queryKey: extensionsQuery(round.id).queryKey });
      void client.invalidateQueries({ queryKey: ['work'] });
      onDone(extension.id);
    },
    onError: (error) => {
      // An answer was lost, and what it told of is recorded: what has been changed since is another extension.
      if (!isRefusal(error, 'idReused')) return;
      setId(crypto.randomUUID());
      void client.invalidateQueries({ queryKey: extensionsQuery(round.id).queryKey });
    },
  });
  const times = round.steps.find((one) => one.step === step);
  const clear = (what: string) => ({ clearable: true, clearButtonProps: { 'aria-label': `${fields.remove}: ${what}` } });
  return (
    <InlineForm title={texts.addTitle} of="form" submit={texts.save} pending={grant.isPending} onSubmit={() => grant.mutate()} onCancel={onCancel}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={texts.step}
          required
          {...(times ? { description: texts.nowCloses(formatMoment(times.closes)) } : {})}
          data={round.steps.map((one) => ({ value: one.step, label: steps[one.step] }))}
          value={step ?? null}
          onChange={(value) => setStep(round.steps.find((one) => one.step === value)?.step)}
          allowDeselect={false}
        />
        <MomentInput label={texts.until} required value={until} onChange={setUntil} description={all.calendar.ends} />
        <Select
          label={texts.body}
          placeholder={texts.allBodies}
          searchable
          nothingFoundMessage={all.nothing}
          {...clear(texts.body)}
          data={round.participants.map((one) => ({ value: one.body, label: one.name }))}
          value={body}
          onChange={setBody}
        />
        <Select
          label={texts.item}
          placeholder={texts.allItems}
          searchable
          nothingFoundMessage={all.nothing}
          {...clear(texts.item)}
          data={choicesOf(scheme?.items ?? [])}
          value={item}
          onChange={setItem}
        />
        <TextInput label={texts.number} required maxLength={100} value={number} onChange={({ currentTarget }) => setNumber(currentTarget.value)} />
        <DayInput label={texts.date} required value={date} onChange={setDate} />
      </SimpleGrid>
      <Textarea
        label={texts.reason}
        required
        maxLength={2000}
        autosize
        minRows={2}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Outcome error={grant.error} />
    </InlineForm>
  );
}
