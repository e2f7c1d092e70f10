import { Button, FileButton, List, Progress, Stack, Text } from '@mantine/core';
import * as submissions from '@parindex/core/contracts/submissions';
import type { QueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isRefusal } from '../../client/request.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { Section } from '../../kit/page/section.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { KeptOnDevice, useKeptOnDevice } from '../sheets/kept-on-device.tsx';
import { sheetTexts } from '../sheets/texts/sheet.ts';
import { sendSigned } from './queries/send-report.ts';
import { type ReportRefusal, type SendingStanding, sheetActed } from './queries/sendings.ts';
import { StepBadge } from './step-badge.tsx';
import { sendingTexts } from './texts/sending.ts';

interface SendStepProps {
  readonly sheet: SheetKey;
  readonly standing: Pick<SendingStanding, 'seq' | 'state' | 'permission' | 'sendings'>;
  /** Where it is sent: the sheet's report, if nothing is said. */
  readonly contract?: Parameters<typeof sendSigned>[0];
  /** Reloads what it has changed. */
  readonly acted?: (client: QueryClient, sheet: SheetKey) => unknown;
  /** What is said otherwise of what is sent. */
  readonly words?: { readonly title: string; readonly lead: string; readonly wait: string };
}

const isSigned = ({ sendings: [last] }: Pick<SendingStanding, 'sendings'>): boolean => last?.signatures.some(({ kind }) => kind === 'signature') ?? false;

/** Sends the signed report; all reasons for a refusal are listed. */
export function SendStep({ sheet, standing, contract = submissions.sendReport, acted = sheetActed, words }: SendStepProps) {
  const texts = { ...useTexts(sendingTexts).send, ...words };
  const sheetWords = useTexts(sheetTexts);
  const waits = useKeptOnDevice();
  const forgetFile = useRef<() => void>(null);
  const [share, setShare] = useState(0);
  const send = useAct(({ file, id }: { file: File; id: string }) => sendSigned(contract, sheet, { id, base: standing.seq, file, onProgress: setShare }), {
    refresh: (client) => acted(client, sheet),
    onEnd: () => forgetFile.current?.(),
  });
  const begin = (file: File, id: string) => {
    setShare(0);
    send.mutate({ file, id });
  };
  const { permission, state } = standing;
  const badge = <StepBadge step="send" state={state} mine />;
  if (state === 'sent')
    return (
      <Section title={texts.title} actions={badge}>
        <Notice kind="good">{isSigned(standing) ? texts.sent : texts.sentUnsigned}</Notice>
      </Section>
    );
  if (state === 'open')
    return (
      <Section title={texts.title} actions={badge}>
        <Text size="sm">{texts.wait}</Text>
      </Section>
    );
  if (waits && !send.isPending)
    return (
      <Section title={texts.title} lead={texts.lead} actions={badge}>
        <KeptOnDevice>{sheetWords.sendWaits}</KeptOnDevice>
      </Section>
    );
  return (
    <Section title={texts.title} lead={texts.lead} actions={badge}>
      {permission ? <Notice kind="note">{texts.permitted(permission.givenBy.name, permission.reason)}</Notice> : null}
      <FileButton accept="application/pdf,.pdf" onChange={(file) => file && begin(file, crypto.randomUUID())} resetRef={forgetFile}>
        {(opener) => (
          <Button w="fit-content" loading={send.isPending} {...opener}>
            {texts.choose}
          </Button>
        )}
      </FileButton>
      {send.isPending ? (
        <Stack gap={4} maw="32rem" role="status">
          <Text size="sm">{texts.sending}</Text>
          <Progress value={100 * share} aria-label={texts.sending} />
        </Stack>
      ) : null}
      {isRefusal(send.error, 'reportRefused') ? (
        <Refusals refusals={send.error.problem['refusals'] as readonly ReportRefusal[]} permitted={permission !== null} of={send.error} />
      ) : (
        <Outcome error={send.error} />
      )}
      {send.error && !isRefusal(send.error, 'reportRefused') ? (
        <Button w="fit-content" variant="default" onClick={() => begin(send.variables.file, send.variables.id)}>
          {texts.again}
        </Button>
      ) : null}
    </Section>
  );
}

function Refusals({ refusals, permitted, of }: { refusals: readonly ReportRefusal[]; permitted: boolean; of: Error }) {
  const texts = useTexts(sendingTexts).send;
  return (
    <Arrival of={of}>
      <Notice kind="fault" title={texts.refused}>
        <Stack gap="xs">
          <List size="sm">
            {refusals.map(({ code, message }) => (
              <List.Item key={`${code} ${message}`}>{message}</List.Item>
            ))}
          </List>
          {!permitted && refusals.some(({ code }) => code === 'notSigned') ? <Text size="sm">{texts.askOwner}</Text> : null}
        </Stack>
      </Notice>
    </Arrival>
  );
}
