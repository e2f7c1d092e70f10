import { Stack } from '@mantine/core';
import { RoundNotices } from '../../capabilities/discussion/notices/round-notices.tsx';
import { OverdueLetterSection } from '../../capabilities/progress/overdue-letter-section.tsx';
import { CalendarPicture } from '../../capabilities/rounds/calendar-picture.tsx';
import { ClosingSection } from '../../capabilities/rounds/closing-section.tsx';
import { CopiedParts } from '../../capabilities/rounds/copied-parts.tsx';
import { EstimatesSection } from '../../capabilities/rounds/estimates-section.tsx';
import { FactsSection } from '../../capabilities/rounds/facts-section.tsx';
import { OpeningSection } from '../../capabilities/rounds/opening-section.tsx';
import type { PartProps } from '../../capabilities/rounds/parts.ts';
import { RoundChanged } from '../../capabilities/rounds/round-changed.tsx';
import { RoundWarnings } from '../../capabilities/rounds/round-warnings.tsx';
import { GatheredTexts } from '../../capabilities/submissions/gathered-texts.tsx';
import { useRights } from '../../client/rights.ts';
import { ArchiveSection } from './archive-section.tsx';

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
      {mayChange && round.state === 'draft' ? <OpeningSection {...props} /> : mayChange ? <RoundWarnings {...props} /> : null}
      {round.state === 'draft' ? null : <RoundNotices round={round.id} owns={mayChange} />}
      {mayChange && round.state === 'open' ? <OverdueLetterSection round={round} /> : null}
      <FactsSection {...props} />
      {owns && round.state !== 'draft' ? <GatheredTexts round={round.id} /> : null}
      {round.state !== 'draft' && may('estimates.decide', { roundOwner: round.ownerBody.id }) ? <EstimatesSection round={round} /> : null}
      {round.state !== 'draft' && may('round.decideSecond', { roundOwner: round.ownerBody.id }) ? <ClosingSection round={round} owns={owns} /> : null}
      {round.state === 'closed' ? <ArchiveSection round={round} /> : null}
    </Stack>
  );
}
