import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Faults } from '../reading/faults.ts';
import { readJson } from '../reading/json.ts';
import { canonicalText } from '../reading/normal-form.ts';
import { readSnapshot } from '../snapshot/read.ts';
import { computeDocument } from '../testing/documents.ts';

const WORKED = new URL('../../../verify/worked/', import.meta.url);
const FAULTS = new URL('faults/', WORKED);
const read = (name: string, folder = WORKED) => readFileSync(new URL(name, folder), 'utf8');
const namesIn = (folder: URL) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.snapshot.json'))
    .map((name) => name.replace('.snapshot.json', ''))
    .sort();

/** What each worked snapshot proves. */
const PROVES: Readonly<Record<string, string>> = {
  '01-plain': '[F69] [F70] weighted roll-up to domains and index, sources joined',
  '02-answers': '[F12] answers that people give',
  '03-figures': '[F12] [F14] points from figures, with edges at the twelfth decimal',
  '04-not-applicable': '[F6] [F17] what is not applicable, with the adjusted maximum',
  '05-bonus-rescale': '[F13] bonus with a cap and penalties, rescaled',
  '06-bonus-keep': '[F13] bonus with a cap and penalties, kept',
  '07-ties-blocks': '[F15] [F71] ties and ranks within groups on unrounded scores',
  '08-classes-rounded': '[F14] [F15] classes and ranks on the declared rounding',
  '09-survey': '[F70] the survey part, by groups and weights',
  '10-change': '[F12] change against the round before',
  '11-branch': '[F12] rules that hang on another item',
  '12-states': '[F17] four states and conditions',
  '13-formula': '[F12] [F14] formulas',
};

describe('the worked snapshots come out to the letter', () => {
  for (const name of namesIn(WORKED)) {
    it(`${PROVES[name] ?? ''} ${name}`, () => {
      const { result, faults } = computeDocument(readJson(read(`${name}.snapshot.json`)));
      expect(faults).toEqual([]);
      const expected = read(`${name}.result.json`);
      expect(result).toEqual(JSON.parse(expected));
      expect(`${JSON.stringify(result, null, 1)}\n`).toBe(expected);
    });
  }
});

describe('the faulty snapshots are refused with just the faults listed', () => {
  for (const name of namesIn(FAULTS)) {
    it(name, () => {
      const { result, faults } = computeDocument(readJson(read(`${name}.snapshot.json`, FAULTS)));
      const listed = JSON.parse(read(`${name}.faults.json`, FAULTS)) as { code: string; path: string }[];
      expect(result).toBeUndefined();
      expect(faults).toEqual(listed.map(({ code, path }) => `${code} ${path}`).sort());
    });
  }
});

describe('[F77] the example of the method', () => {
  const method = readFileSync(new URL('../../../docs/method.md', import.meta.url), 'utf8');
  const blocks = [...method.matchAll(/^```(?:json)?\n([\s\S]*?)\n```$/gm)].map(([, block]) => block ?? '');
  const document = readJson(blocks.find((block) => block.startsWith('{"format":"parindex-snapshot/1"')) ?? '');

  it('has the canonical texts that are printed', () => {
    const { snapshot, scheme } = readSnapshot(document.value, new Faults());
    const ofScheme = canonicalText(scheme);
    expect(blocks).toContain(ofScheme);
    expect(blocks).toContain(canonicalText(snapshot).replace(ofScheme, 'S'));
  });

  it('has the result that is printed, with its hashes', () => {
    const printed = blocks.find((block) => block.startsWith('{"format":"parindex-result/1"')) ?? '';
    expect(computeDocument(document).result).toEqual(JSON.parse(printed));
  });
});
