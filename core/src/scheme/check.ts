import * as exact from '../quantity/rational.ts';
import type { Faults } from '../reading/faults.ts';
import { at, type Path } from '../reading/path.ts';
import type { Draft } from '../reading/shape.ts';
import { type BranchRule, possibleAnswers } from '../rules/branch.ts';
import type { FigureType } from '../rules/figure-type.ts';
import { type Bounds, checkPoints, checkUnique, type RuleContext } from '../rules/kind.ts';
import { type Rule, ruleFormOf } from '../rules/registry.ts';
import { groupKindOf, hasPartsDraft, itemsOfDraft, maximumOf, partsOfRegular, sumOf } from './complete.ts';
import type { Criterion, GroupKind, Item, Scheme } from './types.ts';

interface PlacedItem {
  readonly item: Draft<Item>;
  readonly path: Path;
  readonly group: GroupKind | undefined;
}

/** Faults of meaning of a scheme (contract §2), on whatever could be read of it. */
export function checkScheme(scheme: Draft<Scheme>, root: Path, groupsWritten: boolean, faults: Faults): void {
  checkIds(scheme, root, faults);
  checkGroups(scheme, root, faults);
  checkSums(scheme, root, groupsWritten, faults);
  checkClasses(scheme, root, faults);
  const items = placedItems(scheme, root);
  checkItems(scheme, items, faults);
  checkBranches(scheme, items, faults);
}

function placedItems(scheme: Draft<Scheme>, root: Path): PlacedItem[] {
  return (scheme.domains ?? []).flatMap((domain, d) =>
    (domain?.criteria ?? []).flatMap((criterion, c) => {
      if (!criterion) return [];
      const path = at(root, 'domains', d, 'criteria', c);
      const group = groupKindOf(scheme, domain?.group);
      return itemsOfDraft(criterion).flatMap((item, s) => (item ? [{ item, group, path: hasPartsDraft(criterion) ? at(path, 'subCriteria', s) : path }] : []));
    }),
  );
}

function checkIds(scheme: Draft<Scheme>, root: Path, faults: Faults): void {
  const unique = (list: readonly ({ id?: string | undefined } | undefined)[] | undefined, ...keys: (string | number)[]) =>
    checkUnique(
      (list ?? []).map((entry) => entry?.id),
      (index) => at(root, ...keys, index, 'id'),
      faults,
    );
  unique(scheme.groups, 'groups');
  unique(scheme.figures, 'figures');
  unique(scheme.classes?.list, 'classes', 'list');
  unique(scheme.survey?.groups, 'survey', 'groups');
  unique(scheme.survey?.questions, 'survey', 'questions');
  scheme.survey?.questions?.forEach((question, index) => {
    unique(question?.options, 'survey', 'questions', index, 'options');
    checkAsked(question?.groups, scheme, at(root, 'survey', 'questions', index, 'groups'), faults);
  });
  scheme.survey?.groups?.forEach((group, index) => {
    if (group?.id === 'all') faults.add('notAllowedHere', at(root, 'survey', 'groups', index, 'id'), { found: 'all' });
  });

  checkUnique(
    (scheme.domains ?? []).map((domain) => domain?.code),
    (index) => at(root, 'domains', index, 'code'),
    faults,
  );
  const coded = codedParts(scheme, root);
  checkUnique(
    coded.map(({ part }) => part?.code),
    (index) => at(coded[index]?.path ?? null, 'code'),
    faults,
  );
}

/** Who is asked a question must be groups of the survey, each once. */
function checkAsked(asked: readonly (string | undefined)[] | undefined, { survey }: Draft<Scheme>, path: Path, faults: Faults): void {
  checkUnique(asked ?? [], (index) => at(path, index), faults);
  const groups = survey?.groups;
  asked?.forEach((id, index) => {
    if (id !== undefined && groups && allNamed(groups) && !groups.some((group) => group?.id === id)) faults.add('unknownId', at(path, index), { found: id });
  });
}

/** Criteria and sub-criteria, whose codes are one set, in the order of the text. */
const codedParts = (scheme: Draft<Scheme>, root: Path): { readonly part: Draft<Criterion> | Draft<Item> | undefined; readonly path: Path }[] =>
  (scheme.domains ?? []).flatMap((domain, d) =>
    (domain?.criteria ?? []).flatMap((criterion, c) => {
      const path = at(root, 'domains', d, 'criteria', c);
      const parts = criterion && hasPartsDraft(criterion) ? (criterion.subCriteria ?? []) : [];
      return [{ part: criterion, path }, ...parts.map((part, s) => ({ part, path: at(path, 'subCriteria', s) }))];
    }),
  );

