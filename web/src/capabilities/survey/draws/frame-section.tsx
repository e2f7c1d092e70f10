import { Button, FileInput, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Refused } from '../../../client/request.ts';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { CheckedForm } from '../../../kit/forms/checked-form.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { FileFaults } from '../file-faults.tsx';
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
              <FileFaults of={bring.error} faults={faults} />
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
