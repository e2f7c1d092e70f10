import { bodiesOn } from '../bodies/on-date.ts';
import type { BodyRegistry } from '../bodies/types.ts';
import type { NumberText } from '../quantity/number-text.ts';
import { Faults } from '../reading/faults.ts';
import { at, ROOT } from '../reading/path.ts';
import type { Raw } from '../reading/raw.ts';
import { countFrom1, type Draft, list, object, oneOf, optional, required, text, textMatching } from '../reading/shape.ts';

const TILES_FORMAT = 'parindex-province-tiles/1';
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Where a province stands on the map of tiles: both counted from 1, from the north-west. */
export interface Tile {
  body: string;
  column: number;
  row: number;
}

/** As it stands in the file: numbers are texts. */
type Written<T extends Tile> = Omit<T, 'column' | 'row'> & { column: NumberText; row: NumberText };

/** An archipelago beside the province that it belongs to; it has no figure of its own. */
export interface IslandTile extends Tile {
  name: string;
}

/** The places of all provinces that were there on a day, and as long as they were. */
export interface TileLayout {
  /** A day on which exactly these provinces were there. */
  on: string;
  tiles: Tile[];
  islands: IslandTile[];
}

interface WrittenLayout {
  on: string;
  tiles: Written<Tile>[];
  islands: Written<IslandTile>[];
}

interface TilesFile {
  format: typeof TILES_FORMAT;
  what?: string;
  how?: string;
  layouts: WrittenLayout[];
}

const tile = { body: required(text), column: required(countFrom1), row: required(countFrom1) };
const shape = object<TilesFile>({
  format: required(oneOf([TILES_FORMAT])),
  what: optional(text),
  how: optional(text),
  layouts: required(
    list(
      object<WrittenLayout>({
        on: required(textMatching(DAY)),
        tiles: required(list(object<Written<Tile>>(tile))),
        islands: required(list(object<Written<IslandTile>>({ ...tile, name: required(text) }))),
      }),
    ),
  ),
});

/** Reads the maps of tiles, or says all that is wrong: each province of the day has one place, and no two the same. */
export function readTiles(
  raw: Raw,
  registry: BodyRegistry,
  found = new Faults(),
): { layouts: readonly TileLayout[]; faults?: never } | { layouts?: never; faults: Faults } {
  const faults = new Faults();
  faults.addAll(found);
  const file = shape.read(raw, ROOT, faults);
  file?.layouts?.forEach((layout, index) => {
    if (layout) checkLayout(layout, index, registry, faults);
  });
  return faults.none ? { layouts: (file as TilesFile).layouts.map(placed) } : { faults };
}

const placed = ({ on, tiles, islands }: WrittenLayout): TileLayout => ({ on, tiles: tiles.map(numbered), islands: islands.map(numbered) });

const numbered = <T extends { column: NumberText; row: NumberText }>(tile: T) => ({ ...tile, column: Number(tile.column), row: Number(tile.row) });

function checkLayout({ on, tiles, islands }: Draft<WrittenLayout>, index: number, registry: BodyRegistry, faults: Faults): void {
  if (on === undefined) return;
  const there = new Set(bodiesOn(registry, on, 'province').map(({ id }) => id));
  const missing = new Set(there);
  const taken = new Set<string>();
  const check = (list: string, drafts: readonly (Draft<Written<Tile>> | undefined)[] | undefined, isIn: (body: string) => boolean) =>
    drafts?.forEach((draft, number) => {
      if (draft?.body === undefined) return;
      const path = at(ROOT, 'layouts', index, list, number);
      if (!isIn(draft.body)) faults.add('unknownId', at(path, 'body'), { found: draft.body });
      const place = `${draft.column},${draft.row}`;
      if (taken.has(place)) faults.add('duplicateId', path, { found: place });
      taken.add(place);
    });
  check('tiles', tiles, (body) => missing.delete(body));
  check('islands', islands, (body) => there.has(body));
  for (const id of missing) faults.add('missingKey', at(ROOT, 'layouts', index, 'tiles'), { key: id });
}

/** The layout whose provinces are those of the last day of a year; undefined where none was drawn. */
export function layoutOf(layouts: readonly TileLayout[], registry: BodyRegistry, day: string): TileLayout | undefined {
  const there = new Set(bodiesOn(registry, day, 'province').map(({ id }) => id));
  return layouts.find(({ tiles }) => tiles.length === there.size && tiles.every(({ body }) => there.has(body)));
}
