import { readFileSync } from 'node:fs';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { COMMON_WORDS } from './common-passwords.ts';

const BODIES = new URL('../../../../../data/bodies.json', import.meta.url);

interface NamedBodies {
  readonly [kind: string]: readonly { readonly names: readonly { readonly short: string; readonly sort: string }[] }[];
}

/** A text as those who guess write it: without marks, in small letters. */
export const bareOf = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();

/** Names of provinces and ministries, written together and word by word. */
function namesOfPlaces(): string[] {
  const { provinces = [], ministries = [] } = JSON.parse(readFileSync(BODIES, 'utf8')) as NamedBodies;
  const names = [...provinces, ...ministries].flatMap((body) => body.names.flatMap(({ short, sort }) => [short, sort])).map(bareOf);
  return [...new Set(names.flatMap((name) => [name, name.replaceAll(/[^a-z]/g, ''), ...name.split(/[^a-z]+/)]))].filter(({ length }) => length > 1);
}

let estimator: ZxcvbnFactory | undefined;

/** What stands behind costs the estimator more than it tells. */
const LONGEST = 64;

/** How many guesses a password costs somebody who knows the country, its places, its years and the person; as a power of ten. */
export function guessesOf(password: string, person: readonly string[]): number {
  estimator ??= new ZxcvbnFactory({ dictionary: { words: [...COMMON_WORDS], places: namesOfPlaces() } });
  return estimator.check(bareOf(password).slice(0, LONGEST), person.map(bareOf)).guessesLog10;
}
