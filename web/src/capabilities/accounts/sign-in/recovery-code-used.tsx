import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '../../../kit/page/link.tsx';
import { Arrival } from '../../../kit/reading/arrival.tsx';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { recoveryCodesQuery } from '../queries/account.ts';
import { recoveryTexts } from '../texts/recovery-codes.ts';

/** Before the workspace opens: a code is gone, so many are left, and a lost device is to be replaced. */
export function RecoveryCodeUsed({ onClose }: { onClose: () => void }) {
  const texts = useTexts(recoveryTexts);
  const { language } = useLanguage();
  const query = useQuery(recoveryCodesQuery);
  return (
    <Arrival>
      <Notice kind="warning" title={texts.used}>
        <Stack gap="sm">
          <Loaded query={query}>{({ left, made }) => <Text size="sm">{texts.usedMore(formatCount(left, language), formatCount(made, language))}</Text>}</Loaded>
          <Group gap="xs">
            <LinkButton to="/lam-viec/tai-khoan" variant="default">
              {texts.toAccount}
            </LinkButton>
            <Button onClick={onClose}>{texts.goOn}</Button>
          </Group>
        </Stack>
      </Notice>
    </Arrival>
  );
}
