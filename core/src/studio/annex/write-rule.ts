import type { YAMLMap } from 'yaml';
import { isMap } from 'yaml';
import type { ImportDoubt } from '../import/doubts.ts';
import { readRule } from '../sentences/read-rule.ts';
import type { FigureDraft, ItemOfRule, RuleDraft } from '../sentences/rule-draft.ts';
import { nodeOf, type WrittenScheme } from './written-scheme.ts';

interface WrittenRule {
  /** As it stands in the document; undefined where the words were not understood. */
  readonly draft: RuleDraft | undefined;
  readonly doubts: readonly Pick<ImportDoubt, 'code' | 'details'>[];
}

/** Reads an item's rule anew from words that stand in its cell: a proposal, with what is doubtful; where it is not understood, the item has none. */
export function writeRule(written: WrittenScheme, item: YAMLMap, words: readonly string[], of: ItemOfRule): WrittenRule {
  const draft = readRule(
    words.map((text) => ({ text })),
    of,
  );
  if (!draft) {
    item.delete('rule');
    return { draft, doubts: [{ code: 'ruleToChoose', details: { words: words.join('\n').slice(0, 200) } }] };
  }
  const ids = new Map(draft.figures.map((figure) => [figure.id, idIn(written, figure)]));
  const rule = withIds(draft.rule, ids) as RuleDraft['rule'];
  item.set('rule', nodeOf(rule));
  return {
    draft: { ...draft, rule, figures: draft.figures.map((figure) => ({ ...figure, id: ids.get(figure.id) as string })) },
    doubts: [
      { code: 'ruleProposed', details: {} },
      ...draft.doubts.map(({ code, details }) => ({ code: `rule.${code}` as const, details })),
      ...(draft.figures.some(({ named }) => !named) ? [{ code: 'figuresToName' as const, details: {} }] : []),
    ],
  };
}

/** The figure of that title, or a new one under an id that is free. */
function idIn(written: WrittenScheme, { id, type, title }: FigureDraft): string {
  const figures = written.ownList('figures');
  const there = figures.items.filter(isMap);
  const known = there.find((figure) => figure.getIn(['title', 'vi']) === title && figure.get('type') === type)?.get('id');
  if (typeof known === 'string') return known;
  const taken = new Set(there.map((figure) => figure.get('id')));
  let free = id;
  for (let next = 2; taken.has(free); next += 1) free = `${id}_${next}`;
  figures.items.push(nodeOf({ id: free, type, title: { vi: title } }));
  return free;
}

/** A rule whose figures are called by other ids, in formulas too. */
function withIds(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return value.replaceAll(/[A-Za-z][A-Za-z0-9_]*/g, (word) => ids.get(word) ?? word);
  if (Array.isArray(value)) return value.map((each) => withIds(each, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === 'title' ? each : withIds(each, ids)]));
}
