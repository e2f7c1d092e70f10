import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { newExtension } from '@parindex/core/contracts/schemas/round-changes';
import type { ConsequenceCode } from '@parindex/core/round/consequences';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { isRefusal } from '../../client/request.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { DayInput } from '../../kit/fields/day-input.tsx';
import { ItemSelect } from '../../kit/fields/item-select.tsx';
import { ClosingInput } from '../../kit/fields/moment-input.tsx';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { useStepTimes } from '../../kit/words/use-step-times.ts';

import { otherThanUntold, UntoldConsequences } from './consequences.tsx';
import { DecisionSelect } from './decision-select.tsx';
import { extensionsQuery, grantExtension } from './queries/round-changes.ts';
import type { Round, RoundStep } from './queries/rounds.ts';
import { useRoundScheme } from './round-scheme.ts';
import { planTexts } from './texts/round-plan.ts';

interface ExtensionFormProps {
  readonly round: Round;
  readonly onDone: (id: string) => void;
  readonly onCancel: () => void;
}

interface Typed {
  readonly step: RoundStep['step'] | undefined;
  readonly body: string | null;
  readonly item: string | null;
  readonly until: string | undefined;
  readonly number: string;
  readonly date: string | undefined;
  readonly reason: string;
  readonly decision: string | null;
}

const NOTHING: Typed = { step: undefined, body: null, item: null, until: undefined, number: '', date: undefined, reason: '', decision: null };
const LIMITS = limitsOf(newExtension);

/** Grants more time by a document. Its id is made here, so that sending it twice records it once. */
export function ExtensionForm({ round, onDone, onCancel }: ExtensionFormProps) {
  const all = useTexts(planTexts);
  const texts = all.extensions;
  const fields = useTexts(controlTexts);
  const steps = useTexts(STEP_NAMES);
  const { deadline } = useStepTimes();
  const { scheme } = useRoundScheme(round);
  const [id, setId] = useState(() => crypto.randomUUID());
  const { values, put, text, input } = useForm<Typed>(
    { ...NOTHING, step: (round.steps.find(({ open }) => open) ?? round.steps[0])?.step },
    { ...LIMITS, ...LIMITS.document },
  );
  const { step, body, item, until, number, date, reason, decision } = values;
  const grant = useAct(
    (told: ConsequenceCode[]) => {
      if (step === undefined || until === undefined || date === undefined) throw new Error('an extension without step, end or date has been sent');
      return grantExtension(round.id, {
        id,
        step,
        until,
        ...(body === null ? {} : { body }),
        ...(item === null ? {} : { item }),
        document: { number: number.trim(), date },
        decision,
        reason: reason.trim(),
        told,
      });
    },
    {
      refresh: (client) => {
        void client.invalidateQueries({ queryKey: extensionsQuery(round.id).queryKey });
        void client.invalidateQueries({ queryKey: ['work'] });
      },
      onDone: (extension) => onDone(extension.id),
      onRefused: (error, client) => {
        // An earlier attempt was recorded though its answer was lost: with other content this is a new extension.
        if (!isRefusal(error, 'idReused')) return;
        setId(crypto.randomUUID());
        void client.invalidateQueries({ queryKey: extensionsQuery(round.id).queryKey });
      },
    },
  );
  const times = round.steps.find((one) => one.step === step);
  const clear = (what: string) => ({ clearable: true, clearButtonProps: { 'aria-label': `${fields.remove}: ${what}` } });
  return (
    <InlineForm title={texts.addTitle} of="form" submit={texts.save} act={otherThanUntold(grant)} onSubmit={() => grant.mutate([])} onCancel={onCancel}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={texts.step}
          required
          {...(times ? { description: texts.nowCloses(deadline(times.closes)) } : {})}
          data={round.steps.map((one) => ({ value: one.step, label: steps[one.step] }))}
          value={step ?? null}
          onChange={(value) => put({ step: round.steps.find((one) => one.step === value)?.step })}
          allowDeselect={false}
        />
        <ClosingInput label={texts.until} required {...input('until')} />
        <Select
          label={texts.body}
          placeholder={texts.allBodies}
          searchable
          nothingFoundMessage={all.nothing}
          {...clear(texts.body)}
          data={round.participants.map((one) => ({ value: one.body, label: one.name }))}
          {...input('body')}
        />
        <ItemSelect label={texts.item} placeholder={texts.allItems} domains={scheme?.tree ?? []} {...input('item')} />
        <DecisionSelect
          round={round.id}
          value={decision}
          onChange={(chosen) => put(chosen ? { decision: chosen.id, number: chosen.number, date: chosen.date } : { decision: null })}
        />
        <TextInput label={texts.number} required {...text('number')} readOnly={decision !== null} />
        <DayInput label={texts.date} required {...input('date')} />
      </SimpleGrid>
      <Textarea label={texts.reason} required rows={2} {...text('reason')} />
      <UntoldConsequences round={round} act={grant} onAgree={grant.mutate} />
    </InlineForm>
  );
}
