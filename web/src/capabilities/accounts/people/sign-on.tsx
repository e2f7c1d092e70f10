import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { ShownOnce } from '../../../kit/acts/shown-once.tsx';
import { Facts } from '../../../kit/page/facts.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { formatMoment } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { expiryText } from '../expiry-text.ts';
import type { AskedRequest } from '../queries/account-requests.ts';
import { type MadeLink, type Person, wholeLink } from '../queries/people.ts';
import { AskDialog } from '../requests/ask-dialog.tsx';
import { Asked } from '../requests/asked.tsx';
import { accountRequestTexts } from '../texts/account-requests.ts';
import { personTexts } from '../texts/person.ts';
import { EndSessionsDialog, ResetDialog } from './sign-on-dialogs.tsx';

/** How a person signs in, and what an administrator can do if something is lost. */
export function SignOn({ person, administers }: { person: Person; administers: boolean }) {
  const texts = useTexts(personTexts);
  const { language } = useLanguage();
  const askTexts = useTexts(accountRequestTexts);
  const [open, setOpen] = useState<'reset' | 'removeFactor' | 'endSessions'>();
  const [link, setLink] = useState<MadeLink>();
  const [asked, setAsked] = useState<AskedRequest>();
  const [done, setDone] = useState<string>();
  const { password, secondFactor, openLink } = person.signOn;
  const close = () => setOpen(undefined);
  const show = (what: typeof open) => {
    setDone(undefined);
    setAsked(undefined);
    setOpen(what);
  };
  const finish = (told: string) => {
    close();
    setDone(told);
  };
  return (
    <Section title={texts.signOn}>
      {link ? (
        <ShownOnce title={texts.linkMade} label={texts.link} secret={wholeLink(link)} onClose={() => setLink(undefined)}>
          <Text size="sm">{texts.linkMore(expiryText(link.expiresAt, language))}</Text>
        </ShownOnce>
      ) : null}
      {asked ? <Asked code={asked.code} name={person.name} onClose={() => setAsked(undefined)} /> : <Outcome done={done} />}
      <Facts
        facts={[
          [texts.password, password ? texts.passwordSet : texts.passwordNotSet],
          [texts.secondFactor, secondFactor ? texts.enrolled : texts.notEnrolled],
          [texts.openLink, openLink === null ? texts.noLink : texts.openUntil(formatMoment(openLink))],
        ]}
      />
      {administers ? (
        <Group gap="xs">
          <Button variant="default" onClick={() => show('reset')}>
            {person.alone.link ? (password ? texts.reset : texts.firstLink) : askTexts.askPassword}
          </Button>
          {secondFactor ? (
            <Button variant="default" onClick={() => show('removeFactor')}>
              {askTexts.askFactor}
            </Button>
          ) : null}
          <Button variant="default" onClick={() => show('endSessions')}>
            {texts.endSessions}
          </Button>
        </Group>
      ) : null}
      {open === 'reset' && person.alone.link ? (
        <ResetDialog
          person={person}
          onClose={close}
          onDone={(made) => {
            close();
            setLink(made);
          }}
        />
      ) : null}
      {open === 'removeFactor' || (open === 'reset' && !person.alone.link) ? (
        <AskDialog
          person={person}
          kind={open === 'reset' ? 'password' : 'secondFactor'}
          onClose={close}
          onAsked={(answered) => {
            close();
            setAsked(answered);
          }}
        />
      ) : null}
      {open === 'endSessions' ? <EndSessionsDialog person={person} onClose={close} onDone={finish} /> : null}
    </Section>
  );
}
