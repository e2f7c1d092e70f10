import { Button, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { Scheme } from '@parindex/core';
import { isObject, NumberToken, type Raw, type RawObject } from '@parindex/core/reading/raw';
import type { ProposedCase } from '@parindex/core/studio/cases/propose';
import { inLanguage } from '@parindex/core/words/index';
import { useState } from 'react';
import { Section } from '../../../kit/page/section.tsx';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { casesTexts } from '../texts/cases.ts';
import { typedNumber } from '../typed-number.ts';

interface OwnCaseProps {
  readonly item: string;
  readonly proposed: readonly ProposedCase[];
  readonly scheme: Scheme;
  readonly saving: boolean;
  readonly onSay: (entry: RawObject) => Promise<boolean>;
}

/** The figures on which the rule of an item hangs, as its proposed situations give them. */
const figuresIn = (proposed: readonly ProposedCase[]): string[] => [
  ...new Set(proposed.flatMap(({ given }) => (isObject(given['figures'] ?? null) ? Object.keys(given['figures'] as RawObject) : []))),
];

/** A worked example of the decision: its figures, and the points that it names. Of an item that only answers all is proposed already. */
export function OwnCase({ item, proposed, scheme, saving, onSay }: OwnCaseProps) {
  const texts = useTexts(casesTexts);
  const { language } = useLanguage();
  const figures = figuresIn(proposed).flatMap(
    (id) => scheme.figures.find((figure) => figure.id === id && (figure.type === 'count' || figure.type === 'number')) ?? [],
  );
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [points, setPoints] = useState('');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  if (figures.length === 0) return null;
  const figureTyped = ({ id, type }: (typeof figures)[number]) => typedNumber(typed[id] ?? '', language, { whole: type === 'count' }) ?? undefined;
  const expected = typedNumber(points, language) ?? undefined;
  const wrongIn = (read: string | undefined) => (tried && read === undefined ? texts.notANumber : undefined);
  const say = async () => {
    setTried(true);
    const given = figures.map((figure) => [figure.id, figureTyped(figure)] as const);
    if (expected === undefined || given.some(([, value]) => value === undefined)) return;
    const saved = await onSay({
      item,
      figures: Object.fromEntries(given.map(([id, value]): [string, Raw] => [id, new NumberToken(value as string)])),
      expect: { points: expected },
      ...(why.trim() === '' ? {} : { why: { vi: why.trim() } }),
    });
    if (!saved) return;
    setTyped({});
    setPoints('');
    setWhy('');
    setTried(false);
  };
  return (
    <Section title={texts.own} lead={texts.ownMore}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void say();
        }}
      >
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {figures.map((figure) => (
              <TextInput
                key={figure.id}
                label={inLanguage(figure.title, language) ?? figure.id}
                inputMode="decimal"
                value={typed[figure.id] ?? ''}
                error={wrongIn(figureTyped(figure))}
                onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [figure.id]: value }))}
              />
            ))}
            <TextInput
              label={texts.points}
              inputMode="decimal"
              value={points}
              error={wrongIn(expected)}
              onChange={({ currentTarget: { value } }) => setPoints(value)}
            />
            <TextInput label={texts.why} value={why} onChange={({ currentTarget: { value } }) => setWhy(value)} />
          </SimpleGrid>
          <Button type="submit" variant="default" w="fit-content" loading={saving}>
            {texts.say}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
