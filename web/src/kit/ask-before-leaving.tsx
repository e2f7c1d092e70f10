import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { controlTexts } from './control-texts.ts';
import { useTexts } from './language.tsx';

/** Asks before a page is left on which something is typed and not saved; within the page, between its parts, nothing is asked. */
export function AskBeforeLeaving({ unsaved }: { readonly unsaved: boolean }) {
  const texts = useTexts(controlTexts);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved && current.pathname !== next.pathname,
    enableBeforeUnload: () => unsaved,
    disabled: !unsaved,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Modal opened onClose={blocker.reset} title={texts.leaveTitle} closeButtonProps={{ 'aria-label': texts.close }}>
      <Stack>
        <Text size="sm">{texts.leaveMore}</Text>
        <Group gap="xs">
          <Button onClick={blocker.reset}>{texts.leaveStay}</Button>
          <Button variant="default" onClick={blocker.proceed}>
            {texts.leaveGo}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
