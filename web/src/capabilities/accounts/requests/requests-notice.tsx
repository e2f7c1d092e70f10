import { Stack } from '@mantine/core';
import { formatCount } from '../../../kit/format.ts';
import { useLanguage, useTexts } from '../../../kit/language.tsx';
import { Link } from '../../../kit/link.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { accountRequestTexts } from '../texts/account-requests.ts';

/** The place of the requests on My account. */
export const ABOUT_ME = 'de-nghi';

/** On the start page: what is asked for of the user's account, and what waits for them as the second person. */
export function RequestsNotice({ aboutMe, toDecide }: { aboutMe: number; toDecide: number }) {
  const texts = useTexts(accountRequestTexts);
  const { language } = useLanguage();
  return (
    <Stack gap="sm">
      {aboutMe > 0 ? (
        <Notice kind="warning" title={texts.waitsAboutMe}>
          <Link to="/lam-viec/tai-khoan" hash={ABOUT_ME}>
            {texts.open}
          </Link>
        </Notice>
      ) : null}
      {toDecide > 0 ? (
        <Notice kind="note" title={texts.waitsForMe(formatCount(toDecide, language))}>
          <Link to="/lam-viec/nguoi-dung">{texts.open}</Link>
        </Notice>
      ) : null}
    </Stack>
  );
}
