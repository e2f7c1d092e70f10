import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { indexText } from './index-words.ts';
import type { RankingRow } from './queries/ranking.ts';
import { rankingTexts } from './texts/ranking.ts';

/** What a change is between, and on how many items: "93,35 / 90,07, 28 nội dung". */
export function ChangeOn({ change }: { change: NonNullable<RankingRow['change']> }) {
  const texts = useTexts(rankingTexts);
  const { language } = useLanguage();
  return texts.changeOn(indexText(change.now.rounded, language), indexText(change.before.rounded, language), formatCount(change.items, language));
}
