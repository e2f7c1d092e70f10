import { FAULT_CODES, QUESTIONNAIRE_FAULTS } from '../core/src/reading/faults.ts';
import type { Json } from '../core/src/testing/documents.ts';
import { type DocObject, isDocObject } from '../core/src/testing/random-document.ts';
import { BREAKINGS } from './corpus.ts';
import { ITEM_EVENTS, itemEvents } from './coverage-events.ts';
import { SETTINGS, settingsOfItem, settingsOfRule } from './coverage-settings.ts';
import { BODY_EVENTS, bodyEvents, ROUND_EVENTS, roundEvents } from './coverage-totals.ts';

type Result = { readonly [key: string]: Json };

export const STATES = ['scored', 'notAnswered', 'notApplicable', 'notAccepted'] as const;

const OVER_WHOLE = ['over the whole now', 'over the whole in the round before'] as const;

/** Counts how often each setting met each state, and each thing that can happen did. */
export class Coverage {
  readonly #cells = new Map<string, number>();

  constructor() {
    const rows = SETTINGS.flatMap((setting) => STATES.map((state) => `${setting} · ${state}`));
    // A case that fails is no fault of a snapshot, nor is what is wrong with a questionnaire.
    const elsewhere: readonly string[] = ['caseFails', 'textTooLong', 'badCharacter', ...QUESTIONNAIRE_FAULTS];
    const faults = FAULT_CODES.filter((code) => !elsewhere.includes(code)).map((code) => `fault ${code}`);
    for (const cell of [...rows, ...ITEM_EVENTS, ...BODY_EVENTS, ...ROUND_EVENTS, ...faults, ...OVER_WHOLE, ...BREAKINGS, 'unreadable', 'result'])
      this.#cells.set(cell, 0);
  }

  count(cell: string): number {
    return this.#cells.get(cell) ?? 0;
  }

  #add(cells: Iterable<string>): void {
    for (const cell of new Set(cells)) {
      const before = this.#cells.get(cell);
      if (before !== undefined) this.#cells.set(cell, before + 1);
    }
  }

  /** An answer without a look at the document. */
  addAnswer(answer: Json, broken: readonly string[] = []): void {
    const { faults, unreadable } = answer as { faults?: string[]; unreadable?: boolean };
    const over = faults?.filter((fault) => fault.startsWith('overWhole')).map((fault) => OVER_WHOLE[fault.includes(' /previous/') ? 1 : 0]) ?? [];
    this.#add(broken);
    this.#add(unreadable ? ['unreadable'] : faults ? [...faults.map((fault) => `fault ${fault.split(' ')[0]}`), ...over] : ['result']);
  }

  /** A sound document with its result. */
  addResult(snapshot: DocObject, result: Result): void {
    const scheme = snapshot['scheme'] as DocObject;
    const items = itemsIn(scheme);
    const ruleOf = (code: string) => items.get(code)?.doc['rule'] as DocObject;
    const kindOf = (code: string) => String(ruleOf(code)['kind']);
    const rounding = scheme['rounding'] as DocObject | undefined;
    const groups = (((scheme['survey'] as DocObject | undefined)?.['groups'] ?? []) as DocObject[]).length;
    for (const body of result['bodies'] as Result[]) {
      const sheet = ((snapshot['sheets'] ?? {}) as DocObject)[body['id'] as string] as DocObject | undefined;
      for (const item of body['items'] as Result[]) {
        const code = item['code'] as string;
        const { doc, group } = items.get(code) as { doc: DocObject; group: string };
        const explanation = item['explanation'] as Result;
        const rule = takenRule(ruleOf(code), explanation['case'] ?? null);
        const settings = [
          ...settingsOfItem(doc, group),
          ...settingsOfRule(ruleOf(code), kindOf),
          ...(rule && rule !== ruleOf(code) ? settingsOfRule(rule, kindOf) : []),
        ];
        this.#add(settings.map((setting) => `${setting} · ${item['state']}`));
        const entry = sheet?.[code] as DocObject | undefined;
        const maximum = BigInt(String(item['maximum']).split('/')[0] ?? '0');
        const asked = explanation['because'] !== 'type' && explanation['because'] !== 'excluded' && explanation['because'] !== 'sheet';
        this.#add(
          itemEvents({
            doc,
            rule: asked ? rule : undefined,
            state: item['state'] as string,
            points: item['points'] as string,
            maximum,
            explanation,
            answer: (entry?.['answer'] ?? {}) as DocObject,
            groups,
            mode: String(rounding?.['mode'] ?? 'halfUp'),
          }),
        );
      }
      this.#add(bodyEvents(scheme, body));
    }
    this.#add(roundEvents(scheme, result));
  }

  /** Cells that nothing came to. */
  get empty(): string[] {
    return [...this.#cells].filter(([, count]) => count === 0).map(([cell]) => cell);
  }

  get lowest(): (readonly [string, number])[] {
    return [...this.#cells].toSorted(([, a], [, b]) => a - b);
  }

  /** The table, as lines. */
  table(): string[] {
    const width = Math.max(...SETTINGS.map((setting) => setting.length)) + 2;
    const row = (name: string, counts: readonly (string | number)[]) => `${name.padEnd(width)}${counts.map((count) => String(count).padStart(15)).join('')}`;
    const rows = SETTINGS.map((setting) =>
      row(
        setting,
        STATES.map((state) => this.count(`${setting} · ${state}`)),
      ),
    );
    const rest = [...this.#cells].filter(([cell]) => !cell.includes(' · ')).map(([cell, count]) => `${String(count).padStart(9)}  ${cell}`);
    return [row('', STATES), ...rows, '', ...rest];
  }
}

function itemsIn(scheme: DocObject): Map<string, { doc: DocObject; group: string }> {
  const kinds = new Map(((scheme['groups'] ?? []) as DocObject[]).map((group) => [group['id'], String(group['kind'])]));
  const items = new Map<string, { doc: DocObject; group: string }>();
  for (const domain of scheme['domains'] as DocObject[]) {
    const group = kinds.get(domain['group'] ?? '') ?? 'regular';
    for (const criterion of domain['criteria'] as DocObject[]) {
      for (const doc of (criterion['subCriteria'] ?? [criterion]) as DocObject[]) items.set(doc['code'] as string, { doc, group });
    }
  }
  return items;
}

/** The rule itself, or the one that a branch took. */
function takenRule(rule: DocObject, taken: Json): DocObject | undefined {
  if (rule['kind'] !== 'branch') return rule;
  const found = taken === 'otherwise' ? rule['otherwise'] : typeof taken === 'number' ? (rule['cases'] as DocObject[])[taken]?.['rule'] : undefined;
  return isDocObject(found) ? found : undefined;
}
