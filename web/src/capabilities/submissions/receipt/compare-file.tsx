import { Button, FileButton, Group, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { Section } from '../../../kit/page/section.tsx';
import { Arrival } from '../../../kit/reading/arrival.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import type { Receipt } from '../queries/sendings.ts';
import { receiptTexts } from '../texts/receipt.ts';

const hexOf = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Compares somebody's file with the one that was sent, on their own device. */
export function CompareFile({ receipt }: { receipt: Receipt }) {
  const texts = useTexts(receiptTexts);
  const forgetFile = useRef<() => void>(null);
  const [result, setResult] = useState<{ readonly name: string; readonly same: boolean }>();
  const compare = async (file: File) => {
    const sha256 = hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    setResult({ name: file.name, same: sha256 === receipt.file.sha256 });
    forgetFile.current?.();
  };
  // Only available over HTTPS.
  const can = globalThis.isSecureContext;
  return (
    <Section title={texts.compare} lead={texts.compareLead}>
      {can ? (
        <Group>
          <FileButton accept="application/pdf,.pdf" onChange={(file) => file && void compare(file)} resetRef={forgetFile}>
            {(opener) => (
              <Button variant="default" {...opener}>
                {texts.choose}
              </Button>
            )}
          </FileButton>
        </Group>
      ) : (
        <Text size="sm">{texts.cannot}</Text>
      )}
      {result ? (
        <Arrival of={result}>
          <Notice kind={result.same ? 'good' : 'fault'}>{result.same ? texts.same(result.name) : texts.other(result.name)}</Notice>
        </Arrival>
      ) : null}
    </Section>
  );
}
