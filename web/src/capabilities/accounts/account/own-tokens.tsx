import { Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../../client/request.ts';
import { FormDialog } from '../../../kit/form-dialog.tsx';
import { formatMoment } from '../../../kit/format.ts';
import { useTexts } from '../../../kit/language.tsx';
import { Loading } from '../../../kit/loading.tsx';
import { Outcome } from '../../../kit/outcome.tsx';
import { ProblemNotice } from '../../../kit/problem-notice.tsx';
import { Section } from '../../../kit/section.tsx';
import { ShownOnce } from '../../../kit/shown-once.tsx';
import { type OwnToken, revokeToken, tokensQuery } from '../queries/account.ts';
import { accountTexts } from '../texts/account.ts';
import { TokenDialog } from './token-dialog.tsx';
import { TokensTable } from './tokens-table.tsx';

/** Tokens by which other software works for a person. */
export function OwnTokens() {
  const texts = useTexts(accountTexts).tokens;
  const { data, error, refetch } = useQuery(tokensQuery);
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<Answer<'madeToken'>>();
  const [leaving, setLeaving] = useState<OwnToken>();
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: (token: OwnToken) => revokeToken(token.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['me'] });
      setLeaving(undefined);
    },
  });
  const keep = (token: Answer<'madeToken'>) => {
    setMaking(false);
    setMade(token);
    void client.invalidateQueries({ queryKey: ['me'] });
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
          <Text size="sm">{texts.madeMore(formatMoment(made.expiresAt))}</Text>
        </ShownOnce>
      ) : null}
      <Outcome done={revoke.isSuccess && !leaving ? texts.revoked : undefined} />
      {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data?.items.length === 0 ? <Text size="sm">{texts.none}</Text> : null}
      {data && data.items.length > 0 ? <TokensTable tokens={data.items} onRevoke={setLeaving} /> : null}
      {making ? <TokenDialog onDone={keep} onClose={() => setMaking(false)} /> : null}
      {leaving ? (
        <FormDialog
          title={texts.revokeOne(leaving.name)}
          submit={texts.revoke}
          danger
          pending={revoke.isPending}
          error={revoke.error}
          onSubmit={() => revoke.mutate(leaving)}
          onClose={() => setLeaving(undefined)}
        >
          <Text size="sm">{texts.revokeMore(leaving.name)}</Text>
        </FormDialog>
      ) : null}
    </Section>
  );
}
