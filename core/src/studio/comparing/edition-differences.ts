import { displayDecimal } from '../../quantity/display.ts';
import type { Scheme } from '../../scheme/types.ts';
import { COMPARED_EDITION_WORDS } from '../../words/compared-edition-words.ts';
import { GROUP_NAMES } from '../../words/kinds.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { legalBasisInFull, validityText } from '../../words/legal-basis.ts';

/** What an edition sets for all of its items, in the order in which it is told. */
export const EDITION_PARTS = ['title', 'legalBasis', 'validity', 'groups', 'total', 'classes', 'ranking', 'rounding', 'missing', 'survey', 'figures'] as const;
export type EditionPart = (typeof EDITION_PARTS)[number];

/** A part of that which is not as it was, in words, as lines. */
export interface ToldEditionDifference {
  readonly part: EditionPart;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

type Tell = (scheme: Scheme, language: Language) => readonly (string | undefined)[];

const nameOf = ({ id, title }: { readonly id: string; readonly title?: { vi: string; en?: string } }, language: Language) => inLanguage(title, language) ?? id;

const TELL: Readonly<Record<EditionPart, Tell>> = {
  title: ({ title }, language) => [inLanguage(title, language)],
  legalBasis: ({ legalBasis }, language) => legalBasis.map((basis) => legalBasisInFull(basis, language)),
  validity: (scheme, language) => [validityText(scheme, language)],
  groups: ({ groups }, language) =>
    groups.map((group) => {
      const name = inLanguage(group.title, language) ?? GROUP_NAMES[language][group.kind];
      const most = group.maximum ?? group.cap;
      return most === undefined ? name : COMPARED_EDITION_WORDS[language].most(name, displayDecimal(most, language));
    }),
  total({ total: { whenMaximumShrinks, clamp, denominator } }, language) {
    const words = COMPARED_EDITION_WORDS[language];
    return [
      words.whenMaximumShrinks[whenMaximumShrinks],
      words.denominator(displayDecimal(denominator, language)),
      clamp && words.clamp(displayDecimal(clamp.min, language), displayDecimal(clamp.max, language)),
    ];
  },
  classes({ classes: { on, list } }, language) {
    const words = COMPARED_EDITION_WORDS[language];
    return [
      ...list.map((each) => words.from(nameOf(each, language), displayDecimal(each.from, language))),
      ...(list.length === 0 ? [] : [words.classesOn[on]]),
    ];
  },
  ranking({ ranking: { on, ties, within } }, language) {
    const words = COMPARED_EDITION_WORDS[language];
    return [words.rankedOn[on], words.ties[ties], words.within[within]];
  },
  rounding: ({ rounding: { places, mode } }, language) => [COMPARED_EDITION_WORDS[language].rounding[mode](places)],
  missing: ({ missing: { notAnswered } }, language) => [COMPARED_EDITION_WORDS[language].notAnswered[notAnswered]],
  survey({ survey: { groups, questions } }, language) {
    const words = COMPARED_EDITION_WORDS[language];
    return [
      ...groups.map((group) => words.surveyGroup(nameOf(group, language), displayDecimal(group.weight, language))),
      ...questions.map((question) =>
        words.question(
          nameOf(question, language),
          (question.options ?? []).map((option) => `${nameOf(option, language)} (${displayDecimal(option.weight, language)})`),
        ),
      ),
    ];
  },
  figures: ({ figures }, language) => figures.map((figure) => nameOf(figure, language)),
};

/** What a newer edition sets otherwise for all of its items; of each part only the lines that the other edition does not have. */
export function editionDifferences(older: Scheme, newer: Scheme, language: Language): ToldEditionDifference[] {
  return EDITION_PARTS.flatMap((part) => {
    const lines = (scheme: Scheme, into: Language) => TELL[part](scheme, into).filter((line) => line !== undefined);
    const [old, fresh] = [lines(older, 'vi'), lines(newer, 'vi')];
    // Held together in Vietnamese, told in the language asked for: the lines of both stand in one order.
    const alone = (scheme: Scheme, own: readonly string[], other: readonly string[]) => {
      const others = new Set(other);
      return lines(scheme, language).filter((_, at) => !others.has(own[at] as string));
    };
    const [before, after] = [alone(older, old, fresh), alone(newer, fresh, old)];
    return before.length === 0 && after.length === 0 ? [] : [{ part, before, after }];
  });
}
