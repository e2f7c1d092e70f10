import { Button, Group, NativeSelect, Stack, Textarea, Title } from '@mantine/core';
import { BACK_CHECK_VISIT_OUTCOMES, type BackCheckVisitOutcome } from '@parindex/core/survey/fieldwork/back-checks';
import { VISIT_OUTCOMES } from '@parindex/core/survey/fieldwork/visits';
import { VISIT_OUTCOME_NAMES } from '@parindex/core/words/fieldwork-words';
import { useState } from 'react';
import type { KeptVisit } from '../../../device/interviews/store.ts';
import type { AddressOfDay } from '../../../device/interviews/work-of-day.ts';
import { OpeningInput } from '../../../kit/fields/moment-input.tsx';
import { CheckedForm } from '../../../kit/forms/checked-form.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { interviewTexts } from '../texts/interviews.ts';

/** What can come of a visit at which no interview was held. */
const OUTCOMES = VISIT_OUTCOMES.filter((outcome) => outcome !== 'interviewed');

/** The same, and where somebody is asked again that nobody had come before. */
const outcomesOf = ({ address }: AddressOfDay): BackCheckVisitOutcome[] => (address.backCheck ? ['nobodyCame', ...OUTCOMES] : [...OUTCOMES]);

/** Notes what came of a visit. */
export function VisitForm({ of, onNote, onLeave }: { of: AddressOfDay; onNote: (visit: KeptVisit) => void; onLeave: () => void }) {
  const texts = useTexts(interviewTexts).visitForm;
  const names = useTexts(VISIT_OUTCOME_NAMES);
  const [outcome, setOutcome] = useState<BackCheckVisitOutcome | ''>('');
  const [returnAt, setReturnAt] = useState<string | undefined>(undefined);
  const [note, setNote] = useState('');
  const submit = () => {
    if (outcome === '') return;
    onNote({
      ...{ id: crypto.randomUUID(), address: of.address.id, at: new Date().toISOString(), outcome },
      ...{ returnAt: outcome === 'appointment' ? (returnAt ?? null) : null, note: note.trim() === '' ? null : note.trim() },
    });
  };
  return (
    <CheckedForm onSubmit={submit}>
      <Stack>
        <Title order={2} size="h3">
          {texts.title(of.address.household)}
        </Title>
        <NativeSelect
          label={texts.outcome}
          required
          value={outcome}
          onChange={({ currentTarget }) => setOutcome(BACK_CHECK_VISIT_OUTCOMES.find((one) => one === currentTarget.value) ?? '')}
          data={[{ value: '', label: texts.choose }, ...outcomesOf(of).map((one) => ({ value: one, label: names[one] }))]}
        />
        {outcome === 'appointment' ? <OpeningInput label={texts.returnAt} value={returnAt} onChange={setReturnAt} /> : null}
        <Textarea label={texts.note} maxLength={1_000} autosize minRows={2} value={note} onChange={({ currentTarget }) => setNote(currentTarget.value)} />
        <Group>
          <Button type="submit">{texts.act}</Button>
          <Button variant="subtle" onClick={onLeave}>
            {texts.cancel}
          </Button>
        </Group>
      </Stack>
    </CheckedForm>
  );
}
