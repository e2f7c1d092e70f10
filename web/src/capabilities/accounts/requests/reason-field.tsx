import { Text } from '@mantine/core';
import { newAccountRequest } from '@parindex/core/contracts/schemas/account-requests';
import { limitsOf } from '../../../client/limits.ts';
import { ReasonInput } from '../../../kit/fields/reason-input.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
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
