import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { drawResult } from '@parindex/core/contracts/schemas/survey-draw';
import { limitsOf } from '../../../client/limits.ts';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { DecisionFields, decisionOf, NO_DECISION } from '../../../kit/fields/decision-fields.tsx';
import { CheckedForm } from '../../../kit/forms/checked-form.tsx';
import { useForm } from '../../../kit/forms/use-form.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import { drawSample, drawsChanged } from '../queries/draws.ts';
import { drawTexts } from '../texts/draws.ts';

/** Enters what came out of the public act, by which the sample is drawn at once. */
export function SeedForm({ round, number }: { round: string; number: number }) {
  const texts = useTexts(drawTexts).seed;
  const { values, text, input } = useForm({ seed: '', attended: '', minutes: NO_DECISION }, limitsOf(drawResult));
  const draw = useAct(
    ({ seed, attended, minutes }: typeof values) =>
      drawSample(round, number, { seed: seed.trim(), attended: attended.trim(), minutes: decisionOf(minutes) ?? { number: '', date: '' } }),
    { refresh: (client) => drawsChanged(client, round) },
  );
  return (
    <CheckedForm onSubmit={() => draw.mutate(values)}>
      <Stack>
        <Text fw={600}>{texts.title}</Text>
        <TextInput label={texts.seed} description={texts.seedMore} required {...text('seed')} />
        <TextInput label={texts.attended} required {...text('attended')} />
        <DecisionFields labels={{ number: texts.number, date: texts.date }} required {...input('minutes')} />
        <Outcome error={draw.error} />
        <Group>
          <Button type="submit" loading={draw.isPending}>
            {texts.act}
          </Button>
        </Group>
      </Stack>
    </CheckedForm>
  );
}
