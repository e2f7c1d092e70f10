import { describe, expect, it } from 'vitest';
import { Unreadable } from '../reading/raw.ts';
import { readCsv } from './csv.ts';

describe('readCsv', () => {
  it('reads rows as texts, quotes, byte order mark and either line end; empty cells as left out', () => {
    expect(readCsv('\uFEFFname,points,note\r\n"Sở Minh họa A, B",1.50,\r\n').value).toEqual([{ name: 'Sở Minh họa A, B', points: '1.50', note: null }]);
  });

  it('brings texts to NFC', () => {
    expect(readCsv(`name\n${'Hoà'.normalize('NFD')}\n`).value).toEqual([{ name: 'Hoà' }]);
  });

  it('knows the line of a row and a column written twice', () => {
    const document = readCsv('a,b,a\n1,2,3\n4,5,6\n');
    expect(document.locate([1, 'b'])).toEqual({ line: 3, column: 1 });
    expect(document.doubled).toEqual([[0, 'a']]);
  });

  it.each([
    ['', 1],
    ['a,b\n1,2\n3\n', 3],
    ['a\n"1', 2],
  ])('refuses %j, with the line', (text, line) => {
    expect(() => readCsv(text)).toThrow(Unreadable);
    try {
      readCsv(text);
    } catch (error) {
      expect((error as Unreadable).place?.line).toBe(line);
    }
  });
});
