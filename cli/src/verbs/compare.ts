import { displayDecimal, type Placed, type Scheme } from '@parindex/core';
import { type Comparison, compareEditions } from '@parindex/core/studio/comparing/compare-editions';
import { type ToldComparison, type ToldEffect, tellComparison } from '@parindex/core/studio/comparing/told-comparison';
import { EDITION_PART_NAMES } from '@parindex/core/words/compared-edition-words';
import { comparisonRows } from '@parindex/core/words/comparison-rows';
import { COMPARISON_WORDS, countsText, signedPoints } from '@parindex/core/words/comparison-words';
import { titleWithStatus } from '../scheme-line.ts';
import { readSoundScheme } from '../sound-scheme.ts';
import { DONE, type ExitCode, paint, type Terminal } from '../terminal.ts';

/** Says what changed from one edition to another. */
export async function run(
  [first = '', second = '']: readonly string[],
  options: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<ExitCode> {
  const before = await readSoundScheme(first, terminal);
  if (typeof before === 'number') return before;
  const after = await readSoundScheme(second, terminal);
  if (typeof after === 'number') return after;
  const isJson = options['format'] === 'json';
  await terminal.write(isJson ? `${JSON.stringify(asJson(before, after, compareEditions(before, after)), null, 2)}\n` : asText(before, after, terminal));
  return DONE;
}

const brief = ({ code, title, domain, maximum }: Placed) => ({ code, title, domain, maximum });

const edition = ({ id, title, status }: Scheme) => ({ id, title, status });

const asJson = (before: Scheme, after: Scheme, { added, removed, regrouped, changed, unchanged, effect }: Comparison) => ({
  before: edition(before),
  after: edition(after),
  added: added.map(brief),
  removed: removed.map(brief),
  regrouped: regrouped.map((entry) => ({ kind: entry.kind, before: entry.before.map(brief), after: entry.after.map(brief) })),
  changed: changed.map((entry) => ({ before: brief(entry.before), after: brief(entry.after), differences: entry.differences, by: entry.by })),
  unchanged: unchanged.length,
  effect,
});

/** The words of the comparison as the documents say it: what it does to points, what holds for all, then each change by domain. */
function asText(before: Scheme, after: Scheme, terminal: Terminal): string {
  const { language } = terminal;
  const words = COMPARISON_WORDS[language];
  const { counts, effect, edition, domains } = tellComparison(before, after, language);
  return `${[
    `${titleWithStatus(before, language)}\n→ ${titleWithStatus(after, language)}`,
    countsText(counts, language),
    [paint(terminal, 'bold', words.effect), ...effectLines(effect, terminal)].join('\n'),
    ...(edition.length === 0
      ? []
      : [
          [
            paint(terminal, 'bold', words.edition),
            ...edition.flatMap((each) => [`  ${EDITION_PART_NAMES[language][each.part]}`, ...sides(each, terminal)]),
          ].join('\n'),
        ]),
    ...domains.map(({ name, changes }) =>
      [
        paint(terminal, 'bold', name),
        ...changes
          .flatMap((change) => comparisonRows(change, language))
          .flatMap((row) => [`  ${row.change}: ${`${row.code} ${row.title}`.trim() || words.regrouped}`, ...sides(row, terminal)]),
      ].join('\n'),
    ),
  ].join('\n\n')}\n`;
}

/** What both editions say, a line each. */
const sides = ({ before, after }: { readonly before: readonly string[]; readonly after: readonly string[] }, terminal: Terminal): string[] => [
  ...before.map((line) => `      ${paint(terminal, 'red', '−')} ${line}`),
  ...after.map((line) => `      ${paint(terminal, 'green', '+')} ${line}`),
];

/** The effect on maximum points, of what has one. */
function effectLines({ domains, sources, total }: ToldComparison['effect'], { language }: Terminal): string[] {
  const words = COMPARISON_WORDS[language];
  const told = ({ before, after, difference }: Omit<ToldEffect, 'name'>) =>
    `${displayDecimal(before, language)} → ${displayDecimal(after, language)} (${signedPoints(difference, language)})`;
  const part = (title: string, effects: readonly ToldEffect[]) => {
    const lines = effects.flatMap(({ name, ...effect }) => (effect.difference === '0' ? [] : [`    ${name}: ${told(effect)}`]));
    return lines.length === 0 ? [] : [`  ${title}`, ...lines];
  };
  return [...part(words.domain, domains), ...part(words.source, sources), `  ${words.total}: ${told(total)}`];
}
