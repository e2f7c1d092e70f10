import { Button, SimpleGrid, Stack } from '@mantine/core';
import { useState } from 'react';
import { DayInput } from '../../../kit/fields/day-input.tsx';
import { DecisionFields, decisionOf, NO_DECISION } from '../../../kit/fields/decision-fields.tsx';
import type { Choice } from '../../../kit/fields/search-select.tsx';
import { CheckedForm } from '../../../kit/forms/checked-form.tsx';
import { today } from '../../../kit/words/day.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import { handoverTexts } from '../texts/handover.ts';
import { PersonSelect } from './person-select.tsx';

export interface HandoverValues {
  /** The id stays the same, so that sending again after a lost answer does nothing twice. */
  readonly id: string;
  readonly to: Choice;
  readonly day: string;
  readonly document: { readonly number: string; readonly date: string } | undefined;
}

export function HandOverForm({ without, onSubmit }: { without: string; onSubmit: (typed: HandoverValues) => void }) {
  const texts = useTexts(handoverTexts);
  const [to, setTo] = useState<Choice>();
  const [day, setDay] = useState<string | undefined>(today);
  const [decision, setDecision] = useState(NO_DECISION);
  const [sent, setSent] = useState<HandoverValues>();
  const submit = () => {
    if (!to || day === undefined) return;
    const document = decisionOf(decision);
    const same = sent && sent.to.value === to.value && sent.day === day && JSON.stringify(sent.document) === JSON.stringify(document);
    const typed = { id: same ? sent.id : crypto.randomUUID(), to, day, document };
    setSent(typed);
    onSubmit(typed);
  };
  return (
    <CheckedForm onSubmit={submit}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <PersonSelect label={texts.to} description={texts.toMore} required without={without} chosen={to} onChoose={setTo} />
          <DayInput label={texts.day} description={texts.dayMore} required value={day} onChange={setDay} />
        </SimpleGrid>
        <DecisionFields labels={{ number: texts.documentNumber, date: texts.documentDate }} value={decision} onChange={setDecision} />
        <Button type="submit" w="fit-content">
          {texts.perform}
        </Button>
      </Stack>
    </CheckedForm>
  );
}
