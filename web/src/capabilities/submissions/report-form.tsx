import { Button, Stack } from '@mantine/core';
import type { ReportForm } from '@parindex/core/submissions/report-form';
import type { FormEvent } from 'react';
import type { SheetKey } from '../../client/sheet.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { SigningFields, useSigning } from '../../kit/fields/signing-fields.tsx';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { type SendingStanding, sheetActed, writeReportText } from './queries/sendings.ts';
import { sendingTexts } from './texts/sending.ts';

/** Who signs the report and who gets it: chosen when it is made, until it is sent. */
export function ReportFormEditor({ sheet, standing }: { readonly sheet: SheetKey; readonly standing: SendingStanding }) {
  const texts = useTexts(sendingTexts).form;
  const { text, body } = standing;
  const save = useAct(
    (form: ReportForm) =>
      writeReportText(sheet, {
        base: text.version,
        difficulties: text.difficulties,
        proposals: text.proposals,
        form: { ...form, recipients: [...form.recipients] },
      }),
    { refresh: (client) => sheetActed(client, sheet) },
  );
  return (
    <Section title={texts.title} lead={texts.lead}>
      {/* Shows what others saved meanwhile instead of overwriting it; what is typed here stays where only the other texts were saved. */}
      <FormFields key={JSON.stringify(text.form)} kind={body.kind} form={text.form} saving={save.isPending} onSave={(form) => save.mutate(form)} />
      <Outcome error={save.error} done={save.isSuccess ? texts.saved : undefined} />
    </Section>
  );
}

interface FormFieldsProps {
  readonly kind: SendingStanding['body']['kind'];
  readonly form: ReportForm;
  readonly saving: boolean;
  readonly onSave: (form: ReportForm) => void;
}

function FormFields({ kind, form, saving, onSave }: FormFieldsProps) {
  const texts = useTexts(sendingTexts).form;
  const signing = useSigning(form);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(signing.typed);
  };
  return (
    <form onSubmit={submit}>
      <Stack maw="75ch">
        <SigningFields kind={kind} signing={signing} shown={texts.shown} />
        <Button type="submit" variant="default" w="fit-content" loading={saving}>
          {texts.save}
        </Button>
      </Stack>
    </form>
  );
}
