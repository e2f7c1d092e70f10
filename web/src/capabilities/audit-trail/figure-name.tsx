import { schemeNames } from '@parindex/core/words/scheme-names';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { editionRulesQuery } from '../editions/queries/edition-rules.ts';
import { roundChoicesQuery } from './queries/audit.ts';
import { auditTexts } from './texts/audit.ts';

/** The title of a figure, as the scheme of a round has it. */
export function FigureName({ round, id }: { round: string; id: string }) {
  const texts = useTexts(auditTexts);
  const { language } = useLanguage();
  const edition = useQuery(roundChoicesQuery).data?.items.find((one) => one.id === round)?.edition;
  const rules = useQuery({ ...editionRulesQuery(edition ?? ''), enabled: typeof edition === 'string' }).data;
  return rules ? `“${schemeNames(rules.scheme, language).figureTitle(id)}”` : texts.aFigure;
}
