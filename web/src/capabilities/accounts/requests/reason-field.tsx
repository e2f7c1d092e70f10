import { Text } from '@mantine/core';
import { newAccountRequest } from '@parindex/core/contracts/schemas/account-requests';
import { limitsOf } from '../../../client/limits.ts';
import { useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { ReasonInput } from '../../../kit/reason-input.tsx';
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
      <ReasonInput label={texts.reason} {...limitsOf(newAccountRequest).reason} value={value} onChange={onChange} />
    </>
  );
}
