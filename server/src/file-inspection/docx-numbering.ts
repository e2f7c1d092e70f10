import type { Archive } from './archive-guard.ts';
import { relationshipsOf } from './opc.ts';
import { type Attributes, attribute, readXml, type XmlEvents } from './xml.ts';

/** Levels that a list of Word has. */
const LEVELS = 9;

/** A list of a document: its kind, and the levels that begin anew in it. */
interface List {
  kind: string;
  readonly begins: Map<number, number>;
}

interface Level {
  start: number;
  format: string;
  /** "%1.%2": what stands before the paragraph, with the numbers of this level and of those above. */
  text: string;
  /** The style whose paragraphs stand at this level. */
  style: string | undefined;
}

/** The list in which a paragraph stands, and its level in it. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

/** What a style of paragraphs says of lists. */
interface ParagraphStyle {
  basedOn: string | undefined;
  list: string | undefined;
  level: number | undefined;
}

/** The numbers that Word writes before paragraphs by itself, in the order of the document. */
export interface Numbering {
  /** The number before the next paragraph of a list; undefined where it has none. */
  next(place: ListPlace): string | undefined;
  /** Where paragraphs of a style stand that say nothing of a list themselves. */
  ofStyle(style: string): ListPlace | undefined;
}

/** The lists of a document, by its parts for them and for styles; none where it has no such part. */
export async function docxNumbering(archive: Archive, documentPart: string): Promise<Numbering> {
  const relationships = await relationshipsOf(archive, documentPart);
  const [lists, styles] = [new ListReader(), new StyleReader()];
  for (const [wanted, reader] of [
    ['numbering', lists],
    ['styles', styles],
  ] as const) {
    const part = relationships.find(({ type, external }) => type === wanted && !external)?.target;
    const stream = part === undefined ? undefined : await archive.open(part);
    if (stream) await readXml(stream, reader);
  }
  return new Counters(lists, styles.styles);
}

class StyleReader implements XmlEvents {
  readonly styles = new Map<string, ParagraphStyle>();
  #style: ParagraphStyle | undefined;
  #inList = false;

  open(name: string, attributes: Attributes): void {
    const value = attribute(attributes, 'val') ?? '';
    if (name === 'style') {
      this.#style = { basedOn: undefined, list: undefined, level: undefined };
      this.styles.set(attribute(attributes, 'styleId') ?? '', this.#style);
    } else if (!this.#style) return;
    else if (name === 'basedOn') this.#style.basedOn = value;
    else if (name === 'numPr') this.#inList = true;
    else if (this.#inList && name === 'numId') this.#style.list = value;
    else if (this.#inList && name === 'ilvl') this.#style.level = Number(value) || 0;
  }

  close(name: string): void {
    if (name === 'style') this.#style = undefined;
    if (name === 'numPr') this.#inList = false;
  }
}

class ListReader implements XmlEvents {
  /** The levels of each kind of list. */
  readonly kinds = new Map<string, Map<number, Level>>();
  readonly lists = new Map<string, List>();
  #kind: Map<number, Level> | undefined;
  #level: Level | undefined;
  #list: List | undefined;
  #overridden = 0;

  open(name: string, attributes: Attributes): void {
    const value = attribute(attributes, 'val') ?? '';
    const idOf = (key: string) => attribute(attributes, key) ?? '';
    if (name === 'abstractNum') {
      this.#kind = new Map();
      this.kinds.set(idOf('abstractNumId'), this.#kind);
    } else if (name === 'num') {
      this.#list = { kind: '', begins: new Map() };
      this.lists.set(idOf('numId'), this.#list);
    } else if (name === 'lvl' && this.#kind) {
      this.#level = { start: 1, format: 'decimal', text: '', style: undefined };
      this.#kind.set(Number(idOf('ilvl')), this.#level);
    } else if (this.#level) this.#openInLevel(this.#level, name, value);
    else if (this.#list) this.#openInList(this.#list, name, value, Number(idOf('ilvl')));
  }

  close(name: string): void {
    if (name === 'abstractNum') this.#kind = undefined;
    else if (name === 'lvl') this.#level = undefined;
    else if (name === 'num') this.#list = undefined;
  }

  #openInList(list: List, name: string, value: string, level: number): void {
    if (name === 'abstractNumId') list.kind = value;
    else if (name === 'lvlOverride') this.#overridden = level;
    else if (name === 'startOverride') list.begins.set(this.#overridden, Number(value) || 0);
  }

  #openInLevel(level: Level, name: string, value: string): void {
    if (name === 'start') level.start = Number(value) || 0;
    else if (name === 'numFmt') level.format = value;
    else if (name === 'lvlText') level.text = value;
    else if (name === 'pStyle') level.style = value;
  }
}

class Counters implements Numbering {
  readonly #lists: ListReader;
  /** How far each kind of list has come, level by level: lists of one kind go on. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  readonly #styles: ReadonlyMap<string, ParagraphStyle>;

  constructor(lists: ListReader, styles: ReadonlyMap<string, ParagraphStyle>) {
    this.#lists = lists;
    this.#styles = styles;
  }

  ofStyle(style: string): ListPlace | undefined {
    const seen = new Set<string>();
    let level: number | undefined;
    for (let id: string | undefined = style; id !== undefined && !seen.has(id); id = this.#styles.get(id)?.basedOn) {
      seen.add(id);
      const told = this.#styles.get(id);
      level ??= told?.level ?? this.#levelNamed(told?.list, id);
      if (told?.list !== undefined) return { list: told.list, level: level ?? 0 };
    }
    return undefined;
  }

  /** A level of a list may say itself of which style its paragraphs are. */
  #levelNamed(list: string | undefined, style: string): number | undefined {
    const levels = this.#lists.kinds.get(this.#lists.lists.get(list ?? '')?.kind ?? '') ?? [];
    for (const [at, level] of levels) if (level.style === style) return at;
    return undefined;
  }

  next({ list: id, level }: ListPlace): string | undefined {
    const list = this.#lists.lists.get(id);
    const levels = list && this.#lists.kinds.get(list.kind);
    const own = levels?.get(level);
    if (!list || !levels || !own || level >= LEVELS) return undefined;
    if (own.format === 'bullet') return '-';
    if (own.format === 'none') return undefined;
    const counts = this.#counts.get(list.kind) ?? [];
    this.#counts.set(list.kind, counts);
    const anew = list.begins.get(level);
    const begins = anew !== undefined && !this.#begun.has(`${id} ${level}`);
    this.#begun.add(`${id} ${level}`);
    const before = begins ? undefined : counts[level];
    counts[level] = before === undefined ? (anew ?? own.start) : before + 1;
    counts.length = level + 1;
    return own.text.replaceAll(/%([1-9])/g, (_, place: string) => {
      const at = Number(place) - 1;
      const told = levels.get(at);
      return told ? numberAs(told.format, counts[at] ?? told.start) : '';
    });
  }
}

const ROMAN = [
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

function roman(number: number): string {
  let [text, left] = ['', number];
  for (const [sign, value] of ROMAN)
    while (left >= value) {
      text += sign;
      left -= value;
    }
  return text;
}

/** Letters go on as Word has them: … z, aa, bb. */
const letter = (number: number): string => String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);

/** More than any list of criteria has: beyond, numbers stand as they are. */
const MOST_SPELLED = 300;

function numberAs(format: string, number: number): string {
  if (number < 1 || number > MOST_SPELLED) return String(number);
  switch (format) {
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'upperLetter':
      return letter(number).toUpperCase();
    case 'lowerLetter':
      return letter(number);
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}
