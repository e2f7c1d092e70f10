import { Stack } from '@mantine/core';
import { ClosingSection } from '../../capabilities/rounds/closing-section.tsx';
import { CopiedParts } from '../../capabilities/rounds/copied-parts.tsx';
import { EstimatesSection } from '../../capabilities/rounds/estimates-section.tsx';
import { FactsSection } from '../../capabilities/rounds/facts-section.tsx';
import { OpeningSection } from '../../capabilities/rounds/opening-section.tsx';
import type { PartProps } from '../../capabilities/rounds/parts.ts';
import { RoundWarnings } from '../../capabilities/rounds/round-warnings.tsx';
import { GatheredTexts } from '../../capabilities/submissions/gathered-texts.tsx';
import { useRights } from '../../client/rights.ts';
import { later } from '../../kit/reading/later.tsx';

const DisputesLeft = later(async () => (await import('../../capabilities/council/disputes-left.tsx')).DisputesLeft);

/** The round itself: what is still to be done to open it, its facts, and what binds all in it. */
export function GeneralPart(props: PartProps) {
  const { round, mayChange } = props;
  const { may } = useRights();
  const owns = may('round.write', { roundOwner: round.ownerBody.id });
  return (
    <Stack>
      {mayChange && round.unconfirmed.length > 0 ? <CopiedParts {...props} /> : null}
      {mayChange && round.state === 'draft' ? <OpeningSection {...props} /> : mayChange ? <RoundWarnings {...props} /> : null}
      <FactsSection {...props} />
      {round.state !== 'draft' && may('estimates.decide', { roundOwner: round.ownerBody.id }) ? <EstimatesSection round={round} /> : null}
      {round.state !== 'draft' && may('round.decideSecond', { roundOwner: round.ownerBody.id }) ? (
        <ClosingSection round={round} owns={owns} disputes={owns ? <DisputesLeft round={round.id} /> : null} />
      ) : null}
      {owns && round.state !== 'draft' ? <GatheredTexts round={round.id} /> : null}
    </Stack>
  );
}
