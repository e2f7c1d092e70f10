import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { adoption } from '@parindex/core/contracts/schemas/editions';
import { limitsOf } from '../../client/limits.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { DayInput } from '../../kit/fields/day-input.tsx';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { adoptEdition, type Edition, editionAnswered } from './queries/editions.ts';
import { editionTexts } from './texts/editions.ts';

interface Typed {
  readonly number: string;
  readonly date: string | undefined;
  readonly effectiveFrom: string | undefined;
  readonly effectiveTo: string | undefined;
}

const NOTHING: Typed = { number: '', date: undefined, effectiveFrom: undefined, effectiveTo: undefined };

/** Adopts a draft by a decision; the server checks it completely and locks it. */
export function AdoptSection({ edition }: { edition: Edition }) {
  const texts = useTexts(editionTexts).adopt;
  const { values, text, input } = useForm<Typed>(NOTHING, limitsOf(adoption).decision);
  const { number, date, effectiveFrom, effectiveTo } = values;
  const adopt = useAct(
    () => {
      if (date === undefined || effectiveFrom === undefined) throw new Error('an adoption without its days has been sent');
      return adoptEdition(edition.id, {
        version: edition.version,
        effectiveFrom,
        ...(effectiveTo === undefined ? {} : { effectiveTo }),
        decision: { number: number.trim(), date },
      });
    },
    { refresh: editionAnswered },
  );
  const submit = () => {
    adopt.mutate();
  };
  return (
    <Section title={texts.title} lead={texts.lead}>
      <CheckedForm onSubmit={submit}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput label={texts.number} required {...text('number')} />
            <DayInput label={texts.date} required {...input('date')} />
            <DayInput label={texts.from} required {...input('effectiveFrom')} />
            <DayInput label={texts.to} description={texts.toMore} {...input('effectiveTo')} />
          </SimpleGrid>
          <Outcome error={adopt.error} load={adopt.load} />
          <Group>
            <Button type="submit" loading={adopt.isPending}>
              {texts.act}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
    </Section>
  );
}
