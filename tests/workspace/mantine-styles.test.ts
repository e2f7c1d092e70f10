import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const MANTINE = new URL('../../node_modules/@mantine/core/', import.meta.url).pathname;
const WEB = new URL('../../web/src/', import.meta.url).pathname;
const read = (file: string): string => readFileSync(file, 'utf8');

const whole = read(path.join(MANTINE, 'styles.css'));
/** What the workspace loads of it, in its order. */
const listed = [...read(path.join(WEB, 'kit', 'look', 'mantine.css')).matchAll(/@import "@mantine\/core\/(styles\/[\w-]+\.css)";/g)].map(([, file]) => ({
  file: file as string,
  css: read(path.join(MANTINE, file as string)).trim(),
}));

const hasRuleOf = (css: string, name: string): boolean => new RegExp(`\\.${name}(?![\\w-])`).test(css);

/** Where Mantine's index has each of its names from. */
const places = new Map(
  [...read(path.join(MANTINE, 'esm/index.mjs')).matchAll(/^import \{ ([^}]+) \} from "(.+)";$/gm)].flatMap(([, names, file]) =>
    (names as string).split(', ').map((name) => [name, path.join(MANTINE, 'esm', file as string)] as const),
  ),
);

/** A file of Mantine's with all that it imports there. */
function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const [, next] of read(file).matchAll(/^import .*"(\.[^"]+\.mjs)";$/gm)) reachedFrom(path.join(path.dirname(file), next as string), reached);
  return reached;
}

/** All that the workspace takes from Mantine by name. */
const taken = new Set(
  globSync('**/*.{ts,tsx}', { cwd: WEB })
    .flatMap((file) => [...read(path.join(WEB, file)).matchAll(/import \{([^}]+)\} from '@mantine\/core'/g)])
    .flatMap(([, names]) => (names as string).split(','))
    .map((name) => name.trim().split(' as ')[0] as string)
    .filter((name) => name !== '' && !name.startsWith('type ')),
);

/** The class names of these components and of those that they are made of. */
function classesOf(names: Iterable<string>): Set<string> {
  const files = new Set<string>();
  for (const name of names) {
    const place = places.get(name);
    if (!place) throw new Error(`Mantine's index has no ${name}`);
    reachedFrom(place, files);
  }
  return new Set(
    [...files].filter((file) => file.endsWith('.module.mjs')).flatMap((file) => [...read(file).matchAll(/: "(m_\w+)"/g)].map(([, name]) => name as string)),
  );
}

describe('the styles that are taken from Mantine', () => {
  const classes = [...classesOf(taken)].filter((name) => hasRuleOf(whole, name));

  it('are there for every component in use, and for those that it is made of', () => {
    expect(classes.length).toBeGreaterThan(100);
    const css = listed.map((one) => one.css).join('\n');
    expect(classes.filter((name) => !hasRuleOf(css, name))).toEqual([]);
  });

  it('stand in the order in which Mantine has them: a later rule overrides an earlier one', () => {
    const order = listed.map(({ css }) => whole.indexOf(css));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('hold nothing for components that nobody uses', () => {
    const ofComponents = listed.filter(({ css }) => /\.m_\w/.test(css));
    expect(ofComponents.filter(({ css }) => !classes.some((name) => hasRuleOf(css, name))).map(({ file }) => file)).toEqual([]);
  });
});
