import { Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ShownOnce } from '../../../kit/acts/shown-once.tsx';
import { Link } from '../../../kit/page/link.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { expiryText } from '../expiry-text.ts';
import { peopleChanged, wholeLink } from '../queries/people.ts';
import { Asked } from '../requests/asked.tsx';
import { peopleTexts } from '../texts/people.ts';
import { InviteForm } from './invite-form.tsx';
import type { Invited } from './invited.ts';

/** Invites somebody with roles; the link to set the password is shown only once. */
export function Invite() {
  const texts = useTexts(peopleTexts);
  const { language } = useLanguage();
  const [invited, setInvited] = useState<Invited>();
  const client = useQueryClient();
  const done = (made: Invited) => {
    setInvited(made);
    void peopleChanged(client);
  };
  return (
    <Section title={texts.invite} lead={texts.inviteLead}>
      {invited && !invited.link ? (
        <Asked code={invited.code} name={invited.name} onClose={() => setInvited(undefined)} />
      ) : invited?.link ? (
        <ShownOnce title={texts.invited(invited.name)} label={texts.link} secret={wholeLink(invited.link)} onClose={() => setInvited(undefined)}>
          <Stack gap={4}>
            <Text size="sm">{texts.linkMore(expiryText(invited.link.expiresAt, language))}</Text>
            <Link size="sm" to="/lam-viec/nguoi-dung/$person" params={{ person: invited.id }}>
              {texts.openPerson}
            </Link>
          </Stack>
        </ShownOnce>
      ) : (
        <InviteForm onDone={done} />
      )}
    </Section>
  );
}
