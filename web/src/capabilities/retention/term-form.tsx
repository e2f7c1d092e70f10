import { Textarea, TextInput } from '@mantine/core';
import { retentionTerm } from '@parindex/core/contracts/schemas/erasures';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { type RetentionTerm, retentionQuery, setRetentionTerm } from './queries/retention.ts';
import { retentionTexts } from './texts/retention.ts';

interface TermFormProps {
  readonly term: RetentionTerm;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const limits = limitsOf(retentionTerm);
const { min: LEAST, max: MOST } = limits.years;

/** The number of years typed; null: for ever; undefined: invalid. */
function yearsIn(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const years = /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : 0;
  return years >= LEAST && years <= MOST ? years : undefined;
}

/** The term of one class of documents, and what sets it. */
export function TermForm({ term, onDone, onCancel }: TermFormProps) {
  const texts = useTexts(retentionTexts).terms;
  const [typed, setTyped] = useState(term.years === null ? '' : String(term.years));
  const [basis, setBasis] = useState(term.basis ?? '');
  const [wrong, setWrong] = useState(false);
  const years = yearsIn(typed);
  const save = useAct((years: number | null) => setRetentionTerm(term.class, { years, basis: basis.trim(), version: term.version }), {
    refresh: (client) => client.invalidateQueries({ queryKey: retentionQuery.queryKey }),
    onDone,
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
      act={save}
      load={save.load}
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
        {...limits.basis}
        rows={2}
        value={basis}
        onChange={({ currentTarget }) => setBasis(currentTarget.value)}
      />
    </InlineForm>
  );
}
