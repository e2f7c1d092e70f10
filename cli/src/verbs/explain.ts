import {
  type BodyResult,
  displayDecimal,
  displayFraction,
  explainItem,
  type Item,
  inLanguage,
  itemsOfDomains,
  PHRASES,
  type Scheme,
  schemeNames,
  searchKey,
} from '@parindex/core';
import { texts } from '@parindex/core/words/texts';
import { bodyResults, computeLines } from '../compute-lines.ts';
import { faultLines, type PlacedFault } from '../fault-report.ts';
import { computeDocument, isLinesHead, linesOf, wholeText } from '../read-snapshot.ts';
import { schemeLine } from '../scheme-line.ts';
import { DONE, type ExitCode, FAULTY, paint, type Terminal, WrongUse } from '../terminal.ts';

const SAYS = texts({
  noBody: { vi: (name: string) => `Không có cơ quan “${name}” trong bộ số liệu.`, en: (name: string) => `There is no body “${name}” in the snapshot.` },
  noItem: { vi: (code: string) => `Không có tiêu chí “${code}” trong bộ tiêu chí.`, en: (code: string) => `There is no item “${code}” in the scheme.` },
  index: { vi: 'Chỉ số', en: 'Index' },
  rank: { vi: 'hạng', en: 'rank' },
  class: { vi: 'nhóm', en: 'class' },
});

/** Explains a body's points, item by item, with figures, rule, arithmetic and what was missing. */
export async function run(
  [where = '', who = '', code]: readonly string[],
  _options: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<ExitCode> {
  const { language } = terminal;
  const says = SAYS[language];
  const found = await findBody(where, who, terminal);
  if ('faults' in found) {
    terminal.say(faultLines(found.faults, terminal));
    return FAULTY;
  }
  const { scheme, body } = found;
  if (!body) throw new WrongUse(says.noBody(who));
  const items = itemsOfDomains(scheme.domains).filter((item) => code === undefined || item.code === code);
  if (items.length === 0) throw new WrongUse(says.noItem(code ?? ''));
  await terminal.write(`${paint(terminal, 'bold', body.name)}${summaryOf(body, terminal)}\n${schemeLine(scheme, language)}\n`);
  for (const item of items) await terminal.write(`\n${explained(item, body, scheme, terminal)}\n`);
  return DONE;
}

type FoundItem = { readonly scheme: Scheme; readonly body: BodyResult | undefined } | { readonly faults: readonly PlacedFault[] };

/** One body's result out of a round in either form; all bodies are computed, for its rank is one among theirs. */
async function findBody(where: string, who: string, terminal: Terminal): Promise<FoundItem> {
  const lines = linesOf(where, terminal);
  const first = (await lines.next()).value ?? '';
  if (isLinesHead(first)) {
    let found: FoundItem = { faults: [] };
    await computeLines(first, lines, where, terminal, async (outcome) => {
      found = 'faults' in outcome ? outcome : { scheme: outcome.scheme, body: named(who, bodyResults(outcome.bodies())) };
    });
    return found;
  }
  const computed = computeDocument(await wholeText(first, lines), where, terminal.language);
  return 'faults' in computed ? computed : { scheme: computed.scheme, body: named(who, computed.result.bodies) };
}

/** The body with an id or code, else the first of that name. */
function named(who: string, bodies: Iterable<BodyResult>): BodyResult | undefined {
  const key = searchKey(who);
  let byName: BodyResult | undefined;
  for (const body of bodies) {
    if (body.id === who || body.code === who) return body;
    if (searchKey(body.name) === key) byName ??= body;
  }
  return byName;
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
    paint(
      terminal,
      'bold',
      `${item.code} ${inLanguage(item.title, language)} – ${PHRASES[language].state[result.state]}, ${displayFraction(result.points, language)}/${displayFraction(result.maximum, language)}`,
    ),
    ...words.inputs.map(({ what, value }) => `  ${what}: ${value}`),
    ...words.steps.map((step) => `  → ${step}`),
    ...words.missing.map((missing) => `  ! ${missing}`),
    `  ${words.verdict}`,
  ].join('\n');
}
