import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { reportForm } from '@parindex/core/contracts/schemas/sendings';
import { recipientsOf, SIGNED_AS, signatureLines, usualPositions } from '@parindex/core/submissions/report-form';
import type { FormEvent } from 'react';
import { limitsOf } from '../../client/limits.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { useTexts } from '../../kit/language.tsx';
import { Outcome } from '../../kit/outcome.tsx';
import { Section } from '../../kit/section.tsx';
import { useAct } from '../../kit/use-act.ts';
import { useForm } from '../../kit/use-form.ts';
import { type SendingStanding, sheetActed, writeReportText } from './queries/sendings.ts';
import { sendingTexts } from './texts/sending.ts';

/** Recipients as they were typed, a line each. */
const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Who signs the report and who gets it: chosen when it is made, until it is sent. */
export function ReportFormEditor({ sheet, standing }: { readonly sheet: SheetKey; readonly standing: SendingStanding }) {
  const texts = useTexts(sendingTexts).form;
  const {
    text,
    body: { kind },
  } = standing;
  const { recipients, ...chosen } = text.form;
  const form = useForm({ ...chosen, others: recipients.join('\n') }, limitsOf(reportForm));
  const { others, ...values } = form.values;
  const next = { ...values, recipients: linesOf(others) };
  const save = useAct(() => writeReportText(sheet, { base: text.version, difficulties: text.difficulties, proposals: text.proposals, form: next }), {
    refresh: (client) => sheetActed(client, sheet),
  });
  const usual = usualPositions(kind, values.signedAs);
  const { authority, positions } = signatureLines(kind, values);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Section title={texts.title} lead={texts.lead}>
      <form onSubmit={submit}>
        <Stack maw="75ch">
          <Select
            label={texts.signedAs}
            data={SIGNED_AS.map((value) => ({ value, label: texts.as[value] }))}
            allowDeselect={false}
            value={values.signedAs}
            onChange={(value) => form.put({ signedAs: SIGNED_AS.find((one) => one === value) ?? 'head' })}
          />
          <Group grow align="flex-start">
            <TextInput label={texts.head} placeholder={usual.head} {...form.text('head')} />
            {values.signedAs === 'head' ? null : <TextInput label={texts.position} placeholder={usual.position} {...form.text('position')} />}
          </Group>
          <TextInput label={texts.signer} {...form.text('signer')} />
          <Group grow align="flex-start">
            <TextInput label={texts.place} description={texts.placeHint} {...form.text('place')} />
            <TextInput label={texts.unit} description={texts.unitHint} {...form.text('unit')} />
          </Group>
          <Textarea label={texts.recipients} description={texts.recipientsHint} autosize minRows={2} {...form.text('others')} />
          <Stack gap={2}>
            <Text size="sm" c="dimmed">
              {texts.shown}:
            </Text>
            <Text size="sm" fw={700}>
              {[authority, ...positions]
                .filter((line) => line !== null)
                .map((line) => line.toLocaleUpperCase('vi'))
                .join(' / ')}
            </Text>
            <Text size="sm">{recipientsOf(next).join('; ')}</Text>
          </Stack>
          <Outcome error={save.error} done={save.isSuccess ? texts.saved : undefined} />
          <Button type="submit" variant="default" w="fit-content" loading={save.isPending}>
            {texts.save}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
