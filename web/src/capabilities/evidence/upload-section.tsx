import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import type { SheetKey } from '../../client/sheet.ts';
import { Section } from '../../kit/page/section.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { CarryForward } from './carry-forward.tsx';
import { PasteReferences } from './paste-references.tsx';
import type { DocumentList } from './queries/documents.ts';
import { SecretMail } from './secret-mail.tsx';
import { Sendings } from './sendings.tsx';
import { documentTexts } from './texts/documents.ts';
import { uploadTexts } from './texts/uploads.ts';
import { Uploader } from './uploader.tsx';

const WAYS = ['references', 'secret', 'carry'] as const;
type Way = (typeof WAYS)[number];

interface UploadSectionProps {
  readonly library: SheetKey;
  readonly quota: DocumentList['quota'];
  /** As for whoever appraises: what is no file is the body's own to add. */
  readonly filesAlone: boolean;
}

/** All ways to add documents to a library. */
export function UploadSection({ library, quota, filesAlone }: UploadSectionProps) {
  const texts = useTexts(documentTexts);
  const { title } = useTexts(uploadTexts);
  const [way, setWay] = useState<Way>();
  const [done, setDone] = useState<{ readonly told: string }>();
  const close = () => setWay(undefined);
  const end = (told: string) => {
    close();
    setDone({ told });
  };
  return (
    <Section
      title={title}
      actions={
        way || filesAlone
          ? undefined
          : WAYS.map((one) => (
              <Button key={one} variant="default" onClick={() => setWay(one)}>
                {texts[one].open}
              </Button>
            ))
      }
    >
      <Stack>
        {way === 'references' ? <PasteReferences library={library} onDone={(count) => end(texts.references.saved(count))} onCancel={close} /> : null}
        {way === 'secret' ? <SecretMail library={library} onDone={() => end(texts.secret.saved)} onCancel={close} /> : null}
        {way === 'carry' ? <CarryForward library={library} onDone={(count) => end(texts.carry.saved(count))} onCancel={close} /> : null}
        {done && !way ? (
          <Arrival of={done}>
            <Notice kind="good">{done.told}</Notice>
          </Arrival>
        ) : null}
        <Uploader library={library} quota={quota} />
        <Sendings library={library} />
      </Stack>
    </Section>
  );
}
