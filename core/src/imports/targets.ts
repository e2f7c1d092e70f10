import { answerForms } from '../rules/answer-form.ts';
import { itemsOfDomains, type Scheme } from '../scheme/types.ts';
import { plainRulesOf } from '../scoring/affected-items.ts';
import { isBranch, type PreparedScheme } from '../scoring/prepared.ts';
import { searchKey } from '../text/search-key.ts';
import { inLanguage, type Language } from '../words/index.ts';

/** The target of an imported value: a figure of the scheme, or the mean of a question in a group of respondents. */
export type BatchTarget = { readonly kind: 'figure'; readonly id: string } | { readonly kind: 'estimate'; readonly question: string; readonly group: string };

export const batchKey = (body: string, target: BatchTarget): string =>
  target.kind === 'figure' ? `${body} figure ${target.id}` : `${body} estimate ${target.question} ${target.group}`;

/** A figure or question as named by a sender: its id, its title, or the code of an item that uses only this one. */
export interface Importable {
  readonly kind: 'figure' | 'question';
  readonly id: string;
  /** For a question: the groups of respondents in its rules; "all" if the mean is given directly. */
  readonly groups: readonly string[];
  /** For a figure: whether only items settled by statistics use it. */
  readonly settledByStatistics: boolean;
}

export interface FoundImportables {
  readonly found: readonly Importable[];
  /** The text is an item's code, and that item uses none or several. */
  readonly item: boolean;
}

/** Everything that can be imported, in the scheme's order. */
export function importables({ scheme, items }: PreparedScheme): Importable[] {
  const uses = items.map((prepared) => {
    const { item } = prepared;
    const plain = plainRulesOf(prepared);
    return { item, figures: plain.flatMap((each) => each.uses.figures), estimates: plain.flatMap((each) => each.uses.estimates) };
  });
  const figures = scheme.figures.map(({ id }): Importable => {
    const users = uses.filter((use) => use.figures.includes(id));
    return { kind: 'figure', id, groups: [], settledByStatistics: users.length > 0 && users.every(({ item }) => item.source === 'statistic') };
  });
  const questions = scheme.survey.questions.map(({ id }): Importable => {
    const groups = [...new Set(uses.flatMap(({ estimates }) => estimates.filter(({ question }) => question === id).flatMap((use) => use.groups)))];
    return { kind: 'question', id, groups, settledByStatistics: false };
  });
  return [...figures, ...questions.filter(({ groups }) => groups.length > 0)];
}

/** What a figure or question is called; its id where the scheme gives it no title. */
export const importableTitle = ({ figures, survey }: Scheme, { kind, id }: Importable, language: Language): string =>
  inLanguage((kind === 'figure' ? figures : survey.questions).find((each) => each.id === id)?.title, language) ?? id;

/** Finds the target that a sender names in the column "figure". */
export function importableFinder(prepared: PreparedScheme): (text: string) => FoundImportables {
  const { scheme } = prepared;
  const all = importables(prepared);
  const titles = new Map([...scheme.figures, ...scheme.survey.questions].map(({ id, title }) => [id, [title?.vi, title?.en].flatMap((text) => text ?? [])]));
  const byId = new Map<string, Importable[]>();
  const byTitle = new Map<string, Importable[]>();
  const put = (map: Map<string, Importable[]>, key: string, one: Importable) => map.set(key, [...new Set([...(map.get(key) ?? []), one])]);
  for (const one of all) {
    put(byId, one.id, one);
    for (const title of titles.get(one.id) ?? []) put(byTitle, searchKey(title), one);
  }
  const forms = answerForms(prepared);
  const byItem = new Map(
    itemsOfDomains(scheme.domains).map(({ code }) => {
      const figures = forms.get(code)?.fields.flatMap(({ target, field }) => (target.kind === 'figure' && field === 'value' ? [target.id] : [])) ?? [];
      const rule = prepared.items.find(({ item }) => item.code === code)?.rule;
      const questions = rule && !isBranch(rule) ? rule.uses.estimates.map(({ question }) => question) : [];
      return [code, all.filter(({ kind, id }) => (kind === 'figure' ? figures.includes(id) : questions.includes(id)))] as const;
    }),
  );
  return (text) => {
    const ofItem = byItem.get(text);
    const named = byId.get(text) ?? byTitle.get(searchKey(text)) ?? [];
    const both = [...new Set([...named, ...(ofItem?.length === 1 ? ofItem : [])])];
    return { found: both, item: ofItem !== undefined };
  };
}
