import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../kit/language.tsx';
import { Section } from '../../kit/section.tsx';
import type { PartProps } from '../rounds/parts.ts';
import { UrgingForm } from './overdue-letter-form.tsx';
import { urgingTexts } from './texts/overdue-letters.ts';

/** Who has not ended the self-assessment, and what urges them; for owners of an open round. */
export function UrgingSection({ round }: Pick<PartProps, 'round'>) {
  const texts = useTexts(urgingTexts);
  const [open, setOpen] = useState(false);
  return (
    <Section title={texts.title} lead={texts.lead}>
      {open ? (
        <UrgingForm round={round} />
      ) : (
        <Button w="fit-content" variant="default" onClick={() => setOpen(true)}>
          {texts.open}
        </Button>
      )}
    </Section>
  );
}
