/** Onsets as they are spelt. */
export const ONSETS: readonly string[] = ' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');

/** Onsets that stand in no dictionary, and in place names of the Central Highlands that offices there write daily: Krông Pắc, M’Đrắk, Bù Đrăng. */
const NAMES_ONSETS: readonly string[] = 'bl br dr đr gl gr hl hr kl kn kp kr ks ml mn mr pl pr rl sr tl'.split(' ');

/** All rhymes without their tone; what is not here is not Vietnamese. */
export const RHYMES: readonly string[] = [
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
  'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu',
  'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu',
  'o oc oi om on ong oong ooc op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt oe oem oen oeo oet',
  'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
  'u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt',
  'ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu',
  'y yên yêm yêng yêt yêu',
].flatMap((line) => line.split(' '));

/** After qu, whose u is the glide; ynh and its kin stand here alone: quỳnh, quýt. */
export const RHYMES_AFTER_QU: readonly string[] = [...RHYMES.filter((rhyme) => /^[aăâeêiơy]/.test(rhyme)), 'ôc', 'ych', 'yn', 'ynh', 'yt'];

const ALL_ONSETS = new Set([...ONSETS, ...NAMES_ONSETS]);
const ALL_RHYMES = new Set(RHYMES);
const AFTER_QU = new Set(RHYMES_AFTER_QU);

/** Grave, acute, tilde, hook above, dot below. */
export const TONES: readonly string[] = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const TONE = new RegExp(`[${TONES.join('')}]`, 'g');
/** Acute and dot below: the two tones of a syllable that ends in a stop. */
const STOP_TONES = new Set(['\u0301', '\u0323']);
const CONSONANTS = /^[bcdđghklmnpqrstvx]*/;

interface Spelt {
  readonly letters: string;
  readonly tone: string | null;
  /** The place of the letter that carries the tone. */
  readonly at: number;
}

/** A word with its tone apart: breve, circumflex and horn belong to the letter, a tone to the syllable. Undefined with two tones. */
function spelt(word: string): Spelt | undefined {
  let letters = '';
  let [tone, at]: [string | null, number] = [null, -1];
  for (const letter of word.normalize('NFC').toLowerCase()) {
    const parts = letter.normalize('NFD');
    for (const found of parts.match(TONE) ?? []) {
      if (tone !== null) return undefined;
      [tone, at] = [found, letters.length];
    }
    letters += parts.replace(TONE, '').normalize('NFC');
  }
  return { letters, tone, at };
}

/** Where a tone may stand in a rhyme: on its letter with a mark (the last of ươ), else on its first vowel, or in oa, oe and uy on either. */
function takesTone(rhyme: string, at: number): boolean {
  const marked = [...rhyme.matchAll(/[ăâêôơư]/g)].at(-1);
  if (marked) return at === marked.index;
  // Hoà and hòa, thuý and thúy are both written; with an ending the tone stands on the second: hoàn, quỳnh.
  if (/^(?:o[ae]|uy)/.test(rhyme)) return at === 1 || (at === 0 && rhyme.length === 2);
  return at === (rhyme.startsWith('oo') ? 1 : 0);
}

function joins(onset: string, rhyme: string): boolean {
  if (!ALL_ONSETS.has(onset)) return false;
  if (onset === 'qu') return AFTER_QU.has(rhyme);
  if (!ALL_RHYMES.has(rhyme)) return false;
  if (onset === 'gh' || onset === 'ngh') return /^[eêi]/.test(rhyme);
  if (onset === 'c' || onset === 'ng') return !/^[eêiy]/.test(rhyme);
  if (onset === 'g') return !/^[eêy]/.test(rhyme);
  return onset === '' || !rhyme.startsWith('yê');
}

function isSpelt({ tone, at }: Spelt, onset: string, rest: string): boolean {
  // A final k is written in names for c, with the tones of a stop or with none: Đắk Lắk, Đăk Hà.
  const inName = rest.endsWith('k');
  const rhyme = inName ? `${rest.slice(0, -1)}c` : rest;
  const stopped = /(?:ch|[cpt])$/.test(rhyme);
  if (!joins(onset, rhyme)) return false;
  if (tone === null) return !stopped || inName;
  if (stopped && !STOP_TONES.has(tone)) return false;
  const place = at - onset.length;
  // The old manner sets the tone of quý on its u.
  return takesTone(rhyme, place) || (onset === 'qu' && rhyme === 'y' && place === -1);
}

/**
 * Whether a word is spelt as one Vietnamese syllable: an onset, a rhyme of the closed list, at most one tone, on a vowel that may carry it,
 * and none but acute or dot below before a final stop. In upper or lower case, composed or not; by the rules of spelling, and no list of words.
 */
export function isSyllable(word: string): boolean {
  const read = spelt(word);
  if (!read) return false;
  const { letters } = read;
  const onset = CONSONANTS.exec(letters)?.[0] ?? '';
  const rest = letters.slice(onset.length);
  if (onset === 'q') return rest.startsWith('u') && isSpelt(read, 'qu', rest.slice(1));
  if (isSpelt(read, onset, rest)) return true;
  // Già has gi for its onset; gì and giếng share the i with their rhyme.
  return onset === 'g' && rest.startsWith('i') && rest.length > 1 && isSpelt(read, 'gi', rest.slice(1));
}
