import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { newReplacement } from '@parindex/core/contracts/schemas/survey';
import { REPLACEMENT_REASONS, type ReplacementReason } from '@parindex/core/survey/respondents/replacement';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { useRequestId } from '../../kit/acts/request-id.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { type RespondentListed, replaceRespondent, surveyChanged } from './queries/survey.ts';
import { surveyTexts } from './texts/survey.ts';

interface ReplaceFormProps {
  readonly round: string;
  readonly body: string;
  readonly former: RespondentListed;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const FIELDS = ['name', 'position', 'unit', 'phone', 'mail', 'address'] as const;

/** Somebody in the place of somebody listed, for a declared reason; by the same rules as a line of a list. */
export function ReplaceForm({ round, body, former, onDone, onCancel }: ReplaceFormProps) {
  const { replace: texts, list } = useTexts(surveyTexts);
  const idOf = useRequestId();
  const [reason, setReason] = useState<ReplacementReason | null>(null);
  const { values, text } = useForm(
    { name: '', position: former.position ?? '', unit: former.unit ?? '', phone: '', mail: '', address: '' },
    limitsOf(newReplacement),
  );
  const replace = useAct(
    (chosen: ReplacementReason) => replaceRespondent(round, body, former.id, { id: idOf(former.id, chosen, values), reason: chosen, ...values }),
    { refresh: (client) => surveyChanged(client, round), onDone },
  );
  return (
    <InlineForm
      title={texts.title(former.name)}
      of={former.id}
      submit={texts.act}
      act={replace}
      onCancel={onCancel}
      onSubmit={() => {
        if (reason !== null) replace.mutate(reason);
      }}
    >
      <Select
        label={texts.reason}
        required
        data={REPLACEMENT_REASONS.filter((one) => one !== 'refused').map((value) => ({ value, label: texts.reasons[value] }))}
        value={reason}
        onChange={(value) => setReason(value)}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {FIELDS.map((field) => (
          <TextInput key={field} label={list.columns[field]} required={field === 'name'} {...text(field)} />
        ))}
      </SimpleGrid>
    </InlineForm>
  );
}
