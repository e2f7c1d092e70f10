import { Button, Stack, Text, TextInput } from '@mantine/core';
import { receiptParams } from '@parindex/core/contracts/schemas/sendings';
import { readReceiptCode, writtenCode } from '@parindex/core/submissions/receipt-code';
import { reportMatchText } from '@parindex/core/words/report-words';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { limitsOf } from '../../../client/limits.ts';
import { isRefusal } from '../../../client/request.ts';
import { Facts } from '../../../kit/page/facts.tsx';
import { Link } from '../../../kit/page/link.tsx';
import { PageHeading } from '../../../kit/page/page-heading.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { Arrival } from '../../../kit/reading/arrival.tsx';
import { NotLoaded } from '../../../kit/reading/loaded.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { formatMoment } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { SignedOutPage } from '../../accounts/sign-in/signed-out-page.tsx';
import { installationQuery } from '../../operation/queries/installation.ts';
import { type Receipt, receiptQuery } from '../queries/sendings.ts';
import { receiptTexts } from '../texts/receipt.ts';
import { CompareFile } from './compare-file.tsx';

const route = getRouteApi('/bien-nhan');

/** Anybody can check a receipt by its code, and a report against it, without signing in. */
export function ReceiptPage() {
  const texts = useTexts(receiptTexts);
  const { ma = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: installation } = useQuery(installationQuery);
  const [typed, setTyped] = useState(ma);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ search: { ma: readReceiptCode(typed) ?? typed.trim() } });
  };
  return (
    <SignedOutPage sandbox={installation?.kind === 'sandbox'}>
      <Stack gap={4}>
        <PageHeading title={texts.title} size="h3" />
        <Text>{texts.lead}</Text>
      </Stack>
      <div className="card">
        <form onSubmit={submit}>
          <Stack maw="40rem">
            <TextInput
              label={texts.code}
              description={texts.codeHint}
              required
              {...limitsOf(receiptParams).code}
              autoComplete="off"
              value={typed}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            <Button type="submit" w="fit-content">
              {texts.look}
            </Button>
          </Stack>
        </form>
      </div>
      {ma === '' ? null : <ReceiptResult key={ma} code={ma} />}
    </SignedOutPage>
  );
}

function ReceiptResult({ code }: { code: string }) {
  const texts = useTexts(receiptTexts);
  const { data, error, refetch } = useQuery(receiptQuery(code));
  if (isRefusal(error, 'notFound'))
    return (
      <Arrival of={code}>
        <Notice kind="warning">{texts.unknown}</Notice>
      </Arrival>
    );
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  return (
    <>
      <Shown receipt={data} />
      <CompareFile receipt={data} />
    </>
  );
}

function Shown({ receipt }: { receipt: Receipt }) {
  const texts = useTexts(receiptTexts);
  const { language } = useLanguage();
  const { state, endedAt, replacedBy, trail } = receipt;
  return (
    <Section title={writtenCode(receipt.code)}>
      {receipt.illustrative ? <Text size="sm">{texts.illustrative}</Text> : null}
      <Notice kind={state === 'inForce' ? 'good' : 'warning'}>
        {endedAt === null ? texts.states[state] : texts.since(texts.states[state], formatMoment(endedAt))}
      </Notice>
      <Facts
        facts={[
          [texts.body, receipt.body.name],
          [texts.round, receipt.round.title],
          [texts.sent, texts.matters[receipt.matter]],
          [texts.sentAt, formatMoment(receipt.sentAt)],
          ...(replacedBy === null
            ? []
            : [
                [
                  texts.replacedBy,
                  <Link key="replaced" to="/bien-nhan" search={{ ma: replacedBy }}>
                    {writtenCode(replacedBy)}
                  </Link>,
                ] as const,
              ]),
          [texts.match, reportMatchText(receipt, language)],
          [texts.matterHash[receipt.matter], receipt.sheetHash],
          [texts.fileHash, receipt.file.sha256],
          [texts.trail, trail.block === 0 ? texts.noTrail : texts.trailAt(String(trail.block), trail.hash)],
        ]}
      />
    </Section>
  );
}
