import { Stack } from '@mantine/core';
import { useRights } from '../../client/rights.ts';
import { RoundNotices } from '../discussion/notices/round-notices.tsx';
import { OverdueLetterSection } from '../progress/overdue-letter-section.tsx';
import { ArchiveSection } from './archive-section.tsx';
import { CalendarPicture } from './calendar-picture.tsx';
import { ClosingSection } from './closing-section.tsx';
import { CopiedParts } from './copied-parts.tsx';
import { FactsSection } from './facts-section.tsx';
import { GatheredTexts } from './gathered-texts.tsx';
import { OpeningSection } from './opening-section.tsx';
import type { PartProps } from './parts.ts';
import { RoundChanged } from './round-changed.tsx';
import { RoundWarnings } from './round-warnings.tsx';

/** Where the round stands, and what is next. */
export function OverviewPart(props: PartProps) {
  const { round, mayChange } = props;
  const { may } = useRights();
  const owns = may('round.write', { roundOwner: round.ownerBody.id });
  return (
    <Stack>
      <RoundChanged round={round} />
      {round.steps.length > 0 ? <CalendarPicture round={round} /> : null}
      {mayChange && round.unconfirmed.length > 0 ? <CopiedParts {...props} /> : null}
      {mayChange && round.state === 'draft' ? <OpeningSection {...props} /> : <RoundWarnings {...props} />}
      {round.state === 'draft' ? null : <RoundNotices round={round.id} owns={mayChange} />}
      {mayChange && round.state === 'open' ? <OverdueLetterSection round={round} /> : null}
      <FactsSection {...props} />
      {owns && round.state !== 'draft' ? <GatheredTexts round={round.id} /> : null}
      {mayChange && round.state === 'open' ? <ClosingSection {...props} /> : null}
      {round.state === 'closed' ? <ArchiveSection round={round} /> : null}
    </Stack>
  );
}
