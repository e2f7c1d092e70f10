import { at, type Path } from '../reading/path.ts';
import { isObject, type Raw } from '../reading/raw.ts';
import { type Draft, list, object, oneOf, required, type Shape, text } from '../reading/shape.ts';
import type { RuleContext, RuleForm } from './kind.ts';
import type { LevelsRule } from './kinds/levels.ts';
import { type PlainRule, plainKindOf } from './plain-kinds.ts';

export interface BranchCase {
  /** An answer of the named item: yes, no, or a level's id. */
  is: boolean | string;
  rule: PlainRule;
}

/** The rule hangs on the answer to another item. */
export interface BranchRule {
  kind: 'branch';
  on: { item: string };
  cases: BranchCase[];
  otherwise: PlainRule | 'notApplicable';
}

const isShape: Shape<boolean | string> = {
  read: (raw, path, faults) => (typeof raw === 'boolean' ? raw : text.read(raw, path, faults)),
};

/** The shape of a branch over the shape of plain rules; a branch within a branch is refused. */
export function branchShape(plain: Shape<PlainRule>): Shape<BranchRule> {
  const inner: Shape<PlainRule> = {
    read(raw, path, faults) {
      if (isObject(raw) && raw['kind'] === 'branch') {
        faults.add('notAllowedHere', at(path, 'kind'));
        return undefined;
      }
      return plain.read(raw, path, faults);
    },
  };
  const otherwise: Shape<PlainRule | 'notApplicable'> = {
    read: (raw: Raw, path: Path, faults) =>
      (typeof raw === 'string' ? oneOf(['notApplicable']).read(raw, path, faults) : inner.read(raw, path, faults)) as never,
  };
  return object<BranchRule>({
    kind: required(oneOf(['branch'])),
    on: required(object<{ item: string }>({ item: required(text) })),
    cases: required(list(object<BranchCase>({ is: required(isShape), rule: required(inner) }), 1)),
    otherwise: required(otherwise),
  });
}

/** The rules that a branch may take, with their places below it. */
export function rulesWithin(rule: Draft<BranchRule>, path: Path): { rule: Draft<PlainRule>; path: Path }[] {
  const cases = (rule.cases ?? []).map((entry, index) => ({ rule: entry?.rule, path: at(path, 'cases', index, 'rule') }));
  const otherwise = rule.otherwise === 'notApplicable' ? undefined : rule.otherwise;
  return [...cases, { rule: otherwise, path: at(path, 'otherwise') }].filter(
    (entry): entry is { rule: Draft<PlainRule>; path: Path } => entry.rule?.kind !== undefined,
  );
}

export const branchForm = (shape: Shape<BranchRule>): RuleForm<BranchRule> => ({
  shape,
  complete(rule, maximum) {
    for (const inner of rulesWithin(rule, null)) plainKindOf(inner.rule as PlainRule).complete?.(inner.rule, maximum);
  },
  check(rule, path, context: RuleContext) {
    for (const inner of rulesWithin(rule, path)) plainKindOf(inner.rule as PlainRule).check(inner.rule, inner.path, context);
    const seen = new Set<boolean | string>();
    rule.cases?.forEach((entry, index) => {
      if (entry?.is === undefined) return;
      if (seen.has(entry.is)) context.faults.add('duplicateId', at(path, 'cases', index, 'is'), { found: String(entry.is) });
      seen.add(entry.is);
    });
  },
});

/** The answers that a rule can have been given: yes and no, its levels, or those of a branch's rules; undefined where a part of it is faulty. */
export function possibleAnswers(rule: Draft<PlainRule | BranchRule>): Set<boolean | string> | undefined {
  switch (rule.kind) {
    case 'yesNo':
      return new Set([true, false]);
    case 'levels':
      return allOf((rule as Draft<LevelsRule>).levels?.map((level) => level?.id && [level.id]));
    case 'branch': {
      const { cases, otherwise } = rule as Draft<BranchRule>;
      const rest = otherwise === 'notApplicable' ? [] : [otherwise];
      return allOf(cases && [...cases.map((entry) => entry?.rule), ...rest].map((inner) => inner?.kind && possibleAnswers(inner)));
    }
    default:
      return new Set();
  }
}

function allOf<T>(parts: readonly (Iterable<T> | undefined | '')[] | undefined): Set<T> | undefined {
  const all = new Set<T>();
  for (const part of parts ?? [undefined]) {
    if (!part) return undefined;
    for (const member of part) all.add(member);
  }
  return all;
}
