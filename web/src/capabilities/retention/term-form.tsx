import { Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { InlineForm } from '../../kit/inline-form.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Outcome } from '../../kit/outcome.tsx';
import { type RetentionTerm, retentionQuery, setRetentionTerm } from './queries/retention.ts';
import { retentionTexts } from './texts/retention.ts';

interface TermFormProps {
  readonly term: RetentionTerm;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const MOST_YEARS = 100;

/** The years that were typed; null: for ever; undefined: none that can be meant. */
function yearsIn(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const years = /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : 0;
  return years >= 1 && years <= MOST_YEARS ? years : undefined;
}

/** The term of one class of documents, and what sets it. */
export function TermForm({ term, onDone, onCancel }: TermFormProps) {
  const texts = useTexts(retentionTexts).terms;
  const client = useQueryClient();
  const [typed, setTyped] = useState(term.years === null ? '' : String(term.years));
  const [basis, setBasis] = useState(term.basis ?? '');
  const [wrong, setWrong] = useState(false);
  const years = yearsIn(typed);
  const refresh = () => client.invalidateQueries({ queryKey: retentionQuery.queryKey });
  const save = useMutation({
    mutationFn: (years: number | null) => setRetentionTerm(term.class, { years, basis: basis.trim(), version: term.version }),
    onSuccess: async () => {
      await refresh();
      onDone();
    },
  });
  const submit = () => {
    setWrong(years === undefined);
    if (years !== undefined) save.mutate(years);
  };
  return (
    <InlineForm
      title={texts.formTitle(texts.classes[term.class])}
      of={term.class}
      submit={texts.save}
      pending={save.isPending}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <TextInput
        label={texts.yearsLabel}
        description={texts.yearsMore}
        error={wrong && years === undefined ? texts.yearsWrong : undefined}
        inputMode="numeric"
        maxLength={5}
        maw="24rem"
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Textarea
        label={texts.basis}
        description={texts.basisMore}
        required
        maxLength={1_000}
        autosize
        value={basis}
        onChange={({ currentTarget }) => setBasis(currentTarget.value)}
      />
      <Outcome error={save.error} load={() => void refresh().then(() => save.reset())} />
    </InlineForm>
  );
}
