import { Button, Stack, Text, Textarea } from '@mantine/core';
import { newReportText } from '@parindex/core/contracts/schemas/sendings';
import type { FormEvent } from 'react';
import { limitsOf } from '../../client/limits.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { AskBeforeLeaving } from '../../kit/forms/ask-before-leaving.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { Facts } from '../../kit/page/facts.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { type SendingStanding, sheetActed, writeReportText } from './queries/sendings.ts';
import { sendingTexts } from './texts/sending.ts';

interface ReportTextProps {
  readonly sheet: SheetKey;
  readonly text: SendingStanding['text'];
  readonly mayWrite: boolean;
}

/** Difficulties and proposals: entered here, read by the owner in one list. */
export function ReportText({ sheet, text, mayWrite }: ReportTextProps) {
  const texts = useTexts(sendingTexts).text;
  return (
    <Section title={texts.title} lead={texts.lead}>
      {mayWrite ? (
        <ReportTextForm sheet={sheet} text={text} />
      ) : (
        <Facts
          cols={1}
          facts={[
            [texts.difficulties, <Written key="difficulties" text={text.difficulties} />],
            [texts.proposals, <Written key="proposals" text={text.proposals} />],
          ]}
        />
      )}
      {text.writtenBy && text.writtenAt ? <Text size="sm">{texts.by(text.writtenBy.name, formatMoment(text.writtenAt))}</Text> : null}
    </Section>
  );
}

function Written({ text }: { text: string }) {
  const texts = useTexts(sendingTexts).text;
  return <Text style={{ whiteSpace: 'pre-line' }}>{text || texts.none}</Text>;
}

type Texts = Pick<SendingStanding['text'], 'difficulties' | 'proposals'>;

function ReportTextForm({ sheet, text }: Omit<ReportTextProps, 'mayWrite'>) {
  const texts = useTexts(sendingTexts).text;
  const save = useAct((typed: Texts) => writeReportText(sheet, { base: text.version, ...typed }), {
    refresh: (client) => sheetActed(client, sheet),
  });
  const { difficulties, proposals } = text;
  return (
    <>
      {/* Shows what others saved meanwhile instead of overwriting it; what is typed here stays where only the form was saved. */}
      <TextFields
        key={JSON.stringify([difficulties, proposals])}
        text={{ difficulties, proposals }}
        saving={save.isPending}
        onSave={(typed) => save.mutate(typed)}
      />
      <Outcome error={save.error} done={save.isSuccess ? texts.saved : undefined} />
    </>
  );
}

function TextFields({ text, saving, onSave }: { readonly text: Texts; readonly saving: boolean; readonly onSave: (typed: Texts) => void }) {
  const texts = useTexts(sendingTexts).text;
  const form = useForm(text, limitsOf(newReportText));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(form.values);
  };
  const unsaved = form.values.difficulties !== text.difficulties || form.values.proposals !== text.proposals;
  return (
    <form onSubmit={submit}>
      <AskBeforeLeaving unsaved={unsaved} ofView />
      <Stack maw="75ch">
        <Textarea label={texts.difficulties} rows={3} {...form.text('difficulties')} />
        <Textarea label={texts.proposals} rows={3} {...form.text('proposals')} />
        <Button type="submit" w="fit-content" loading={saving}>
          {texts.save}
        </Button>
      </Stack>
    </form>
  );
}