function checkGroups(scheme: Draft<Scheme>, root: Path, faults: Faults): void {
  checkClamp(scheme, root, faults);
  const { groups } = scheme;
  if (!groups) return;
  let regulars = 0;
  groups.forEach((group, index) => {
    if (!group?.kind) return;
    const path = at(root, 'groups', index);
    if (group.kind === 'regular' && ++regulars > 1) faults.add('notAllowedHere', at(path, 'kind'));
    if (group.kind !== 'regular' && group.maximum !== undefined) faults.add('notAllowedHere', at(path, 'maximum'));
    if (group.kind !== 'bonus' && group.cap !== undefined) faults.add('notAllowedHere', at(path, 'cap'));
  });
  if (regulars === 0 && groups.every((group) => group?.kind)) faults.add('missingKey', at(root, 'groups'), { key: 'kind: regular' });
  scheme.domains?.forEach((domain, index) => {
    if (domain?.group !== undefined && allNamed(groups) && !groups.some((group) => group?.id === domain.group))
      faults.add('unknownId', at(root, 'domains', index, 'group'), { found: domain.group });
  });
}

function checkClamp(scheme: Draft<Scheme>, root: Path, faults: Faults): void {
  const clamp = scheme.total?.clamp;
  if (clamp?.min !== undefined && clamp.max !== undefined && exact.compare(exact.fromText(clamp.min), exact.fromText(clamp.max)) > 0) {
    faults.add('outOfRange', at(root, 'total', 'clamp', 'min'), { found: clamp.min, expected: `≤ ${clamp.max}` });
  }
}

/** Each written maximum must be the sum of its parts; a part counts as written, else as its own sum. */
function checkSums(scheme: Draft<Scheme>, root: Path, groupsWritten: boolean, faults: Faults): void {
  const agree = (written: string | undefined, parts: readonly (string | undefined)[], path: Path) => {
    const sum = sumOf(parts);
    if (written !== undefined && sum !== undefined && written !== sum) faults.add('doesNotAddUp', at(path, 'maximum'), { found: written, expected: sum });
  };
  scheme.domains?.forEach((domain, d) => {
    if (!domain) return;
    const path = at(root, 'domains', d);
    const kind = groupKindOf(scheme, domain.group);
    domain.criteria?.forEach((criterion, c) => {
      if (criterion && hasPartsDraft(criterion))
        agree(
          criterion.maximum,
          (criterion.subCriteria ?? []).map((item) => maximumOf(item, kind)),
          at(path, 'criteria', c),
        );
    });
    agree(
      domain.maximum,
      (domain.criteria ?? []).map((criterion) => maximumOf(criterion, kind)),
      path,
    );
  });

  const index = (scheme.groups ?? []).findIndex((group) => group?.kind === 'regular');
  const regular = scheme.groups?.[index];
  if (!regular) return;
  const path = at(root, 'groups', index);
  const { maximum } = regular;
  if (maximum !== undefined && exact.compare(exact.fromText(maximum), exact.zero) <= 0) {
    faults.add('outOfRange', groupsWritten ? at(path, 'maximum') : at(root, 'domains'), { found: maximum, expected: '> 0' });
    return;
  }
  const domains = partsOfRegular(scheme, regular.id);
  if (!domains) return;
  if (domains.length > 0)
    agree(
      maximum,
      domains.map((domain) => domain?.maximum),
      path,
    );
  else if (maximum !== undefined) faults.add('doesNotAddUp', at(path, 'maximum'), { found: maximum, expected: '0' });
  else if (!faults.has(at(path, 'maximum'))) faults.add('outOfRange', at(path, 'maximum'), { found: '0', expected: '> 0' });
}

function checkClasses(scheme: Draft<Scheme>, root: Path, faults: Faults): void {
  let before: string | undefined;
  scheme.classes?.list?.forEach((entry, index) => {
    const from = entry?.from;
    if (from !== undefined && before !== undefined && exact.compare(exact.fromText(from), exact.fromText(before)) >= 0) {
      faults.add('classesOrder', at(root, 'classes', 'list', index), { found: from, expected: `< ${before}` });
    }
    // Where this one could not be read, the next is not judged by it.
    before = from;
  });
}

/** Between which points the item may lie, or undefined where its maximum or minimum is faulty. */
function checkedBounds({ item, path, group }: PlacedItem, faults: Faults): Bounds | undefined {
  if (group === undefined) return undefined;
  const penalty = group === 'penalty';
  const { maximum, minimum } = item;
  const order = maximum === undefined ? undefined : exact.compare(exact.fromText(maximum), exact.zero);
  if (penalty) {
    const low = minimum === undefined ? null : exact.fromText(minimum);
    if (order !== undefined && order !== 0) faults.add('outOfRange', at(path, 'maximum'), { found: maximum ?? '', expected: '0' });
    if (low && !exact.isNegative(low)) faults.add('outOfRange', at(path, 'minimum'), { found: minimum ?? '', expected: '< 0' });
    const known = !faults.has(at(path, 'maximum')) && !faults.has(at(path, 'minimum'));
    return known ? { penalty, maximum: exact.zero, minimum: low } : undefined;
  }
  if (minimum !== undefined) faults.add('notAllowedHere', at(path, 'minimum'));
  if (maximum === undefined || order === undefined) return undefined;
  if (order > 0) return { penalty, maximum: exact.fromText(maximum), minimum: exact.zero };
  faults.add('outOfRange', at(path, 'maximum'), { found: maximum, expected: '> 0' });
  return undefined;
}

