import type { Stage } from '@parindex/core/ledger/entry';
import { STAGE_POINTS_NAMES } from '@parindex/core/words/stages';
import { FilterChips } from '../../kit/lists/filter-chips.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { finalTexts } from './texts/final.ts';
import { rankingTexts } from './texts/ranking.ts';

/** By whose points a round is ranked; of a closed one, first by its final result. */
export type RankedStage = Stage | 'final';

interface StageChipsProps {
  readonly stages: readonly Stage[];
  readonly isClosed: boolean;
  readonly chosen: RankedStage;
  readonly onChoose: (stage: RankedStage) => void;
}

export function StageChips({ stages, isClosed, chosen, onChoose }: StageChipsProps) {
  const texts = useTexts(rankingTexts);
  const points = useTexts(STAGE_POINTS_NAMES);
  const final = useTexts(finalTexts).chip;
  const choices: RankedStage[] = [...(isClosed ? (['final'] as const) : []), ...stages];
  if (choices.length < 2) return null;
  return (
    <FilterChips
      label={texts.stage}
      chosen={chosen}
      choices={choices.map((stage) => ({ value: stage, label: stage === 'final' ? final : points[stage] }))}
      onChoose={onChoose}
    />
  );
}
