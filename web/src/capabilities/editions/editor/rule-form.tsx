import { Select, Stack, Text, Title } from '@mantine/core';
import { type Keys, valueAt } from '@parindex/core/studio/operations/change';
import { useTexts } from '../../../kit/words/language.tsx';
import { editorTexts } from '../texts/editor.ts';
import { RuleFields } from './rule-fields.tsx';
import { RuleInWords } from './rule-in-words.tsx';
import { freshRule, TOLD_KINDS, type ToldKind, toldKind } from './rule-kinds.ts';
import { RuleShown } from './rule-shown.tsx';
import { textIn } from './tree-rows.ts';
import { useEditor } from './use-editor.ts';

/** How an item gets its points: chosen by kind, filled in, and told by the core as one types. */
export function RuleForm({ at }: { at: Keys }) {
  const texts = useTexts(editorTexts).rule;
  const { document, writing, faultAt } = useEditor();
  const rule = valueAt(document, [...at, 'rule']);
  const kind = toldKind(rule);
  const choose = (chosen: ToldKind) => {
    const maximum = textIn(valueAt(document, at), 'maximum') || textIn(valueAt(document, at), 'minimum');
    writing.do([{ operation: 'set', at: [...at, 'rule'], value: freshRule(chosen, rule, maximum) }]);
  };
  return (
    <section className="editor-rule" aria-labelledby="editor-rule-title">
      <Stack gap="sm">
        <Title order={3} size="h5" id="editor-rule-title">
          {texts.title}
        </Title>
        <Select
          label={texts.kind}
          withAsterisk
          // A rule by cases has no form: it is told where there is one, and not offered.
          data={TOLD_KINDS.filter((each) => each !== 'branch' || kind === 'branch').map((each) => ({ value: each, label: texts.kinds[each] }))}
          value={kind ?? null}
          placeholder={texts.none}
          error={faultAt([...at, 'rule']) ?? faultAt([...at, 'rule', 'kind'])}
          allowDeselect={false}
          data-place={[...at, 'rule'].join('/')}
          onChange={(chosen) => chosen && chosen !== kind && choose(chosen as ToldKind)}
        />
        {kind ? <RuleFields at={[...at, 'rule']} kind={kind} /> : null}
        {rule === undefined ? <Text size="sm">{texts.none}</Text> : <RuleShown at={at} />}
        <RuleInWords at={at} />
      </Stack>
    </section>
  );
}
