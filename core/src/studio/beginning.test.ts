import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Faults } from '../reading/faults.ts';
import { readYaml } from '../reading/yaml.ts';
import { readScheme } from '../scheme/read.ts';
import { begunFrom, emptyDocument } from './beginning.ts';

const NAME = { id: 'so-minh-hoa-2027', title: 'Bộ tiêu chí minh họa 2027' };

it('[F8] a draft begins as an adopted edition stands, but for its id and title', () => {
  const text = readFileSync(new URL('../../../schemes/department-illustrative/scheme.yaml', import.meta.url), 'utf8');
  const begun = begunFrom(text, NAME);
  const before = readYaml(text).value as Record<string, unknown>;
  expect(readYaml(begun).value).toEqual({ ...before, id: NAME.id, title: { vi: NAME.title } });
  // Remarks and lines stay as they are written.
  const kept = new Set(text.split('\n'));
  expect(begun.split('\n').filter((line) => !kept.has(line)).length).toBeLessThan(4);
});

it('[F8] or with nothing, and is told what it lacks', () => {
  const faults = new Faults();
  readScheme(readYaml(emptyDocument(NAME)).value, faults);
  expect(readYaml(emptyDocument(NAME)).value).toMatchObject({ id: NAME.id, title: { vi: NAME.title } });
  expect(faults.none).toBe(false);
});
