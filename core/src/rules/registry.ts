import { type AnyShape, type Shape, variants } from '../reading/shape.ts';
import { type BranchRule, branchForm, branchShape } from './branch.ts';
import type { RuleForm } from './kind.ts';
import { PLAIN_KINDS, type PlainRule } from './plain-kinds.ts';

/** How an item gets its points: the closed set of rule kinds. */
export type Rule = PlainRule | BranchRule;
export type RuleKindName = Rule['kind'];

const plainShapes = Object.fromEntries(Object.entries(PLAIN_KINDS).map(([name, { shape }]) => [name, shape])) as Record<PlainRule['kind'], AnyShape>;
const branch = branchForm(branchShape(variants<PlainRule>('kind', plainShapes)));

const FORMS: { readonly [K in RuleKindName]: RuleForm<Extract<Rule, { kind: K }>> } = { ...PLAIN_KINDS, branch };

export const RULE_KINDS = Object.keys(FORMS) as RuleKindName[];

export const ruleShape: Shape<Rule> = variants<Rule>('kind', { ...plainShapes, branch: branch.shape });

/** The form of a rule's kind, as one that takes any rule. */
export const ruleFormOf = (kind: RuleKindName): RuleForm<Rule> => FORMS[kind] as unknown as RuleForm<Rule>;
