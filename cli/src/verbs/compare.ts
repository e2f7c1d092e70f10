import { describeRule, displayDecimal, inLanguage, type Placed, ruleLines, type Scheme, schemeNames } from '@parindex/core';
import { type Changed, type Comparison, compareEditions } from '@parindex/core/studio/comparing/compare-editions';
import type { Effect } from '@parindex/core/studio/comparing/effect-on-points';
import { CHANGE_KIND_NAMES, COMPARISON_WORDS, DIFFERENCE_NAMES, signedPoints } from '@parindex/core/words/comparison-words';
import { OWN_SOURCE_NAMES } from '@parindex/core/words/kinds';
import { texts } from '@parindex/core/words/texts';
import { titleWithStatus } from '../scheme-line.ts';
import { readSoundScheme } from '../sound-scheme.ts';
import { DONE, type ExitCode, paint, type Terminal } from '../terminal.ts';

const SAYS = texts({
  points: { vi: 'điểm', en: 'points' },
  was: { vi: 'trước', en: 'before' },
  now: { vi: 'sau', en: 'after' },
});

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
  const comparison = compareEditions(before, after);
  await terminal.write(
    options['format'] === 'json' ? `${JSON.stringify(asJson(before, after, comparison), null, 2)}\n` : asText(before, after, comparison, terminal),
  );
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

function asText(before: Scheme, after: Scheme, { added, removed, regrouped, changed, unchanged, effect }: Comparison, terminal: Terminal): string {
  const { language } = terminal;
  const [words, kinds] = [COMPARISON_WORDS[language], CHANGE_KIND_NAMES[language]];
  const named = (placed: Placed) =>
    `${placed.code} ${inLanguage(placed.title, language)} (${displayDecimal(placed.maximum, language)} ${SAYS[language].points})`;
  const list = (title: string, entries: readonly string[]) =>
    entries.length === 0 ? [] : [paint(terminal, 'bold', `${title} (${entries.length})`), ...entries, ''];
  const withPlus = (placed: Placed) => `${paint(terminal, 'green', '+')} ${named(placed)}`;
  const withMinus = (placed: Placed) => `${paint(terminal, 'red', '−')} ${named(placed)}`;
  return `${[
    `${titleWithStatus(before, language)}\n→ ${titleWithStatus(after, language)}`,
    '',
    ...effectLines(effect, terminal),
    '',
    ...list(
      kinds.added,
      added.map((placed) => `  ${withPlus(placed)}`),
    ),
    ...list(
      kinds.removed,
      removed.map((placed) => `  ${withMinus(placed)}`),
    ),
    ...list(
      words.regrouped,
      regrouped.map((entry) =>
        [
          `  ${kinds[entry.kind]}:`,
          ...entry.before.map((placed) => `      ${withMinus(placed)}`),
          ...entry.after.map((placed) => `      ${withPlus(placed)}`),
        ].join('\n'),
      ),
    ),
    ...list(
      kinds.changed,
      changed.map((entry) => changedLines(entry, before, after, terminal)),
    ),
    words.same(unchanged.length),
  ].join('\n')}\n`;
}

/** The effect on maximum points, of what has one. */
function effectLines({ domains, sources, total }: Comparison['effect'], terminal: Terminal): string[] {
  const { language } = terminal;
  const words = COMPARISON_WORDS[language];
  const line = (name: string, { before, after, difference }: Effect) =>
    difference === '0' ? [] : [`    ${name}: ${displayDecimal(before, language)} → ${displayDecimal(after, language)} (${signedPoints(difference, language)})`];
  const part = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [`  ${title}`, ...lines]);
  return [
    paint(terminal, 'bold', words.effect),
    ...part(
      words.domain,
      domains.flatMap((each) => line(`${each.codes.after ?? each.codes.before} ${inLanguage(each.title, language)}`, each)),
    ),
    ...part(
      words.source,
      sources.flatMap((each) => line(OWN_SOURCE_NAMES[language][each.source], each)),
    ),
    `  ${words.total}: ${displayDecimal(total.before, language)} → ${displayDecimal(total.after, language)} (${signedPoints(total.difference, language)})`,
  ];
}

function changedLines({ before: old, after: fresh, differences, by }: Changed, before: Scheme, after: Scheme, terminal: Terminal): string {
  const { language } = terminal;
  const says = SAYS[language];
  const names = differences.map((difference) => DIFFERENCE_NAMES[language][difference]);
  if (by === 'likeTitle') names.push(COMPARISON_WORDS[language].likeTitle);
  const lines = [`  ~ ${fresh.code} ${inLanguage(fresh.title, language)}: ${names.join(', ')}`];
  if (old.code !== fresh.code) lines.push(`      ${old.code} → ${fresh.code}`);
  if (differences.includes('text')) lines.push(`      “${inLanguage(old.title, language)}” → “${inLanguage(fresh.title, language)}”`);
  if (differences.includes('points')) lines.push(`      ${displayDecimal(old.maximum, language)} → ${displayDecimal(fresh.maximum, language)} ${says.points}`);
  if (differences.includes('rule') && old.item && fresh.item) {
    lines.push(`      ${says.was}:`, ...ruleLines(describeRule(old.item, schemeNames(before, language)), '        '));
    lines.push(`      ${says.now}:`, ...ruleLines(describeRule(fresh.item, schemeNames(after, language)), '        '));
  }
  return lines.join('\n');
}
