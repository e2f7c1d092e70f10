import { Facts } from '../../kit/page/facts.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { ExplainedItem, Explanation } from './queries/explanation.ts';
import { useStanding } from './standing-text.ts';
import { explanationTexts } from './texts/explanation.ts';

/** What was claimed and decided of an item, why, and what is to be explained. */
export function VerdictFacts({ item, rounding }: { item: ExplainedItem; rounding: Explanation['rounding'] }) {
  const texts = useTexts(explanationTexts);
  const standing = useStanding(rounding);
  const why = ({ name, text }: ExplainedItem['appraised']['reason']) => [name, text].filter((part): part is string => typeof part === 'string').join(': ');
  const because = why(item.appraised.reason);
  const secondly = item.second === null ? '' : why(item.second.reason);
  return (
    <Facts
      facts={[
        [texts.claimed, standing(item.claimed)],
        [texts.appraised, standing(item.appraised)],
        ...(because === '' ? [] : [[texts.why, because] as const]),
        ...(item.question === null ? [] : [[texts.question, item.question.text] as const]),
        ...(item.second === null ? [] : [[texts.second, standing(item.second)] as const]),
        ...(secondly === '' ? [] : [[texts.secondWhy, secondly] as const]),
      ]}
    />
  );
}
