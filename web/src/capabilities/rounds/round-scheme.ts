import { type AppraisalShare, appraisalGaps } from '@parindex/core/round/appraisers';
import { type Item, itemsOfDomains } from '@parindex/core/scheme/types';
import { inLanguage } from '@parindex/core/words/index';
import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../kit/words/language.tsx';
import { schemeQuery } from '../editions/queries/editions.ts';
import type { Round } from './queries/rounds.ts';

export interface NamedCode {
  readonly code: string;
  readonly title: string;
}

/** Domains and items of a round's edition, by name; null if it cannot be read yet. */
export function useRoundScheme({ edition, editionState }: Pick<Round, 'edition' | 'editionState'>) {
  const { language } = useLanguage();
  const { data, error, isPending } = useQuery({ ...schemeQuery(edition ?? '', editionState ?? 'draft'), enabled: edition !== null });
  const named = ({ code, title }: Pick<Item, 'code' | 'title'>): NamedCode => ({ code, title: inLanguage(title, language) ?? '' });
  return {
    error,
    loading: edition !== null && isPending,
    scheme: data
      ? {
          domains: data.domains.map((domain) => ({ ...named(domain), items: itemsOfDomains([domain]).map(named) })),
          /** As the edition has them, for choosing items from its tree. */
          tree: data.domains,
          items: itemsOfDomains(data.domains).map(named),
          /** Which items nobody appraises, and which several bodies do. */
          gapsOf: (shares: readonly AppraisalShare[]) => appraisalGaps(data, shares),
        }
      : null,
  };
}

/** Codes as options of a list. */
export const choicesOf = (codes: readonly NamedCode[]) => codes.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }));
