import {
  type Changed,
  type Comparison,
  compareSchemes,
  describeRule,
  displayDecimal,
  inLanguage,
  type Placed,
  ruleLines,
  type Scheme,
  schemeNames,
} from '@parindex/core';
import { texts } from '@parindex/core/words/texts';
import { titleWithStatus } from '../scheme-line.ts';
import { readSoundScheme } from '../sound-scheme.ts';
import { DONE, type ExitCode, paint, type Terminal } from '../terminal.ts';

const SAYS = texts({
  added: { vi: 'Thêm mới', en: 'Added' },
  removed: { vi: 'Bỏ', en: 'Removed' },
  changed: { vi: 'Thay đổi', en: 'Changed' },
  same: { vi: (count: number) => `${count} nội dung giữ nguyên.`, en: (count: number) => `${count} unchanged.` },
  change: {
    moved: { vi: 'chuyển chỗ', en: 'moved' },
    points: { vi: 'điểm', en: 'points' },
    rule: { vi: 'cách tính', en: 'rule' },
    text: { vi: 'tên gọi', en: 'text' },
  },
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
  const comparison = compareSchemes(before, after);
  await terminal.write(
    options['format'] === 'json' ? `${JSON.stringify(asJson(before, after, comparison), null, 2)}\n` : asText(before, after, comparison, terminal),
  );
  return DONE;
}

const brief = ({ code, title, domain, maximum }: Placed) => ({ code, title, domain, maximum });

const edition = ({ id, title, status }: Scheme) => ({ id, title, status });

const asJson = (before: Scheme, after: Scheme, { added, removed, changed, unchanged }: Comparison) => ({
  before: edition(before),
  after: edition(after),
  added: added.map(brief),
  removed: removed.map(brief),
  changed: changed.map((entry) => ({ before: brief(entry.before), after: brief(entry.after), changes: entry.changes, by: entry.by })),
  unchanged,
});

function asText(before: Scheme, after: Scheme, { added, removed, changed, unchanged }: Comparison, terminal: Terminal): string {
  const { language } = terminal;
  const says = SAYS[language];
  const named = (placed: Placed) => `${placed.code} ${inLanguage(placed.title, language)} (${displayDecimal(placed.maximum, language)} ${says.points})`;
  const list = (title: string, entries: readonly string[]) =>
    entries.length === 0 ? [] : [paint(terminal, 'bold', `${title} (${entries.length})`), ...entries, ''];
  return `${[
    `${titleWithStatus(before, language)}\n→ ${titleWithStatus(after, language)}`,
    '',
    ...list(
      says.added,
      added.map((placed) => `  ${paint(terminal, 'green', '+')} ${named(placed)}`),
    ),
    ...list(
      says.removed,
      removed.map((placed) => `  ${paint(terminal, 'red', '−')} ${named(placed)}`),
    ),
    ...list(
      says.changed,
      changed.map((entry) => changedLines(entry, before, after, terminal)),
    ),
    says.same(unchanged),
  ].join('\n')}\n`;
}

function changedLines({ before: old, after: fresh, changes }: Changed, before: Scheme, after: Scheme, terminal: Terminal): string {
  const { language } = terminal;
  const says = SAYS[language];
  const lines = [`  ~ ${fresh.code} ${inLanguage(fresh.title, language)}: ${changes.map((change) => says.change[change]).join(', ')}`];
  if (changes.includes('moved')) lines.push(`      ${old.code} → ${fresh.code}`);
  if (changes.includes('text')) lines.push(`      “${inLanguage(old.title, language)}” → “${inLanguage(fresh.title, language)}”`);
  if (changes.includes('points')) lines.push(`      ${displayDecimal(old.maximum, language)} → ${displayDecimal(fresh.maximum, language)} ${says.points}`);
  if (changes.includes('rule') && old.item && fresh.item) {
    lines.push(`      ${says.was}:`, ...ruleLines(describeRule(old.item, schemeNames(before, language)), '        '));
    lines.push(`      ${says.now}:`, ...ruleLines(describeRule(fresh.item, schemeNames(after, language)), '        '));
  }
  return lines.join('\n');
}
