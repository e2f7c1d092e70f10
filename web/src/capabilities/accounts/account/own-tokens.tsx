import { Button, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../../client/request.ts';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { ShownOnce } from '../../../kit/acts/shown-once.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { FormDialog } from '../../../kit/forms/form-dialog.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { expiryText } from '../expiry-text.ts';
import { accountChanged, type OwnToken, revokeToken, tokensQuery } from '../queries/account.ts';
import { accountTexts } from '../texts/account.ts';
import { TokenDialog } from './token-dialog.tsx';
import { TokensTable } from './tokens-table.tsx';

/** Tokens for other software to act for the user. */
export function OwnTokens() {
  const texts = useTexts(accountTexts).tokens;
  const { language } = useLanguage();
  const query = useQuery(tokensQuery);
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<Answer<'madeToken'>>();
  const [leaving, setLeaving] = useState<OwnToken>();
  const client = useQueryClient();
  const revoke = useAct((token: OwnToken) => revokeToken(token.id), {
    refresh: accountChanged,
    onDone: () => setLeaving(undefined),
  });
  const keep = (token: Answer<'madeToken'>) => {
    setMaking(false);
    setMade(token);
    void accountChanged(client);
  };
  return (
    <Section
      title={texts.title}
      lead={texts.lead}
      actions={
        <Button variant="default" onClick={() => setMaking(true)}>
          {texts.make}
        </Button>
      }
    >
      {made ? (
        <ShownOnce key={made.id} title={texts.made(made.name)} label={texts.token} secret={made.token} onClose={() => setMade(undefined)}>
          <Text size="sm">{texts.madeMore(expiryText(made.expiresAt, language))}</Text>
        </ShownOnce>
      ) : null}
      <Outcome done={revoke.isSuccess && !leaving ? texts.revoked : undefined} />
      <Loaded query={query} empty={<Text size="sm">{texts.none}</Text>}>
        {(data) => <TokensTable tokens={data.items} onRevoke={setLeaving} />}
      </Loaded>
      {making ? <TokenDialog onDone={keep} onClose={() => setMaking(false)} /> : null}
      {leaving ? (
        <FormDialog
          title={texts.revokeOne(leaving.name)}
          submit={texts.revoke}
          danger
          act={revoke}
          onSubmit={() => revoke.mutate(leaving)}
          onClose={() => setLeaving(undefined)}
        >
          <Text size="sm">{texts.revokeMore(leaving.name)}</Text>
        </FormDialog>
      ) : null}
    </Section>
  );
}
