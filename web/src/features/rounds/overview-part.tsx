import { Stack } from '@mantine/core';
import { RoundNotices } from '../notices/round-notices.tsx';
import { ArchiveSection } from './archive-section.tsx';
import { CalendarPicture } from './calendar-picture.tsx';
import { ClosingSection } from './closing-section.tsx';
import { CopiedParts } from './copied-parts.tsx';
import { FactsSection } from './facts-section.tsx';
import { OpeningSection } from './opening-section.tsx';
import type { PartProps } from './parts.ts';
import { RoundTurned } from './round-turned.tsx';
import { RoundWarnings } from './round-warnings.tsx';

/** Where the round stands, and what is next. */
export function OverviewPart(props: PartProps) {
  const { round, mayChange } = props;
  return (
    <Stack>
      <RoundTurned round={round} />
      {round.steps.length > 0 ? <CalendarPicture round={round} /> : null}
      {mayChange && round.unconfirmed.length > 0 ? <CopiedParts {...props} /> : null}
      {mayChange && round.state === 'draft' ? <OpeningSection {...props} /> : <RoundWarnings {...props} />}
      {round.state === 'draft' ? null : <RoundNotices round={round.id} owns={mayChange} />}
      <FactsSection {...props} />
      {mayChange && round.state === 'open' ? <ClosingSection {...props} /> : null}
      {round.state === 'closed' ? <ArchiveSection round={round} /> : null}
    </Stack>
  );
}
