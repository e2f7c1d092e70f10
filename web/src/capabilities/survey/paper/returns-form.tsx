import { NumberInput, SimpleGrid, Text } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../kit/acts/use-act.ts';
import { InlineForm } from '../../../kit/forms/inline-form.tsx';
import { formatMoment } from '../../../kit/words/format.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import { type PaperBatch, type PaperReturned, paperChanged, recordPaperReturns } from '../queries/paper.ts';
import { paperTexts } from '../texts/paper.ts';

interface ReturnsFormProps {
  readonly round: string;
  readonly batch: PaperBatch;
  readonly onClose: () => void;
}

const FIELDS = ['returned', 'blank', 'spoiled', 'refused'] as const;

/** How many forms of a batch are back by now, and how many of them hold nothing to be typed. */
export function ReturnsForm({ round, batch, onClose }: ReturnsFormProps) {
  const all = useTexts(paperTexts);
  const texts = all.returns;
  const [counts, setCounts] = useState<Readonly<Record<(typeof FIELDS)[number], number | string>>>(
    batch.back ?? { returned: '', blank: 0, spoiled: 0, refused: 0 },
  );
  const record = useAct((returned: PaperReturned) => recordPaperReturns(round, batch.id, returned), {
    refresh: (client) => paperChanged(client, round),
    onDone: onClose,
  });
  return (
    <InlineForm
      title={all.batches.recordOf(batch.body.name, formatMoment(batch.madeAt))}
      of={batch.id}
      submit={texts.act}
      act={record}
      onCancel={onClose}
      onSubmit={() => {
        const [returned, blank, spoiled, refused] = FIELDS.map((field) => Number(counts[field])) as [number, number, number, number];
        record.mutate({ returned, blank, spoiled, refused });
      }}
    >
      <Text size="sm">{texts.lead}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }}>
        {FIELDS.map((field) => (
          <NumberInput
            key={field}
            label={texts[field]}
            required
            min={0}
            max={batch.count}
            allowDecimal={false}
            value={counts[field]}
            onChange={(value) => setCounts((before) => ({ ...before, [field]: value }))}
          />
        ))}
      </SimpleGrid>
    </InlineForm>
  );
}
