import { Stack, Text } from '@mantine/core';
import { displayDate } from '@parindex/core/quantity/display';
import { declaredText } from '@parindex/core/words/scheme-names';
import { formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { Explanation } from './queries/explanation.ts';
import { officialFigureTexts } from './texts/official-figures.ts';

type OfficialFigure = Explanation['officialFigures'][number];

/** Official figures of an item beside the claimed ones, with their sources. */
export function OfficialFiguresShown({ figures }: { figures: readonly OfficialFigure[] }) {
  const texts = useTexts(officialFigureTexts);
  const { language } = useLanguage();
  if (figures.length === 0) return null;
  const said = (value: OfficialFigure['claimed']) => (value === null ? texts.none : declaredText(value, language));
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {texts.title}
      </Text>
      {figures.map(({ figure, claimed, value, source, date, by, at }) => (
        <div key={figure.id}>
          <Text size="sm">
            {figure.title}. <strong>{claimed === value ? texts.same(said(value)) : texts.beside(said(claimed), said(value))}</strong>
          </Text>
          <Text size="xs" c="dimmed">
            {date === null ? null : source === null ? texts.dated(displayDate(date)) : texts.source(source, displayDate(date))}{' '}
            {texts.by(by.name, formatMoment(at))}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
