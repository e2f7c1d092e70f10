import { Stack, Text } from '@mantine/core';
import { displayDate } from '@parindex/core/quantity/display';
import { declaredText } from '@parindex/core/words/scheme-names';
import { formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { Explanation } from './queries/explanation.ts';
import { officialFigureTexts } from './texts/official-figures.ts';

type OfficialFigure = Explanation['officialFigures'][number];

interface OfficialFiguresShownProps {
  readonly figures: readonly OfficialFigure[];
  /** Whether they stand apart from their items, which are then named, under a heading of their own. */
  readonly apart?: boolean;
}

/** Official figures beside the claimed ones, with their sources. */
export function OfficialFiguresShown({ figures, apart = false }: OfficialFiguresShownProps) {
  const texts = useTexts(officialFigureTexts);
  const { language } = useLanguage();
  if (figures.length === 0) return null;
  const said = (value: OfficialFigure['claimed']) => (value === null ? texts.none : declaredText(value, language));
  return (
    <Stack gap={4}>
      {apart ? null : (
        <Text size="sm" fw={600}>
          {texts.title}
        </Text>
      )}
      {figures.map(({ figure, items, claimed, value, source, date, by, at }) => (
        <div key={figure.id}>
          <Text size="sm">
            {apart ? `${texts.ofItems(items.join(', '))} ` : null}
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
