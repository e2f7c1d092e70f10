import { Faults } from '../reading/faults.ts';
import type { Path } from '../reading/path.ts';
import { LAST_PAGE, MOST_RANGES, mergedRanges, type PageRange, pagesText } from './pages.ts';

/** The place of a citation in its document; empty if the whole document is cited. */
export interface CitedPlace {
  readonly pages?: readonly PageRange[];
  readonly section?: string;
  readonly table?: string;
}

/** A cited version of a document, with the place. */
export interface Citation {
  /** A UUID in lower case. */
  readonly document: string;
  /** From 1. */
  readonly version: number;
  readonly place: CitedPlace;
}

export const LONGEST_PLACE = 80;
const LAST_VERSION = 2_147_483_647;

const FORM = /^(?<document>[^/?]*)\/(?<version>[^/?]*)(?:\?(?<place>.*))?$/su;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const COUNT = /^[1-9]\d{0,9}$/;
const RANGE = /^(?<from>[1-9]\d{0,5})(?:-(?<to>[1-9]\d{0,5}))?$/;
const PLACE_KEYS = ['pages', 'section', 'table'] as const;
type PlaceKey = (typeof PLACE_KEYS)[number];

/** Characters that would end a value; everything else stays readable. */
const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('&', '%26');
const unescaped = (text: string) => text.replaceAll('%26', '&').replaceAll('%25', '%');

/**
 * A citation as the one text by which it is stored and compared, pages merged:
 * document/version?pages=…&section=…&table=…. @example citationText({ document: id, version: 2, place: { pages: [[3, 5],
 * [9, 9]], section: 'II.2' } }) === `${id}/2?pages=3-5,9&section=II.2`
 */
export function citationText({ document, version, place }: Citation): string {
  const { pages = [], section, table } = place;
  const parts = [
    ...(pages.length === 0 ? [] : [`pages=${pagesText(mergedRanges(pages))}`]),
    ...(section === undefined ? [] : [`section=${escaped(section.normalize('NFC'))}`]),
    ...(table === undefined ? [] : [`table=${escaped(table.normalize('NFC'))}`]),
  ];
  return `${document.toLowerCase()}/${version}${parts.length === 0 ? '' : `?${parts.join('&')}`}`;
}

/** Parses a citation's text strictly: each citation has one form. Adds all faults at the path; undefined if there are any. */
export function readCitation(text: string, path: Path, faults: Faults): Citation | undefined {
  const own = new Faults();
  const groups = FORM.exec(text)?.groups;
  if (!groups) {
    faults.add('wrongType', path, { found: shown(text), expected: 'uuid/1?pages=3-5,9&section=…&table=…' });
    return undefined;
  }
  const { document = '', version = '' } = groups;
  if (!UUID.test(document)) own.add('wrongType', path, { found: shown(document), expected: 'uuid' });
  if (!COUNT.test(version) || Number(version) > LAST_VERSION) own.add('outOfRange', path, { found: shown(version), expected: '≥ 1' });
  const place = groups['place'] === undefined ? {} : readPlace(groups['place'], path, own);
  const citation = { document, version: Number(version), place };
  // What remains are other spellings of the same: adjacent ranges, superfluous escapes, decomposed letters.
  if (own.none && citationText(citation) !== text) own.add('wrongType', path, { found: shown(text), expected: citationText(citation) });
  faults.addAll(own);
  return own.none ? citation : undefined;
}

const shown = (text: string): string => (text.length > 100 ? `${text.slice(0, 100).toWellFormed()}…` : text.toWellFormed());
const isPlaceKey = (key: string): key is PlaceKey => (PLACE_KEYS as readonly string[]).includes(key);

function readPlace(written: string, path: Path, faults: Faults): CitedPlace {
  const place: { pages?: PageRange[]; section?: string; table?: string } = {};
  for (const part of written.split('&')) {
    const at = part.indexOf('=');
    const key = at < 0 ? part : part.slice(0, at);
    const value = at < 0 ? '' : part.slice(at + 1);
    if (!isPlaceKey(key)) faults.add('unknownKey', path, { key: shown(key) });
    else if (place[key] !== undefined) faults.add('doubledKey', path, { key });
    else if (key === 'pages') place.pages = readRanges(value, path, faults);
    else place[key] = readName(unescaped(value), path, faults);
  }
  return place;
}

function readRanges(written: string, path: Path, faults: Faults): PageRange[] {
  const ranges = written.split(',').map((part): PageRange | undefined => {
    const groups = RANGE.exec(part)?.groups;
    const [from, to] = [Number(groups?.['from']), Number(groups?.['to'] ?? groups?.['from'])];
    return groups && from <= to && to <= LAST_PAGE ? [from, to] : undefined;
  });
  if (ranges.length <= MOST_RANGES && !ranges.includes(undefined)) return ranges as PageRange[];
  faults.add('outOfRange', path, { found: shown(written), expected: `1…${LAST_PAGE}` });
  return [];
}

function readName(name: string, path: Path, faults: Faults): string {
  if (name.trim() === '') faults.add('emptyText', path);
  else if (name.length > LONGEST_PLACE) faults.add('textTooLong', path, { found: String(name.length), expected: String(LONGEST_PLACE) });
  else if (!name.isWellFormed() || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name) || name.trim() !== name) faults.add('badCharacter', path);
  return name;
}
