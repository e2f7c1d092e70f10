import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { controlTexts } from '../words/control-texts.ts';
import { useTexts } from '../words/language.tsx';

interface LeaveQuestionProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Whether what is typed and not saved is left behind. */
export function LeaveQuestion({ onStay, onLeave }: LeaveQuestionProps) {
  const texts = useTexts(controlTexts);
  return (
    <Modal opened onClose={onStay} title={texts.leaveTitle} closeButtonProps={{ 'aria-label': texts.close }}>
      <Stack>
        <Text size="sm">{texts.leaveMore}</Text>
        <Group gap="xs">
          <Button onClick={onStay}>{texts.leaveStay}</Button>
          <Button variant="default" onClick={onLeave}>
            {texts.leaveGo}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