const allNamed = (list: readonly ({ id?: string | undefined } | undefined)[] | undefined): boolean => list?.every((entry) => entry?.id !== undefined) === true;

/** Whether the code of every item could be read. */
const allCoded = (scheme: Draft<Scheme>): boolean =>
  scheme.domains?.every((domain) =>
    domain?.criteria?.every(
      (criterion) => criterion && (hasPartsDraft(criterion) ? criterion.subCriteria?.every((item) => item?.code !== undefined) : criterion.code !== undefined),
    ),
  ) === true;

function checkItems(scheme: Draft<Scheme>, items: readonly PlacedItem[], faults: Faults): void {
  // Of an id that stands twice the first counts.
  const figures = new Map(
    (scheme.figures ?? []).toReversed().flatMap((figure) => (figure?.id === undefined ? [] : [[figure.id, figure.type as FigureType | undefined] as const])),
  );
  const questions = new Set((scheme.survey?.questions ?? []).flatMap((question) => question?.id ?? []));
  const [allFigures, allQuestions] = [allNamed(scheme.figures), allNamed(scheme.survey?.questions)];
  for (const placed of items) {
    const { item, path, group } = placed;
    const context: RuleContext = {
      faults,
      penalty: group && group === 'penalty',
      bounds: checkedBounds(placed, faults),
      figures,
      questions,
      allFigures,
      allQuestions,
    };
    checkUnique(
      (item.conditions ?? []).map((condition) => condition?.id),
      (index) => at(path, 'conditions', index, 'id'),
      faults,
    );
    checkUnique(item.appliesTo?.types ?? [], (index) => at(path, 'appliesTo', 'types', index), faults);
    checkNotArisen(placed, faults);
    item.conditions?.forEach((condition, index) => checkPoints(condition?.points, at(path, 'conditions', index, 'points'), context));
    const rule = item.rule as Draft<Rule> | undefined;
    if (rule?.kind) ruleFormOf(rule.kind).check(rule, at(path, 'rule'), context);
  }
}

/** What may not be left out cannot be claimed; a penalty has no maximum to leave. */
function checkNotArisen({ item, path, group }: PlacedItem, faults: Faults): void {
  if (!item.notArisen) return;
  if (item.whenNotApplicable === 'refused' || group === 'penalty') faults.add('notAllowedHere', at(path, 'notArisen'), { key: 'notArisen' });
}

const branchOf = (item: Draft<Item> | undefined): Draft<BranchRule> | undefined =>
  item?.rule?.kind === 'branch' ? (item.rule as Draft<BranchRule>) : undefined;

/** A branch names an item that can be answered, its cases are possible answers, and no chain comes back to itself. */
function checkBranches(scheme: Draft<Scheme>, items: readonly PlacedItem[], faults: Faults): void {
  const allCodes = allCoded(scheme);
  const placed = new Map<unknown, PlacedItem>(items.map((entry) => [entry.item, entry]));
  // Of a code that stands twice the first counts; that of a criterion with parts is no item's.
  const byCode = new Map(
    codedParts(scheme, null)
      .toReversed()
      .map(({ part }) => [part?.code, placed.get(part)] as const),
  );
  const cyclic = itemsOnCycles(items, (item) => byCode.get(branchOf(item)?.on?.item ?? '')?.item);

  for (const { item, path } of items) {
    const branch = branchOf(item);
    const code = branch?.on?.item;
    if (!branch || code === undefined) continue;
    const where = at(path, 'rule', 'on', 'item');
    const named = byCode.get(code);
    if (!named) {
      if (allCodes) faults.add('unknownId', where, { found: code });
      continue;
    }
    if (cyclic.has(item)) faults.add('cycle', where, { found: code });
    const rule = named.item.rule as Draft<Rule> | undefined;
    const answers = rule?.kind && possibleAnswers(rule);
    if (!answers) continue;
    if (answers.size === 0) {
      faults.add('notAllowedHere', where, { found: code });
      continue;
    }
    branch.cases?.forEach((entry, index) => {
      if (entry?.is !== undefined && !answers.has(entry.is)) faults.add('unknownId', at(path, 'rule', 'cases', index, 'is'), { found: String(entry.is) });
    });
  }
}

/** The items that lie on a cycle of names; one that only leads to a cycle does not. Each item is walked over once. */
function itemsOnCycles(items: readonly PlacedItem[], namedBy: (item: Draft<Item>) => Draft<Item> | undefined): Set<Draft<Item>> {
  const [done, cyclic] = [new Set<Draft<Item>>(), new Set<Draft<Item>>()];
  for (const { item } of items) {
    const trail = new Set<Draft<Item>>();
    let here: Draft<Item> | undefined = item;
    for (; here && !done.has(here) && !trail.has(here); here = namedBy(here)) trail.add(here);
    let within = false;
    for (const passed of trail) {
      within ||= passed === here;
      if (within) cyclic.add(passed);
      done.add(passed);
    }
  }
  return cyclic;
}
