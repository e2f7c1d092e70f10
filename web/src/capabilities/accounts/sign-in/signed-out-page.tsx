import { Button, Container, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../../../kit/language.tsx';
import { SandboxBanner } from '../../../kit/sandbox-banner.tsx';
import { shellTexts } from '../../../kit/shell-texts.ts';

/** The frame of pages shown before sign-in. */
export function SignedOutPage({ sandbox, children }: { sandbox: boolean; children: ReactNode }) {
  const texts = useTexts(shellTexts);
  const { language, speak } = useLanguage();
  return (
    <Container size="lg" py="lg" component="main">
      <Stack gap="lg">
        <Group justify="space-between">
          <Stack gap={0}>
            <Text fw={600} size="lg" c="brand">
              {texts.product}
            </Text>
            <Text size="sm" c="dimmed">
              {texts.subtitle}
            </Text>
          </Stack>
          <Button variant="subtle" size="compact-sm" onClick={() => speak(language === 'vi' ? 'en' : 'vi')} lang={language === 'vi' ? 'en' : 'vi'}>
            {texts.otherLanguage}
          </Button>
        </Group>
        {sandbox ? <SandboxBanner /> : null}
        {children}
        <Text size="sm" c="dimmed">
          {texts.noSecrets}
        </Text>
      </Stack>
    </Container>
  );
}
