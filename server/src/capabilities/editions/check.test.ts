import { readFileSync } from 'node:fs';
import { canonicalText } from '@parindex/core';
import { expect, it } from 'vitest';
import { Problem } from '../../http/problems.ts';
import { checkEdition } from './check.ts';
import { type CheckedEdition, checkTexts } from './check-texts.ts';

const read = (file: string) => readFileSync(new URL(`../../../../schemes/province-2022/${file}`, import.meta.url), 'utf8');
const PROVINCE = { document: read('scheme.yaml'), cases: read('cases.yaml') };

/** How many turns the loop of this process takes until it is done: none where it is done within one. */
async function turnsUntil(of: Promise<unknown>): Promise<number> {
  let turns = 0;
  const tick = () => {
    turns += 1;
    next = setImmediate(tick);
  };
  let next = setImmediate(tick);
  await of;
  clearImmediate(next);
  return turns;
}

it('an edition is checked beside the server as it would be within it, and once for the same texts', async () => {
  const [first, second] = await Promise.all([checkEdition(PROVINCE), checkEdition(PROVINCE)]);
  expect(second).toBe(first);
  expect(await checkEdition(PROVINCE)).toBe(first);
  const within = checkTexts(PROVINCE) as CheckedEdition;
  expect(canonicalText(first.scheme)).toBe(canonicalText(within.scheme));
  expect(JSON.stringify(first)).toBe(JSON.stringify(within));
  const faulty = { ...PROVINCE, document: PROVINCE.document.replace('maximum: 0.5', 'maximum: x') };
  expect(JSON.stringify(await checkEdition(faulty))).toBe(JSON.stringify(checkTexts(faulty)));
});

it('what is too heavy to be checked is refused, named, and holds up nobody', async () => {
  const keys = Array.from({ length: 150 }, (_, depth) => `${' '.repeat(depth)}${'k'.repeat(900)}${depth}:`).join('\n');
  const heavy: Readonly<Record<string, readonly [document: string, code: string]>> = {
    brackets: [`x: ${'['.repeat(500_000)}`, 'unreadable'],
    longKey: [`? "${'k'.repeat(200_000)}"\n: [1, 2]\n`, 'unreadable'],
    manyValues: [`x: [${'1,'.repeat(250_000)}1]`, 'unreadable'],
    manyValuesInJson: [`{"x": [${'1,'.repeat(250_000)}1]}`, 'unreadable'],
  };
  for (const [name, [document, code]] of Object.entries(heavy)) {
    const asked = checkEdition({ document, cases: '' });
    await expect(asked, name).rejects.toMatchObject({ code });
  }
  // Deep and long, but within bounds: it is faulty, as any text of the kind.
  const deep = await checkEdition({ document: `${keys}\n${' '.repeat(150)}[${'1,'.repeat(2_000)}1]\n`, cases: '' });
  expect(deep.scheme).toBeUndefined();
  await expect(checkEdition({ document: `${PROVINCE.document}\n# khác\n`, cases: PROVINCE.cases }, 1)).rejects.toBeInstanceOf(Problem);
  await expect(checkEdition({ document: `${PROVINCE.document}\n# khác\n`, cases: PROVINCE.cases }, 1)).rejects.toMatchObject({ code: 'tooLarge' });
});

it('the server goes on meanwhile: nothing of a long text is read on its own loop', async () => {
  const document = `title: { vi: "Dài" }\ndomains:\n${'  - {}\n'.repeat(5_000)}`;
  expect(await turnsUntil(checkEdition({ document, cases: '' }))).toBeGreaterThan(1);
});
