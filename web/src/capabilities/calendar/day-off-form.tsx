import { Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { daysOffList } from '@parindex/core/contracts/schemas/days-off';
import { isWeekend } from '@parindex/core/round/working-days';
import { limitsOf } from '../../client/limits.ts';
import { DayInput } from '../../kit/fields/day-input.tsx';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { formatDay } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import type { DayOff } from './queries/days-off.ts';
import { daysOffTexts } from './texts/days-off.ts';

interface DayOffFormProps {
  readonly year: number;
  /** The day to change; undefined: a new one. */
  readonly before: DayOff | undefined;
  readonly onPut: (day: DayOff) => void;
  readonly onCancel: () => void;
}

/** One day off, or a make-up working day. */
export function DayOffForm({ year, before, onPut, onCancel }: DayOffFormProps) {
  const texts = useTexts(daysOffTexts);
  const { values, put, text, input } = useForm(
    { date: before?.date, kind: before?.kind ?? ('off' as DayOff['kind']), name: before?.name ?? '', source: before?.source ?? '' },
    limitsOf(daysOffList).days,
  );
  const { date, kind, name, source } = values;
  const strange = date !== undefined && !date.startsWith(`${year}-`);
  const worksAnyway = kind === 'worked' && date !== undefined && !isWeekend(date);
  const wrong = strange ? texts.otherYear(String(year)) : worksAnyway ? texts.workedNote : undefined;
  const submit = () => {
    if (date !== undefined && !wrong) onPut({ date, kind, name: name.trim(), source: source.trim() });
  };
  return (
    <InlineForm
      title={before ? texts.editTitle(formatDay(before.date)) : texts.addTitle}
      of={before?.date ?? 'new'}
      submit={texts.put}
      quiet
      onSubmit={submit}
      onCancel={onCancel}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DayInput label={texts.date} required {...input('date')} />
        <Select
          label={texts.kind}
          data={(['off', 'worked'] as const).map((one) => ({ value: one, label: texts.kinds[one] }))}
          value={kind}
          onChange={(chosen) => put({ kind: chosen === 'worked' ? 'worked' : 'off' })}
          allowDeselect={false}
        />
        <TextInput label={texts.name} description={texts.nameMore} required {...text('name')} />
        <TextInput label={texts.source} description={texts.sourceMore} required {...text('source')} />
      </SimpleGrid>
      {wrong ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {wrong}
        </Text>
      ) : null}
    </InlineForm>
  );
}
