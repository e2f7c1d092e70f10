import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { controlTexts } from './control-texts.ts';
import { useTexts } from './language.tsx';

interface AskBeforeLeavingProps {
  readonly unsaved: boolean;
  /** Whether another view of the same page takes away what is typed as well. */
  readonly ofView?: boolean;
}

/** Asks before a page is left on which something is typed and not saved; within the page, between parts that stay, nothing is asked. */
export function AskBeforeLeaving({ unsaved, ofView = false }: AskBeforeLeavingProps) {
  const texts = useTexts(controlTexts);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      unsaved && (current.pathname !== next.pathname || (ofView && JSON.stringify(current.search) !== JSON.stringify(next.search))),
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
