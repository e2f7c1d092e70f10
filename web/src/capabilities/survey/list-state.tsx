import { StateBadge } from '../../kit/page/state-badge.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { SurveyBody } from './queries/survey.ts';
import { surveyTexts } from './texts/survey.ts';

/** How far a body's list of respondents has come. */
export function ListState({ of: { confirmation, groups } }: { of: SurveyBody }) {
  const texts = useTexts(surveyTexts).progress;
  if (confirmation) return <StateBadge tone={confirmation.holds ? 'good' : 'warn'}>{confirmation.holds ? texts.confirmed : texts.changed}</StateBadge>;
  return <StateBadge tone="quiet">{groups.length === 0 ? texts.none : texts.unconfirmed}</StateBadge>;
}
