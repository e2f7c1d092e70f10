import { Button, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { formatMoment } from '../../../kit/words/format.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import { readingsQuery } from '../queries/notices.ts';
import { noticeTexts } from '../texts/notices.ts';

/** Who has read a notice, and the bodies of which nobody has: asked for when its owner opens it. */
export function Readings({ round, notice }: { readonly round: string; readonly notice: string }) {
  const texts = useTexts(noticeTexts);
  const [shown, setShown] = useState(false);
  const query = useQuery({ ...readingsQuery(round, notice), enabled: shown });
  if (!shown)
    return (
      <Button w="fit-content" size="compact-sm" variant="default" onClick={() => setShown(true)}>
        {texts.whoRead}
      </Button>
    );
  return (
    <Loaded query={query}>
      {({ readings, unread }) => (
        <Stack gap={4}>
          <Text size="sm" fw={600}>
            {texts.readBy(readings.length)}
          </Text>
          <List size="sm" listStyleType="none">
            {readings.map(({ person, body, readAt }) => (
              <List.Item key={person.id}>{texts.reader(person.name, body?.name ?? '', formatMoment(readAt))}</List.Item>
            ))}
          </List>
          {unread.length > 0 ? <Text size="sm">{texts.unreadBy(unread.map(({ name }) => name).join(', '), unread.length)}</Text> : null}
        </Stack>
      )}
    </Loaded>
  );
}
