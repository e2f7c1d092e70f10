import { Button, FileButton, Group, List, Stack, Text } from '@mantine/core';
import { MOST_ROUND_FILES } from '@parindex/core/contracts/limits';
import { useId } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useRequestId } from '../../kit/acts/request-id.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { formatBytes } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { bringFile, fileAddress, type RoundFile } from './queries/documents.ts';
import { documentTexts } from './texts/documents.ts';

interface FilesInputProps {
  readonly round: string;
  readonly files: readonly RoundFile[];
  readonly onChange: (files: readonly RoundFile[]) => void;
}

/** Files that go with a document or notice: each is examined and kept as it is chosen, and belongs to nothing until the form is sent. */
export function FilesInput({ round, files, onChange }: FilesInputProps) {
  const texts = useTexts(documentTexts);
  const { language } = useLanguage();
  const label = useId();
  const idOf = useRequestId();
  const bring = useAct(async (chosen: readonly File[]) => {
    let all = files;
    for (const file of chosen) {
      all = [...all, await bringFile(round, file, idOf(file.name, file.size, file.lastModified))];
      onChange(all);
    }
    return all;
  });
  return (
    <Stack gap="xs" role="group" aria-labelledby={label}>
      <Text size="sm" fw={500} id={label}>
        {texts.files}
      </Text>
      <Text size="xs" c="dimmed">
        {texts.filesMore}
      </Text>
      {files.length === 0 ? null : (
        <List size="sm" listStyleType="none">
          {files.map((file) => (
            <List.Item key={file.id}>
              <Group gap="xs">
                <Text span size="sm">
                  {file.name} ({formatBytes(file.bytes, language)})
                </Text>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={texts.removeFile(file.name)}
                  onClick={() => onChange(files.filter(({ id }) => id !== file.id))}
                >
                  ×
                </Button>
              </Group>
            </List.Item>
          ))}
        </List>
      )}
      <Outcome error={bring.error} />
      <FileButton multiple onChange={(chosen) => chosen.length > 0 && bring.mutate(chosen)} disabled={files.length >= MOST_ROUND_FILES}>
        {(props) => (
          <Button {...props} w="fit-content" size="xs" variant="default" loading={bring.isPending}>
            {texts.chooseFiles}
          </Button>
        )}
      </FileButton>
    </Stack>
  );
}

/** A file with what is known of it. */
type LinkedFile = Pick<RoundFile, 'id' | 'name'> & Partial<Pick<RoundFile, 'bytes' | 'scanned'>>;

/** Files to be read, as links; those that were made here no scanner has to look through. */
export function FileLinks({ round, files, made = false }: { readonly round: string; readonly files: readonly LinkedFile[]; readonly made?: boolean }) {
  const texts = useTexts(documentTexts);
  const { language } = useLanguage();
  if (files.length === 0) return null;
  return (
    <List size="sm" listStyleType="none" aria-label={texts.files}>
      {files.map(({ id, name, bytes, scanned }) => (
        <List.Item key={id}>
          <a href={fileAddress(round, id)} download={name} style={{ overflowWrap: 'anywhere' }}>
            {name}
          </a>{' '}
          <Text span size="xs" c="dimmed">
            {bytes === undefined ? '' : formatBytes(bytes, language)}
            {scanned === false && !made ? `, ${texts.unscanned}` : ''}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
