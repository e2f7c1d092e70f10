import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Faults } from '../reading/faults.ts';
import { readJson } from '../reading/json.ts';
import { readYaml } from '../reading/yaml.ts';
import { readScheme } from '../scheme/read.ts';
import type { Scheme } from '../scheme/types.ts';
import type { JsonObject } from '../testing/documents.ts';
import { scheme } from '../testing/small-round.ts';
import { PHRASES } from '../words/index.ts';
import { defaultChecks, type SheetChecks } from './checks.ts';
import { readChecks } from './read-checks.ts';

const SCHEME = readScheme(
  readJson(
    JSON.stringify(
      scheme({
        figures: [
          { id: 'done', type: 'count' },
          { id: 'planned', type: 'count' },
          { id: 'issued', type: 'date' },
        ],
      }),
    ),
  ).value,
  new Faults(),
) as Scheme;

function judge(changes: JsonObject) {
  const faults = new Faults();
  const checks = readChecks(readJson(JSON.stringify({ format: 'parindex-checks/1', scheme: 'minh-hoa', ...changes })).value, SCHEME, faults);
  return { checks, faults: faults.list };
}

describe('[F47] what is declared beside a scheme for the check before sending', () => {
  it('is by default what an edition has that declares nothing', () => expect(judge({}).checks).toEqual(defaultChecks('minh-hoa')));

  it('is read into normal form: numbers as shortest texts', () => {
    const { checks } = judge({ farFromPast: { figures: { relative: '0.50', absolute: 3 } }, dates: [{ figure: 'issued', yearsBefore: 1 }] });
    expect(checks?.farFromPast).toEqual({ figures: { relative: '0.5', absolute: '3' }, points: '0.5', own: [], notCompared: [] });
    expect(checks?.dates).toEqual([{ figure: 'issued', yearsBefore: '1', yearsAfter: '0' }]);
  });

  it('is refused with all that is wrong at once, each fault in both languages', () => {
    const { checks, faults } = judge({
      scheme: 'khac',
      severity: { documentHint: 'mustMend', unanswered: 'never', other: 'told' },
      notAsked: ['9.9', '1.1', '1.1'],
      partOfWhole: [
        { part: 'done', whole: 'done' },
        { part: 'issued', whole: 'gone' },
      ],
      percentages: ['issued'],
      dates: [{ figure: 'done', yearsAfter: -1 }],
      farFromPast: { points: '2', own: [{ figure: 'gone', relative: '-1', absolute: '0' }], notCompared: ['issued'] },
    });
    expect(checks).toBeUndefined();
    expect(faults.map(({ code, path }) => `${code} ${path}`).toSorted()).toEqual([
      'duplicateId /notAsked/2',
      'duplicateId /partOfWhole/0/whole',
      'notAllowedHere /severity/documentHint',
      'outOfRange /dates/0/yearsAfter',
      'outOfRange /farFromPast/own/0/relative',
      'outOfRange /farFromPast/points',
      'unknownId /farFromPast/own/0/figure',
      'unknownId /notAsked/0',
      'unknownId /partOfWhole/1/whole',
      'unknownId /scheme',
      'unknownKey /severity/other',
      'unknownValue /severity/unanswered',
      'wrongType /dates/0/figure',
      'wrongType /farFromPast/notCompared/0',
      'wrongType /partOfWhole/1/part',
      'wrongType /percentages/0',
    ]);
    for (const { code, details } of faults) for (const phrases of Object.values(PHRASES)) expect(phrases.fault[code](details)).not.toBe('');
  });

  const folder = new URL('../../../schemes/', import.meta.url);
  const declared = readdirSync(folder).filter((name) => readdirSync(new URL(`${name}/`, folder)).includes('checks.json'));
  it('lies beside editions of the project', () => expect(declared).toContain('province-2022'));
  it.each(declared)('of %s fits its scheme', (name) => {
    const text = (file: string) => readFileSync(new URL(`${name}/${file}`, folder), 'utf8');
    const own = readScheme(readYaml(text('scheme.yaml')).value, new Faults()) as Scheme;
    const faults = new Faults();
    readChecks(readJson(text('checks.json')).value, own, faults);
    expect(faults.list).toEqual([]);
  });

  it('[F29] compares no figure of the year before, or of a base year, with last year’s, as the note of the file says', () => {
    const text = (file: string) => readFileSync(new URL(`province-2022/${file}`, folder), 'utf8');
    const own = readScheme(readYaml(text('scheme.yaml')).value, new Faults()) as Scheme;
    const { farFromPast } = readChecks(readJson(text('checks.json')).value, own, new Faults()) as SheetChecks;
    const past = own.figures.filter(({ title }) => /năm trước liền kề|năm mốc/u.test(title?.vi ?? '')).map(({ id }) => id);
    expect(past).toContain('newEnterprisesLastYear');
    expect(farFromPast.notCompared).toEqual(expect.arrayContaining(past));
  });
});
