/** What is wrong with a file's name. The sentences for people stand in the phrases, under `evidence.fileName`. */
export const FILE_NAME_FAULTS = [
  'empty',
  'tooLong',
  'halfCharacter',
  'pathSeparator',
  'parentFolder',
  'controlCharacter',
  'directionMark',
  'invisibleCharacter',
  'reservedCharacter',
  'reservedName',
  'edgeDotOrSpace',
] as const;
export type FileNameFault = (typeof FILE_NAME_FAULTS)[number];

/** Deceptive names and paths are refused; names that only some systems refuse are corrected. */
export const REFUSED_IN_NAMES: readonly FileNameFault[] = ['empty', 'halfCharacter', 'pathSeparator', 'parentFolder', 'controlCharacter', 'directionMark'];

export interface ReadFileName {
  /** In NFC, else as given. */
  readonly name: string;
  readonly faults: readonly FileNameFault[];
  /** The download name: valid everywhere, Vietnamese letters kept. */
  readonly safe: string;
}

/** In UTF-16 units, as programs count them. */
export const LONGEST_FILE_NAME = 200;
/** In bytes of UTF-8: file systems end at 255, and a folder's name and "(2)" must fit too. */
const LONGEST_SAFE_BYTES = 200;
const LONGEST_EXTENSION = 16;

const SEPARATORS = /[/\\\u2044\u2215\u29f8\uff0f\uff3c]/gu;
const PARENT = /(?:^|[/\\])\.{2,}(?:[/\\]|$)/;
const CONTROLS = /\p{Cc}|[\u2028\u2029]/gu;
/** Marks that turn the direction: "báo cáo\u202Efdp.exe" shows as "báo cáoexe.pdf". */
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;
const RESERVED_CHARACTERS = /[<>:"|?*]/g;
/** Names of devices in Windows, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?= *(?:\.|$))/i;
const EDGE = /^[\s.]+|[\s.]+$/gu;
const TOO_MANY_MARKS = /(\p{M}{30})\p{M}+/gu;

const has = (form: RegExp, text: string): boolean => text.search(form) >= 0;
const composed = (name: string): string => name.replace(TOO_MANY_MARKS, '$1').normalize('NFC');

/** Judges the name of an uploaded file: all faults at once, and a corrected name. A direction mark is not also reported as invisible. */
export function readFileName(given: string): ReadFileName {
  const name = composed(given);
  const faults: FileNameFault[] = [];
  const tell = (fault: FileNameFault, isSo: boolean) => {
    if (isSo) faults.push(fault);
  };
  tell('empty', name.replace(EDGE, '') === '');
  tell('tooLong', name.length > LONGEST_FILE_NAME);
  tell('halfCharacter', !given.isWellFormed());
  tell('pathSeparator', has(SEPARATORS, name));
  tell('parentFolder', PARENT.test(name));
  tell('controlCharacter', has(CONTROLS, name));
  tell('directionMark', has(DIRECTIONS, name));
  tell('invisibleCharacter', has(INVISIBLE, name.replace(DIRECTIONS, '')));
  tell('reservedCharacter', has(RESERVED_CHARACTERS, name));
  tell('reservedName', DEVICE.test(name));
  tell('edgeDotOrSpace', has(EDGE, name));
  return { name, faults, safe: safeFileName(given) };
}

/** How long a text is in UTF-8. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** The beginning of a text that fits into so many bytes of UTF-8, cut between characters. */
export function fitting(text: string, most: number): string {
  let kept = '';
  let size = 0;
  for (const character of text) {
    size += bytesOf(character);
    if (size > most) break;
    kept += character;
  }
  return kept;
}

/** The last part of a name with its dot, where it can be an extension; else empty. */
function extensionOf(name: string): string {
  const extension = /\.[\p{L}\p{N}]+$/u.exec(name)?.[0] ?? '';
  return extension.length > LONGEST_EXTENSION || extension === name ? '' : extension;
}

const spaced = (text: string): string => text.replace(/\s+/gu, ' ').replace(EDGE, '');

/** A name without anything that some system refuses, spaces single; may be empty. */
export const soundPart = (text: string): string =>
  spaced(
    composed(text.toWellFormed())
      .replace(CONTROLS, ' ')
      .replace(DIRECTIONS, '')
      .replace(INVISIBLE, '')
      .replaceAll('\ufffd', '')
      .replace(SEPARATORS, '-')
      .replace(RESERVED_CHARACTERS, '-'),
  ).normalize('NFC');

/** A name that every system takes, close to the one given; "tep" where nothing of it remains. The extension stays where it is short. */
export function safeFileName(given: string): string {
  const sound = apart(soundPart(given) || 'tep');
  const extension = extensionOf(sound);
  const stem = spaced(fitting(sound.slice(0, sound.length - extension.length), LONGEST_SAFE_BYTES - bytesOf(extension)));
  return apart(`${stem || 'tep'}${extension}`);
}

const apart = (name: string): string => (DEVICE.test(name) ? `_${name}` : name);
