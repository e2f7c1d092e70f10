import { Button, Checkbox, FileButton, Group, Paper, Stack, Text } from '@mantine/core';
import { type DragEvent, type FormEvent, useState } from 'react';
import type { SheetKey } from '../../client/sheet.ts';
import { useUploads } from '../../device/uploads/use-uploads.ts';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { formatBytes } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { ChosenFiles } from './chosen-files.tsx';
import { isSameFile, judgeFiles } from './judge-files.ts';
import type { DocumentList } from './queries/documents.ts';
import { cameraTexts } from './texts/camera.ts';
import { uploadTexts } from './texts/uploads.ts';

interface UploaderProps {
  readonly library: SheetKey;
  readonly quota: DocumentList['quota'];
  /** The document to which one file is added as the next version. */
  readonly versionOf?: string;
}

const CAMERA = { accept: 'image/*', capture: 'environment' } as const;

/** Files chosen, dropped or photographed; checked and declared as one batch before the upload starts. */
export function Uploader({ library, quota, versionOf }: UploaderProps) {
  const texts = useTexts(uploadTexts);
  const { camera } = useTexts(cameraTexts);
  const { language } = useLanguage();
  const uploads = useUploads();
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const [declared, setDeclared] = useState(false);
  const [redacted, setRedacted] = useState(false);
  const [over, setOver] = useState(false);
  const judged = judgeFiles(chosen, quota, language);
  const sound = judged.filter(({ faults }) => faults.length === 0).map(({ file }) => file);
  const choose = (files: readonly File[]) => {
    // A declaration only covers the files that were shown.
    setDeclared(false);
    setChosen((before) => (versionOf ? files.slice(0, 1) : [...before, ...files.filter((file) => !before.some((one) => isSameFile(one, file)))]));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    choose([...event.dataTransfer.files]);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    uploads.add(library, sound, versionOf === undefined ? undefined : { document: versionOf, redacted });
    setChosen((before) => before.filter((file) => !sound.includes(file)));
    setDeclared(false);
    setRedacted(false);
  };
  return (
    <Stack gap="sm">
      <Paper
        className="drop-place"
        data-over={over || undefined}
        p="md"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Stack gap="xs">
          <Text>{versionOf ? texts.dropVersion : texts.drop}</Text>
          <Group gap="xs">
            <FileButton multiple={!versionOf} onChange={(files) => choose(files === null ? [] : [files].flat())}>
              {(props) => (
                <Button {...props} variant="default">
                  {texts.choose}
                </Button>
              )}
            </FileButton>
            <FileButton {...CAMERA} onChange={(file) => file && choose([file])}>
              {(props) => (
                <Button {...props} variant="default" hiddenFrom="md">
                  {camera}
                </Button>
              )}
            </FileButton>
          </Group>
          <Text size="sm" c="dimmed">
            {texts.kinds}
          </Text>
          <Text size="sm">
            {texts.quota(formatBytes(quota.usedBytes, language), formatBytes(quota.mostBytes, language), formatBytes(quota.mostFileBytes, language))}
          </Text>
        </Stack>
      </Paper>
      {chosen.length > 0 ? (
        <Arrival of={chosen}>
          <Stack component="form" gap="sm" onSubmit={send}>
            <ChosenFiles files={judged} onRemove={(file) => setChosen((before) => before.filter((one) => one !== file))} />
            {versionOf ? <Checkbox label={texts.redacted} checked={redacted} onChange={({ currentTarget }) => setRedacted(currentTarget.checked)} /> : null}
            {sound.length > 0 ? (
              <>
                <Checkbox required label={texts.declare} checked={declared} onChange={({ currentTarget }) => setDeclared(currentTarget.checked)} />
                <Button type="submit" w="fit-content">
                  {texts.send(sound.length)}
                </Button>
              </>
            ) : null}
          </Stack>
        </Arrival>
      ) : null}
    </Stack>
  );
}
