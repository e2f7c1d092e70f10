import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sized } from '../../../tests/soak.ts';
import { readSignatures } from './read-signatures.ts';
import { NOW, SignatureFixture } from './testing/fixture.ts';
import { addSignature, type GrowingPdf, plainPdf } from './testing/signed-pdf.ts';
import type { Trust } from './trust.ts';

let fixture: SignatureFixture;
let trust: Trust;
let signed: Buffer;
let twice: GrowingPdf;
beforeAll(async () => {
  fixture = await SignatureFixture.open();
  trust = await fixture.trust();
  const first = await fixture.sign(plainPdf(), fixture.authority.signer);
  signed = first.bytes;
  twice = await fixture.sign(first, fixture.authority.clerk, {}, { packed: true });
});
afterAll(() => fixture.close());

const RANGE = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/;

/** The file with another ByteRange of the same length in bytes. */
function withRange(bytes: Buffer, range: string): Buffer {
  const text = bytes.toString('latin1');
  const found = RANGE.exec(text);
  if (!found) throw new Error('no ByteRange');
  const { 0: old, index } = found;
  const written = `/ByteRange [${range}]`.padEnd(old.length);
  return Buffer.from(text.slice(0, index) + written + text.slice(index + Math.max(old.length, written.length)), 'latin1');
}

const gapOf = (bytes: Buffer): [number, number] => {
  const [, start, end] = (RANGE.exec(bytes.toString('latin1')) ?? []).map(Number);
  return [start ?? 0, end ?? 0];
};

describe('[F115] hostile files', () => {
  it.each([
    '0 0 0 0',
    '0 -1 2 3',
    '-5 10 20 30',
    '0 10 5 99',
    '0 99999999999 99999999999 1',
    '0 766 24768 9999999',
    '5 766 24768 550',
    '0 700 24768 550',
    '0 766 24700 618',
    '0 766 24768 0',
    '0 766',
    '0 766 24768 550 0 1',
    '(0) 766 24768 550',
    '0 766.5 24768 550',
    '0 9007199254740993 1 1',
  ])('a ByteRange of %s is no signature', async (range) => {
    const reading = await fixture.readOne(withRange(signed, range), trust);
    expect(reading).toMatchObject({ integrity: 'unreadable', verdict: 'invalid', signer: null });
    expect(reading.because).toEqual(['byteRangeWrong']);
  });

  it('Contents moved into an object of its own, away from the gap, are no signature', async () => {
    const text = signed.toString('latin1');
    const [start, end] = gapOf(signed);
    const moved = `${text.slice(0, start)}${'4 0 R'.padEnd(end - start)}${text.slice(end)}`;
    expect(await fixture.readOne(Buffer.from(moved, 'latin1'), trust)).toMatchObject({ verdict: 'invalid', because: ['byteRangeWrong'] });
  });

  it.each<[string, (hex: string) => string]>([
    ['cut short', (hex) => hex.slice(0, 400).padEnd(hex.length, '0')],
    ['empty', (hex) => '0'.repeat(hex.length)],
    ['noise', (hex) => 'c0ffee'.repeat(hex.length).slice(0, hex.length)],
    ['nested without end', (hex) => '3080'.repeat(hex.length).slice(0, hex.length)],
    ['of a length that nobody has', (hex) => `3084ffffffff${hex.slice(12)}`],
  ])('Contents that are %s cannot be read', async (_what, spoil) => {
    const [start, end] = gapOf(signed);
    const text = signed.toString('latin1');
    const spoiled = text.slice(0, start + 1) + spoil(text.slice(start + 1, end - 1)) + text.slice(end - 1);
    expect(await fixture.readOne(Buffer.from(spoiled, 'latin1'), trust)).toMatchObject({
      integrity: 'unreadable',
      certificate: 'unreadable',
      verdict: 'unverifiable',
      because: ['contentsUnreadable'],
    });
  });

  it.each<[string, (text: string) => string, string]>([
    ['without cross references', (text) => text.replaceAll('startxref', 'startnone'), 'structureUnreadable'],
    [
      'with cross references in a circle',
      (text) => text.replace(/\/Prev \d+/, (old) => `/Prev ${text.lastIndexOf('xref\n0 1')}`.padEnd(old.length)),
      'structureUnreadable',
    ],
    ['with a catalog that is nowhere', (text) => text.replace(/Root 1 0 R(?!.*Root)/s, 'Root 9 0 R'), 'structureUnreadable'],
    [
      'that says that it is encrypted',
      (text) => text.replace(/Size \d+ \/Root 1 0 R(?!.*Root)/s, (old) => `Encrypt 5 0 R /Root 1 0 R${' '.repeat(Math.max(0, old.length - 25))}`),
      'documentEncrypted',
    ],
  ])('a file %s has a signature that could not be checked', async (_what, spoil, code) => {
    const [reading] = await fixture.read(Buffer.from(spoil(signed.toString('latin1')), 'latin1'), trust);
    expect(reading).toMatchObject({ verdict: 'unverifiable', because: [code] });
  });

  it('many signatures are not all hashed: the rest is said not to have been looked at', async () => {
    let pdf = plainPdf();
    for (let i = 0; i < 34; i++) pdf = await addSignature(pdf, { sign: async () => Buffer.from('3000', 'hex') });
    const readings = await fixture.read(pdf.bytes, trust);
    expect(readings).toHaveLength(34);
    expect(readings.filter(({ because }) => because.includes('tooManySignatures'))).toHaveLength(2);
  });

  it('never valid when a covered byte changed, never an error', async () => {
    const [start, end] = gapOf(signed);
    const file = path.join(fixture.folder, 'mutated.pdf');
    const mutation = fc.record({ at: fc.nat({ max: signed.length - 1 }), by: fc.integer({ min: 1, max: 255 }) });
    // Half of the positions outside the gap: by chance nearly all would fall within it.
    const covered = fc.record({
      at: fc.nat({ max: signed.length - (end - start) - 1 }).map((at) => (at < start ? at : at + end - start)),
      by: mutation.map(({ by }) => by),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(mutation, covered), { minLength: 1, maxLength: 4 }), async (mutations) => {
        const bytes = Buffer.from(signed);
        for (const { at, by } of mutations) bytes[at] = (signed[at] ?? 0) ^ by;
        writeFileSync(file, bytes);
        const readings = await readSignatures(file, trust, NOW);
        if (mutations.some(({ at }) => at < start || at >= end)) expect(readings.map(({ verdict }) => verdict)).not.toContain('valid');
      }),
      { numRuns: sized(100, 400) },
    );
  });

  it('never an error for a file that is cut, doubled or mixed', async () => {
    const file = path.join(fixture.folder, 'mixed.pdf');
    const whole = twice.bytes;
    const piece = fc.tuple(fc.nat({ max: whole.length }), fc.nat({ max: whole.length })).map(([a, b]) => whole.subarray(Math.min(a, b), Math.max(a, b)));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(piece, fc.constant(whole.subarray(0, signed.length)), fc.constant(whole.subarray(signed.length))), { maxLength: 4 }),
        async (pieces) => {
          const bytes = Buffer.concat(pieces);
          writeFileSync(file, bytes);
          const readings = await readSignatures(file, trust, NOW);
          const genuine = [signed, whole].some((each) => bytes.subarray(0, each.length).equals(each));
          if (!genuine) expect(readings.map(({ verdict }) => verdict)).not.toContain('valid');
        },
      ),
      { numRuns: sized(50, 200) },
    );
  });
});
