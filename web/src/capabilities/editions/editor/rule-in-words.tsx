import { Button, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { isNumberText } from '@parindex/core/quantity/number-text';
import { NumberToken, type Raw } from '@parindex/core/reading/raw';
import type { ImportDoubtCode } from '@parindex/core/studio/import/doubts';
import { type Keys, valueAt } from '@parindex/core/studio/operations/change';
import type { Operation } from '@parindex/core/studio/operations/operation';
import { readRule } from '@parindex/core/studio/sentences/read-rule';
import { importDoubtText } from '@parindex/core/words/scheme-import-words';
import { useState } from 'react';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { editorTexts } from '../texts/editor.ts';
import { declareFigure, figuresIn } from './figures.ts';
import { textIn } from './tree-rows.ts';
import { useEditor } from './use-editor.ts';

const TEXT_KEYS = ['id', 'title', 'kind'];

/** A rule as the draft writes it: numbers as numbers, figures by the ids that they have here. */
function writtenAs(value: unknown, ids: ReadonlyMap<string, string>, key = ''): Raw {
  if (typeof value === 'string') {
    if (!TEXT_KEYS.includes(key) && isNumberText(value)) return new NumberToken(value);
    return value.replaceAll(/[A-Za-z][A-Za-z0-9_]*/g, (word) => ids.get(word) ?? word);
  }
  if (Array.isArray(value)) return value.map((each) => writtenAs(each, ids, key));
  if (typeof value !== 'object' || value === null) return value as Raw;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) =>
      each === undefined ? [] : [[name, name === 'title' || name === 'kind' ? (each as Raw) : writtenAs(each, ids, name)]],
    ),
  );
}

/** The words of a decision, read as a rule: a proposal, which is written and can be undone, to be held against the decision. */
export function RuleInWords({ at }: { at: Keys }) {
  const texts = useTexts(editorTexts).rule;
  const { language } = useLanguage();
  const { document, writing } = useEditor();
  const item = valueAt(document, at);
  // What a table said of an item that has no rule yet was kept as its guidance.
  const [kept] = useState(() => (valueAt(document, [...at, 'rule']) === undefined ? textIn(item, 'guidance', 'vi') : ''));
  const [words, setWords] = useState(kept);
  const [outcome, setOutcome] = useState<readonly string[] | 'not'>();
  const [maximum, minimum] = [textIn(item, 'maximum'), textIn(item, 'minimum')];
  const most = maximum || minimum.replace('-', '');
  const read = () => {
    const draft = readRule([{ text: words }], { code: textIn(item, 'code'), title: textIn(item, 'title', 'vi'), maximum: most, penalty: maximum === '' });
    if (!draft) {
      setOutcome('not');
      return;
    }
    const ids = new Map<string, string>();
    const declaring: Operation[] = [];
    const taken: { id: string; title: string; type: string }[] = figuresIn(document).map(({ id, title, type }) => ({ id, title, type }));
    for (const { id, title, type } of draft.figures) {
      const known = taken.find((figure) => figure.title === title && figure.type === type);
      const figure = known ?? { ...declareFigure(document, title, type), title, type };
      ids.set(id, figure.id);
      if (known) continue;
      // Each stands after those that are declared with it.
      const into = ['figures'];
      declaring.push({ operation: 'add', into, index: taken.length, value: { id: figure.id, type, title: { vi: title } } });
      taken.push({ id: figure.id, title, type });
    }
    const rule = writtenAs(draft.rule, ids);
    if (writing.do([...declaring, { operation: 'set', at: [...at, 'rule'], value: rule }])) return;
    const found: ImportDoubtCode[] = draft.figures.some(({ named }) => !named) ? ['figuresToName'] : [];
    const doubts = [...draft.doubts.map((doubt) => ({ ...doubt, code: `rule.${doubt.code}` as const })), ...found.map((code) => ({ code, details: {} }))];
    setOutcome(doubts.map((doubt) => importDoubtText({ place: '', ...doubt }, language)));
  };
  return (
    <details className="editor-more" open={kept !== ''}>
      <summary>{texts.inWords}</summary>
      <Stack gap="xs" mt="xs">
        <Textarea
          aria-label={texts.inWords}
          description={texts.inWordsMore}
          autosize
          minRows={3}
          maxRows={10}
          value={words}
          onChange={({ currentTarget }) => {
            setWords(currentTarget.value);
            setOutcome(undefined);
          }}
        />
        <Group>
          <Button variant="default" disabled={words.trim() === '' || !isNumberText(most)} onClick={read}>
            {texts.readWords}
          </Button>
        </Group>
        <Text size="sm" role="status">
          {isNumberText(most) ? '' : texts.needsPoints}
          {outcome === undefined
            ? ''
            : outcome === 'not'
              ? texts.notUnderstood
              : outcome.length === 0
                ? texts.readGood
                : texts.readDoubts(formatCount(outcome.length, language))}
        </Text>
        {outcome === undefined || outcome === 'not' || outcome.length === 0 ? null : (
          <List size="sm">
            {outcome.map((doubt) => (
              <List.Item key={doubt}>{doubt}</List.Item>
            ))}
          </List>
        )}
      </Stack>
    </details>
  );
}
