import './page-sketch.css';
import { useId } from 'react';
import { useTexts } from '../../kit/words/language.tsx';
import { PAGE_SKETCHES, SKETCH, type PageSketch as Sketch, type SketchedPath } from './page-sketches.ts';
import { pageSketchTexts } from './texts/page-sketches.ts';

/** Whether the page of a route has a sketch. */
export const isSketched = (route: string): route is SketchedPath => route in PAGE_SKETCHES;

/** A page in outline, with what its numbered places are. */
export function PageSketch({ route }: { route: SketchedPath }) {
  const texts = useTexts(pageSketchTexts);
  const id = useId();
  const { parts, line, places }: Sketch = PAGE_SKETCHES[route];
  return (
    <figure className="page-sketch">
      <svg role="img" aria-labelledby={id} viewBox={`0 0 ${SKETCH.width} ${SKETCH.height}`}>
        <title id={id}>{texts.title}</title>
        {parts.map(([fill, x, y, width, height], at) => (
          <rect key={at} data-fill={fill} x={x} y={y} width={width} height={height} rx={fill === 'card' ? 3 : 1} />
        ))}
        {line === undefined ? null : <polyline points={line} />}
        {places.map(([x, y], at) => (
          <g key={at}>
            <circle cx={x} cy={y} r={8} />
            <text x={x} y={y + 3.5} textAnchor="middle">
              {at + 1}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>
        <ol>
          {texts.places[route].map((place) => (
            <li key={place}>{place}</li>
          ))}
        </ol>
      </figcaption>
    </figure>
  );
}
