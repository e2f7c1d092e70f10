import { Text } from '@mantine/core';
import { displayDate, displayDecimal, displayPercent } from '@parindex/core/quantity/display';
import { fromText } from '@parindex/core/quantity/rational';
import { type Language, PHRASES } from '@parindex/core/words/index';
import { formatDay } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { BatchLine } from './queries/batches.ts';
import { batchTexts } from './texts/batches.ts';

type ImportedText = BatchLine['after'];

/** A value formatted for people; the mean of a question as a percentage. */
export function importedValue(kind: BatchLine['target']['kind'], value: ImportedText['value'], language: Language): string {
  if (typeof value === 'boolean') return value ? PHRASES[language].yes : PHRASES[language].no;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return displayDate(value);
  return kind === 'estimate' ? displayPercent(fromText(value), language) : displayDecimal(value, language);
}

/** A value with its source below. */
export function ImportedTextShown({ kind, told, own = false }: { kind: BatchLine['target']['kind']; told: ImportedText | null; own?: boolean }) {
  const texts = useTexts(batchTexts);
  const { language } = useLanguage();
  if (!told)
    return (
      <Text span size="sm">
        {texts.empty}
      </Text>
    );
  const where = [
    own ? texts.own : undefined,
    told.answers === null ? undefined : texts.answers(displayDecimal(told.answers, language)),
    told.source ?? undefined,
    told.date === null ? undefined : formatDay(told.date),
    told.vintage === null ? undefined : texts.vintageOf(told.vintage),
  ].filter((part) => part !== undefined);
  return (
    <>
      <span className="figures">{importedValue(kind, told.value, language)}</span>
      {where.length === 0 ? null : (
        <Text size="xs" c="dimmed">
          {where.join('; ')}
        </Text>
      )}
    </>
  );
}
