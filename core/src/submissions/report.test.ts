import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../ledger/index.ts';
import { deadlineOf } from '../round/deadline.ts';
import { isReopened } from '../round/reopening.ts';
import { RECEIPT_LENGTH, readReceiptCode, receiptCode, writtenCode } from './receipt-code.ts';
import { sheetHash } from './sheet-hash.ts';
import { hashesIn } from './signed-report.ts';

const cell = fc.record({
  target: fc.record({ kind: fc.constantFrom('item' as const, 'figure' as const), id: fc.constantFrom('1.1', '1.2', '2.1', 'a', 'b') }),
  fields: fc.dictionary(fc.constantFrom('value', 'justification'), fc.string({ unit: 'grapheme' }), { noNullPrototype: true }),
  seqs: fc.constant({}),
});
const cells = fc.uniqueArray(cell, { selector: ({ target: { kind, id } }) => `${kind} ${id}` }) as fc.Arbitrary<Cell[]>;
const sheet = { round: 'minh-hoa-2022', body: 'tinh-minh-hoa-01', edition: 'province-2022', seq: 7 };

describe('[F115] the hash of a sheet', () => {
  it('is the same for the same claims in any order, and another for any other', () => {
    fc.assert(
      fc.property(cells, fc.nat(), fc.string(), (claimed, at, text) => {
        const hash = sheetHash({ ...sheet, claimed });
        expect(sheetHash({ ...sheet, claimed: claimed.toReversed() })).toBe(hash);
        // A cell that was emptied says what none says.
        expect(sheetHash({ ...sheet, claimed: [...claimed, { target: { kind: 'item', id: '9.9' }, fields: {}, seqs: {} }] })).toBe(hash);
        for (const other of [{ seq: 8 }, { body: 'tinh-minh-hoa-02' }, { round: 'minh-hoa-2023' }, { edition: 'other' }])
          expect(sheetHash({ ...sheet, ...other, claimed })).not.toBe(hash);
        const index = claimed.length === 0 ? -1 : at % claimed.length;
        const changed = claimed.map((one, place) =>
          place === index ? { ...one, fields: { ...one.fields, value: `${String(one.fields['value'])}${text}x` } } : one,
        );
        if (index >= 0) expect(sheetHash({ ...sheet, claimed: changed })).not.toBe(hash);
      }),
    );
  });

  it('is found in a text, however lines break it, and in nothing longer', () => {
    const hash = 'c0ffee12'.repeat(8);
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 63 }), { maxLength: 4 }), (breaks) => {
        const broken = [...hash].map((sign, at) => (breaks.includes(at) ? `\n${sign}` : sign)).join('');
        expect(hashesIn(`Mã băm bảng chấm điểm (SHA-256): ${broken.toUpperCase()}. Trang 2`)).toEqual([hash]);
      }),
    );
    expect(hashesIn(`${hash}0`)).toEqual([]);
  });
});

describe('a receipt’s code', () => {
  it('[F34] is read as people write it: with hyphens, small letters, the letters that look like digits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: RECEIPT_LENGTH, maxLength: RECEIPT_LENGTH }), (random) => {
        const code = receiptCode(random);
        expect(readReceiptCode(code)).toBe(code);
        expect(readReceiptCode(` ${writtenCode(code).toLowerCase()} `)).toBe(code);
        expect(readReceiptCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
        expect(readReceiptCode(code.slice(1))).toBeUndefined();
        expect(readReceiptCode(`${code.slice(1)}U`)).toBeUndefined();
      }),
    );
  });
});

describe('[F36] a reopening', () => {
  it('reaches its items, and a figure only where all that use it are among them', () => {
    const codes = fc.subarray(['1.1', '1.2', '2.1', '2.2']);
    fc.assert(
      fc.property(codes, codes, (items, users) => {
        const reaches = isReopened({ items }, { kind: 'figure', id: 'a' }, () => users);
        expect(reaches).toBe(users.length > 0 && users.every((user) => isReopened({ items }, { kind: 'item', id: user }, () => [])));
        expect(isReopened({ items: null }, { kind: 'figure', id: 'a' }, () => users)).toBe(true);
      }),
    );
  });

  it('and extensions move the deadline of the body, never before the calendar’s; of other bodies and steps they do not', () => {
    const steps = [{ step: 'selfAssessment' as const, opens: 0, closes: 100 }];
    const extension = { step: 'selfAssessment' as const, body: 'a', item: '1.1', until: 150 };
    expect(deadlineOf([], [], 'a', 500)).toBeNull();
    expect(deadlineOf(steps, [], 'a', null)).toBe(100);
    expect(deadlineOf(steps, [], 'a', 50)).toBe(100);
    expect(deadlineOf(steps, [extension], 'a', null)).toBe(150);
    expect(deadlineOf(steps, [extension], 'b', null)).toBe(100);
    expect(deadlineOf(steps, [{ ...extension, step: 'appraisal' }], 'a', 170)).toBe(170);
    expect(deadlineOf(steps, [{ ...extension, body: null, item: null }], 'b', null)).toBe(150);
  });
});
