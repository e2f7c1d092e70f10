import { displayDate } from '@parindex/core';
import type { Cell } from '../../documents/document.ts';
import type { List } from '../../documents/shapes.ts';
import type { PackedObject } from '../../zip/zip-entry.ts';
import type { ReadyEdition } from '../editions/ready.ts';
import { citedPlace, type ItemPlace, placesOf } from './cited-places.ts';
import { type PackageEntry, type PlacedEntry, placeFiles } from './packed-files.ts';
import type { ShownDocument } from './version-standing.ts';

interface CitedAs {
  readonly place: ItemPlace;
  /** Where in the document; null if nothing cites it. */
  readonly citation: string | null;
}

interface CitedEntry extends PackageEntry {
  readonly cited: readonly CitedAs[];
}

export interface PackagePlan {
  readonly entries: readonly PlacedEntry[];
  readonly objects: readonly PackedObject[];
  readonly columns: List['columns'];
  readonly rows: List['rows'];
}

const COLUMNS: List['columns'] = [
  ['STT', 6],
  ['Tiêu chí', 36],
  ['Số, ký hiệu', 18],
  ['Ngày', 12],
  ['Cơ quan ban hành', 24],
  ['Trích yếu', 48],
  ['Phiên bản', 8],
  ['Trang, mục được dẫn', 20],
  ['Tên tệp trong gói', 48],
  ['Dung lượng (byte)', 14],
  ['SHA-256', 34],
  ['Trạng thái', 12],
  ['Ghi chú', 36],
];

/**
 * The cited versions of a document, each with its places; the newest version of an uncited one. If a cited version is
 * withheld, the released redacted copy is added.
 */
function citedVersions(document: ShownDocument, placeOf: ReturnType<typeof placesOf>): CitedEntry[] {
  const { versions, cited } = document;
  const found = versions.toReversed().flatMap((version) => {
    const unique = new Map(cited.filter((at) => at.version === version.number).map((at) => [`${at.kind} ${at.target} ${at.citation}`, at]));
    const places = [...unique.values()].map((at) => ({ place: placeOf(at), citation: at.citation })).toSorted((a, b) => a.place.order - b.place.order);
    return places[0] ? [{ document, version, folder: places[0].place.folder, mark: '', cited: places }] : [];
  });
  const withheld = found.filter(({ version }) => version.file?.state === 'withheld');
  const copy = versions.find(({ redacted, file }) => redacted && file !== null && file.state !== 'withheld');
  if (withheld[0] && copy && !found.some(({ version }) => version === copy))
    return [...found, { ...withheld[0], version: copy, cited: withheld.flatMap(({ cited: places }) => places) }];
  if (found.length > 0) return found;
  const nowhere: CitedAs = { place: placeOf(undefined), citation: null };
  return versions.slice(0, 1).map((version) => ({ document, version, folder: nowhere.place.folder, mark: '', cited: [nowhere] }));
}

const listed = ({ version: { number, facts, file }, standing, path }: PlacedEntry, { place, citation }: CitedAs): Cell[] => [
  place.title,
  facts.number ?? '',
  facts.date === null ? '' : displayDate(facts.date),
  facts.issuer ?? '',
  facts.subject ?? '',
  number,
  citation === null ? '' : citedPlace(citation),
  path === undefined ? '' : { path },
  file?.bytes ?? '',
  file?.sha256 ?? '',
  standing.state,
  standing.notes.join('; '),
];

/**
 * The contents of an evidence package: what the sheet cites, by domain and item, then what is in the library uncited. A
 * document that several items cite is placed with the first, and listed once for each.
 */
export function planPackage(documents: readonly ShownDocument[], edition: ReadyEdition): PackagePlan {
  const placeOf = placesOf(edition);
  const order = ({ cited }: CitedEntry) => cited[0]?.place.order ?? Number.MAX_SAFE_INTEGER;
  const found = documents.flatMap((document) => citedVersions(document, placeOf)).toSorted((a, b) => order(a) - order(b));
  const { entries, objects } = placeFiles(found);
  const lines = entries
    .flatMap((entry, index) => (found[index] as CitedEntry).cited.map((cited) => ({ entry, cited })))
    .toSorted((a, b) => a.cited.place.order - b.cited.place.order);
  return { entries, objects, columns: COLUMNS, rows: lines.map(({ entry, cited }, index) => [index + 1, ...listed(entry, cited)]) };
}
