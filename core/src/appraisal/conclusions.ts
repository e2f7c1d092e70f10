import { type Changes, type FieldValue, type Target, targetKey } from '../ledger/entry.ts';
import type { VerdictOn } from './lay-verdict.ts';

/**
 * What whoever appraises says of an item: accepted as it stands, by the official figures, with other inputs, not accepted; of a claim
 * that nothing arose, that it is confirmed or refused.
 */
export const CONCLUSIONS = ['accept', 'official', 'change', 'reject', 'confirm', 'refuse'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

/** A value that is given to a field in the place of what stands there. */
export interface GivenValue {
  readonly target: Target;
  readonly field: string;
  readonly value: FieldValue;
}

/** An official figure as a verdict takes it. */
export interface TakenFigure {
  readonly figure: string;
  readonly value: FieldValue;
  readonly source: string | null;
  readonly date: string | null;
}

interface Concluding {
  readonly item: string;
  readonly values: readonly GivenValue[];
  /** Those that differ from what stands. */
  readonly official: readonly TakenFigure[];
  /** Why, in words. */
  readonly text: string;
  readonly standing: (target: Target) => Readonly<Record<string, unknown>>;
}

export const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What a conclusion writes: changed figures first, then the item. */
export function verdictsOf(conclusion: Conclusion, { item, values, official, text, standing }: Concluding): VerdictOn[] {
  const itself: Target = { kind: 'item', id: item };
  const decision = (changes: Changes): VerdictOn[] => [{ target: itself, changes }];
  // A state that was claimed or given before gives way to what is scored now.
  const scored = (): Changes => (standing(itself)['state'] === undefined ? {} : { state: null, reason: null });
  switch (conclusion) {
    case 'accept':
      return decision({});
    case 'confirm':
      return decision({ state: 'notApplicable', reason: text.trim() });
    case 'reject':
    case 'refuse':
      return decision({ state: 'notAccepted', reason: text.trim() });
    case 'official':
      return [
        ...official.map(({ figure, value, source, date }): VerdictOn => ({ target: { kind: 'figure', id: figure }, changes: { value, source, date } })),
        ...decision(scored()),
      ];
    case 'change': {
      const changed = values.filter(({ target, field, value }) => !sameValue(standing(target)[field], value));
      const byTarget = Map.groupBy(changed, ({ target }) => targetKey(target));
      const fieldsOf = (fields: readonly GivenValue[]): Changes => Object.fromEntries(fields.map(({ field, value }) => [field, value]));
      const figures = [...byTarget.values()].flatMap((fields): VerdictOn[] => {
        const target = fields[0]?.target;
        return !target || target.kind === 'item' ? [] : [{ target, changes: fieldsOf(fields) }];
      });
      return [...figures, ...decision({ ...fieldsOf(byTarget.get(targetKey(itself)) ?? []), ...scored() })];
    }
  }
}

/** The conclusions that are open on an item: of a claim that nothing arose, what becomes of that; the official figures where some differ. */
export function conclusionsOn({ isClaim, hasOfficial }: { readonly isClaim: boolean; readonly hasOfficial: boolean }): readonly Conclusion[] {
  const taking: readonly Conclusion[] = hasOfficial ? ['official'] : [];
  return isClaim ? ['confirm', 'refuse', ...taking, 'change'] : ['accept', ...taking, 'change', 'reject'];
}
