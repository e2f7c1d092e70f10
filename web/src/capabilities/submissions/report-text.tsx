import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Facts } from '../../kit/facts.tsx';
import { formatMoment } from '../../kit/format.ts';
import { useTexts } from '../../kit/language.tsx';
import { Outcome } from '../../kit/outcome.tsx';
import { Section } from '../../kit/section.tsx';
import { type SendingStanding, type SheetPlace, sheetActed, writeReportText } from './queries/sendings.ts';
import { sendingTexts } from './texts/sending.ts';

interface ReportTextProps {
  readonly sheet: SheetPlace;
  readonly text: SendingStanding['text'];
  readonly mayWrite: boolean;
}

const LONGEST = 20_000;

/** Difficulties and proposals: typed here once, read by the owner in one list. */
export function ReportText({ sheet, text, mayWrite }: ReportTextProps) {
  const texts = useTexts(sendingTexts).text;
  return (
    <Section title={texts.title} lead={texts.lead}>
      {mayWrite ? (
        // Others' words are not written over: what they saved in between is shown first.
        <ReportTextForm key={text.version} sheet={sheet} text={text} />
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

function ReportTextForm({ sheet, text }: Omit<ReportTextProps, 'mayWrite'>) {
  const texts = useTexts(sendingTexts).text;
  const client = useQueryClient();
  const [difficulties, setDifficulties] = useState(text.difficulties);
  const [proposals, setProposals] = useState(text.proposals);
  const save = useMutation({
    mutationFn: () => writeReportText(sheet, { base: text.version, difficulties, proposals }),
    onSuccess: () => sheetActed(client, sheet),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack maw="75ch">
        <Textarea
          label={texts.difficulties}
          autosize
          minRows={3}
          maxLength={LONGEST}
          value={difficulties}
          onChange={({ currentTarget }) => setDifficulties(currentTarget.value)}
        />
        <Textarea
          label={texts.proposals}
          autosize
          minRows={3}
          maxLength={LONGEST}
          value={proposals}
          onChange={({ currentTarget }) => setProposals(currentTarget.value)}
        />
        <Outcome error={save.error} done={save.isSuccess ? texts.saved : undefined} />
        <Button type="submit" w="fit-content" loading={save.isPending}>
          {texts.save}
        </Button>
      </Stack>
    </form>
  );
}
