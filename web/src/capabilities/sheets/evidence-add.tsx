import { Button, FileButton, Group, Text } from '@mantine/core';
import type { Target } from '@parindex/core/ledger/entry';
import { Camera, Upload } from 'lucide-react';
import { type FileUpload, isUnfinished } from '../../device/uploads/file-upload.ts';
import { useUploads } from '../../device/uploads/use-uploads.ts';
import { controlTexts } from '../../kit/control-texts.ts';
import { useTexts } from '../../kit/language.tsx';
import { uploadTexts } from '../evidence/texts/uploads.ts';
import { useUploadsFor } from './cite-uploads.ts';
import { useDropping } from './evidence-drop.tsx';
import { evidenceDropTexts } from './texts/evidence-drop.ts';

const CAMERA = { accept: 'image/*', capture: 'environment' } as const;

/** A file from the device, or a photograph on a phone: uploaded, and cited here. */
export function EvidenceButtons() {
  const texts = useTexts(evidenceDropTexts);
  const { camera } = useTexts(uploadTexts);
  const { take } = useDropping();
  return (
    <>
      <FileButton multiple onChange={(files) => take(files)}>
        {(props) => (
          <Button {...props} data-takes-files size="compact-sm" variant="default" leftSection={<Upload size={14} aria-hidden />}>
            {texts.upload}
          </Button>
        )}
      </FileButton>
      <FileButton {...CAMERA} onChange={(file) => file && take([file])}>
        {(props) => (
          <Button {...props} size="compact-sm" variant="default" hiddenFrom="md" leftSection={<Camera size={14} aria-hidden />}>
            {camera}
          </Button>
        )}
      </FileButton>
    </>
  );
}

/** Files on their way to being cited here. */
export function EvidenceUnderWay({ target }: { readonly target: Target }) {
  const sendings = useUploadsFor(target);
  return sendings.map((sending) => <UnderWay key={sending.key} sending={sending} />);
}

function UnderWay({ sending }: { readonly sending: FileUpload }) {
  const texts = useTexts(evidenceDropTexts);
  const states = useTexts(uploadTexts).state;
  const { cancel } = useTexts(controlTexts);
  const { remove } = useTexts(controlTexts);
  const uploads = useUploads();
  const { key, name, sent, bytes, state, why } = sending;
  const failed = state === 'refused' || state === 'failed';
  const percent = `${Math.floor((100 * sent) / Math.max(1, bytes))}%`;
  return (
    <Group gap="xs">
      <Text size="sm" role={failed ? 'alert' : 'status'} {...(failed ? { c: 'var(--mantine-color-error)' } : {})}>
        {failed ? texts.faulty(name, `${states[state]}. ${why ?? ''}`.trim()) : isUnfinished(sending) ? texts.underWay(name, percent) : texts.checking(name)}
      </Text>
      {failed ? (
        <Button size="compact-xs" variant="subtle" onClick={() => uploads.forget(key)}>
          {remove}
        </Button>
      ) : isUnfinished(sending) ? (
        <Button size="compact-xs" variant="subtle" onClick={() => uploads.cancel(key)}>
          {cancel}
        </Button>
      ) : null}
    </Group>
  );
}
