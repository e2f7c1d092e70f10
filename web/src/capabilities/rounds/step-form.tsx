import { Select, SimpleGrid, Text } from '@mantine/core';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { useState } from 'react';
import { ClosingInput, OpeningInput } from '../../kit/fields/moment-input.tsx';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { useTexts } from '../../kit/words/language.tsx';

import type { RoundStep } from './queries/rounds.ts';
import { planTexts } from './texts/round-plan.ts';

interface StepFormProps {
  /** Steps that are not in the calendar yet. */
  readonly free: readonly RoundStep['step'][];
  /** The step to change; undefined: a new one. */
  readonly edited: RoundStep | undefined;
  readonly onPut: (step: RoundStep) => void;
  readonly onCancel: () => void;
}

/** The times of a step, typed. */
export function StepForm({ free, edited, onPut, onCancel }: StepFormProps) {
  const texts = useTexts(planTexts).calendar;
  const names = useTexts(STEP_NAMES);
  const [step, setStep] = useState(edited?.step ?? (free.includes('selfAssessment') ? 'selfAssessment' : free[0]));
  const { values, input } = useForm({ opens: edited?.opens, closes: edited?.closes });
  const { opens, closes } = values;
  const turned = opens !== undefined && closes !== undefined && Date.parse(closes) <= Date.parse(opens);
  const submit = () => {
    if (step === undefined || opens === undefined || closes === undefined || turned) return;
    // In the server's own format, so that an equal moment is no change.
    const utc = (moment: string) => new Date(moment).toISOString();
    onPut({ ...(edited ?? { open: false, dayOff: null, version: 1 }), step, opens: utc(opens), closes: utc(closes) });
  };
  return (
    <InlineForm
      title={edited ? texts.editTitle(names[edited.step]) : texts.addTitle}
      of={edited?.step ?? 'new'}
      submit={texts.put}
      quiet
      onSubmit={submit}
      onCancel={onCancel}
    >
      {edited ? null : (
        <Select
          label={texts.step}
          data={free.map((one) => ({ value: one, label: names[one] }))}
          value={step ?? null}
          onChange={(value) => setStep(free.find((one) => one === value))}
          allowDeselect={false}
        />
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <OpeningInput label={texts.opens} required {...input('opens')} />
        <ClosingInput label={texts.closes} required {...input('closes')} />
      </SimpleGrid>
      {turned ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {texts.order}
        </Text>
      ) : null}
    </InlineForm>
  );
}
