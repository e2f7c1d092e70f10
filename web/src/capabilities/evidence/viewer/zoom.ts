import { useState } from 'react';

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];
export const SMALLEST = STEPS[0] as number;
export const LARGEST = STEPS.at(-1) as number;

export interface Zooming {
  /** 1 fits the width. */
  readonly zoom: number;
  /** A step larger (1) or smaller (-1); 0 fits the width. */
  by(direction: -1 | 0 | 1): void;
}

/** How much larger than the width a page is shown. */
export function useZoom(): Zooming {
  const [zoom, setZoom] = useState(1);
  return {
    zoom,
    by: (direction) => setZoom((before) => (direction === 0 ? 1 : (STEPS[STEPS.indexOf(before) + direction] ?? before))),
  };
}
