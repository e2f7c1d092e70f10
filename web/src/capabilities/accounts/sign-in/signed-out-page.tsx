import { Button, Text } from '@mantine/core';
import { Mark } from '@parindex/design/mark.tsx';
import type { ReactNode } from 'react';
import { SandboxBadge, SandboxBanner } from '../../../kit/page/sandbox-banner.tsx';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { shellTexts } from '../../../kit/words/shell-texts.ts';

/** The frame of pages for whoever has not signed in. */
export function SignedOutPage({ sandbox, children }: { sandbox: boolean; children: ReactNode }) {
  const texts = useTexts(shellTexts);
  const { language, speak } = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <div className="signed-out">
      <header className="frame-head screen-only">
        <a className="frame-brand" href={language === 'vi' ? '/' : '/en'}>
          <Mark size={28} />
          <span className="frame-product">{texts.product}</span>
          <span className="frame-subtitle">{texts.subtitle}</span>
        </a>
        {sandbox ? <SandboxBadge /> : null}
        <Button variant="subtle" size="compact-sm" ml="auto" onClick={() => speak(other)} lang={other}>
          {texts.otherLanguage}
        </Button>
      </header>
      <main className="signed-out-page">
        {sandbox ? <SandboxBanner /> : null}
        {children}
        <Text size="sm" c="dimmed">
          {texts.noSecrets}
        </Text>
      </main>
    </div>
  );
}
