import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { erasureDecision, type RemovalReach } from '@parindex/core/contracts/schemas/erasures';
import type { SecondPersonDecision } from '@parindex/core/rights/second-person';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { decideErasure, type Erasure, erasuresChanged } from './queries/erasures.ts';
import { erasureTexts } from './texts/erasures.ts';

interface DecidingProps {
  readonly erasure: Erasure;
  readonly onDecided: (told: string) => void;
}

/** A second person carries out or refuses what another requested; both are confirmed first. */
export function Deciding({ erasure, onDecided }: DecidingProps) {
  const texts = useTexts(erasureTexts);
  const [decision, setDecision] = useState<SecondPersonDecision>();
  const carryOut = texts.carryOut[erasure.kind];
  if (decision) return <DecisionForm key={decision} erasure={erasure} decision={decision} onDecided={onDecided} onCancel={() => setDecision(undefined)} />;
  return (
    <Group gap="xs">
      <Button color="red" onClick={() => setDecision('carriedOut')}>
        {carryOut.act}
      </Button>
      <Button variant="default" onClick={() => setDecision('refused')}>
        {texts.refuse.act}
      </Button>
    </Group>
  );
}

function DecisionForm({ erasure, decision, onDecided, onCancel }: DecidingProps & { decision: SecondPersonDecision; onCancel: () => void }) {
  const texts = useTexts(erasureTexts);
  const [note, setNote] = useState('');
  const { reaches } = erasure;
  // The narrowest comes first: others' evidence goes only where somebody says so.
  const [reach, setReach] = useState(reaches?.choices[0]?.reach);
  const carriesOut = decision === 'carriedOut';
  const { title, yes, done } = carriesOut ? texts.carryOut[erasure.kind] : texts.refuse;
  const more = carriesOut ? (reach ? texts.reaches.more[reach] : texts.carryOut[erasure.kind].more) : texts.refuse.more[erasure.kind];
  const sent = { decision, note: note.trim() === '' ? null : note.trim(), ...(carriesOut && reach ? { reach } : {}) };
  const decide = useAct(() => decideErasure(erasure, sent), {
    onDone: () => onDecided(done),
    refresh: erasuresChanged,
  });
  return (
    <InlineForm title={title} of={decision} submit={yes} act={decide} leave={texts.leave} onSubmit={() => decide.mutate()} onCancel={onCancel}>
      {carriesOut && reaches && reach ? <ReachInput reaches={reaches} reach={reach} onChange={setReach} /> : null}
      <Text size="sm" maw="75ch">
        {more}
      </Text>
      <ReasonInput
        label={carriesOut ? texts.carryOut.note : texts.refuse.note}
        description={texts.noContent}
        required={!carriesOut}
        {...limitsOf(erasureDecision).note}
        value={note}
        onChange={setNote}
      />
    </InlineForm>
  );
}

interface ReachInputProps {
  readonly reaches: NonNullable<Erasure['reaches']>;
  readonly reach: RemovalReach;
  readonly onChange: (reach: RemovalReach) => void;
}

/** How far a removal goes: what each choice takes, and what stays whatever is chosen. */
function ReachInput({ reaches: { choices, beyond }, reach, onChange }: ReachInputProps) {
  const texts = useTexts(erasureTexts).reaches;
  return (
    <Stack gap="xs">
      {choices.length > 1 ? (
        <Radio.Group label={texts.label} value={reach} onChange={(chosen) => onChange(chosen as RemovalReach)}>
          <Stack gap="xs" mt="xs">
            {choices.map((choice) => (
              <Radio
                key={choice.reach}
                value={choice.reach}
                label={texts.names[choice.reach]}
                description={texts.takes(
                  choice.documents,
                  choice.libraries,
                  choice.bodies.map(({ name }) => name),
                )}
              />
            ))}
          </Stack>
        </Radio.Group>
      ) : null}
      {choices.length === 1 && beyond === 0 ? <Text size="sm">{texts.nobodyElse}</Text> : null}
      {beyond > 0 ? <Text size="sm">{texts.beyond(beyond)}</Text> : null}
    </Stack>
  );
}
