import { Button, Group, Text } from '@mantine/core';
import { type FileUpload, isUnfinished } from '../../device/uploads/file-upload.ts';
import { useUploads } from '../../device/uploads/use-uploads.ts';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { uploadTexts } from '../evidence/texts/uploads.ts';
import { evidenceDropTexts } from './texts/evidence-drop.ts';

/** A file on its way to being cited, or why it is not taken. */
export function UnderWay({ sending }: { readonly sending: FileUpload }) {
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
