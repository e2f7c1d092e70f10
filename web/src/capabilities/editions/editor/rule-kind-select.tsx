import { Select } from '@mantine/core';
import type { Raw } from '@parindex/core/reading/raw';
import type { Keys } from '@parindex/core/studio/operations/change';
import { useTexts } from '../../../kit/words/language.tsx';
import { editorTexts } from '../texts/editor.ts';
import { freshRule, type ToldKind, toldKind } from './rule-kinds.ts';
import { useEditor } from './use-editor.ts';

interface RuleKindSelectProps<K extends ToldKind> {
  /** Where the rule stands. */
  readonly at: Keys;
  readonly rule: Raw | undefined;
  readonly kinds: readonly K[];
  readonly label: string;
  /** The points of the item, as they are written. */
  readonly maximum: string;
  /** What can stand there in place of a rule. */
  readonly instead?: { readonly value: string; readonly label: string };
}

/** Of which kind a rule is; another kind goes on with what holds for both. */
export function RuleKindSelect<K extends ToldKind>({ at, rule, kinds, label, maximum, instead }: RuleKindSelectProps<K>) {
  const texts = useTexts(editorTexts).rule;
  const { writing, faultAt } = useEditor();
  const shown = toldKind(rule) ?? (instead && rule === instead.value ? instead.value : null);
  return (
    <Select
      label={label}
      withAsterisk
      data={[...kinds.map((each) => ({ value: each as string, label: texts.kinds[each] })), ...(instead ? [instead] : [])]}
      value={shown}
      placeholder={texts.none}
      error={faultAt(at) ?? faultAt([...at, 'kind'])}
      allowDeselect={false}
      data-place={at.join('/')}
      onChange={(chosen) => {
        if (!chosen || chosen === shown) return;
        writing.do([{ operation: 'set', at, value: chosen === instead?.value ? chosen : freshRule(chosen as ToldKind, rule, maximum) }]);
      }}
    />
  );
}
