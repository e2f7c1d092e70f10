import { Text } from '@mantine/core';
import type { Scheme } from '@parindex/core/scheme/types';
import type { ItemResult } from '@parindex/core/scoring/result';
import { pointsOver, pointsText } from '@parindex/core/words/points-text';
import type { SchemeNames } from '@parindex/core/words/scheme-names';
import type { SheetAnswer } from '../../client/sheet.ts';
import { useTexts } from '../../kit/words/language.tsx';
import type { ProposedPoints } from '../sheets/shown-sheet.ts';
import { partTexts } from '../sheets/texts/parts.ts';
import type { Matter } from './matters.ts';

interface MatterPointsProps {
  readonly matter: Matter;
  readonly answer: SheetAnswer;
  readonly points: ReadonlyMap<string, ProposedPoints>;
  readonly names: SchemeNames;
  readonly scheme: Scheme;
}

/** What taking a matter does to the points of its items, and what each had the year before. */
export function MatterPoints({ matter, answer, points, names: { language }, scheme }: MatterPointsProps) {
  const texts = useTexts(partTexts).all;
  const single = matter.items.length === 1;
  return matter.items.map((code) => {
    const told = points.get(code);
    if (!told) return null;
    const previous = answer.items.find((item) => item.code === code)?.previousPoints ?? null;
    // What is not scored has no points, not even none.
    const pointsOf = ({ state, points: some }: ItemResult) => (state === 'notAnswered' ? null : some);
    const [now, then] = [pointsOf(told.counting), pointsOf(told.proposed)];
    const over = pointsOver({ points: then, maximum: told.proposed.maximum }, scheme, language);
    const said = now === then ? over : `${now === null ? '–' : pointsText(now, scheme, language)} → ${over}`;
    return (
      <Text key={code} size="sm" className="figures">
        {single ? '' : `${code}: `}
        {texts.points(said)}; {previous === null ? texts.noPrevious : texts.previous(pointsText(previous, scheme, language))}
      </Text>
    );
  });
}
