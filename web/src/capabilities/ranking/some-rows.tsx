import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { finalItemTexts } from './texts/final-items.ts';

/** As many as are read at once. */
const FIRST = 8;

interface SomeRows<R> {
  readonly shown: readonly R[];
  /** How many more there are; none where all fit. */
  readonly more: number;
  readonly all: boolean;
  readonly onAll: (all: boolean) => void;
}

/** The first of a list's rows, until all are asked for. */
export function useSomeRows<R>(rows: readonly R[]): SomeRows<R> {
  const [all, onAll] = useState(false);
  return { shown: all ? rows : rows.slice(0, FIRST), more: Math.max(0, rows.length - FIRST), all, onAll };
}

/** The button below them. */
export function MoreRows({ more, all, onAll }: Omit<SomeRows<unknown>, 'shown'>) {
  const texts = useTexts(finalItemTexts);
  const { language } = useLanguage();
  if (more === 0) return null;
  return (
    <Button variant="subtle" size="compact-sm" w="fit-content" className="screen-only" onClick={() => onAll(!all)}>
      {all ? texts.less : texts.more(formatCount(more, language))}
    </Button>
  );
}
