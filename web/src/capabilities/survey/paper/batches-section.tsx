import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Table } from '../../../kit/lists/table.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { formatCount, formatMoment } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import type { PaperBatch, PaperForms } from '../queries/paper.ts';
import { paperTexts } from '../texts/paper.ts';
import { ReturnsForm } from './returns-form.tsx';

/** The batches that went out, and how many of each are back. */
export function BatchesSection({ round, forms }: { round: string; forms: PaperForms }) {
  const all = useTexts(paperTexts);
  const texts = all.batches;
  const { language } = useLanguage();
  const [opened, setOpened] = useState<string>();
  const titles = new Map(forms.groups.map(({ id, title }) => [id, title]));
  const batch = forms.batches.find(({ id }) => id === opened);
  return (
    <Section title={texts.title}>
      <Stack>
        {batch ? <ReturnsForm key={batch.id} round={round} batch={batch} onClose={() => setOpened(undefined)} /> : null}
        <Table
          caption={texts.title}
          rows={forms.batches}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'made',
              title: texts.made,
              names: true,
              least: '9rem',
              cell: ({ madeAt, madeBy }) => (
                <>
                  {formatMoment(madeAt)}
                  <Text size="xs" c="dimmed">
                    {madeBy.name}
                  </Text>
                </>
              ),
            },
            { key: 'body', title: all.body, least: '11rem', cell: ({ body }) => body.name },
            { key: 'group', title: all.group, least: '11rem', cell: ({ group }) => titles.get(group) ?? group },
            { key: 'kind', title: texts.kind, cell: ({ kind }) => texts.kinds[kind] },
            { key: 'count', title: texts.count, align: 'right', cell: ({ count }) => formatCount(count, language) },
            { key: 'back', title: texts.back, least: '13rem', cell: ({ back }) => <Back back={back} /> },
            ...(forms.state === 'open'
              ? [
                  {
                    key: 'act',
                    title: <span className="unseen">{texts.record}</span>,
                    cell: ({ id, body, madeAt }: PaperBatch) => (
                      <Button size="xs" variant="default" aria-label={texts.recordOf(body.name, formatMoment(madeAt))} onClick={() => setOpened(id)}>
                        {texts.record}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Stack>
    </Section>
  );
}

function Back({ back }: Pick<PaperBatch, 'back'>) {
  const texts = useTexts(paperTexts).batches;
  const { language } = useLanguage();
  if (!back) return texts.notBack;
  const count = (of: number) => formatCount(of, language);
  return (
    <>
      {texts.backOf(count(back.returned), count(back.blank), count(back.spoiled), count(back.refused))}
      <Text size="xs" c="dimmed">
        {texts.by(back.recordedBy.name, formatMoment(back.recordedAt))}
      </Text>
    </>
  );
}
