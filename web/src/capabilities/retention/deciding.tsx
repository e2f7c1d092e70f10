import { Button, Group, Text, Textarea } from '@mantine/core';
import { erasureDecision } from '@parindex/core/contracts/schemas/erasures';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { InlineForm } from '../../kit/inline-form.tsx';
import { useTexts } from '../../kit/language.tsx';
import { useAct } from '../../kit/use-act.ts';
import { decideErasure, type Erasure, erasuresChanged } from './queries/erasures.ts';
import { erasureTexts } from './texts/erasures.ts';

interface DecidingProps {
  readonly erasure: Erasure;
  readonly onDecided: (told: string) => void;
}

/** A second person carries out or refuses what another requested; both are confirmed first. */
export function Deciding({ erasure, onDecided }: DecidingProps) {
  const texts = useTexts(erasureTexts);
  const [decision, setDecision] = useState<'carriedOut' | 'refused'>();
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

function DecisionForm({ erasure, decision, onDecided, onCancel }: DecidingProps & { decision: 'carriedOut' | 'refused'; onCancel: () => void }) {
  const texts = useTexts(erasureTexts);
  const [note, setNote] = useState('');
  const carriesOut = decision === 'carriedOut';
  const { title, yes, done } = carriesOut ? texts.carryOut[erasure.kind] : texts.refuse;
  const more = carriesOut ? texts.carryOut[erasure.kind].more : texts.refuse.more[erasure.kind];
  const decide = useAct(() => decideErasure(erasure, { decision, note: note.trim() === '' ? null : note.trim() }), {
    onDone: () => onDecided(done),
    refresh: erasuresChanged,
  });
  return (
    <InlineForm title={title} of={decision} submit={yes} act={decide} leave={texts.leave} onSubmit={() => decide.mutate()} onCancel={onCancel}>
      <Text size="sm" maw="75ch">
        {more}
      </Text>
      <Textarea
        label={carriesOut ? texts.carryOut.note : texts.refuse.note}
        description={texts.noContent}
        required={!carriesOut}
        {...limitsOf(erasureDecision).note}
        autosize
        minRows={2}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
    </InlineForm>
  );
}
