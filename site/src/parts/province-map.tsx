import { displayDecimal } from '@parindex/core';
import { layoutOf, type PublishedYear } from '@parindex/core/published/index';
import { compare, fromText } from '@parindex/core/quantity/rational';
import { type MapTile, TileMap } from '@parindex/design/charts/tile-map.tsx';
import type { Context } from '../context.ts';

/** Where a step of the scale begins: the same for every year, so that years can be told apart. */
const BOUNDS = ['75', '80', '85', '90'];

const stepOf = (index: string): number => 1 + BOUNDS.filter((bound) => compare(fromText(index), fromText(bound)) >= 0).length;

/** The provinces of a year on the map of tiles of their time. */
export function ProvinceMap({ year, context }: { year: PublishedYear; context: Context }) {
  const { texts, language, data } = context;
  const layout = layoutOf(data.tiles, data.registry, `${year.year}-12-31`);
  if (year.level !== 'province' || !layout) return null;
  const rows = new Map(year.rows.map((row) => [row.body.id, row]));
  const tiles = layout.tiles.flatMap(({ body, column, row }): MapTile[] => {
    const found = rows.get(body);
    if (!found) return [];
    const { name, figure } = found;
    const said = figure ? [displayDecimal(figure.index, language), figure.rank && texts.year.rankedOf(figure.rank, year.possible)] : [texts.body.noFigure];
    return [
      {
        id: body,
        column,
        row,
        name: name.sort,
        href: context.href({ page: 'body', body }),
        figure: figure ? displayDecimal(figure.index, language) : '–',
        about: `${name.short} ${said.filter(Boolean).join(', ')}`,
        step: figure && stepOf(figure.index),
      },
    ];
  });
  const steps = [
    texts.year.below(BOUNDS[0] ?? ''),
    ...BOUNDS.slice(1).map((bound, index) => texts.year.range(BOUNDS[index] ?? '', bound)),
    texts.year.above(BOUNDS.at(-1) ?? ''),
  ];
  const islands = layout.islands.map(({ name, body, column, row }) => ({
    name,
    column,
    row,
    about: texts.year.island(name, rows.get(body)?.name.short ?? ''),
  }));
  return <TileMap title={texts.year.map(year.year)} tiles={tiles} islands={islands} steps={steps} empty={texts.body.noFigure} />;
}
