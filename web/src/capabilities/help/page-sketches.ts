/** How a part of a sketch is filled; `page-sketch.css` says with which colour. */
export type Fill = 'card' | 'ink' | 'line' | 'act' | 'good' | 'warn' | 'heat-1' | 'heat-3' | 'heat-5';

/** A page in outline: rectangles, at most one line of a chart, and numbered places that the text beside it explains in the same order. */
export interface PageSketch {
  readonly parts: readonly (readonly [fill: Fill, x: number, y: number, width: number, height: number])[];
  readonly line?: string;
  readonly places: readonly (readonly [x: number, y: number])[];
}

/** The size that all sketches are drawn for. */
export const SKETCH = { width: 320, height: 190 } as const;

type Part = PageSketch['parts'][number];

const across = (count: number, of: (index: number) => Part): Part[] => Array.from({ length: count }, (_, index) => of(index));
const HEATS: readonly Fill[] = ['heat-5', 'heat-3', 'heat-5', 'heat-1', 'heat-3', 'heat-5', 'heat-1'];
const heatOf = (row: number, column: number): Fill => HEATS[(row * 3 + column * 2) % HEATS.length] as Fill;

const TABS: readonly Part[] = across(5, (index) => [index === 0 ? 'act' : 'line', 10 + index * 36, 10, 28, 4]);

const overview: PageSketch = {
  parts: [
    ...TABS,
    ['card', 10, 24, 300, 16],
    ['line', 18, 30, 284, 4],
    ['act', 18, 30, 150, 4],
    ...across(4, (index): Part => ['card', 10 + index * 76, 46, 72, 24]),
    ...across(4, (index): Part => [index === 3 ? 'warn' : 'ink', 16 + index * 76, 52, 22, 7]),
    ...across(4, (index): Part => ['line', 16 + index * 76, 62, 46, 3]),
    ['card', 10, 76, 180, 50],
    ['card', 196, 76, 114, 50],
    ...across(4, (index): Part => ['line', 204, 84 + index * 10, 70 - index * 8, 4]),
    ['card', 10, 132, 148, 52],
    ...across(18, (index): Part => [heatOf(Math.floor(index / 6), index % 6), 50 + (index % 6) * 17, 140 + Math.floor(index / 6) * 14, 15, 11]),
    ...across(3, (index): Part => ['line', 16, 143 + index * 14, 28, 4]),
    ['card', 164, 132, 146, 52],
    ...across(3, (index): Part => ['line', 172, 143 + index * 14, 50, 4]),
    ...across(3, (index): Part => ['warn', 230, 142 + index * 14, 70 - index * 18, 6]),
  ],
  line: '20,118 60,112 92,104 124,92 156,86',
  places: [
    [300, 24],
    [300, 46],
    [180, 76],
    [300, 76],
    [148, 132],
    [300, 132],
  ],
};

const board: PageSketch = {
  parts: [
    ...TABS,
    ...across(4, (index): Part => [index === 0 ? 'act' : 'card', 10 + index * 50, 26, 44, 14]),
    ['card', 10, 50, 300, 134],
    ...across(6, (index): Part => ['line', 18, 62 + index * 20, 46, 5]),
    ...across(6, (index): Part => ['line', 72, 64 + index * 20, 30, 4]),
    ...across(6, (index): Part => [index === 3 ? 'warn' : 'good', 72, 64 + index * 20, [30, 26, 30, 8, 22, 30][index] as number, 4]),
    ...across(6, (index): Part => ['ink', 110, 62 + index * 20, [52, 40, 30, 56, 44, 34][index] as number, 5]),
    ...across(42, (index): Part => [heatOf(Math.floor(index / 7), index % 7), 176 + (index % 7) * 18, 57 + Math.floor(index / 7) * 20, 16, 15]),
  ],
  places: [
    [204, 33],
    [66, 50],
    [140, 50],
    [240, 50],
  ],
};

const ranking: PageSketch = {
  parts: [
    ...TABS,
    ['card', 10, 26, 90, 14],
    ['card', 108, 26, 90, 14],
    ['card', 10, 50, 300, 134],
    ...across(6, (index): Part => ['act', 20, 61 + index * 20, 8, 8]),
    ...across(6, (index): Part => ['line', 38, 63 + index * 20, 60, 5]),
    ...across(6, (index): Part => ['line', 110, 63 + index * 20, 80, 5]),
    ...across(6, (index): Part => ['act', 110, 63 + index * 20, 76 - index * 8, 5]),
    ...across(6, (index): Part => [index === 2 ? 'warn' : 'good', 206, 62 + index * 20, 16, 6]),
    ...across(36, (index): Part => {
      const tall = 5 + ((index * 7) % 11);
      return ['heat-5', 240 + (index % 6) * 10, 73 + Math.floor(index / 6) * 20 - tall, 7, tall];
    }),
  ],
  places: [
    [204, 33],
    [24, 50],
    [150, 50],
    [214, 50],
    [270, 50],
  ],
};

const sheet: PageSketch = {
  parts: [
    ['card', 0, 0, 320, 24],
    ['ink', 8, 9, 48, 6],
    ...across(6, (index): Part => [index === 0 ? 'act' : 'line', 84 + index * 30, 10, 22, 4]),
    ['ink', 282, 9, 30, 6],
    ['card', 6, 30, 76, 154],
    ...across(9, (index): Part => ['line', 14, 40 + index * 15, 46, 4]),
    ...across(9, (index): Part => [index === 4 ? 'act' : index < 6 ? 'good' : 'line', 66, 39 + index * 15, 8, 6]),
    ['ink', 90, 34, 120, 7],
    ['card', 90, 48, 136, 70],
    ...across(2, (index): Part => ['line', 98, 56 + index * 30, 90, 4]),
    ...across(2, (index): Part => ['heat-1', 98, 64 + index * 30, 80, 14]),
    ['card', 90, 124, 136, 60],
    ['line', 98, 132, 70, 4],
    ['heat-1', 98, 142, 120, 34],
    ['card', 232, 30, 82, 154],
    ...across(5, (index): Part => ['line', 240, 42 + index * 12, 62 - (index % 2) * 14, 4]),
    ['warn', 240, 108, 60, 5],
    ...across(3, (index): Part => ['line', 240, 122 + index * 12, 62 - (index % 2) * 14, 4]),
  ],
  places: [
    [196, 22],
    [76, 30],
    [218, 48],
    [218, 124],
    [306, 30],
  ],
};

/** The pages that are easier seen than told, by the route that the router knows them by. */
export const PAGE_SKETCHES = {
  '/lam-viec/ky-danh-gia/$round': overview,
  '/lam-viec/ky-danh-gia/$round/tien-do': board,
  '/lam-viec/ky-danh-gia/$round/xep-hang': ranking,
  '/lam-viec/ky-danh-gia/$round/bang-diem/$body': sheet,
} as const satisfies Readonly<Record<string, PageSketch>>;

export type SketchedPath = keyof typeof PAGE_SKETCHES;
