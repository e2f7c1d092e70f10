import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sized } from '../../tests/soak.ts';
import { parindex, ROOT } from './testing/commands.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parindex-draw-apart-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function hasPython(): boolean {
  try {
    execFileSync('python3', ['-c', 'import sys; assert sys.version_info >= (3, 9)'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const apart = async (...files: string[]): Promise<string> => {
  try {
    return (await promisify(execFile)('python3', [path.join(ROOT, 'verify/draw.py'), ...files], { maxBuffer: 64e6 })).stdout;
  } catch (error) {
    return (error as { stdout: string; stderr: string }).stdout || (error as { stderr: string }).stderr;
  }
};

const AREAS = ['đô thị', 'nông thôn', 'hải đảo'];

/** A frame with three areas, communes and villages of any sizes, and a design that may or may not fit it. */
const drawing = fc.record({
  sizes: fc.array(fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 60 }) }, fc.constantFrom(0, 900)), { minLength: 12, maxLength: 45 }),
  methods: fc.tuple(fc.constantFrom('simple', 'systematic', 'pps'), fc.constantFrom('simple', 'systematic', 'pps'), fc.constantFrom('simple', 'systematic')),
  takes: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 9 })),
  reserves: fc.nat(2),
  size: fc.oneof(
    fc.record({ kind: fc.constant('fixed'), count: fc.integer({ min: 1, max: 2 }) }),
    fc.record({
      kind: fc.constant('total'),
      count: fc.integer({ min: 3, max: 8 }),
      allocation: fc.oneof(
        fc.record({ by: fc.constant('equal'), minimum: fc.nat(1) }),
        fc.record({ by: fc.constant('proportional'), of: fc.constantFrom('units', 'households'), minimum: fc.nat(1) }),
        fc.record({
          by: fc.constant('neyman'),
          of: fc.constantFrom('units', 'households'),
          deviations: fc
            .tuple(...AREAS.map(() => fc.integer({ min: 1, max: 40 })))
            .map((values) => values.map((value, index) => ({ stratum: [AREAS[index]], value: `${value / 10}` }))),
        }),
      ),
    }),
    fc.record({
      kind: fc.constant('yamane'),
      margin: fc.constantFrom('0.3', '0.15'),
      allocation: fc.constant({ by: 'proportional', of: 'households', minimum: 1 }),
    }),
  ),
  stages: fc.integer({ min: 1, max: 3 }),
});

describe('[F55] a draw worked out apart, by a second program', () => {
  it('comes out the same: units, order, reserves, chances, hashes', async (ctx) => {
    if (!hasPython()) return ctx.skip('no Python here');
    let held = 0;
    await fc.assert(
      fc.asyncProperty(drawing, async ({ sizes, methods, takes, reserves, size, stages }) => {
        const rows = sizes.map((households, index) =>
          [`𝒯${index % 7}-${index}`, `"Thôn ""Minh họa"" ${index}, cũ"`, households, AREAS[(index % 6) % 3], `xã ${index % 6}`].join(','),
        );
        const frame = path.join(folder, 'frame.csv');
        writeFileSync(frame, `Mã,Tên,Số hộ,Khu vực,Mã xã\n${rows.join('\n')}\n`);
        const design = path.join(folder, 'design.json');
        const [first, second, third] = methods;
        const all = [
          { unit: 'Mã xã', method: first, reserves },
          { unit: 'cluster', method: second, reserves, take: takes[0] },
          { unit: 'household', method: third, take: takes[1] },
        ].slice(0, stages);
        writeFileSync(
          design,
          JSON.stringify({ format: 'parindex-draw-design/1', title: { vi: 'Điều tra minh họa' }, strata: [{ column: 'Khu vực' }], size, stages: all }),
        );
        const record = path.join(folder, 'draw.json');
        const { exit } = await parindex(['survey', 'draw', frame, design, '--seed', 'Quay số 40718', '-o', record]);
        // What does not fit the frame is not drawn.
        if (exit !== 0) return;
        held += 1;
        expect(await apart(frame, record)).toBe('the same\n');
      }),
      { numRuns: sized(25, 300) },
    );
    expect(held).toBeGreaterThan(10);
  });

  it('tells a record that was changed, and takes lists of households', async (ctx) => {
    if (!hasPython()) return ctx.skip('no Python here');
    const file = (name: string, text: string) => {
      writeFileSync(path.join(folder, name), text);
      return path.join(folder, name);
    };
    const frame = file('few.csv', 'code;name;households\nb;Thôn Minh họa 02;3\na;Thôn Minh họa 01;2\n');
    const lists = file('lists.csv', 'cluster,household\nb,h2\nb,h1\nb,h3\n');
    const stages = [
      { unit: 'cluster', method: 'pps' },
      { unit: 'household', method: 'simple', take: 2 },
    ];
    const design = file('few.json', JSON.stringify({ format: 'parindex-draw-design/1', title: { vi: 'Minh họa' }, size: { kind: 'fixed', count: 2 }, stages }));
    const record = path.join(folder, 'few-draw.json');
    expect((await parindex(['survey', 'draw', frame, design, '--seed', '1', '--households', lists, '-o', record])).exit).toBe(0);
    expect(await apart(frame, record, lists)).toBe('the same\n');
    const changed = JSON.parse(readFileSync(record, 'utf8'));
    changed.units[1].overall = '1/2';
    expect(await apart(frame, file('changed.json', JSON.stringify(changed)), lists)).toBe('units[1] differs\n');
  });
});
