import { Button, Text } from '@mantine/core';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { batchTexts } from './texts/batches.ts';

/** How many rows of all are shown, and a button for more of them. */
export function MoreRows({ shown, all, onMore }: { readonly shown: number; readonly all: number; readonly onMore: () => void }) {
  const texts = useTexts(batchTexts);
  const { language } = useLanguage();
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {texts.firstShown(formatCount(shown, language), formatCount(all, language))}
      </Text>
      <Button variant="default" onClick={onMore}>
        {texts.more}
      </Button>
    </>
  );
}
