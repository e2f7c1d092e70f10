import { displayDecimal, displayFraction, explainItem, inLanguage, type Item, itemsOf, PHRASES, type Scheme, schemeNames, searchKey, type BodyResult } from '@parindex/core';
import { faultLines } from '../fault-report.ts';
import { schemeLine } from '../scheme-line.ts';
import { computeDocument, linesOf } from '../read-snapshot.ts';
import { DONE, type ExitCode, FAULTY, paint, type Terminal, WrongUse } from '../terminal.ts';

const SAYS = {
  vi: { noBody: (name: string) => `Không có cơ quan "${name}" trong bộ số liệu.`, noItem: (code: string) => `Không có tiêu chí "${code}" trong bộ tiêu chí.`, index: 'Chỉ số', rank: 'hạng', class: 'nhóm' },
  en: { noBody: (name: string) => `There is no body "${name}" in the snapshot.`, noItem: (code: string) => `There is no item "${code}" in the scheme.`, index: 'Index', rank: 'rank', class: 'class' },
} as const;

/** Explains a body's points, item by item, with figures, rule, arithmetic and what was missing. */
export async function run([where = '', who = '', code]: readonly string[], _options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal;
  const says = SAYS[language];
  const lines: string[] = [];
  for await (const line of linesOf(where, terminal)) lines.push(line);
  const computed = computeDocument(lines.join('\n'), where, language);
  if ('faults' in computed) {
    terminal.say(faultLines(computed.faults, terminal));
    return FAULTY;
  }
  const body = computed.result.bodies.find(({ id, code: label }) => id === who || label === who) ?? computed.result.bodies.find(({ name }) => searchKey(name) === searchKey(who));
  if (!body) throw new WrongUse(says.noBody(who));
  const { scheme } = computed;
  const items = scheme.domains.flatMap((domain) => domain.criteria.flatMap(itemsOf)).filter((item) => code === undefined || item.code === code);
  if (items.length === 0) throw new WrongUse(says.noItem(code ?? ''));
  await terminal.write(`${paint(terminal, 'bold', body.name)}${summaryOf(body, terminal)}\n${schemeLine(scheme, language)}\n`);
  for (const item of items) await terminal.write(`\n${explained(item, body, scheme, terminal)}\n`);
  return DONE;
}

function summaryOf(body: BodyResult, { language }: Terminal): string {
  const says = SAYS[language];
  if (!body.index) return body.reason ? ` – ${PHRASES[language].reason[body.reason]}` : '';
  return ` – ${says.index} ${displayDecimal(body.index.rounded, language)}${body.rank === null ? '' : `, ${says.rank} ${body.rank}`}${body.class === null ? '' : `, ${says.class} ${body.class}`}`;
}

function explained(item: Item, body: BodyResult, scheme: Scheme, terminal: Terminal): string {
  const { language } = terminal;
  const result = body.items.find(({ code }) => code === item.code);
  if (!result) return '';
  const words = explainItem(item, result, schemeNames(scheme, language));
  return [
    paint(terminal, 'bold', `${item.code} ${inLanguage(item.title, language)} – ${PHRASES[language].state[result.state]}, ${displayFraction(result.points, language)}/${displayFraction(result.maximum, language)}`),
    ...words.inputs.map(({ what, value }) => `  ${what}: ${value}`),
    ...words.steps.map((step) => `  → ${step}`),
    ...words.missing.map((missing) => `  ! ${missing}`),
    `  ${words.verdict}`,
  ].join('\n');
}
