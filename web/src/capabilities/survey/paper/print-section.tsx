import { Button, Group, NumberInput, Select, SimpleGrid, Stack } from '@mantine/core';
import { paperWanted } from '@parindex/core/contracts/schemas/survey-paper';
import { useState } from 'react';
import { limitsOf } from '../../../client/limits.ts';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { saveFile } from '../../../kit/acts/save-file.ts';
import { useAct } from '../../../kit/acts/use-act.ts';
import { CheckedForm } from '../../../kit/forms/checked-form.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { makePaperForms, type PaperForms, type PaperWanted, paperChanged } from '../queries/paper.ts';
import { paperTexts } from '../texts/paper.ts';

/** Makes a batch of forms for a body by a group, and downloads them: their codes are told this once. */
export function PrintSection({ round, forms }: { round: string; forms: PaperForms }) {
  const all = useTexts(paperTexts);
  const texts = all.print;
  const [body, setBody] = useState<string | null>(null);
  const [group, setGroup] = useState<string | null>(null);
  const [asked, setKind] = useState<PaperWanted['kind']>('addressed');
  const [only, setOnly] = useState<'missing' | 'unanswered'>('missing');
  const [count, setCount] = useState<number | string>('');
  const confirmed = forms.bodies.find(({ id }) => id === body)?.confirmed ?? true;
  const kind = confirmed ? asked : 'unaddressed';
  const make = useAct((wanted: PaperWanted) => makePaperForms(round, wanted), {
    refresh: (client) => paperChanged(client, round),
    onDone: (file, wanted) => saveFile(file, `phieu-giay-${wanted.body}-${wanted.group}.pdf`),
  });
  return (
    <Section title={texts.title} lead={texts.lead}>
      <CheckedForm
        onInput={() => make.reset()}
        onSubmit={() => {
          if (body !== null && group !== null) make.mutate({ body, group, kind, ...(kind === 'addressed' ? { only } : { forms: Number(count) }) });
        }}
      >
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select label={all.body} required data={forms.bodies.map(({ id, name }) => ({ value: id, label: name }))} value={body} onChange={setBody} />
            <Select label={all.group} required data={forms.groups.map(({ id, title }) => ({ value: id, label: title }))} value={group} onChange={setGroup} />
            <Select
              label={texts.kind}
              description={confirmed ? undefined : texts.unconfirmed}
              allowDeselect={false}
              data={(['addressed', 'unaddressed'] as const).map((value) => ({
                value,
                label: all.kinds[value],
                disabled: value === 'addressed' && !confirmed,
              }))}
              value={kind}
              onChange={(value) => value !== null && setKind(value)}
            />
            {kind === 'addressed' ? (
              <Select
                label={texts.only}
                allowDeselect={false}
                data={(['missing', 'unanswered'] as const).map((value) => ({ value, label: texts[value] }))}
                value={only}
                onChange={(value) => value !== null && setOnly(value)}
              />
            ) : (
              <NumberInput label={texts.forms} required {...limitsOf(paperWanted).forms} allowDecimal={false} value={count} onChange={setCount} />
            )}
          </SimpleGrid>
          <Outcome error={make.error} done={make.isSuccess ? texts.done : undefined} />
          <Group>
            <Button type="submit" loading={make.isPending}>
              {texts.act}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
    </Section>
  );
}
