import { formatDay } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { EditionRow } from './queries/editions.ts';
import { editionTexts } from './texts/editions.ts';

const NOTHING = '–';

/** What an edition is called, by which decision it was adopted, and when it is in force, in words. */
export function useEditionWords() {
  const texts = useTexts(editionTexts);
  const { language } = useLanguage();
  return {
    title: ({ title }: Pick<EditionRow, 'title'>): string | undefined => (language === 'en' ? title?.en : undefined) ?? title?.vi,
    decision: ({ decision }: Pick<EditionRow, 'decision'>): string => {
      if (decision === null) return NOTHING;
      return decision.date === null ? decision.number : texts.decided(decision.number, formatDay(decision.date));
    },
    effective: ({ effectiveFrom, effectiveTo }: Pick<EditionRow, 'effectiveFrom' | 'effectiveTo'>): string => {
      if (effectiveFrom === null) return NOTHING;
      return effectiveTo === null ? texts.from(formatDay(effectiveFrom)) : texts.fromTo(formatDay(effectiveFrom), formatDay(effectiveTo));
    },
  };
}

/** Editions as options of a list, by their names; those not adopted yet say so. */
export function useEditionChoices() {
  const { untitled, states, facts } = useTexts(editionTexts);
  const { title } = useEditionWords();
  return (editions: readonly Pick<EditionRow, 'id' | 'title' | 'state' | 'withdrawn'>[]) =>
    editions.map((edition) => {
      const name = title(edition) ?? untitled;
      const mark = edition.state === 'draft' ? states.draft : edition.withdrawn === null ? undefined : facts.withdrawn;
      return { value: edition.id, label: mark === undefined ? name : `${name} (${mark})` };
    });
}
