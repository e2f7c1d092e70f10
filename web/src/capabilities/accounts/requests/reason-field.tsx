import { Text, Textarea } from '@mantine/core';
import { newAccountRequest } from '@parindex/core/contracts/schemas/account-requests';
import { limitsOf } from '../../../client/limits.ts';
import { useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { accountRequestTexts } from '../texts/account-requests.ts';
import { useAdministersAlone } from './administers-alone.ts';

/** Why a second person is asked, and that one is. */
export function ReasonField({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const texts = useTexts(accountRequestTexts);
  const alone = useAdministersAlone();
  return (
    <>
      <Text size="sm">{texts.askMore}</Text>
      {alone ? <Notice kind="warning">{texts.onlyOne}</Notice> : null}
      <Textarea
        label={texts.reason}
        required
        {...limitsOf(newAccountRequest).reason}
        autosize
        minRows={2}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </>
  );
}
