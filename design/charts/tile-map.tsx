/** One place of the map; equal in size, whatever it stands for. */
export interface MapTile {
  readonly id: string;
  readonly column: number;
  readonly row: number;
  readonly name: string;
  readonly href: string;
  /** What stands in the tile. */
  readonly figure: string;
  /** What hover and focus show, and what is read aloud. */
  readonly about: string;
  /** 1 to 5 of the scale; undefined where there is no figure. */
  readonly step: number | undefined;
}

interface Props {
  readonly title: string;
  readonly tiles: readonly MapTile[];
  /** Places without a figure of their own. */
  readonly islands: readonly { readonly name: string; readonly about: string; readonly column: number; readonly row: number }[];
  /** What each step of the scale means, from the lowest; and what a tile without a figure does. */
  readonly steps: readonly string[];
  readonly empty: string;
}

/** Five steps of the common scale, as far apart as it goes. */
const HEAT = [1, 2, 3, 4, 6];

const placeOf = ({ column, row }: { readonly column: number; readonly row: number }) => `at-c${column} at-r${row}`;

/** Tiles on a grid, each a link: the number is in the tile, so that colour says nothing alone. Reads and works without script. */
export function TileMap({ title, tiles, islands, steps, empty }: Props) {
  const columns = Math.max(...[...tiles, ...islands].map(({ column }) => column));
  return (
    <figure className="tile-map">
      <ul className="legend">
        {steps.map((text, index) => (
          <li key={text}>
            <span className="swatch" data-heat={HEAT[index]} aria-hidden="true" />
            {text}
          </li>
        ))}
        <li>
          <span className="swatch map-tile-none" aria-hidden="true" />
          {empty}
        </li>
      </ul>
      <ul className={`map-tiles map-columns-${columns}`} aria-label={title}>
        {tiles.map((tile) => (
          <li key={tile.id} className={placeOf(tile)}>
            <a
              className={tile.step === undefined ? 'map-tile map-tile-none' : 'map-tile'}
              data-heat={tile.step && HEAT[tile.step - 1]}
              href={tile.href}
              aria-label={tile.about}
            >
              <span className="map-tile-name">{tile.name}</span> <span className="map-tile-figure">{tile.figure}</span>
              <span className="map-tile-about" aria-hidden="true">
                {tile.about}
              </span>
            </a>
          </li>
        ))}
        {islands.map((island) => (
          <li key={island.name} className={`map-island ${placeOf(island)}`}>
            <span aria-hidden="true">{island.name}</span>
            <span className="unseen">{island.about}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
