import { displayRational } from '@parindex/core/quantity/display';
import * as exact from '@parindex/core/quantity/rational';
import type { PointsOverValue } from '@parindex/core/studio/examples/points-over-value';
import { useId } from 'react';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { editorTexts } from '../texts/editor.ts';

const [WIDTH, HEIGHT, LEFT, BELOW, TOP] = [320, 180, 44, 26, 10];

/** Only to place a point of a picture; what is told beside it is exact. */
const placed = (fraction: string): number => Number(exact.toDecimal(exact.fromFraction(fraction), 6, 'halfUp'));

/** The points over the value of the one quantity of a rule; a filled point is where the value itself belongs. */
export function PointsPlot({ plot, valueText }: { plot: PointsOverValue; valueText: (fraction: string) => string }) {
  const texts = useTexts(editorTexts).rule;
  const { language } = useLanguage();
  const id = useId();
  const ends = plot.stretches.flatMap(({ from, to }) => [from, to]);
  const all = [...ends, ...plot.edges];
  const [values, points] = [all.map(({ value }) => placed(value)), all.map((each) => placed(each.points))];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const [lowest, highest] = [Math.min(0, ...points), Math.max(0, ...points)];
  const across = (value: string) => LEFT + ((placed(value) - least) / (most - least || 1)) * (WIDTH - LEFT - 12);
  const down = (value: string) => TOP + (1 - (placed(value) - lowest) / (highest - lowest || 1)) * (HEIGHT - TOP - BELOW);
  const [first, last] = [ends[0], ends.at(-1)];
  if (!first || !last) return null;
  const shown = (value: string) => displayRational(exact.fromFraction(value), language);
  const heights = [...new Set(all.map((each) => each.points))].filter((each) => [lowest, highest].includes(placed(each)));
  return (
    <svg className="editor-plot" role="img" aria-labelledby={`${id}-title ${id}-says`} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <title id={`${id}-title`}>{texts.plot}</title>
      <desc id={`${id}-says`}>{texts.plotSays(valueText(first.value), valueText(last.value))}</desc>
      <line className="axis" x1={LEFT} x2={WIDTH - 6} y1={down('0/1')} y2={down('0/1')} />
      <line className="axis" x1={LEFT} x2={LEFT} y1={TOP} y2={HEIGHT - BELOW} />
      {heights.map((each) => (
        <text key={each} x={LEFT - 6} y={down(each) + 4} textAnchor="end">
          {shown(each)}
        </text>
      ))}
      {plot.stretches.map(({ from, to }) => (
        <line key={from.value} className="stretch" x1={across(from.value)} x2={across(to.value)} y1={down(from.points)} y2={down(to.points)} />
      ))}
      {plot.edges.map((edge) => (
        <g key={edge.value}>
          <circle cx={across(edge.value)} cy={down(edge.points)} r={4}>
            <title>{`${valueText(edge.value)}: ${shown(edge.points)}`}</title>
          </circle>
        </g>
      ))}
      <text x={LEFT} y={HEIGHT - 8}>
        {valueText(first.value)}
      </text>
      <text x={WIDTH - 6} y={HEIGHT - 8} textAnchor="end">
        {valueText(last.value)}
      </text>
    </svg>
  );
}
