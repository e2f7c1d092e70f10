import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { newDraw } from '@parindex/core/contracts/schemas/survey-draw';
import { limitsOf } from '../../../client/limits.ts';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { OpeningInput } from '../../../kit/fields/moment-input.tsx';
import { CheckedForm } from '../../../kit/forms/checked-form.tsx';
import { useForm } from '../../../kit/forms/use-form.ts';
import { Section } from '../../../kit/page/section.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { declareDraw, drawsChanged } from '../queries/draws.ts';
import { drawTexts } from '../texts/draws.ts';

/** Declares the public act that will fix the seed: with it design and frame stand. */
export function DeclareSection({ round, frame }: { round: string; frame: string }) {
  const texts = useTexts(drawTexts).declare;
  const { values, text, input } = useForm({ what: '', place: '', at: undefined as string | undefined }, limitsOf(newDraw));
  const declare = useAct(({ what, place, at = '' }: typeof values) => declareDraw(round, { frame, what: what.trim(), place: place.trim(), at }), {
    refresh: (client) => drawsChanged(client, round),
  });
  return (
    <Section title={texts.title} lead={texts.lead}>
      <CheckedForm onSubmit={() => declare.mutate(values)}>
        <Stack>
          <Textarea label={texts.what} required rows={2} {...text('what')} />
          <TextInput label={texts.place} required {...text('place')} />
          <OpeningInput label={texts.at} description={texts.atMore} required {...input('at')} />
          <Outcome error={declare.error} />
          <Group>
            <Button type="submit" loading={declare.isPending}>
              {texts.act}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
    </Section>
  );
}
