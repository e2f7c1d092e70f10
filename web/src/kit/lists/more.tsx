import { Button, Group, Text } from '@mantine/core';
import { ProblemNotice } from '../reading/problem-notice.tsx';
import { controlTexts } from '../words/control-texts.ts';
import { formatCount } from '../words/format.ts';
import { useLanguage, useTexts } from '../words/language.tsx';

interface MoreProps {
  readonly shown: number;
  readonly hasMore: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onMore: () => void;
}

/** The end of a paged list. */
export function More({ shown, hasMore, pending, error, onMore }: MoreProps) {
  const texts = useTexts(controlTexts);
  const { language } = useLanguage();
  const count = formatCount(shown, language);
  return (
    <>
      {error ? <ProblemNotice error={error} retry={onMore} /> : null}
      <Group gap="sm">
        {hasMore ? (
          <Button variant="default" loading={pending} onClick={onMore}>
            {texts.more}
          </Button>
        ) : null}
        <Text size="sm" c="dimmed" role="status">
          {hasMore ? texts.shown(count) : texts.shownAll(count)}
        </Text>
      </Group>
    </>
  );
}
