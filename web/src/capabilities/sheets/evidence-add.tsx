import { Button, FileButton } from '@mantine/core';
import type { Target } from '@parindex/core/ledger/entry';
import { Camera, Upload } from 'lucide-react';
import { later } from '../../kit/reading/later.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { cameraTexts } from '../evidence/texts/camera.ts';
import { useUploadsFor } from './cite-uploads.ts';
import { useDropping } from './evidence-drop.tsx';
import { evidenceDropTexts } from './texts/evidence-drop.ts';

const UnderWay = later(async () => (await import('./evidence-under-way.tsx')).UnderWay, { withoutLine: true });

const CAMERA = { accept: 'image/*', capture: 'environment' } as const;

/** A file from the device, or a photograph on a phone: uploaded, and cited here. */
export function EvidenceButtons() {
  const texts = useTexts(evidenceDropTexts);
  const { camera } = useTexts(cameraTexts);
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
