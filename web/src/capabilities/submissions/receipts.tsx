import { Button, Group, Stack, Text } from '@mantine/core';
import type { SendingMatter } from '@parindex/core/contracts/schemas/sendings';
import { takingBack } from '@parindex/core/contracts/schemas/sheets';
import { writtenCode } from '@parindex/core/submissions/receipt-code';
import { worthOfSignatures } from '@parindex/core/submissions/signed-report';
import { reportMatchText } from '@parindex/core/words/report-words';
import { signatureText } from '@parindex/core/words/signature-words';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { CopyButton } from '../../kit/acts/copy-button.tsx';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { saveFile } from '../../kit/acts/save-file.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { Facts } from '../../kit/page/facts.tsx';
import { Link } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { fetchReceipt, fetchSigned, type Sending, type SendingStanding, sheetActed, takeBack } from './queries/sendings.ts';
import { sendingTexts } from './texts/sending.ts';

interface ReceiptsProps {
  readonly sheet: SheetKey;
  readonly standing: Pick<SendingStanding, 'seq' | 'state' | 'sendings'>;
  readonly mayTakeBack: boolean;
  /** What was sent: the sheet, if nothing is said. */
  readonly matter?: SendingMatter;
}

/** All sendings, last first, each with its receipt. */
export function Receipts({ sheet, standing, mayTakeBack, matter = 'sheet' }: ReceiptsProps) {
  const texts = useTexts(sendingTexts);
  const [last, ...earlier] = standing.sendings;
  if (!last) return null;
  return (
    <>
      <Section title={last.state === 'inForce' ? texts.receipt.current : texts.receipt.title}>
        <ReceiptFacts sending={last} matter={matter} />
        <ReceiptFiles sheet={sheet} sending={last} />
        {mayTakeBack && standing.state === 'sent' ? <TakeBack sheet={sheet} seq={standing.seq} /> : null}
      </Section>
      {earlier.length === 0 ? null : (
        <Section title={texts.receipt.earlier}>
          <ul className="findings">
            {earlier.map((sending) => (
              <li key={sending.id}>
                <Stack gap={4}>
                  <Text size="sm">
                    {writtenCode(sending.code)}, {formatMoment(sending.sentAt)}: {texts.receipt.states[sending.state]}
                  </Text>
                  <ReceiptFiles sheet={sheet} sending={sending} />
                </Stack>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function ReceiptFacts({ sending, matter }: { sending: Sending; matter: SendingMatter }) {
  const texts = useTexts(sendingTexts).receipt;
  const { language } = useLanguage();
  const own = sending.signatures.filter(({ kind }) => kind === 'signature');
  return (
    <Facts
      facts={[
        [
          texts.code,
          <Stack key="code" gap={4}>
            <strong>{writtenCode(sending.code)}</strong>
            <Link to="/bien-nhan" search={{ ma: sending.code }}>
              {texts.check}
            </Link>
          </Stack>,
        ],
        [texts.state, texts.states[sending.state]],
        [texts.sentAt, formatMoment(sending.sentAt)],
        [texts.sentBy, sending.sentBy.name],
        [
          texts.signatures,
          own.length === 0
            ? texts.noSignature
            : own.map((signature) => <Text key={`${signature.field} ${signature.serial}`}>{signatureText(signature, language).join(' ')}</Text>),
        ],
        [texts.match, reportMatchText({ matched: sending.matched, signature: worthOfSignatures(own) }, language)],
        [texts.scanned, sending.scanned ? texts.scannedYes : texts.scannedNo],
        [texts.matterHash[matter], sending.sheetHash],
        [texts.fileHash, sending.fileHash],
      ]}
    />
  );
}

function ReceiptFiles({ sheet, sending }: { sheet: SheetKey; sending: Sending }) {
  const texts = useTexts(sendingTexts).receipt;
  const take = useAct(async (what: 'receipt' | 'file') => ({ what, file: await (what === 'receipt' ? fetchReceipt : fetchSigned)(sheet, sending.id) }), {
    onDone: ({ what, file }) => saveFile(file, what === 'receipt' ? `bien-nhan-${sending.code}.pdf` : `bao-cao-da-gui-${sheet.body}.pdf`),
  });
  return (
    <>
      <Group gap="xs">
        <Button variant="default" size="compact-sm" loading={take.isPending && take.variables === 'receipt'} onClick={() => take.mutate('receipt')}>
          {texts.pdf}
        </Button>
        <Button variant="default" size="compact-sm" loading={take.isPending && take.variables === 'file'} onClick={() => take.mutate('file')}>
          {texts.file}
        </Button>
        <CopyButton text={writtenCode(sending.code)} />
      </Group>
      <Outcome error={take.error} />
    </>
  );
}

function TakeBack({ sheet, seq }: { sheet: SheetKey; seq: number }) {
  const texts = useTexts(sendingTexts).back;
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const act = useAct(() => takeBack(sheet, seq, reason), {
    refresh: (client) => sheetActed(client, sheet),
    onDone: () => setAsking(false),
  });
  return (
    <>
      <Button variant="default" w="fit-content" onClick={() => setAsking(true)}>
        {texts.act}
      </Button>
      {asking ? (
        <FormDialog title={texts.title} submit={texts.act} act={act} onSubmit={() => act.mutate()} onClose={() => setAsking(false)}>
          <Text size="sm">{texts.lead}</Text>
          <ReasonInput label={texts.reason} {...limitsOf(takingBack).reason} value={reason} onChange={setReason} />
        </FormDialog>
      ) : null}
    </>
  );
}
