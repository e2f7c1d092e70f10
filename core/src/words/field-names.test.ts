import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BODY_COLUMNS } from '../bodies/columns.ts';
import { allContracts } from '../contracts/all-contracts.ts';
import type { SchemaName } from '../contracts/contract.ts';
import * as schemas from '../contracts/schemas/index.ts';
import { FIELD_NAMES, fieldNamed, fieldPlace, keysNamed } from './field-names.ts';

const SCHEMAS: Readonly<Record<SchemaName, z.ZodType>> = schemas;

/** Every key of an object that a schema takes, however deep. */
function keysIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(keysIn);
  return Object.entries(node).flatMap(([word, part]) =>
    word === 'properties' ? Object.entries(part as object).flatMap(([key, inner]) => [key, ...keysIn(inner)]) : keysIn(part),
  );
}

/** What changes of an item or figure are called by, which are a record to their contract; the columns and fields of a body in a file. */
const BESIDE = ['value', 'source', 'date', 'vintage', 'state', 'reason', 'justification', 'citations'];
const OF_BODIES = [...BODY_COLUMNS, 'names', 'codes', 'regions', 'parents', 'csv'];

const taken = new Map<string, string>();
for (const { method, url, ...parts } of allContracts)
  for (const part of ['params', 'query', 'body'] as const) {
    const name = parts[part];
    if (name === undefined) continue;
    for (const key of keysIn(z.toJSONSchema(SCHEMAS[name], { io: 'input', unrepresentable: 'any' }))) taken.set(key, `${part} of ${method} ${url}`);
  }

describe('what fields are called', () => {
  it('no field of a contract lacks its name, in both languages', () => {
    expect(taken.size).toBeGreaterThan(150);
    const nameless = [...taken].filter(([key]) => fieldNamed(key, 'vi') === undefined || fieldNamed(key, 'en') === undefined);
    expect(nameless).toEqual([]);
    expect([...BESIDE, ...OF_BODIES].filter((key) => fieldNamed(key, 'vi') === undefined)).toEqual([]);
  });

  it('no name is left of a field that is gone', () => {
    const known = new Set([...taken.keys(), ...BESIDE, ...OF_BODIES]);
    expect(Object.keys(FIELD_NAMES.vi).filter((key) => !known.has(key))).toEqual([]);
  });

  it('no name is a key of the program', () => {
    expect(Object.entries(FIELD_NAMES.vi).filter(([key, name]) => name.toLowerCase() === key.toLowerCase())).toEqual([]);
  });

  it('a place is told by names, with the number of a row as people count', () => {
    expect(fieldPlace(['until'], 'vi')).toBe('Thời hạn');
    expect(fieldPlace(['participants', 3, 'block'], 'vi')).toBe('Các cơ quan tham gia (thứ 4) – Khối');
    expect(fieldPlace(['entries', 0, 'changes', 'answer.level'], 'vi')).toBe('Các nội dung cập nhật (thứ 1) – Nội dung cập nhật – Nội dung tự chấm');
    expect(fieldPlace(['mapping', 'investmentAttractedLastYear'], 'vi')).toBe('Bảng chuyển mã');
    expect([fieldPlace([], 'vi'), fieldPlace(['query', 'limit'], 'en')]).toEqual(['', 'Most rows']);
    expect([keysNamed('until', 'vi'), keysNamed('item | figure', 'vi'), keysNamed('khac', 'vi')]).toEqual(['Thời hạn', 'Tiêu chí | Số liệu', 'khac']);
  });
});
