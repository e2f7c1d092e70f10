import { Stack, Text, Title } from '@mantine/core';
import { type Keys, valueAt } from '@parindex/core/studio/operations/change';
import { useTexts } from '../../../kit/words/language.tsx';
import { editorTexts } from '../texts/editor.ts';
import { BranchFields } from './branch-fields.tsx';
import { RuleFields } from './rule-fields.tsx';
import { RuleInWords } from './rule-in-words.tsx';
import { RuleKindSelect } from './rule-kind-select.tsx';
import { TOLD_KINDS, toldKind } from './rule-kinds.ts';
import { RuleShown } from './rule-shown.tsx';
import { textIn } from './tree-rows.ts';
import { useEditor } from './use-editor.ts';

/** How an item gets its points: chosen by kind, filled in, and told by the core as one types. */
export function RuleForm({ at }: { at: Keys }) {
  const texts = useTexts(editorTexts).rule;
  const { document } = useEditor();
  const rule = valueAt(document, [...at, 'rule']);
  const kind = toldKind(rule);
  const maximum = textIn(valueAt(document, at), 'maximum') || textIn(valueAt(document, at), 'minimum');
  return (
    <section className="editor-rule" aria-labelledby="editor-rule-title">
      <Stack gap="sm">
        <Title order={3} size="h5" id="editor-rule-title">
          {texts.title}
        </Title>
        <RuleKindSelect at={[...at, 'rule']} rule={rule} kinds={TOLD_KINDS} label={texts.kind} maximum={maximum} />
        {kind === 'branch' ? <BranchFields at={[...at, 'rule']} /> : kind ? <RuleFields at={[...at, 'rule']} kind={kind} /> : null}
        {rule === undefined ? <Text size="sm">{texts.none}</Text> : <RuleShown at={at} />}
        <RuleInWords at={at} />
      </Stack>
    </section>
  );
}
