import { Button, FileInput, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Refused } from '../../../client/request.ts';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { CheckedForm } from '../../../kit/forms/checked-form.tsx';
import { Table } from '../../../kit/lists/table.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { Arrival } from '../../../kit/reading/arrival.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { bringFrame, type Draws, drawsChanged } from '../queries/draws.ts';
import { drawTexts } from '../texts/draws.ts';
import { FrameShown } from './frame-shown.tsx';

interface FrameSectionProps {
  readonly round: string;
  /** Whether there is a design by which it is read. */
  readonly ready: boolean;
  readonly frame: Draws['frame'];
}

/** A frame, brought as a file: its faults by line, or how large it is. */
export function FrameSection({ round, ready, frame }: FrameSectionProps) {
  const all = useTexts(drawTexts);
  const texts = all.frame;
  const [file, setFile] = useState<File | null>(null);
  const bring = useAct((chosen: File) => bringFrame(round, chosen), { refresh: (client) => drawsChanged(client, round), onDone: () => setFile(null) });
  const faults = bring.error instanceof Refused ? bring.error.problem.faults : undefined;
  if (!ready)
    return (
      <Section title={texts.title} lead={texts.lead}>
        <Text size="sm">{texts.first}</Text>
      </Section>
    );
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Stack>
        {frame ? <FrameShown frame={frame} fileName={frame.fileName} /> : null}
        <CheckedForm onSubmit={() => file && bring.mutate(file)}>
          <Stack>
            <FileInput
              label={texts.file}
              placeholder={all.design.choose}
              accept=".csv,.xlsx"
              required
              value={file}
              onChange={(chosen) => {
                setFile(chosen);
                bring.reset();
              }}
            />
            {faults && bring.error instanceof Refused ? (
              <Faults of={bring.error} faults={faults} />
            ) : (
              <Outcome error={bring.error} done={bring.isSuccess ? texts.done : undefined} />
            )}
            <Group>
              <Button type="submit" variant={frame ? 'default' : 'filled'} loading={bring.isPending}>
                {texts.act}
              </Button>
            </Group>
          </Stack>
        </CheckedForm>
      </Stack>
    </Section>
  );
}

function Faults({ of, faults }: { of: Refused; faults: NonNullable<Refused['problem']['faults']> }) {
  const texts = useTexts(drawTexts).frame;
  const { language } = useLanguage();
  const numbered = faults.map((fault, index) => ({ ...fault, index }));
  const all = of.problem['faultCount'];
  return (
    <Stack>
      <Arrival of={of}>
        <Notice kind="fault">{texts.faults(formatCount(typeof all === 'number' ? all : faults.length, language))}</Notice>
      </Arrival>
      <Table
        caption={texts.faultsTable}
        rows={numbered}
        keyOf={({ index }) => String(index)}
        columns={[
          { key: 'place', title: texts.place, names: true, least: '12rem', cell: ({ place }) => place || texts.whole },
          { key: 'message', title: texts.message, cell: ({ message }) => message },
        ]}
      />
    </Stack>
  );
}
