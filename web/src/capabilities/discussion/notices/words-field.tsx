import { Textarea } from '@mantine/core';
import { MOST_NOTICE_CHARACTERS } from '@parindex/core/contracts/limits';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { noticeTexts } from '../texts/notices.ts';

interface WordsFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A text that everybody in the round will read. */
export function WordsField({ label, value, onChange }: WordsFieldProps) {
  const texts = useTexts(noticeTexts);
  const { language } = useLanguage();
  return (
    <Textarea
      label={label}
      description={texts.textMore(formatCount(MOST_NOTICE_CHARACTERS, language))}
      required
      maxLength={MOST_NOTICE_CHARACTERS}
      rows={3}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
