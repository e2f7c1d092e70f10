import { Box, Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { Arrival } from '../../kit/arrival.tsx';
import { controlTexts } from '../../kit/control-texts.ts';
import { CopyButton } from '../../kit/copy-button.tsx';
import { useTexts } from '../../kit/language.tsx';
import { Notice } from '../../kit/notice.tsx';
import { recoveryTexts } from './texts/recovery-codes.ts';

interface RecoveryCodesShownProps {
  readonly codes: readonly string[];
  readonly email: string;
  readonly onClose: () => void;
}

/** Recovery codes, which the server tells only once: to be printed or copied. On paper they stand alone. */
export function RecoveryCodesShown({ codes, email, onClose }: RecoveryCodesShownProps) {
  const texts = useTexts(recoveryTexts);
  const { once } = useTexts(controlTexts);
  return (
    <Arrival>
      <Notice kind="warning" title={texts.shown}>
        <Stack gap="sm">
          <Text size="sm">{texts.shownMore}</Text>
          <Box className="printed-alone">
            <Text size="sm">{texts.of(email)}</Text>
            <List type="ordered" spacing={4}>
              {codes.map((code) => (
                <List.Item key={code}>
                  <Code>{code}</Code>
                </List.Item>
              ))}
            </List>
          </Box>
          <Text size="sm">{once}</Text>
          <Group gap="xs">
            <Button variant="default" onClick={() => print()}>
              {texts.print}
            </Button>
            <CopyButton label={texts.copy} text={codes.join('\n')} />
            <Button onClick={onClose}>{texts.kept}</Button>
          </Group>
        </Stack>
      </Notice>
    </Arrival>
  );
}
