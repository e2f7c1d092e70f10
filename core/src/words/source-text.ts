import { displayFraction } from '../quantity/display.ts';
import type { SheetPoints, SourcePoints } from '../scoring/sheet-points.ts';
import { GROUP_NAMES, OWN_SOURCE_NAMES } from './kinds.ts';
import type { Language } from './language.ts';
import { pointsOver, pointsText, type Rounding } from './points-text.ts';
import { texts } from './texts.ts';

const WORDS = texts({
  told: { vi: (name: string, points: string) => `${name}: ${points} điểm`, en: (name: string, points: string) => `${name}: ${points} points` },
  sealed: {
    vi: (name: string, maximum: string) => `${name}: chưa công bố (tối đa ${maximum} điểm)`,
    en: (name: string, maximum: string) => `${name}: not released (at most ${maximum} points)`,
  },
  released: { vi: (at: string) => `công bố lúc ${at}`, en: (at: string) => `released on ${at}` },
  byClosing: { vi: (at: string) => `mở khi đóng kỳ, lúc ${at}`, en: (at: string) => `opened by the closing of the round, on ${at}` },
  forReaders: { vi: 'chưa công bố cho các cơ quan', en: 'not released to the bodies' },
});

/** The points of one source over their maximum; or that they are not released. */
export function sourceText(part: SourcePoints, scheme: Rounding, language: Language): string {
  const words = WORDS[language];
  const name = OWN_SOURCE_NAMES[language][part.source];
  return part.points === null ? words.sealed(name, displayFraction(part.maximum, language)) : words.told(name, pointsOver(part, scheme, language));
}

/** Since when, and by what, the points of surveys are read by all who see a sheet: "công bố lúc …", "mở khi đóng kỳ, lúc …". */
export const openedText = (at: string, byClosing: boolean, language: Language): string => WORDS[language][byClosing ? 'byClosing' : 'released'](at);

/**
 * What others give a body, beside its own points; undefined where nobody gives it any.
 * @param released since when the estimates are read by all, in words (`openedText`); null: they are not, and points that are told are told to whoever may see them before
 */
export function othersText(sources: readonly SourcePoints[], released: string | null, scheme: Rounding, language: Language): string | undefined {
  const words = WORDS[language];
  const others = sources.filter(({ own }) => !own);
  if (others.length === 0) return undefined;
  const told = others.map((part) => sourceText(part, scheme, language)).join('; ');
  if (others.some(({ points }) => points === null)) return told;
  return `${told} (${released ?? words.forReaders})`;
}

/** Bonus and penalty of what a body scores itself, where there are any. */
export const besidesText = ({ bonus, penalty }: Pick<SheetPoints, 'bonus' | 'penalty'>, scheme: Rounding, language: Language): string[] =>
  (['bonus', 'penalty'] as const).flatMap((kind) => {
    const points = kind === 'bonus' ? bonus : penalty;
    return points === '0/1' ? [] : [`${GROUP_NAMES[language][kind]}: ${pointsText(points, scheme, language)}`];
  });
