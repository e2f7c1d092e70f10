import { headingParts } from './heading-parts.ts';
import { foldedLine, plainLine, withoutSpaces } from './plain-line.ts';

/** The three levels of state secrets, the lowest first (Law on Protection of State Secrets 117/2025/QH15): MẬT, TỐI MẬT, TUYỆT MẬT. */
export const SECRET_LEVELS = ['mat', 'toiMat', 'tuyetMat'] as const;
export type SecretLevel = (typeof SECRET_LEVELS)[number];

/** A mark of secrecy, and the line in which it stands. */
export interface SecretMark {
  readonly level: SecretLevel;
  readonly from: string;
}

const LEVEL_OF: Readonly<Record<string, SecretLevel>> = { MẬT: 'mat', TỐIMẬT: 'toiMat', TUYỆTMẬT: 'tuyetMat', TOIMAT: 'toiMat', TUYETMAT: 'tuyetMat' };
const URGENCY = '(?:THƯỢNG ?KHẨN|KHẨN|HỎA ?TỐC|HOẢ ?TỐC)(?: HẸN GIỜ)?';
const LEVEL = '(?:T ?U ?Y ?Ệ ?T|T ?Ố ?I)? ?M ?Ậ ?T|TOI ?MAT|TUYET ?MAT';
/** The mark alone, beside an urgency, or on a stamp that names what is secret; numbers of copies may follow. */
const STANDING = new RegExp(
  `^(?:(?:TÀI LIỆU|VĂN BẢN|HỒ SƠ|BẢN SAO|BẢN|ĐỘ|MỨC ĐỘ) )?(?:${URGENCY}[ /,.-]*)?(?<level>${LEVEL})(?:[ /,.-]*${URGENCY})?(?:[ /,.-]*(?:BẢN SỐ|SỐ BẢN|SỐ)? ?[:.]? ?[\\d./]+)?$`,
);
/** "Độ mật: Tối mật" in whatever case; the level may stand on the line below. */
const NAMED = /^(?:muc )?do mat ?[:.-] ?(?<level>.*)$/;
const NAMED_LEVEL = /^(?<level>tuyet mat|toi mat|mat)(?![\p{L}])/u;
/** A stamp beside the number, or at either end of a line of the heading that one row made of several things. */
const AFTER_NUMBER = new RegExp(`^S[ốỐ] ?[:.]? ?[^ ]* ?/ ?[^ ]+ (?<level>${LEVEL})(?= |$)`);
const FRAME = /^[\s|[\](){}*_=~.:"“”'«»<>-]+|[\s|[\](){}*_=~.:"“”'«»<>-]+$/gu;

const byFolded = (text: string): SecretLevel | undefined => {
  const level = NAMED_LEVEL.exec(text)?.groups?.['level'];
  return level === 'tuyet mat' ? 'tuyetMat' : level === 'toi mat' ? 'toiMat' : level === 'mat' ? 'mat' : undefined;
};

/** The mark that one piece of text is; undefined where the word stands within a text. */
function levelOf(text: string): SecretLevel | undefined {
  const bare = text.replace(FRAME, '');
  const level = (STANDING.exec(bare) ?? AFTER_NUMBER.exec(bare))?.groups?.['level'];
  return level === undefined ? undefined : LEVEL_OF[withoutSpaces(level)];
}

/**
 * Finds a mark of secrecy among the lines of a page, and gives the gravest. A mark is the word in capitals by itself, its letters
 * set apart or not, beside an urgency (KHẨN, HỎA TỐC) or after "Độ mật:"; "bảo mật", "BÍ MẬT NHÀ NƯỚC", "MẬT ĐỘ" are none. In
 * doubt the page is taken as marked: whoever sends it is asked.
 */
export function secretMark(lines: readonly string[]): SecretMark | null {
  const found: SecretMark[] = [];
  let above = '';
  for (const line of lines) {
    const whole = plainLine(line);
    if (whole === '') continue;
    const named = NAMED.exec(foldedLine(whole))?.groups?.['level'];
    const under = /^(?:muc )?do mat ?[:.-]?$/.test(foldedLine(above)) ? byFolded(foldedLine(whole)) : undefined;
    const broken = /^T ?Ố ?I$/.test(above) ? 'toiMat' : /^T ?U ?Y ?Ệ ?T$/.test(above) ? 'tuyetMat' : undefined;
    const levels = [
      named === undefined ? undefined : byFolded(named),
      under,
      ...[whole, ...headingParts(line).map(({ text }) => text)].map(levelOf).map((level) => (level === 'mat' && broken ? broken : level)),
    ];
    for (const level of levels) if (level) found.push({ level, from: whole });
    above = whole.replace(FRAME, '');
  }
  return found.reduce<SecretMark | null>((gravest, mark) => (gravest && rank(gravest) >= rank(mark) ? gravest : mark), null);
}

const rank = ({ level }: SecretMark): number => SECRET_LEVELS.indexOf(level);
