import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { readLink, setPassword } from '../../../client/proofs.ts';
import { isRefusal } from '../../../client/request.ts';
import { useAct } from '../../../kit/acts/use-act.ts';
import { Empty } from '../../../kit/lists/empty.tsx';
import { LinkButton } from '../../../kit/page/link.tsx';
import { PageHeading } from '../../../kit/page/page-heading.tsx';
import { Arrival } from '../../../kit/reading/arrival.tsx';
import { Loading } from '../../../kit/reading/loading.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { ProblemNotice } from '../../../kit/reading/problem-notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { installationQuery } from '../../operation/queries/installation.ts';
import { signInTexts } from '../texts/sign-in.ts';
import { SignedOutPage } from './signed-out-page.tsx';

/** The target of a one-time link: the token follows "#", so that no server on the way has logged it. */
export function SetPasswordPage() {
  const texts = useTexts(signInTexts);
  const [token] = useState(() => location.hash.slice(1));
  const { data: installation } = useQuery(installationQuery);
  return (
    <SignedOutPage sandbox={installation?.kind === 'sandbox'}>
      <PageHeading title={texts.setTitle} size="h3" />
      {token === '' ? (
        <Empty title={texts.noToken}>
          <Text>{texts.noTokenMore}</Text>
        </Empty>
      ) : (
        <div className="card narrow">{token.endsWith('.') ? <WithCode half={token} /> : <SetPasswordForm token={token} />}</div>
      )}
    </SignedOutPage>
  );
}

/** A link in two halves: the other one is a code that another administrator reads out. */
function WithCode({ half }: { half: string }) {
  const texts = useTexts(signInTexts);
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState<string>();
  const [done, setDone] = useState(false);
  if (code !== undefined)
    return (
      <Stack align="flex-start">
        <SetPasswordForm token={half + code} onDone={() => setDone(true)} />
        {done ? null : (
          <Button variant="default" onClick={() => setCode(undefined)}>
            {texts.otherCode}
          </Button>
        )}
      </Stack>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setCode(typed.trim());
      }}
    >
      <Stack>
        <TextInput
          label={texts.linkCode}
          description={texts.linkCodeMore}
          required
          minLength={12}
          maxLength={30}
          autoComplete="off"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Button type="submit">{texts.goOn}</Button>
      </Stack>
    </form>
  );
}

function SetPasswordForm({ token, onDone }: { token: string; onDone?: () => void }) {
  const texts = useTexts(signInTexts);
  const link = useQuery({ queryKey: ['link', token], queryFn: () => readLink(token), retry: false, staleTime: Number.POSITIVE_INFINITY });
  const [password, setNew] = useState('');
  const [repeated, setRepeated] = useState('');
  const [differ, setDiffer] = useState(false);
  const attempt = useAct(() => setPassword(token, password), { onDone: () => onDone?.() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDiffer(password !== repeated);
    if (password === repeated) attempt.mutate();
  };
  if (attempt.isSuccess)
    return (
      <Stack align="flex-start">
        <Arrival>
          <Notice kind="good" title={texts.set2}>
            {texts.setDone}
          </Notice>
        </Arrival>
        <LinkButton to="/dang-nhap">{texts.toSignIn}</LinkButton>
      </Stack>
    );
  if (isRefusal(link.error, 'notFound'))
    return (
      <Notice kind="fault" title={texts.linkWrong}>
        {onDone ? texts.codeWrongMore : texts.linkWrongMore}
      </Notice>
    );
  if (link.error) return <ProblemNotice error={link.error} />;
  if (!link.data) return <Loading />;
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>{texts.setLead(link.data.name, link.data.email)}</Text>
        {/* For password managers. */}
        <input type="text" name="username" autoComplete="username" value={link.data.email} readOnly hidden />
        <PasswordInput
          label={texts.newPassword}
          description={texts.setRule}
          autoComplete="new-password"
          required
          value={password}
          onChange={({ currentTarget }) => setNew(currentTarget.value)}
        />
        <PasswordInput
          label={texts.repeat}
          autoComplete="new-password"
          required
          value={repeated}
          error={differ ? texts.differ : null}
          onChange={({ currentTarget }) => setRepeated(currentTarget.value)}
        />
        {attempt.error ? <ProblemNotice error={attempt.error} /> : null}
        <Button type="submit" loading={attempt.isPending}>
          {texts.set}
        </Button>
      </Stack>
    </form>
  );
}
