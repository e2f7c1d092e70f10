import { isSyllable, ONSETS, RHYMES, RHYMES_AFTER_QU, TONES } from '../vietnamese-syllable.ts';

/** All syllables that Vietnamese spelling allows, in small letters; in both manners where a tone is set in two. */
export function allSyllables(): string[] {
  const syllables = ONSETS.flatMap((onset) =>
    (onset === 'qu' ? RHYMES_AFTER_QU : RHYMES).flatMap((rhyme) => [
      onset + rhyme,
      ...Array.from(rhyme, (_, at) => TONES.map((tone) => (onset + rhyme.slice(0, at + 1) + tone + rhyme.slice(at + 1)).normalize('NFC'))).flat(),
    ]),
  );
  return [...new Set(syllables.filter(isSyllable))];
}
