import { searchKey } from '../text/search-key.ts';

/** The body that issued a document, as the heading of its first page writes it. */
export interface PageIssuer {
  /** The superior body; null where the heading has none. */
  readonly superior: string | null;
  readonly own: string;
}

/** Words with which the name of a body begins; a line that begins otherwise goes on with the name above. */
const BODY_WORDS = [
  'ubnd',
  'uy ban',
  'hdnd',
  'hoi dong',
  'bo',
  'so',
  'ban',
  'van phong',
  'thanh tra',
  'chi cuc',
  'cuc',
  'tong cuc',
  'vu',
  'trung tam',
  'truong',
  'phong',
  'cong an',
  'kho bac',
  'thue',
  'bao hiem',
  'vien',
  'benh vien',
  'hoc vien',
  'dai',
  'to',
  'doan',
  'lien doan',
  'hoi',
  'mat tran',
  'quoc hoi',
  'chinh phu',
  'thu tuong',
  'chu tich',
  'dang bo',
  'dang uy',
  'tinh uy',
  'thanh uy',
  'tinh doan',
  'huyen uy',
  'tinh',
  'xa',
  'phuong',
  'toa an',
  'quy',
  'chi nhanh',
  'cong ty',
  'tong cong ty',
  'ngan hang',
  'hat kiem lam',
  'doi',
  'hai quan',
] as const;
const BEGINS = new RegExp(`^(?:${BODY_WORDS.join('|')})(?: |$)`);
/** Places go on with the committee or council above: "ỦY BAN NHÂN DÂN" / "TỈNH MINH HỌA 01". */
const PLACE = /^(?:tinh|xa|phuong|thanh pho|tp|huyen|quan|thi xa|thi tran|dac khu)(?: |$)/;
/** A name is not over at such an end. */
const UNFINISHED = /(?:,|&| (?:và|của|các|về|VÀ|CỦA|CÁC|VỀ)|^(?:và|VÀ))$/u;

/** The issuing body from the lines of the heading's left block: the last name is its own, those above it the superior's. */
export function issuerOf(lines: readonly string[]): PageIssuer | null {
  const names: string[] = [];
  for (const line of lines) {
    const above = names.at(-1);
    const key = searchKey(line);
    const goesOn = above !== undefined && (UNFINISHED.test(above) || !BEGINS.test(key) || (PLACE.test(key) && !/ (?:uy|doan)\b/.test(` ${key}`)));
    if (goesOn) names[names.length - 1] = `${above} ${line}`;
    else names.push(line);
  }
  const own = names.at(-1);
  return own === undefined ? null : { superior: names.length > 1 ? names.slice(0, -1).join(' – ') : null, own };
}

/** The whole as one text: "UBND TỈNH MINH HỌA 01 – SỞ NỘI VỤ". */
export const issuerText = ({ superior, own }: PageIssuer): string => (superior === null ? own : `${superior} – ${own}`);

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\bhdnd\b/g, 'hoi dong nhan dan'],
  [/\btp\b/g, 'thanh pho'],
  [/\bbcd\b/g, 'ban chi dao'],
  [/\bvp\b/g, 'van phong'],
  [/\bcchc\b/g, 'cai cach hanh chinh'],
  // Whoever heads a body signs for it.
  [/^(?:pho )?(?:chu tich|giam doc|bo truong|cuc truong|chi cuc truong|truong ban|chanh van phong(?= van phong))(?= \S)/, ''],
];

const wordsOf = (name: string): Set<string> =>
  new Set(
    SHORT.reduce((key, [short, long]) => key.replace(short, long), searchKey(name))
      .trim()
      .split(' '),
  );

/**
 * Whether a name may be that of the issuing body on a page: it says the own name, with nothing that the heading does not say, or
 * a part of it. Abbreviations count as written out. Where the heading has no superior, a longer name cannot be told apart.
 */
export function mayBeIssuer(name: string, { superior, own }: PageIssuer): boolean {
  const [said, ownWords, wholeWords] = [wordsOf(name), wordsOf(own), wordsOf(`${own} ${superior ?? ''}`)];
  const within = (part: ReadonlySet<string>, whole: ReadonlySet<string>) => [...part].every((word) => whole.has(word));
  if (within(said, ownWords)) return true;
  return within(ownWords, said) && (superior === null || within(said, wholeWords));
}
