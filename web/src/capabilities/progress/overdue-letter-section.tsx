import { Button } from '@mantine/core';
import { standingOf } from '@parindex/core/progress/standing';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../../kit/page/section.tsx';
import { later } from '../../kit/reading/later.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { PartProps } from '../rounds/parts.ts';
import { boardQuery } from './queries/board.ts';
import { overdueLetterTexts } from './texts/overdue-letters.ts';

const OverdueLetterForm = later(async () => (await import('./overdue-letter-form.tsx')).OverdueLetterForm);

/** Bodies with an unfinished self-assessment, and the overdue letter; for owners of an open round. */
export function OverdueLetterSection({ round }: Pick<PartProps, 'round'>) {
  const texts = useTexts(overdueLetterTexts);
  const [open, setOpen] = useState(false);
  const board = useQuery(boardQuery(round.id, false)).data;
  if (board?.rows.every((row) => standingOf(row) === 'sent') ?? true) return null;
  return (
    <div className="screen-only">
      <Section title={texts.title} lead={texts.lead}>
        {open ? (
          <OverdueLetterForm round={round} />
        ) : (
          <Button w="fit-content" variant="default" onClick={() => setOpen(true)}>
            {texts.open}
          </Button>
        )}
      </Section>
    </div>
  );
}
