import { Select, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { isObject, type Raw, type RawObject } from '@parindex/core/reading/raw';
import type { FigureType } from '@parindex/core/rules/figure-type';
import { OVER, WHEN_NOTHING } from '@parindex/core/rules/quantity';
import { type Keys, valueAt } from '@parindex/core/studio/operations/change';
import type { Operation } from '@parindex/core/studio/operations/operation';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { editorTexts } from '../texts/editor.ts';
import { FigureSelect } from './figure-select.tsx';
import { figuresIn, questionsIn } from './figures.ts';
import { namedFormula, typedFormula } from './formula-names.ts';
import { textIn } from './tree-rows.ts';
import { useEditor, useSet } from './use-editor.ts';

export const QUANTITIES = ['ratio', 'figure', 'days', 'estimate', 'formula'] as const;
type QuantityKind = (typeof QUANTITIES)[number];

export const quantityKind = (of: Raw | undefined): QuantityKind | undefined => (isObject(of) ? QUANTITIES.find((kind) => of[kind] !== undefined) : undefined);

/** A quantity of a kind of which nothing is chosen yet. */
export function freshQuantity(kind: QuantityKind): RawObject {
  switch (kind) {
    case 'ratio':
      return { ratio: ['', ''], whenNothing: 'zero', over: 'refuse' };
    case 'figure':
      return { figure: '' };
    case 'days':
      return { days: ['', ''] };
    case 'estimate':
      return { estimate: '' };
    case 'formula':
      return { formula: '' };
  }
}

/** Whether the values of a quantity are shares, typed in percent. */
export const isShare = (of: Raw | undefined): boolean => ['ratio', 'estimate'].includes(quantityKind(of) ?? '');

const NUMBERS: readonly FigureType[] = ['count', 'amount', 'number'];

/** What a rule measures: a ratio of figures, a figure, days between two dates, a question of the survey, or a formula. */
export function QuantityField({ at, kinds = QUANTITIES }: { at: Keys; kinds?: readonly QuantityKind[] }) {
  const texts = useTexts(editorTexts).rule;
  const { document, writing, faultAt } = useEditor();
  const set = useSet();
  const of = valueAt(document, at);
  const kind = quantityKind(of);
  const pair = (key: 'ratio' | 'days', index: number): string => {
    const both = isObject(of) ? of[key] : undefined;
    const id = Array.isArray(both) ? both[index] : undefined;
    return typeof id === 'string' ? id : '';
  };
  const choose = (key: 'ratio' | 'days', index: number) => (id: string, declaring: readonly Operation[]) =>
    void writing.do([...declaring, { operation: 'set', at: [...at, key], value: [0, 1].map((each) => (each === index ? id : pair(key, each))) }]);
  // Where nobody may claim that nothing arose, such an item could never be scored.
  const isDeadEnd = textIn(of, 'whenNothing') === 'notApplicable' && valueAt(document, [...at.slice(0, at.indexOf('rule')), 'notArisen']) === undefined;
  return (
    <Stack gap="sm">
      <Select
        label={texts.quantity}
        data={kinds.map((each) => ({ value: each, label: texts.quantities[each] }))}
        value={kind ?? null}
        error={faultAt(at)}
        allowDeselect={false}
        onChange={(chosen) => chosen && set(at, freshQuantity(chosen as QuantityKind))}
      />
      {kind === 'ratio' ? (
        <>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <FigureSelect label={texts.part} at={[...at, 'ratio', 0]} value={pair('ratio', 0)} types={['count', 'amount']} onChoose={choose('ratio', 0)} />
            <FigureSelect label={texts.whole} at={[...at, 'ratio', 1]} value={pair('ratio', 1)} types={['count', 'amount']} onChoose={choose('ratio', 1)} />
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Select
              label={texts.whenNothing}
              data={WHEN_NOTHING.map((each) => ({ value: each, label: texts.whenNothings[each] }))}
              value={textIn(of, 'whenNothing') || null}
              error={faultAt([...at, 'whenNothing'])}
              description={isDeadEnd ? texts.notClaimable : undefined}
              allowDeselect={false}
              onChange={(chosen) => set([...at, 'whenNothing'], chosen ?? undefined)}
            />
            <Select
              label={texts.over}
              data={OVER.map((each) => ({ value: each, label: texts.overs[each] }))}
              value={textIn(of, 'over') || null}
              error={faultAt([...at, 'over'])}
              allowDeselect={false}
              onChange={(chosen) => set([...at, 'over'], chosen ?? undefined)}
            />
          </SimpleGrid>
        </>
      ) : null}
      {kind === 'figure' ? (
        <FigureSelect
          label={texts.figure}
          at={[...at, 'figure']}
          value={textIn(of, 'figure')}
          types={NUMBERS}
          onChoose={(id, declaring) => void writing.do([...declaring, { operation: 'set', at: [...at, 'figure'], value: id }])}
        />
      ) : null}
      {kind === 'days' ? (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <FigureSelect label={texts.fromDay} at={[...at, 'days', 0]} value={pair('days', 0)} types={['date']} onChoose={choose('days', 0)} />
          <FigureSelect label={texts.toDay} at={[...at, 'days', 1]} value={pair('days', 1)} types={['date']} onChoose={choose('days', 1)} />
        </SimpleGrid>
      ) : null}
      {kind === 'estimate' ? <QuestionSelect at={[...at, 'estimate']} /> : null}
      {kind === 'formula' ? <ExpressionField at={[...at, 'formula']} /> : null}
    </Stack>
  );
}

function QuestionSelect({ at }: { at: Keys }) {
  const texts = useTexts(editorTexts).rule;
  const { document, faultAt } = useEditor();
  const set = useSet();
  const questions = questionsIn(document);
  if (questions.length === 0) return <Text size="sm">{texts.noQuestion}</Text>;
  return (
    <Select
      label={texts.question}
      searchable
      data={questions.map(({ id, title }) => ({ value: id, label: title }))}
      value={textIn(document, ...(at as readonly string[])) || null}
      error={faultAt(at)}
      allowDeselect={false}
      onChange={(chosen) => set(at, chosen ?? undefined)}
    />
  );
}

/** A formula over figures, which stand in it by their titles. */
export function ExpressionField({ at }: { at: Keys }) {
  const texts = useTexts(editorTexts).rule;
  const { language } = useLanguage();
  const { document, faultAt } = useEditor();
  const set = useSet();
  const figures = figuresIn(document);
  const written = textIn(document, ...(at as readonly string[]));
  // While it is typed it stands as it was typed, or a name would change under the hand.
  const [typed, setTyped] = useState<string>();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Textarea
        label={texts.expression}
        description={texts.expressionMore}
        autosize
        value={typed ?? namedFormula(written, figures, language)}
        error={faultAt(at)}
        data-place={at.join('/')}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          set(at, typedFormula(value, figures, language));
        }}
        onBlur={() => setTyped(undefined)}
      />
      <Select
        label={texts.insert}
        searchable
        data={figures.filter(({ type }) => NUMBERS.includes(type as FigureType)).map(({ id, title }) => ({ value: id, label: title }))}
        value={null}
        onChange={(chosen) => chosen && set(at, `${written}${written === '' || written.endsWith(' ') ? '' : ' '}${chosen}`)}
      />
    </SimpleGrid>
  );
}
