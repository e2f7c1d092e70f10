import { Button, FileInput, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { CheckedForm } from '../../../kit/forms/checked-form.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { bringDesign, type Draws, drawsChanged } from '../queries/draws.ts';
import { drawTexts } from '../texts/draws.ts';
import { DesignShown } from './design-shown.tsx';

/** A design, brought as a file: its faults by line, or what it says. */
export function DesignSection({ round, design }: { round: string; design: Draws['design'] }) {
  const texts = useTexts(drawTexts).design;
  const [file, setFile] = useState<File | null>(null);
  const bring = useAct(async (chosen: File) => bringDesign(round, await chosen.text()), {
    refresh: (client) => drawsChanged(client, round),
    onDone: () => setFile(null),
  });
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Stack>
        {design ? <DesignShown design={design} /> : null}
        <CheckedForm onSubmit={() => file && bring.mutate(file)}>
          <Stack>
            <FileInput
              label={texts.file}
              placeholder={texts.choose}
              accept=".yaml,.yml,.json"
              required
              value={file}
              onChange={(chosen) => {
                setFile(chosen);
                bring.reset();
              }}
            />
            <Outcome error={bring.error} done={bring.isSuccess ? texts.done : undefined} />
            <Group>
              <Button type="submit" variant={design ? 'default' : 'filled'} loading={bring.isPending}>
                {texts.act}
              </Button>
            </Group>
          </Stack>
        </CheckedForm>
      </Stack>
    </Section>
  );
}
